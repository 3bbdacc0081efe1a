import Values

/// The calendar periods that a frame groups its days by.
public enum FrameUnit: String, FieldChoice, Sendable {
  case day, week, month, quarter, half, year

  private var grain: Grain? { Grain(rawValue: rawValue) }

  /// The first day of the period that a day is in.
  /// - Throws: `day.range`.
  func start(of day: Day) throws(ValueError) -> Day {
    guard let grain else {
      let start = day.startOfYear
      return day.month <= 6 ? start : try start.adding(months: 6)
    }
    return try grain.start(of: day)
  }

  /// The periods that days fall into, the first and the last cut where the days begin and end.
  /// - Throws: `day.range`.
  public func parts(
    from first: Day, through last: Day
  ) throws(ValueError) -> [(text: String, first: Day, last: Day)] {
    var parts: [(text: String, first: Day, last: Day)] = []
    var day = first
    while day <= last {
      let start = try start(of: day)
      let end = min(try self.last(of: start), last)
      parts.append((text(of: start), day, end))
      if end == .last { break }
      day = try end.adding(days: 1)
    }
    return parts
  }

  private func last(of start: Day) throws(ValueError) -> Day {
    if let grain { return try grain.last(of: start) }
    return try start.adding(months: 6).adding(days: -1)
  }

  /// As `2026-06-30`, `2026-W27`, `2026-06`, `2026-Q2`, `2026-H1`, `2026`.
  func text(of start: Day) -> String {
    if let grain { return grain.text(of: start) }
    return "\(Grain.year.text(of: start.startOfYear))-H\(start.month <= 6 ? 1 : 2)"
  }
}

/// What a frame is grouped by: a column, or the calendar period that a day or moment of it is in.
public struct FrameKey: Hashable, Sendable {
  /// As groups call it.
  public let name: String
  public let column: String
  public let unit: FrameUnit?

  public init(_ name: String, column: String, unit: FrameUnit? = nil) {
    self.name = name
    self.column = column
    self.unit = unit
  }
}
