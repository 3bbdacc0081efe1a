import Lua
import SalesKernel
import Values

/// A number as people write it in files, `1,234.50` or `1.234,50`, brought to plain form.
struct WrittenNumber {
  /// Digits with a point: `-1234.50`.
  let plain: String
  let isWhole: Bool

  /// - Parameter decimal: `.` or `,`; the other one separates groups of three digits.
  /// - Throws: `csv.decimal`; nil for what is no number.
  init?(_ text: String, decimal: String?) throws {
    let point = decimal ?? "."
    guard point == "." || point == "," else {
      throw ArgumentError(
        "\"\(point.shortened)\" is not a decimal mark", code: "csv.decimal",
        remedy: "give \".\" or \",\"")
    }
    let group: Character = point == "." ? "," : "."
    var rest = Substring(text.narrowed.trimmingBlanks)
    let isNegative = rest.first == "-"
    if isNegative || rest.first == "+" { rest.removeFirst() }
    let parts = rest.split(
      separator: Character(point), maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first, let whole = WrittenNumber.joined(first, group) else {
      return nil
    }
    if parts.count > 1 {
      guard WrittenNumber.areDigits(parts[1]) else { return nil }
    }
    isWhole = parts.count == 1
    plain = (isNegative ? "-" : "") + whole + (parts.count > 1 ? "." + parts[1] : "")
  }

  /// The digits of `1,234,567`; nil when a group is not of three.
  private static func joined(_ text: Substring, _ group: Character) -> String? {
    let groups = text.split(separator: group, omittingEmptySubsequences: false)
    guard groups.allSatisfy(areDigits) else { return nil }
    if groups.count > 1 {
      guard groups[0].utf8.count <= 3, groups.dropFirst().allSatisfy({ $0.utf8.count == 3 }) else {
        return nil
      }
    }
    return groups.joined()
  }

  private static func areDigits(_ text: Substring) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { $0 &- UInt8(ascii: "0") < 10 }
  }
}

extension WrittenNumber {
  /// An integer where there are no decimals, else a float.
  ///
  /// Throws: `csv.number`, `csv.decimal`.
  static func number(_ text: String, decimal: String?) throws -> Value {
    guard let number = try WrittenNumber(text, decimal: decimal) else {
      throw ArgumentError(
        "\"\(text.shortened)\" is not a number", code: "csv.number",
        remedy: "write it as 1234.5 or 1,234.5; with \",\" as second argument as 1.234,5")
    }
    if number.isWhole {
      if let integer = Int64(number.plain) { return .integer(integer) }
    } else if let float = Double(number.plain), float.isFinite {
      return .number(float)
    }
    throw ArgumentError(
      "\"\(text.shortened)\" has too many digits", code: "csv.number",
      remedy: "use at most 18 digits")
  }

  /// So many units of money, exactly; a yuan sign in front and 元 behind are passed over, 万 and 亿 behind are the unit,
  /// whatever the column's is.
  ///
  /// Throws: `csv.money`, `csv.decimal`, `money.inexact`, `money.overflow`.
  static func money(_ text: String, unit: Money?, decimal: String?) throws -> Money {
    var bare = Substring(text.narrowed.trimmingBlanks)
    if bare.first == "¥" { bare.removeFirst() }
    if bare.last == "元" { bare.removeLast() }
    var unit = unit
    if let written = MoneyUnit.written(bare.last) {
      bare.removeLast()
      unit = try Money.yuan(written.yuan)
    }
    guard let number = try WrittenNumber(String(bare), decimal: decimal) else {
      throw ArgumentError(
        "\"\(text.shortened)\" is not an amount of money", code: "csv.money",
        remedy: "write it as 1234.50 or 1,234.50, without a currency's name")
    }
    let factor: Rate
    do {
      factor = try Rate(parsing: number.plain)
    } catch {
      throw ArgumentError(
        "\"\(text.shortened)\" has too many digits", code: "csv.money",
        remedy: "use at most 18 digits")
    }
    return try (unit ?? Money.yuan(1)).times(factor)
  }
}

extension MoneyUnit {
  /// The unit that a sign behind a number says; nil where it says none.
  fileprivate static func written(_ sign: Character?) -> MoneyUnit? {
    switch sign {
    case "万": .wan
    case "亿": .yi
    default: nil
    }
  }
}
