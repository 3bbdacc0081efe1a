/// Text made safe to show on one line: what would move the cursor or turn the direction is spelled out.

extension DisplayWidth {
  /// The text with control characters, line separators and direction overrides as escapes.
  ///
  /// ```swift
  /// DisplayWidth.visible("a\nb\u{1B}[31m")        // #"a\nb\e[31m"#
  /// ```
  public static func visible(_ text: String) -> String {
    if text.unicodeScalars.allSatisfy({ escape($0) == nil }) { return text }
    var shown = ""
    for scalar in text.unicodeScalars {
      if let escape = escape(scalar) {
        shown += escape
      } else {
        shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }

  /// ``visible(_:)`` of each line, line ends kept.
  public static func visibleLines(_ text: String) -> String {
    text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
      .map { visible(String($0)) }.joined(separator: "\n")
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0x20..<0x7F: nil
    case 0x0A: "\\n"
    case 0x0D: "\\r"
    case 0x09: "\\t"
    case 0x1B: "\\e"
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069:
      "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
    default: nil
    }
  }
}
