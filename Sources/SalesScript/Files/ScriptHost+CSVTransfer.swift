import Lua
import SalesKernel
import SalesStore

/// Whole files into records and back, by the store's importer and exporter.
extension ScriptHost {
  func defineCSVTransfer() throws {
    try define(
      HelpEntry(
        "csv.import",
        "csv.import{to = collection, from = path, map = {header = field}, key = field, rejects = path, delimiter = text}",
        """
        Stores the rows of a file whose columns are fields; a row whose key is known updates its \
        record. Bad rows are refused one by one.
        """,
        changes: "records created or updated; the file of rejects, also in a plan",
        errors: [
          "sandbox.file", "csv.missing", "csv.empty", "import.column", "import.key",
          "csv.rejects_input",
        ],
        example: """
          local ok, problem = pcall(csv.import, {to = customers, from = "/data/customers.csv"})
          return problem.remedy
          """,
        result: "\"run with --allow-read /data\"", seeAlso: ["csv.rows", "csv.export"])
    ) { [unowned self] arguments, results in
      let named = try NamedArguments(
        arguments, of: "csv.import", allowing: ["to", "from", "map", "key", "rejects", "delimiter"])
      try results.add(try importCSV(named).table)
    }
    try define(
      HelpEntry(
        "csv.export",
        "csv.export{of = query, to = path, fields = {field, …}, delimiter = text, bom = bool}",
        "Writes the records of a query to a file, which csv.import reads back; gives their number.",
        units: "all fields, or those of query:select, or those named; bom = true for spreadsheets",
        changes: "the file, also in a plan",
        errors: ["sandbox.file", "csv.unwritable", "entity.field"],
        example: """
          local ok, problem = pcall(csv.export, {of = reps, to = "/data/reps.csv"})
          return problem.code
          """,
        result: "\"sandbox.file\"", seeAlso: ["csv.import", "query:select"])
    ) { [unowned self] arguments, results in
      let named = try NamedArguments(
        arguments, of: "csv.export", allowing: ["of", "to", "fields", "delimiter", "bom"])
      try results.add(try exportCSV(named))
    }
  }

  private func importCSV(_ named: NamedArguments) throws -> ImportReport {
    guard let query = try named.query("to", of: nil), query.isWhole else {
      throw ArgumentError("to: expected a collection", remedy: "as csv.import{to = customers, …}")
    }
    let from = try options.grants.resolve(try named.path("from"), for: .read)
    let rejects = try named.string("rejects").map { try options.grants.resolveForReplacing($0) }
    guard rejects != from else {
      throw ArgumentError(
        "rejects: \(from) is the file being read", code: "csv.rejects_input",
        remedy: "give another path")
    }
    let transfer = ImportOptions(
      mapping: try named.mapping("map"), key: try named.string("key"), rejects: rejects,
      writesRejects: rejects != nil,
      delimiter: try ScriptHost.delimiter(try named.string("delimiter")))
    return try requireSession().importCSV(query.entity, from: from, options: transfer)
  }

  private func exportCSV(_ named: NamedArguments) throws -> Int {
    guard let query = try named.query("of", of: nil) else {
      throw ArgumentError("of: expected a query", remedy: "as csv.export{of = customers, …}")
    }
    var slots = query.shown
    if case .table(let fields)? = named["fields"] {
      slots = try fields.list.map { field in
        guard case .string(let name) = field else {
          throw ArgumentError("fields: expected names, got a \(field.typeName)")
        }
        return try query.slot(name)
      }
    } else if let other = named["fields"] {
      throw ArgumentError("fields: expected a list of names, got \(other.typeName)")
    }
    let path = try options.grants.resolveForReplacing(try named.path("to"))
    return try requireSession().exportCSV(
      try query.resolved(), slots: slots, to: path,
      delimiter: try ScriptHost.delimiter(try named.string("delimiter")),
      bom: try named.bool("bom") ?? false)
  }
}

extension QueryObject {
  /// A collection, without conditions or limits.
  fileprivate var isWhole: Bool {
    filters.isEmpty && selection.equals.isEmpty && selection.ids == nil && selection.limit == nil
      && selection.offset == 0
  }
}

extension NamedArguments {
  fileprivate func path(_ name: String) throws -> String {
    guard let path = try string(name) else {
      throw ArgumentError("\(name): expected a path", remedy: "as \(name) = \"customers.csv\"")
    }
    return path
  }

  /// `{header = field}`; `false` leaves the column out.
  fileprivate func mapping(_ name: String) throws -> [String: String] {
    guard let value = self[name] else { return [:] }
    guard case .table(let table) = value, table.list.isEmpty, table.others.isEmpty else {
      throw ArgumentError("\(name): expected {header = field}")
    }
    var mapping: [String: String] = [:]
    for (header, field) in table.fields {
      switch field {
      case .string(let field): mapping[header] = field
      case .bool(false): mapping[header] = ""
      default:
        throw ArgumentError(
          "\(name): expected a field or false for \(header), got \(field.typeName)")
      }
    }
    return mapping
  }
}

extension ImportReport {
  /// As scripts see it; `first` are the first rows refused.
  fileprivate var table: Table {
    Table(fields: [
      ("created", .integer(Int64(created))),
      (
        "first",
        .table(
          Table(
            list: firstRejects.map { reject in
              .table(
                Table(fields: [
                  ("code", .string(reject.code)),
                  ("column", reject.column.map(Value.string) ?? .nil),
                  ("line", .integer(Int64(reject.line))), ("reason", .string(reject.message)),
                ]))
            }))
      ),
      ("read", .integer(Int64(read))), ("rejected", .integer(Int64(rejected))),
      ("rejects", rejectPath.map(Value.string) ?? .nil), ("stored", .integer(Int64(stored))),
      ("updated", .integer(Int64(updated))),
    ])
  }
}
