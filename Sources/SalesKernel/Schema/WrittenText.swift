import Values

/// Values as people and spreadsheets in China write them, where they are not in plain form: `2026年6月30日`, `１２.５万`.
enum WrittenText {
  /// A day as `2026年6月30日`, `2026/6/30`, `2026.6.30`, `2026-6-30` or `20260630`, with a midnight behind it or none.
  static func day(_ text: String) -> Day? {
    var rest = Substring(text.narrowed.trimmingWideBlanks)
    guard let day = takeDay(&rest), rest.isEmpty || clock(rest) == "00:00:00" else { return nil }
    return day
  }

  /// A moment as a day of these forms and a time, `2026/6/30 9:05`; Shanghai time.
  static func instant(_ text: String) -> Instant? {
    var rest = Substring(text.narrowed.trimmingWideBlanks)
    guard let day = takeDay(&rest), let clock = rest.isEmpty ? "00:00:00" : clock(rest) else {
      return nil
    }
    return try? Instant(parsing: "\(day)T\(clock)")
  }

  /// An amount with its unit, `12.5万`, `1.2亿元`, `¥1,234.50元`; exact, nil where it has more than 4 decimals of a yuan.
  static func money(_ text: String) -> Money? {
    var word = Substring(text.narrowed.trimmingWideBlanks)
    let isNegative = word.hasPrefix("-")
    if isNegative { word = word.dropFirst() }
    if word.hasPrefix("¥") { word = word.dropFirst() }
    if word.hasSuffix("元") { word = word.dropLast() }
    var unit = MoneyUnit.yuan
    if word.hasSuffix("万") { unit = .wan } else if word.hasSuffix("亿") { unit = .yi }
    if unit != .yuan { word = word.dropLast() }
    guard let digits = plainDigits(String(word).trimmingWideBlanks),
      let factor = try? Rate(parsing: digits),
      let amount = try? Money.yuan(unit.yuan).times(factor)
    else { return nil }
    return isNegative ? try? amount.negated() : amount
  }

  /// `1,234.5` as `1234.5`; nil where a group is not of three digits or anything else is in it.
  private static func plainDigits(_ text: String) -> String? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty }) else { return nil }
    let groups = parts[0].split(separator: ",", omittingEmptySubsequences: false)
    let areOfThree = groups.dropFirst().allSatisfy { $0.utf8.count == 3 }
    guard groups.count == 1 || (areOfThree && (1...3).contains(groups[0].utf8.count)) else {
      return nil
    }
    let digits = groups.joined() + (parts.count == 2 ? "." + parts[1] : "")
    return digits.utf8.allSatisfy { isDigit($0) || $0 == 46 } ? digits : nil
  }

  private static func takeDay(_ rest: inout Substring) -> Day? {
    guard let year = number(&rest, 4...4) else { return nil }
    let mark = rest.first
    if let mark, isDigit(mark.utf8.first ?? 0) {
      guard let month = number(&rest, 2...2), let day = number(&rest, 2...2) else { return nil }
      return try? Day(year: year, month: month, day: day)
    }
    guard let mark, ["年", "/", ".", "-"].contains(mark) else { return nil }
    rest.removeFirst()
    guard let month = number(&rest, 1...2), rest.first == (mark == "年" ? "月" : mark) else {
      return nil
    }
    rest.removeFirst()
    guard let day = number(&rest, 1...2) else { return nil }
    if mark == "年" {
      if rest.first == "日" || rest.first == "号" { rest.removeFirst() }
    }
    return try? Day(year: year, month: month, day: day)
  }

  /// ` 9:05` or ` 09:05:00` as `09:05:00`.
  private static func clock(_ text: Substring) -> String? {
    guard text.first == " " else { return nil }
    let parts = text.drop { $0 == " " }.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count),
      parts.allSatisfy({ (1...2).contains($0.utf8.count) && $0.utf8.allSatisfy(isDigit) })
    else { return nil }
    let words = parts.map { $0.utf8.count == 1 ? "0\($0)" : String($0) }
    return (words + (words.count == 2 ? ["00"] : [])).joined(separator: ":")
  }

  private static func number(_ rest: inout Substring, _ lengths: ClosedRange<Int>) -> Int? {
    let digits = rest.prefix(lengths.upperBound).prefix { $0.utf8.count == 1 && $0.isNumber }
    guard lengths.contains(digits.count), let value = Int(digits) else { return nil }
    rest = rest[digits.endIndex...]
    return value
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
}
