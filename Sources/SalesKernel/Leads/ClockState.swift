import Values

/// Where a clock stands for one record at one moment.
public struct ClockState: Hashable, Sendable {
  public enum Outcome: String, CaseIterable, Sendable {
    /// Done in time.
    case met
    /// Done, but late.
    case late
    /// Not done, and its time is over.
    case overdue
    /// Not done, with time left.
    case open
    /// Ended before its time by something else: the lead was closed.
    case waived

    public var isMissed: Bool { self == .late || self == .overdue }
  }

  public let start: Instant
  /// How much time there was.
  public let target: Span
  public let due: Instant
  /// When it was done.
  public let done: Instant?
  /// Time that counted, up to its end or to now.
  public let elapsed: Span
  public let outcome: Outcome

  /// Time left; negative where it is over.
  public var remaining: Span {
    let (rest, overflow) = target.milliseconds.subtractingReportingOverflow(elapsed.milliseconds)
    return Span(milliseconds: overflow ? .min : rest)
  }

  /// - Parameters:
  ///   - ended: When something else ended it.
  /// - Throws: `calendar.coverage`, `instant.range`.
  init(
    _ target: Span, from start: Instant, done: Instant?, ended: Instant?, now: Instant,
    on timeline: Timeline
  ) throws {
    let due: Instant
    switch timeline {
    case .wall: due = try start.adding(target)
    case .working(let calendar): due = try calendar.due(after: start, target)
    }
    let end = done ?? ended ?? now
    self.elapsed = end > start ? try timeline.elapsed(from: start, to: end) : .zero
    (self.start, self.target, self.due, self.done) = (start, target, due, done)
    if let done {
      outcome = done <= due ? .met : .late
    } else if let ended, ended <= due {
      outcome = .waived
    } else {
      outcome = ended != nil || now > due ? .overdue : .open
    }
  }
}
