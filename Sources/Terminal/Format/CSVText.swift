/// A line of CSV: fields quoted where they must be, a newline at the end.
///
/// Source: RFC 4180, with LF line ends.
public enum CSVText {
  public static func line(_ fields: [String]) -> String {
    // A single empty field would read back as a blank line, which is no row at all.
    if fields == [""] { return "\"\"\n" }
    return fields.map(field).joined(separator: ",") + "\n"
  }

  /// The field itself, or in quotes when it holds a comma, a quote, a line end, or space at an edge.
  public static func field(_ text: String) -> String {
    let bytes = text.utf8
    let isPlain = bytes.allSatisfy {
      $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "\"") && $0 != 0x0A && $0 != 0x0D
    }
    if isPlain, bytes.first != 0x20, bytes.last != 0x20 { return text }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { quoted += "\"" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }
}
