import Values

/// Working time: how much lies between two moments, and when so much is over. The two are inverse.
extension WorkingCalendar {
  /// Time worked from one moment to another; negative where the second is earlier.
  ///
  ///     Fri 2026-02-13 17:00 to Sat 2026-02-14 12:00   // 4 h: the Saturday is a make-up workday
  /// - Throws: `calendar.coverage`.
  public func elapsed(from start: Instant, to end: Instant) throws(ValidationError) -> Span {
    Span(milliseconds: try position(of: end) - position(of: start))
  }

  /// The first moment at which so much working time has passed since `start`.
  ///
  /// No time is over at once, even outside hours; time that ends with a window ends then, not when
  /// the next begins.
  /// - Complexity: O(log days).
  /// - Throws: `calendar.coverage`, `calendar.span` for a negative one.
  public func due(after start: Instant, _ time: Span) throws(ValidationError) -> Instant {
    guard time.milliseconds >= 0 else {
      throw ValidationError(
        "calendar.span", "\(time) is negative", remedy: "give a span of 0 or more")
    }
    let from = try position(of: start)
    return time == .zero ? start : try moment(worked: time, after: start, at: from)
  }

  /// The first moment at which so much time, above 0, has passed since a moment at a position.
  @inline(__always)
  func moment(
    worked time: Span, after start: Instant, at from: Int64
  ) throws(ValidationError) -> Instant {
    let (target, overflow) = from.addingReportingOverflow(time.milliseconds)
    guard !overflow, target <= worked.last ?? 0 else {
      throw outside("\(time) of working time after \(start)")
    }
    let first = Int64(coverage.lowerBound.number) * Span.millisecondsPerDay - offset
    let today = Int((start.milliseconds - first) / Span.millisecondsPerDay)
    let place = firstIndex(from: today) { worked[$0 + 1] >= target }
    let clock = windows.time(worked: target - worked[place], kind: Int(kinds[place]))
    let midnight = first + Int64(place) * Span.millisecondsPerDay
    guard let due = try? Instant(milliseconds: midnight + clock) else {
      throw outside("\(time) of working time after \(start)")
    }
    return due
  }

  /// Time worked from the first day to a moment.
  /// - Throws: `calendar.coverage`.
  func position(of moment: Instant) throws(ValidationError) -> Int64 {
    let shown = moment.milliseconds + offset
    let first = Int64(coverage.lowerBound.number) * Span.millisecondsPerDay
    let (since, overflow) = shown.subtractingReportingOverflow(first)
    let (place, clock) = since.quotientAndRemainder(dividingBy: Span.millisecondsPerDay)
    guard !overflow, since >= 0, place < Int64(kinds.count) else { throw outside("\(moment)") }
    return worked[Int(place)] + windows.worked(until: clock, kind: Int(kinds[Int(place)]))
  }
}
