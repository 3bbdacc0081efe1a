/// Digits in threes, for people: `1,234,567.50`.
public enum DigitGroups {
  public static func of(_ number: Int) -> String { of("\(number)") }

  /// A decimal number's text with its whole part grouped; any other text as it is.
  ///
  /// ```swift
  /// DigitGroups.of("-1234567.50")      // "-1,234,567.50"
  /// ```
  public static func of(_ text: String) -> String {
    let sign = text.hasPrefix("-") ? "-" : ""
    let whole = text.dropFirst(sign.count).prefix { $0.isASCII && $0.isNumber }
    let rest = text.dropFirst(sign.count + whole.count)
    guard !whole.isEmpty, rest.isEmpty || rest.first == "." else { return text }
    var grouped = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index).isMultiple(of: 3) { grouped += "," }
      grouped.append(digit)
    }
    return sign + grouped + rest
  }
}
