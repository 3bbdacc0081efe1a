import Values

/// A year, a quarter or a month whose purchases a rebate counts: `2026`, `2026-Q2`, `2026-06`.
public struct RebatePeriod: Hashable, Sendable {
  public enum Unit: String, CaseIterable, Sendable {
    case year, quarter, month

    var example: String {
      switch self {
      case .year: "2026"
      case .quarter: "2026-Q2"
      case .month: "2026-06"
      }
    }
  }

  public let text: String
  public let first: Day
  public let last: Day

  /// The period that a day is in.
  public init(_ unit: Unit, of day: Day) throws(ValueError) {
    let year = String(day.year)
    let padded = String(repeating: "0", count: max(0, 4 - year.utf8.count)) + year
    switch unit {
    case .year:
      (text, first) = (padded, day.startOfYear)
      last = try Day(year: day.year, month: 12, day: 31)
    case .quarter:
      (text, first) = ("\(padded)-Q\(day.quarter)", day.startOfQuarter)
      last = try Day(year: day.year, month: day.quarter * 3, day: 1).endOfMonth
    case .month:
      text = "\(padded)-\(day.month < 10 ? "0" : "")\(day.month)"
      (first, last) = (day.startOfMonth, day.endOfMonth)
    }
  }

  /// Reads a period.
  /// - Throws: `rebate.period` for what is no period of the unit.
  public init(parsing text: String, unit: Unit) throws(ValidationError) {
    let start: String
    switch unit {
    case .year: start = "\(text)-01-01"
    case .month: start = "\(text)-01"
    case .quarter:
      let months = ["Q1": "01", "Q2": "04", "Q3": "07", "Q4": "10"]
      start = "\(text.prefix(5))\(months[String(text.dropFirst(5))] ?? "")-01"
    }
    guard let day = try? Day(parsing: start), let period = try? RebatePeriod(unit, of: day),
      period.text == text
    else {
      throw ValidationError(
        "rebate.period", "\"\(text.excerpt)\" is no \(unit.rawValue)",
        remedy: "write it as \(unit.example)")
    }
    self = period
  }
}
