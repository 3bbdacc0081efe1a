import Values

/// How long a period is. Weeks begin on Monday and have their ISO number.
public enum Grain: String, FieldChoice, Sendable {
  case day, week, month, quarter, year

  /// The first day of the period that a day is in.
  public func start(of day: Day) throws(ValueError) -> Day {
    switch self {
    case .day: day
    case .week: try day.adding(days: 1 - day.weekday)
    case .month: day.startOfMonth
    case .quarter: day.startOfQuarter
    case .year: day.startOfYear
    }
  }

  /// The first day of the period so many later.
  public func start(_ start: Day, adding count: Int) throws(ValueError) -> Day {
    let (months, overflow) = count.multipliedReportingOverflow(by: self == .quarter ? 3 : 12)
    switch self {
    case .day: return try start.adding(days: count)
    case .week:
      let (days, overflow) = count.multipliedReportingOverflow(by: 7)
      return try start.adding(days: overflow ? .max : days)
    case .month: return try start.adding(months: count)
    case .quarter, .year: return try start.adding(months: overflow ? .max : months)
    }
  }

  /// The last day of the period that begins on a day.
  public func last(of start: Day) throws(ValueError) -> Day {
    try self.start(start, adding: 1).adding(days: -1)
  }

  /// As `2026-06-30`, `2026-W27`, `2026-06`, `2026-Q2`, `2026`.
  public func text(of start: Day) -> String {
    let year = Self.padded(start.year, 4)
    switch self {
    case .day: return start.description
    case .week:
      // A week is of the year that its Thursday is in.
      let thursday = (try? start.adding(days: 3)) ?? start
      let number = thursday.days(since: thursday.startOfYear) / 7 + 1
      return "\(Self.padded(thursday.year, 4))-W\(Self.padded(number, 2))"
    case .month: return "\(year)-\(Self.padded(start.month, 2))"
    case .quarter: return "\(year)-Q\(start.quarter)"
    case .year: return year
    }
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
  }
}
