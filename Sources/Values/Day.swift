/// A calendar day, proleptic Gregorian, years 0001–9999.
///
///     try Day(year: 2026, month: 6, day: 30).description   // "2026-06-30"
///
/// Units: ``number`` counts days since 1970-01-01.
public struct Day: Hashable, Sendable {
  public let number: Int32

  /// 0001-01-01.
  public static let first = Day(unchecked: -719_162)
  /// 9999-12-31.
  public static let last = Day(unchecked: 2_932_896)

  @usableFromInline
  init(unchecked number: Int32) {
    self.number = number
  }

  /// The day so many days after 1970-01-01.
  ///
  /// Throws: `day.range` outside years 0001–9999.
  @inlinable
  public init(number: some BinaryInteger) throws(ValueError) {
    guard let number = Int32(exactly: number), number >= -719_162, number <= 2_932_896 else {
      throw .dayRange("day number \(number)")
    }
    self.init(unchecked: number)
  }

  /// Throws: `day.range` when there is no such day: 2026-02-30, month 13, year 0.
  public init(year: Int, month: Int, day: Int) throws(ValueError) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Day.length(ofMonth: month, year: year)
    else { throw .dayRange("year \(year) month \(month) day \(day)") }
    self.init(unchecked: Day.number(year, month, day))
  }
}

extension Day: Comparable {
  @inlinable
  public static func < (left: Day, right: Day) -> Bool { left.number < right.number }
}

extension ValueError {
  @usableFromInline
  static func dayRange(_ what: String) -> ValueError {
    ValueError(
      "day.range", "\(what) is not a day of the calendar, 0001-01-01 to 9999-12-31",
      remedy: "check year, month and day")
  }
}
