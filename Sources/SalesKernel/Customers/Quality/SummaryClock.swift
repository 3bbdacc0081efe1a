import Values

/// Whether the summary of an activity was written in time.
/// - Source: CU14.
public enum SummaryState: Hashable, Sendable {
  /// Written in time.
  case onTime
  /// Written, but later than allowed by this much.
  case late(by: Span)
  /// Not written, and due since this long.
  case overdue(by: Span)
  /// Not written, with this much left.
  case open(left: Span)
}

extension QualityPolicy {
  /// - Parameters:
  ///   - at: When the activity was.
  ///   - summarised: When its summary was written; nil where it is not.
  /// - Throws: ``ValueError`` with `instant.range` at the end of time.
  public func summaryState(
    at: Instant, summarised: Instant?, now: Instant
  ) throws(ValueError) -> SummaryState {
    let due = try at.adding(summaryWithin)
    if let summarised {
      return summarised <= due ? .onTime : .late(by: summarised.span(since: due))
    }
    return now <= due ? .open(left: due.span(since: now)) : .overdue(by: now.span(since: due))
  }
}
