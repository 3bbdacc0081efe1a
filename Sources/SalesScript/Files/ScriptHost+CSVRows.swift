import Lua
import SalesStore

/// Reading a CSV file row by row, with an account of what was refused.
extension ScriptHost {
  func defineCSVOpening() throws {
    try define(
      HelpEntry(
        "csv.rows", "csv.rows(path[, delimiter])",
        """
        A reader of a CSV file: `for row in csv.rows(path) do … end`; rows have fields by column \
        name, nil where empty.
        """,
        units: "delimiter: \"comma\", \"semicolon\", \"tab\" or \"pipe\"",
        errors: [
          "sandbox.file", "csv.missing", "csv.unreadable", "csv.empty", "csv.encoding",
          "csv.header",
          "csv.unknown_column",
        ],
        example: "local ok, problem = pcall(csv.rows, \"accounts.csv\")\nreturn problem.code",
        result: "\"sandbox.file\"",
        seeAlso: ["csv.parse", "reader:rejects", "row:reject", "csv.import"])
    ) { [unowned self] arguments, results in
      let path = try arguments.decode(0, as: String.self)
      let delimiter = try ScriptHost.delimiter(arguments.decode(1, as: String?.self))
      let real = try options.grants.resolve(path, for: .read)
      let reader = try CSVReader(path: real, delimiter: delimiter)
      try results.add(
        Value.object(try CSVRows(reader, named: CanonicalPath.split(path).name, path: real)))
    }
    try define(
      HelpEntry(
        "csv.parse", "csv.parse(text[, delimiter])",
        "A reader of a text of CSV, as csv.rows is of a file.", returns: "reader",
        errors: ["csv.empty", "csv.header", "csv.unknown_column"],
        example: "for row in csv.parse(\"name,size\\nM8,8\\n\") do return row.name, row.size end",
        result: "\"M8\"  \"8\"", seeAlso: ["csv.rows"])
    ) { arguments, results in
      let text = try arguments.decode(0, as: String.self)
      let delimiter = try ScriptHost.delimiter(arguments.decode(1, as: String?.self))
      let file = try TemporaryFile(holding: text)
      let reader = try CSVReader(
        descriptor: file.descriptor, named: "the text", delimiter: delimiter)
      try results.add(Value.object(try CSVRows(reader, named: "the text", holding: file)))
    }
  }

  /// A method of readers with its help.
  private func readerMethod(
    _ entry: HelpEntry, _ body: @escaping (CSVRows, Arguments) throws -> Value
  ) throws {
    help.add(entry)
    let name = String(entry.name.split(separator: ":").last ?? "")
    try state.defineMethod(on: CSVRows.self, name) { arguments, results in
      guard case .object(let object) = try arguments[0], let rows = object as? CSVRows else {
        throw ArgumentError(
          "expected a CSV reader, got \(try arguments[0].typeName)",
          remedy: "call it with a colon: reader:\(name)(…)")
      }
      try results.add(try body(rows, arguments))
    }
  }

  func defineCSVReaderMethods() throws {
    try state.defineMethod(on: CSVRows.self, "__call") { arguments, results in
      guard case .object(let object) = try arguments[0], let rows = object as? CSVRows else {
        throw ArgumentError("expected a CSV reader")
      }
      try results.add(try rows.next().map(Value.object) ?? .nil)
    }
    try readerMethod(
      HelpEntry(
        "reader:columns", "reader:columns()", "The names of the columns, as a list.",
        example: "return csv.parse(\"name,size\\n\"):columns()[2]", result: "\"size\"",
        seeAlso: ["csv.rows"])
    ) { rows, _ in .table(Table(list: rows.columns.map { .string($0) })) }
    try readerMethod(
      HelpEntry(
        "reader:report", "reader:report()",
        """
        What became of the rows so far: read = stored + rejected, codes (how often each), first \
        (rejects with line, code, reason), rejects (their file).
        """,
        example: """
          local reader = csv.parse("name,size\\nM8,8\\nM10\\n")
          for row in reader do end
          local report = reader:report()
          return report.read, report.stored, report.rejected, report.first[1].line, report.first[1].code
          """,
        result: "2  1  1  3  \"csv.columns\"", seeAlso: ["row:reject", "reader:rejects"])
    ) { rows, _ in .table(rows.report) }
    try defineCSVRejects()
  }

  private func defineCSVRejects() throws {
    try readerMethod(
      HelpEntry(
        "reader:rejects", "reader:rejects(path)",
        """
        Names the file that gets the rejected rows: their columns, then line, code and reason. \
        Call it before the loop.
        """,
        changes: "the file, also in a plan",
        errors: ["sandbox.file", "csv.unwritable", "csv.rejects_late", "csv.rejects_input"],
        example: """
          local reader = csv.parse("a\\n1\\n")
          local ok, problem = pcall(reader.rejects, reader, "bad.csv")
          return problem.remedy
          """,
        result: "\"run with --allow-write .\"", seeAlso: ["row:reject", "reader:report"])
    ) { [unowned self] rows, arguments in
      let path = try arguments.decode(1, as: String.self)
      try rows.sendRejects(to: try options.grants.resolveForReplacing(path))
      return .object(rows)
    }
    try readerMethod(
      HelpEntry(
        "reader:close", "reader:close()",
        "Ends the reading before the last row, after a `break`; at the last row it ends by itself.",
        errors: ["csv.unwritable"],
        example: """
          local reader = csv.parse("a\\n1\\n2\\n")
          for row in reader do break end
          reader:close()
          return reader:report().read
          """,
        result: "1", seeAlso: ["csv.rows"])
    ) { rows, _ in
      try rows.close()
      return .nil
    }
  }
}

extension CSVRows {
  /// As scripts see it.
  var report: Table {
    let counts = codes.sorted { $0.key < $1.key }.map { ($0.key, Value.integer(Int64($0.value))) }
    return Table(fields: [
      ("codes", .table(Table(fields: counts))),
      ("first", .table(Table(list: first.map { .table($0.table) }))),
      ("read", .integer(Int64(read))), ("rejected", .integer(Int64(rejected))),
      ("rejects", rejectPath.map(Value.string) ?? .nil),
      ("stored", .integer(Int64(read - rejected))),
    ])
  }
}

extension RejectedRow {
  /// As scripts see it.
  var table: Table {
    Table(fields: [
      ("code", .string(code)), ("line", .integer(Int64(line))), ("reason", .string(reason)),
    ])
  }
}
