import Values

/// A stretch of the calendar by its name: `2026`, `2026-H1`, `2026-Q2`, `2026-06`.
public struct CalendarPeriod: Hashable, Sendable {
  /// How long a period is.
  public enum Unit: String, CaseIterable, Sendable {
    case month, quarter, half, year

    public var months: Int {
      switch self {
      case .month: 1
      case .quarter: 3
      case .half: 6
      case .year: 12
      }
    }
  }

  public let unit: Unit
  public let text: String
  public let first: Day
  public let last: Day

  /// The period that a day is in.
  public init(_ unit: Unit, of day: Day) throws(ValueError) {
    let number = (day.month - 1) / unit.months
    self.unit = unit
    first = try Day(year: day.year, month: number * unit.months + 1, day: 1)
    last = try Day(year: day.year, month: (number + 1) * unit.months, day: 1).endOfMonth
    let year = Self.padded(day.year, 4)
    switch unit {
    case .month: text = "\(year)-\(Self.padded(day.month, 2))"
    case .quarter: text = "\(year)-Q\(number + 1)"
    case .half: text = "\(year)-H\(number + 1)"
    case .year: text = year
    }
  }

  /// Reads a period.
  /// - Throws: `period.syntax`.
  public init(parsing text: String) throws(ValidationError) {
    for unit in Unit.allCases {
      guard let day = Self.start(text, unit),
        let period = try? CalendarPeriod(unit, of: day), period.text == text
      else { continue }
      self = period
      return
    }
    throw ValidationError(
      "period.syntax", "\"\(text.excerpt)\" is no period",
      remedy: "write a year as 2026, a half as 2026-H1, a quarter as 2026-Q2, a month as 2026-06")
  }

  private static func start(_ text: String, _ unit: Unit) -> Day? {
    guard text.utf8.count >= 4, let year = Int(text.prefix(4)) else { return nil }
    let rest = String(text.dropFirst(5))
    let number: Int?
    switch unit {
    case .year: number = rest.isEmpty ? 1 : nil
    case .month: number = Int(rest)
    case .quarter, .half: number = Int(rest.dropFirst())
    }
    guard let number, (1...12 / unit.months).contains(number) else { return nil }
    return try? Day(year: year, month: (number - 1) * unit.months + 1, day: 1)
  }

  /// The periods of a unit that it is made up of; nil where it is shorter than one.
  public func parts(_ unit: Unit) throws(ValueError) -> [CalendarPeriod]? {
    guard unit.months <= self.unit.months else { return nil }
    var parts: [CalendarPeriod] = []
    for month in stride(from: first.month, through: last.month, by: unit.months) {
      parts.append(try CalendarPeriod(unit, of: Day(year: first.year, month: month, day: 1)))
    }
    return parts
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
  }
}
