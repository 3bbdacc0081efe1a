/// Cells and names as Lua source.
enum LuaKey {
  private static let keywords: Set<String> = [
    "and", "break", "do", "else", "elseif", "end", "false", "for", "function", "goto", "if", "in",
    "local", "nil", "not", "or", "repeat", "return", "then", "true", "until", "while",
  ]

  /// A key of a table constructor: `name`, or `["销售"]` where the text is no name of Lua.
  static func of(_ text: String) -> String {
    let isName =
      !keywords.contains(text) && text.utf8.first.map { !isDigit($0) } == true
      && text.utf8.allSatisfy { isDigit($0) || $0 == UInt8(ascii: "_") || isLetter($0) }
    return isName ? text : "[\(LuaLiteral.string(text))]"
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}

enum LuaLiteral {
  /// A cell without a literal of its own: numbers and truth values as they are, all else in quotes.
  static func of(_ cell: TableCell) -> String {
    switch cell.kind {
    case .null: "nil"
    case .bool where isPlain(cell), .number where isPlain(cell): cell.exact
    case .bool, .number, .text: string(cell.exact)
    }
  }

  private static func isPlain(_ cell: TableCell) -> Bool {
    cell.kind == .bool
      ? cell.exact == "true" || cell.exact == "false" : JSONText.isNumber(cell.exact)
  }

  /// In quotes; control characters as decimal escapes of three digits.
  static func string(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let digits = "\(scalar.value)"
        quoted += "\\" + String(repeating: "0", count: 3 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
