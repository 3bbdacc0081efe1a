import Values

/// Which days and hours are worked, over all days that statutory data covers.
///
/// ```
///   day       02-13 Fri   02-14 Sat (make-up)   02-15 … 02-23 (holiday)   02-24 Tue
///   worked    0 h         8 h                   16 h … 16 h               16 h     before the day
/// ```
/// Sums before each day make every question a look-up or a binary search. Outside the coverage
/// nothing is known, and nothing is guessed: `calendar.coverage`.
/// - Source: standards "Working calendar".
public struct WorkingCalendar: Sendable {
  public let coverage: ClosedRange<Day>
  /// Of the statutory data.
  public let version: String
  public let policy: CalendarPolicy
  let statutory: StatutoryCalendar
  let zone: Zone
  let hours: [WorkingHours]
  /// Index into ``hours`` a day.
  let kinds: [UInt16]
  /// Milliseconds worked before each day; one more for the end.
  let worked: [Int64]
  /// Working days before each day; one more for the end.
  let workdays: [Int32]

  /// - Throws: `calendar.exceptions` for more kinds of days than there can be.
  public init(
    _ policy: CalendarPolicy, _ statutory: StatutoryCalendar, zone: Zone = .shanghai
  ) throws(ValidationError) {
    (self.policy, self.statutory, self.zone) = (policy, statutory, zone)
    (coverage, version) = (statutory.coverage, statutory.version)
    var hours: [WorkingHours] = [.none, policy.hours]
    var places: [WorkingHours: UInt16] = [.none: 0, policy.hours: 1]
    let count = coverage.upperBound.days(since: coverage.lowerBound) + 1
    var (kinds, worked, workdays) = ([UInt16](), [Int64(0)], [Int32(0)])
    kinds.reserveCapacity(count)
    worked.reserveCapacity(count + 1)
    workdays.reserveCapacity(count + 1)
    for number in coverage.lowerBound.number...coverage.upperBound.number {
      guard let day = try? Day(number: number) else { continue }
      let own = Self.hours(on: day, policy, statutory)
      if places[own] == nil {
        guard let place = UInt16(exactly: hours.count) else {
          throw ValidationError(
            "calendar.exceptions", "the exceptions have more than 65,536 kinds of hours",
            remedy: "give exceptions like hours")
        }
        places[own] = place
        hours.append(own)
      }
      kinds.append(places[own] ?? 0)
      worked.append((worked.last ?? 0) + own.total)
      workdays.append((workdays.last ?? 0) + (own.total > 0 ? 1 : 0))
    }
    (self.hours, self.kinds, self.worked, self.workdays) = (hours, kinds, worked, workdays)
  }

  private static func hours(
    on day: Day, _ policy: CalendarPolicy, _ statutory: StatutoryCalendar
  ) -> WorkingHours {
    if let own = policy.exceptions[day] { return own.hours }
    if statutory.workdays[day] != nil { return policy.hours }
    if statutory.holidays[day] != nil { return .none }
    return policy.weekdays.contains(day.weekday) ? policy.hours : .none
  }

  /// The time of a usual working day.
  public var workingDay: Span { Span(milliseconds: policy.hours.total) }

  /// Of the zone, in milliseconds.
  var offset: Int64 { Int64(zone.offsetSeconds) * 1000 }

  /// The place of a day in the sums.
  /// - Throws: `calendar.coverage`.
  func index(of day: Day) throws(ValidationError) -> Int {
    guard coverage.contains(day) else { throw outside("\(day)") }
    return day.days(since: coverage.lowerBound)
  }

  func outside(_ what: String) -> ValidationError {
    ValidationError(
      "calendar.coverage",
      "\(what) is outside the working calendar, which knows "
        + "\(coverage.lowerBound) to \(coverage.upperBound) (\(statutory.header.name) \(version))",
      remedy: "use a day within, or newer data: dev/generate-calendar")
  }
}
