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

  /// Time that counts from one moment to another, without holds.
  /// - Throws: `calendar.coverage`.
  public func elapsed(
    from start: Instant, to end: Instant, holds: [Hold] = []
  ) throws -> Span {
    var time = try counted(start, end)
    for hold in Hold.merged(holds, from: start) where hold.from < end {
      time = try time.subtracting(counted(hold.from, min(hold.to ?? end, end)))
    }
    return time
  }

  /// When so much time that counts is over: `start + time + time on hold`. Nil where it waits for the
  /// end of a hold.
  /// - Throws: `calendar.coverage`, `calendar.span`, `instant.range`.
  public func due(
    after start: Instant, _ time: Span, holds: [Hold] = []
  ) throws -> Instant? {
    var (left, reached) = (time, start)
    for hold in Hold.merged(holds, from: start) {
      let run = try counted(reached, hold.from)
      if run >= left { break }
      guard let to = hold.to else { return nil }
      left = try left.subtracting(run)
      reached = to
    }
    switch self {
    case .wall:
      guard left >= .zero else {
        throw ValidationError(
          "calendar.span", "\(left) is negative", remedy: "give a span of 0 or more")
      }
      return try reached.adding(left)
    case .working(let calendar): return try calendar.due(after: reached, left)
    }
  }

  private func counted(_ start: Instant, _ end: Instant) throws -> Span {
    switch self {
    case .wall: end.span(since: start)
    case .working(let calendar): try calendar.elapsed(from: start, to: end)
    }
  }
}
