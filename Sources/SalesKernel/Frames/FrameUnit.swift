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
