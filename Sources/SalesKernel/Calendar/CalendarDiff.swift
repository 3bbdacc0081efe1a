import Values

/// What changes where one calendar takes the place of another.
public struct CalendarDiff: Sendable {
  /// A day that the two do not work alike.
  public struct ChangedDay: Hashable, Sendable {
    public let day: Day
    public let before: WorkingHours
    public let after: WorkingHours
  }

  public let before: WorkingCalendar
  public let after: WorkingCalendar
  /// The days that both cover and do not work alike, in order.
  public let days: [ChangedDay]

  /// - Throws: `calendar.coverage` for calendars that have no day in common.
  public init(from before: WorkingCalendar, to after: WorkingCalendar) throws {
    (self.before, self.after) = (before, after)
    let first = max(before.coverage.lowerBound, after.coverage.lowerBound)
    let last = min(before.coverage.upperBound, after.coverage.upperBound)
    guard first <= last else { throw after.outside("\(before.coverage.lowerBound)") }
    var days: [ChangedDay] = []
    for number in first.number...last.number {
      let day = try Day(number: number)
      let (old, new) = (try before.hours(on: day), try after.hours(on: day))
      if old != new { days.append(ChangedDay(day: day, before: old, after: new)) }
    }
    self.days = days
  }

  /// The changed days on which a clock that ran from one moment to another counts another time than before:
  /// those that lie wholly in a hold are none.
  /// - Throws: `calendar.coverage`.
  public func causes(
    from start: Instant, to end: Instant, holds: HoldList
  ) throws -> [Day] {
    var low = 0
    var high = days.count
    let first = start.day(in: before.zone)
    while low < high {
      let middle = (low + high) / 2
      if days[middle].day < first { low = middle + 1 } else { high = middle }
    }
    var causes: [Day] = []
    for changed in days[low...] {
      let midnight = try Instant(startOf: changed.day, in: before.zone)
      guard midnight < end else { break }
      let from = max(start, midnight)
      let to = min(end, try midnight.adding(Span(milliseconds: Span.millisecondsPerDay)))
      let old = try Timeline.working(before).elapsed(from: from, to: to, holds: holds)
      let new = try Timeline.working(after).elapsed(from: from, to: to, holds: holds)
      if old != new { causes.append(changed.day) }
    }
    return causes
  }
}
