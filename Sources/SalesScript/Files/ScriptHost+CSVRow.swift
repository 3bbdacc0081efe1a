import Lua

/// Rows of a CSV file in a script's hands.
extension ScriptHost {
  private func rowMethod(
    _ entry: HelpEntry, _ body: @escaping (CSVRowObject, Arguments) throws -> Value
  ) throws {
    help.add(entry)
    let name = String(entry.name.split(separator: ":").last ?? "")
    try state.defineMethod(on: CSVRowObject.self, name) { arguments, results in
      try results.add(try body(try ScriptHost.row(arguments), arguments))
    }
  }

  private static func row(_ arguments: Arguments) throws -> CSVRowObject {
    guard case .object(let object) = try arguments[0], let row = object as? CSVRowObject else {
      throw ArgumentError(
        "expected a CSV row, got \(try arguments[0].typeName)",
        remedy: "call it with a colon: row:line()")
    }
    return row
  }

  func defineCSVRowMethods() throws {
    try state.defineFallback(on: CSVRowObject.self) { arguments, results in
      let row = try ScriptHost.row(arguments)
      try results.add(try row.value(try arguments.decode(1, as: String.self)))
    }
    try rowMethod(
      HelpEntry(
        "row:line", "row:line()", "The line of the file, from 1, on which the row starts.",
        example: "for row in csv.parse(\"name\\nM8\\n\") do return row:line() end", result: "2",
        seeAlso: ["row:reject"])
    ) { row, _ in .integer(Int64(row.line)) }
    try rowMethod(
      HelpEntry(
        "row:get", "row:get(column)",
        "A field by its column's name, also where a method has that name.",
        errors: ["csv.unknown_column"],
        example: "for row in csv.parse(\"line,size\\nA,8\\n\") do return row:get(\"line\") end",
        result: "\"A\"", seeAlso: ["csv.rows"])
    ) { row, arguments in try row.value(try arguments.decode(1, as: String.self)) }
    try rowMethod(
      HelpEntry(
        "row:totable", "row:totable()", "The row's fields as a table by column name.",
        example: "for row in csv.parse(\"name,size\\nM8,\\n\") do return row:totable() end",
        result: "{name = \"M8\"}", seeAlso: ["row:get"])
    ) { row, _ in
      var fields: [(key: String, value: Value)] = []
      for column in row.rows.columns where !column.isEmpty {
        let value = try row.value(column)
        if !value.isNil { fields.append((column, value)) }
      }
      return .table(Table(fields: fields.sorted { $0.key < $1.key }))
    }
    try rowMethod(
      HelpEntry(
        "row:reject", "row:reject(reason[, code])",
        """
        Refuses the row, with a reason or with a caught error; it counts as rejected and goes to \
        the file of rejects. The first reason stands.
        """,
        errors: ["csv.row_past"],
        example: """
          local reader = csv.parse("day\\n2/30/2017\\n")
          for row in reader do
            local ok, problem = pcall(csv.date, row.day, "m/d/y")
            if not ok then row:reject(problem) end
          end
          return reader:report().first[1].code
          """,
        result: "\"day.range\"", seeAlso: ["reader:rejects", "reader:report"])
    ) { row, arguments in
      let (code, reason) = try ScriptHost.reason(arguments)
      try row.rows.reject(row, code: code, reason: reason)
      return .nil
    }
  }

  /// A reason given as text, or as an error that the script caught.
  private static func reason(_ arguments: Arguments) throws -> (code: String, reason: String) {
    let code = try arguments.decode(2, as: String?.self)
    switch try arguments[1] {
    case .string(let reason): return (code ?? "row.rejected", reason)
    case .table(let error):
      guard case .string(let message) = error["message"] else { break }
      if case .string(let own) = error["code"] { return (code ?? own, message) }
      return (code ?? "row.rejected", message)
    default: break
    }
    throw ArgumentError(
      "reject: expected a reason, got \(try arguments[1].typeName)",
      remedy: "say why, as row:reject(\"no account\")")
  }
}
