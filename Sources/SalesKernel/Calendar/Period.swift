import Values

/// A calendar year, half, quarter or month: `2026`, `2026-H1`, `2026-Q2`, `2026-06`.
public struct Period: Hashable, Sendable {
  /// From the longest to the shortest.
  public enum Unit: String, CaseIterable, Sendable {
    case year, half, quarter, month

    public var months: Int {
      switch self {
      case .year: 12
      case .half: 6
      case .quarter: 3
      case .month: 1
      }
    }

    public var example: String {
      switch self {
      case .year: "2026"
      case .half: "2026-H1"
      case .quarter: "2026-Q2"
      case .month: "2026-06"
      }
    }
  }

  public let unit: Unit
  public let first: Day

  /// The period that a day is in.
  public init(_ unit: Unit, of day: Day) {
    self.unit = unit
    switch unit {
    case .year: first = day.startOfYear
    case .half:
      let isFirst = day.month <= 6
      first = (try? Day(year: day.year, month: isFirst ? 1 : 7, day: 1)) ?? day.startOfYear
    case .quarter: first = day.startOfQuarter
    case .month: first = day.startOfMonth
    }
  }

  /// Reads a period.
  /// - Throws: `period.unknown`.
  public init(parsing text: String) throws(ValidationError) {
    let starts = [
      "H1": "01", "H2": "07", "Q1": "01", "Q2": "04", "Q3": "07", "Q4": "10",
    ]
    let unit: Unit
    let month: String
    switch text.utf8.count {
    case 4: (unit, month) = (.year, "01")
    case 7:
      let part = String(text.suffix(2))
      unit = part.hasPrefix("H") ? .half : part.hasPrefix("Q") ? .quarter : .month
      month = starts[part] ?? part
    default: throw Self.unknown(text)
    }
    guard let day = try? Day(parsing: "\(text.prefix(4))-\(month)-01") else {
      throw Self.unknown(text)
    }
    self.init(unit, of: day)
    guard self.text == text else { throw Self.unknown(text) }
  }

  private static func unknown(_ text: String) -> ValidationError {
    ValidationError(
      "period.unknown", "\"\(text.excerpt)\" is no period",
      remedy: "write it as \(Unit.allCases.map(\.example).joined(separator: ", "))",
      field: "period")
  }

  public var last: Day {
    let month = first.month + unit.months - 1
    return ((try? Day(year: first.year, month: month, day: 1)) ?? first).endOfMonth
  }

  public var text: String {
    let year = Self.padded(first.year, 4)
    return switch unit {
    case .year: year
    case .half: "\(year)-H\(first.month <= 6 ? 1 : 2)"
    case .quarter: "\(year)-Q\(first.quarter)"
    case .month: "\(year)-\(Self.padded(first.month, 2))"
    }
  }

  /// The period so many of its length later, or earlier where negative.
  /// - Throws: `day.range`.
  public func adding(_ count: Int) throws(ValueError) -> Period {
    let (months, overflow) = count.multipliedReportingOverflow(by: unit.months)
    return Period(unit, of: try first.adding(months: overflow ? .max : months))
  }

  /// The same period so many years later, or earlier where negative.
  /// - Throws: `day.range`.
  public func adding(years: Int) throws(ValueError) -> Period {
    let (months, overflow) = years.multipliedReportingOverflow(by: 12)
    return Period(unit, of: try first.adding(months: overflow ? .max : months))
  }

  /// The shorter periods that it consists of; none where the unit is not shorter.
  public func parts(_ shorter: Unit) -> [Period] {
    guard shorter.months < unit.months else { return [] }
    var parts: [Period] = []
    var part = Period(shorter, of: first)
    while part.first <= last {
      parts.append(part)
      guard let next = try? part.adding(1), next.first > part.first else { break }
      part = next
    }
    return parts
  }

  public func contains(_ day: Day) -> Bool { day >= first && day <= last }

  public func contains(_ other: Period) -> Bool {
    other.first >= first && other.last <= last
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
  }
}
