import Values

/// What a clock counts: every hour, or hours of work.
public enum Timeline: Sendable {
  case wall
  case working(WorkingCalendar)

  /// As policies and scripts name them.
  public enum Kind: String, CaseIterable, Sendable {
    case wall, working
  }

  public var kind: Kind {
    switch self {
    case .wall: .wall
    case .working: .working
    }
  }

  /// Name of the calendar that it counts on; nil on the wall.
  public var calendar: String? {
    switch self {
    case .wall: nil
    case .working(let calendar): calendar.policy.header.name
    }
  }

  /// Time that counts from one moment to another, without holds; negative where the second is earlier.
  /// - Throws: `calendar.coverage`.
  public func elapsed(
    from start: Instant, to end: Instant, holds: HoldList = .none
  ) throws -> Span {
    Span(milliseconds: try counted(from: start, at: position(of: start), to: end, holds))
  }

  /// When so much time that counts is over: `start + time + time on hold`. Nil where it waits for the
  /// end of a hold.
  /// - Throws: `calendar.coverage`, `calendar.span`, `instant.range`.
  public func due(
    after start: Instant, _ time: Span, holds: HoldList = .none
  ) throws -> Instant? {
    try due(after: start, at: position(of: start), time, holds, before: .last)
  }

  /// Both at once: when it is due, and what has counted up to a moment from the start on.
  /// - Parameter limit: When it was over; holds from then on change nothing.
  @inline(__always)
  func reading(
    from start: Instant, _ time: Span, to end: Instant, _ holds: HoldList, before limit: Instant
  ) throws -> (due: Instant?, elapsed: Span) {
    let from = try position(of: start)
    return (
      try due(after: start, at: from, time, holds, before: limit),
      Span(milliseconds: end > start ? try counted(from: start, at: from, to: end, holds) : 0)
    )
  }

  /// How much has counted at a moment since a fixed beginning.
  @inline(__always)
  func position(of moment: Instant) throws -> Int64 {
    switch self {
    case .wall: moment.milliseconds
    case .working(let calendar): try calendar.position(of: moment)
    }
  }

  @inline(__always)
  private func counted(
    from start: Instant, at from: Int64, to end: Instant, _ holds: HoldList
  ) throws -> Int64 {
    var time = try position(of: end) - from
    for hold in holds.holds where hold.from < end {
      let (first, last) = (max(hold.from, start), min(hold.to ?? end, end))
      if last > first { time -= try position(of: last) - position(of: first) }
    }
    return time
  }

  @inline(__always)
  private func due(
    after start: Instant, at from: Int64, _ time: Span, _ holds: HoldList, before limit: Instant
  ) throws -> Instant? {
    guard time >= .zero else {
      throw ValidationError(
        "calendar.span", "\(time) is negative", remedy: "give a span of 0 or more")
    }
    var (left, reached, place) = (time.milliseconds, start, from)
    for hold in holds.holds {
      if let to = hold.to, to <= reached { continue }
      if hold.from >= limit { break }
      let begins = max(hold.from, reached)
      let run = try position(of: begins) - place
      if run >= left { break }
      guard let to = hold.to else { return nil }
      left -= run
      reached = to
      place = try position(of: to)
    }
    if left == 0 { return reached }
    switch self {
    case .wall: return try reached.adding(Span(milliseconds: left))
    case .working(let calendar):
      return try calendar.moment(worked: Span(milliseconds: left), after: reached, at: place)
    }
  }
}
