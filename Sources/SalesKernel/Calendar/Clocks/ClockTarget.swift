import Values

/// How much time a clock gives.
public enum ClockTarget: Hashable, Sendable {
  case span(Span)
  /// So many working days of the calendar's usual length.
  case workingDays(Int64)

  static let keys = ["within", "working_days"]

  /// Reads the one of `within = hours(24)` and `working_days = 3` that is given.
  /// - Throws: ``PolicyError``.
  init(_ table: PolicyTable, _ kind: Timeline.Kind) throws(PolicyError) {
    switch (table["within"].ifPresent, table["working_days"].ifPresent) {
    case (let at?, nil): self = .span(try at.duration())
    case (nil, let at?):
      guard kind == .working else {
        throw PolicyError(
          "policy.value", at: at.path, "counts working days, and the clock is on the wall",
          remedy: "give kind = \"working\"")
      }
      self = .workingDays(try at.integer(in: 0...10_000))
    default:
      throw PolicyError(
        "policy.value", at: table.path, "needs one of within and working_days",
        remedy: "as within = hours(24)")
    }
  }

  /// - Throws: `span.overflow`.
  func span(on timeline: Timeline) throws(ValueError) -> Span {
    switch (self, timeline) {
    case (.span(let span), _): span
    case (.workingDays(let days), .working(let calendar)): try calendar.workingDay.times(days)
    case (.workingDays(let days), .wall): try Span.days(days)
    }
  }
}
