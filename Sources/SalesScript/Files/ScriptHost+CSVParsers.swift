import Lua
import SalesKernel
import Values

/// Reading dates, numbers and money as files write them. An empty field (nil) stays nil.
extension ScriptHost {
  func defineCSVParsers() throws {
    try define(
      HelpEntry(
        "csv.date", "csv.date(text, pattern)",
        """
        A date as a file writes it; y, m and d stand for the numbers, anything else for itself. \
        nil stays nil.
        """, returns: "date",
        errors: ["csv.date", "csv.pattern", "day.range"],
        example: "return csv.date(\"10/20/2016\", \"m/d/y\"), csv.date(\"1.3.2017\", \"d.m.y\")",
        result: "date\"2016-10-20\"  date\"2017-03-01\"", seeAlso: ["date", "csv.rows"]),
      State.typed { (text: String?, pattern: String) -> Value in
        let pattern = try DatePattern(pattern)
        guard let text else { return .nil }
        return .scalar(try pattern.day(in: text).scalar)
      })
    try define(
      HelpEntry(
        "csv.number", "csv.number(text[, decimal])",
        """
        A number as a file writes it, with or without groups of three digits. nil stays nil.
        """, returns: "number",
        units: "decimal: \".\" (the usual) or \",\"", errors: ["csv.number", "csv.decimal"],
        example: "return csv.number(\"1,234\"), csv.number(\"1.234,5\", \",\")",
        result: "1234  1234.5",
        seeAlso: ["csv.money"]),
      State.typed { (text: String?, decimal: String?) -> Value in
        guard let text else { return .nil }
        return try WrittenNumber.number(text, decimal: decimal)
      })
    try define(
      HelpEntry(
        "csv.money", "csv.money(text[, unit[, decimal]])",
        "An exact amount as a file writes it, in yuan or in the unit given. nil stays nil.",
        returns: "money?",
        units:
          "unit: money, such as wan(1) for a column in 万, unless 万 or 亿 stands behind the number; "
          + "decimal: \".\" or \",\"",
        errors: ["csv.money", "csv.decimal", "money.inexact", "money.overflow"],
        example: "return csv.money(\"¥1,234.50\"), csv.money(\"1100.04\", wan(1))",
        result: "money\"1234.50\"  money\"11000400.00\"", seeAlso: ["money", "csv.number"]),
      State.typed { (text: String?, unit: Money?, decimal: String?) -> Value in
        guard let text else { return .nil }
        return .scalar(try WrittenNumber.money(text, unit: unit, decimal: decimal).scalar)
      })
  }
}
