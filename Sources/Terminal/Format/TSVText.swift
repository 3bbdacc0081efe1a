/// A line of tab-separated values: what a spreadsheet takes from the clipboard.
///
/// Tabs, line ends and backslashes inside a value are written `\t`, `\n`, `\r` and `\\`, so that a line is a row.
enum TSVText {
  static func line(_ fields: [String]) -> String {
    fields.map(field).joined(separator: "\t") + "\n"
  }

  private static func field(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 9 || $0 == 10 || $0 == 13 || $0 == 92 }) else {
      return text
    }
    var line = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\t": line += "\\t"
      case "\n": line += "\\n"
      case "\r": line += "\\r"
      case "\\": line += "\\\\"
      default: line.unicodeScalars.append(scalar)
      }
    }
    return line
  }
}
