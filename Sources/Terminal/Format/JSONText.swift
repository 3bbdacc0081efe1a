/// JSON values as text; numbers stay exactly as they were given.
///
/// Source: RFC 8259.
public enum JSONText {
  /// A cell: null, true or false, a number where its text is one in JSON, else a string.
  public static func value(_ cell: TableCell) -> String {
    switch cell.kind {
    case .null: "null"
    case .bool where cell.exact == "true" || cell.exact == "false": cell.exact
    case .number where isNumber(cell.exact): cell.exact
    case .bool, .number, .text: string(cell.exact)
    }
  }

  /// The text in quotes, with quotes, backslashes and control characters escaped.
  public static func string(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F || (0x2028...0x2029) ~= scalar.value:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  /// True where the text is a JSON number: `-12.50`, `6e3`; not `1,000`, `.5`, `01`, `nan`.
  public static func isNumber(_ text: String) -> Bool {
    var bytes = text.utf8[...]
    if bytes.first == UInt8(ascii: "-") { bytes = bytes.dropFirst() }
    let whole = takeDigits(&bytes)
    guard whole.first != nil, whole.first != UInt8(ascii: "0") || whole.count == 1 else {
      return false
    }
    if bytes.first == UInt8(ascii: ".") {
      bytes = bytes.dropFirst()
      if takeDigits(&bytes).isEmpty { return false }
    }
    if bytes.first == UInt8(ascii: "e") || bytes.first == UInt8(ascii: "E") {
      bytes = bytes.dropFirst()
      if bytes.first == UInt8(ascii: "-") || bytes.first == UInt8(ascii: "+") {
        bytes = bytes.dropFirst()
      }
      if takeDigits(&bytes).isEmpty { return false }
    }
    return bytes.isEmpty
  }

  private static func takeDigits(_ bytes: inout Substring.UTF8View) -> Substring.UTF8View {
    let digits = bytes.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")) ~= $0 }
    bytes = bytes.dropFirst(digits.count)
    return digits
  }
}
