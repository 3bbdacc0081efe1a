import Lua
import SalesKernel
import Values

/// The order of year, month and day in a date's text: `m/d/y`, `d.m.y`, `ymd`.
///
/// Letters stand for numbers (`y` for four digits, `m` and `d` for one or two), anything else for
/// itself.
struct DatePattern {
  private let letters: [UInt8]
  private let text: String

  private static let year = UInt8(ascii: "y")
  private static let month = UInt8(ascii: "m")
  private static let day = UInt8(ascii: "d")

  /// Throws: `csv.pattern`.
  init(_ text: String) throws {
    letters = Array(text.utf8)
    self.text = text
    for letter in [DatePattern.year, DatePattern.month, DatePattern.day]
    where letters.count(where: { $0 == letter }) != 1 {
      throw ArgumentError(
        "\"\(text)\" is not a pattern of dates", code: "csv.pattern",
        remedy: "name y, m and d once each, as \"m/d/y\"")
    }
  }

  /// Throws: `csv.date`, `day.range` where there is no such day.
  func day(in text: String) throws -> Day {
    var (year, month, day) = (0, 0, 0)
    var rest = Substring(text.narrowed.trimmingBlanks).utf8
    for letter in letters {
      switch letter {
      case DatePattern.year: year = try number(&rest, 4...4, text)
      case DatePattern.month: month = try number(&rest, 1...2, text)
      case DatePattern.day: day = try number(&rest, 1...2, text)
      default:
        guard rest.first == letter else { throw mismatch(text) }
        rest.removeFirst()
      }
    }
    guard rest.isEmpty else { throw mismatch(text) }
    do {
      return try Day(year: year, month: month, day: day)
    } catch {
      throw ValueError(
        error.code, "\"\(text.shortened)\" read as \(self.text) is not a day of the calendar",
        remedy: "check the date and the order of day and month")
    }
  }

  private func number(
    _ rest: inout Substring.UTF8View, _ lengths: ClosedRange<Int>, _ text: String
  ) throws -> Int {
    let digits = rest.prefix(lengths.upperBound).prefix { $0 &- UInt8(ascii: "0") < 10 }
    guard lengths.contains(digits.count) else { throw mismatch(text) }
    rest.removeFirst(digits.count)
    return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }

  private func mismatch(_ text: String) -> ArgumentError {
    ArgumentError(
      "\"\(text.shortened)\" is not a date written \(self.text)", code: "csv.date",
      remedy: "y has four digits, m and d one or two")
  }
}

extension String {
  /// Without spaces and tabs around it.
  var trimmingBlanks: String {
    let bytes = utf8
    let isBlank: (UInt8) -> Bool = { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    guard let first = bytes.firstIndex(where: { !isBlank($0) }),
      let last = bytes.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(self[first...last])
  }

  /// For messages: at most 60 characters.
  var shortened: String { count > 60 ? prefix(60) + "…" : self }
}
