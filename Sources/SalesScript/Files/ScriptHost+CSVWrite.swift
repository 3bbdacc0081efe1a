import Lua
import SalesKernel
import SalesStore

/// `csv.write`: rows that a script or an engine made, into a file.
extension ScriptHost {
  func defineCSVWrite() throws {
    try define(
      HelpEntry(
        "csv.write", "csv.write{rows = table, columns = {name, …}, to = path, delimiter =, bom =}",
        """
        Writes a table of results, or a list of tables, to a file with a header line; gives the \
        number of rows.
        """, returns: "integer",
        units: "columns: those of the table of results unless given; values as print shows them",
        changes: "the file, also in a plan",
        errors: ["sandbox.file", "csv.unwritable", "csv.unknown_column"],
        example: """
          local ok, problem = pcall(csv.write, {rows = {{a = 1}}, columns = {"a"}, to = "/data/a.csv"})
          return problem.code
          """,
        result: "\"sandbox.file\"", seeAlso: ["csv.export", "csv.rows"])
    ) { [unowned self] arguments, results in
      let named = try NamedArguments(
        arguments, of: "csv.write", allowing: ["rows", "columns", "to", "delimiter", "bom"])
      let columns = try Self.names(named["columns"])
      let (header, rows) = try Self.rows(named["rows"], columns)
      guard let to = try named.string("to") else {
        throw ArgumentError("to: expected a path", remedy: "as to = \"overdue.csv\"")
      }
      let path = try options.grants.resolveForReplacing(to)
      let file = try TemporaryFile()
      let writer = CSVWriter(
        descriptor: file.descriptor, named: path,
        delimiter: try Self.delimiter(try named.string("delimiter")),
        bom: try named.bool("bom") ?? false)
      try writer.record(header)
      for row in rows { try writer.record(row) }
      try writer.close()
      try file.copy(to: path)
      try results.add(Value.integer(Int64(rows.count)))
    }
  }

  private static func names(_ value: Value?) throws -> [String]? {
    guard let value else { return nil }
    guard case .table(let table) = value, !table.list.isEmpty, table.fields.isEmpty else {
      throw ArgumentError(
        "columns: expected a list of names, got \(value.typeName)",
        remedy: "as columns = {\"name\", \"amount\"}")
    }
    return try table.list.map { item in
      guard case .string(let name) = item else {
        throw ArgumentError("columns: expected names, got a \(item.typeName)")
      }
      return name
    }
  }

  private static func rows(
    _ value: Value?, _ columns: [String]?
  ) throws -> (header: [String], rows: [[String]]) {
    switch value ?? .nil {
    case .object(let object):
      guard let table = object as? ResultTable else { break }
      let names = table.columns.map(\.name)
      let header = columns ?? names
      let places = try header.map { name in
        guard let place = names.firstIndex(of: name) else {
          throw CSVError(
            "csv.unknown_column", "the rows have no column \"\(name.shortened)\"",
            remedy: Suggestion.sentence(for: name, among: names))
        }
        return place
      }
      return (header, table.rows.map { row in places.map { row[$0].plain } })
    case .table(let list) where list.fields.isEmpty && list.others.isEmpty:
      guard let columns else {
        throw ArgumentError("columns are missing", remedy: "as columns = {\"name\", \"amount\"}")
      }
      let rows = try list.list.enumerated().map { index, item in
        guard case .table(let row) = item else {
          throw ArgumentError("rows[\(index + 1)]: expected a table, got \(item.typeName)")
        }
        return columns.map { row[$0].plain }
      }
      return (columns, rows)
    default: break
    }
    throw ArgumentError(
      "rows: expected a table of results or a list of tables, got \((value ?? .nil).typeName)",
      remedy: "for records of the store: csv.export{of = query, to = path}")
  }
}
