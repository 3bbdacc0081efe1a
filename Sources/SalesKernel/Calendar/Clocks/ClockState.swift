import Values

/// Where a clock stands for one record at one moment: of a lead, of a ticket, of anything.
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
    /// Ended before its time by something else: the record was closed.
    case waived

    public var isMissed: Bool { self == .late || self == .overdue }
  }

  public let start: Instant
  /// How much time there was.
  public let target: Span
  /// Nil while a hold without an end keeps it waiting.
  public let due: Instant?
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

  /// Time beyond the target; negative where some is left.
  public var over: Span {
    let (rest, overflow) = elapsed.milliseconds.subtractingReportingOverflow(target.milliseconds)
    return Span(milliseconds: overflow ? .max : rest)
  }

  /// Whether it still runs: neither done nor ended by anything else.
  public let isWaiting: Bool

  /// When it is due, in words.
  public var dueText: String { due.map { "\($0)" } ?? "not before the hold ends" }

  /// - Parameters:
  ///   - ended: When something else ended it.
  ///   - holds: Time that does not count.
  /// - Throws: `calendar.coverage`, `calendar.span`, `instant.range`.
  public init(
    _ target: Span, from start: Instant, done: Instant?, ended: Instant? = nil, now: Instant,
    holds: HoldList = .none, on timeline: Timeline
  ) throws {
    let end = done ?? ended ?? now
    (due, elapsed) = try timeline.reading(
      from: start, target, to: end, holds, before: done ?? ended ?? .last)
    (self.start, self.target, self.done) = (start, target, done)
    isWaiting = done == nil && ended == nil
    let last = due ?? .last
    if let done {
      outcome = done <= last ? .met : .late
    } else if let ended, ended <= last {
      outcome = .waived
    } else {
      outcome = ended != nil || now > last ? .overdue : .open
    }
  }
}
