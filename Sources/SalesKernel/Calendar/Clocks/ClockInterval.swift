import Values

/// A stretch of a clock's time: counted, on hold, or outside hours.
public struct ClockInterval: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    case counted, paused, outside
  }

  public let kind: Kind
  public let from: Instant
  public let to: Instant
  /// Time of the clock's own kind in it: what was counted, or what the hold spared; none outside hours.
  public let time: Span
}

extension Timeline {
  /// How the time between two moments counted, stretch by stretch. The counted ones add up to
  /// ``elapsed(from:to:holds:)``.
  /// - Complexity: O(days + holds).
  /// - Throws: `calendar.coverage`.
  public func intervals(
    from start: Instant, to end: Instant, holds: HoldList = .none
  ) throws -> [ClockInterval] {
    var all: [ClockInterval] = []
    var reached = start
    for hold in holds.holds where hold.from < end {
      let (first, last) = (max(hold.from, reached), min(hold.to ?? end, end))
      guard last > first else { continue }
      all += try running(from: reached, to: first)
      all.append(
        ClockInterval(
          kind: .paused, from: first, to: last, time: try elapsed(from: first, to: last)))
      reached = last
    }
    return all + (try running(from: reached, to: end))
  }

  /// Stretches without holds.
  private func running(from start: Instant, to end: Instant) throws -> [ClockInterval] {
    guard end > start else { return [] }
    guard case .working(let calendar) = self else {
      return [ClockInterval(kind: .counted, from: start, to: end, time: end.span(since: start))]
    }
    var stretches = try calendar.stretches(from: start, to: end)[...]
    var all: [ClockInterval] = []
    var reached = start
    while let next = stretches.popFirst() {
      if next.from > reached { all.append(.outside(reached, next.from)) }
      all.append(
        ClockInterval(
          kind: .counted, from: next.from, to: next.to, time: next.to.span(since: next.from)))
      reached = next.to
    }
    if end > reached { all.append(.outside(reached, end)) }
    return all
  }
}

extension ClockInterval {
  fileprivate static func outside(_ from: Instant, _ to: Instant) -> ClockInterval {
    ClockInterval(kind: .outside, from: from, to: to, time: .zero)
  }
}

extension WorkingCalendar {
  /// The stretches that are worked between two moments, those that touch as one.
  /// - Throws: `calendar.coverage`.
  fileprivate func stretches(
    from start: Instant, to end: Instant
  ) throws -> [(from: Instant, to: Instant)] {
    let (first, last) = (try index(of: start.day(in: zone)), try index(of: end.day(in: zone)))
    var found: [(from: Instant, to: Instant)] = []
    for place in first...max(first, last) {
      let midnight = try Instant(
        startOf: coverage.lowerBound.adding(days: place), in: zone)
      for window in hours[Int(kinds[place])].windows {
        let from = max(start, try midnight.adding(Span(milliseconds: window.from)))
        let to = min(end, try midnight.adding(Span(milliseconds: window.to)))
        guard to > from else { continue }
        if let last = found.last, last.to == from {
          found[found.count - 1].to = to
        } else {
          found.append((from, to))
        }
      }
    }
    return found
  }
}
