import Values

/// Which days and hours are worked, over all days that its data covers.
///
/// ```
///   day       02-13 Fri   02-14 Sat (make-up)   02-15 … 02-23 (holiday)   02-24 Tue
///   worked    0 h         8 h                   16 h … 16 h               16 h     before the day
/// ```
/// Sums before each day make every question a look-up or a short search. Outside the coverage
/// nothing is known, and nothing is guessed: `calendar.coverage`. It never changes, and is shared by
/// all that count on it.
/// - Source: standards "Working calendar".
public final class WorkingCalendar: Sendable {
  public let coverage: ClosedRange<Day>
  /// Of the statutory data, and of the company's own days where it numbers them.
  public let version: String
  public let policy: CalendarPolicy
  /// Nil where no holidays count.
  let statutory: StatutoryCalendar?
  let zone: Zone
  let hours: [WorkingHours]
  let windows: DayWindows
  /// Index into ``hours`` a day.
  let kinds: [UInt16]
  /// Milliseconds worked before each day; one more for the end.
  let worked: [Int64]
  /// Working days before each day; one more for the end.
  let workdays: [Int32]
  /// Of the zone, in milliseconds.
  let offset: Int64

  /// - Parameter statutory: The data that the policy names; nil where it ignores holidays.
  /// - Throws: `calendar.exceptions` for more kinds of days than there can be, `calendar.statutory` where
  ///   the data that the policy names is not given.
  public init(
    _ policy: CalendarPolicy, _ statutory: StatutoryCalendar?, zone: Zone = .shanghai
  ) throws(ValidationError) {
    switch policy.holidays {
    case .ignored(let days): (coverage, self.statutory) = (days, nil)
    case .statutory(let name):
      guard let statutory else {
        throw ValidationError(
          "calendar.statutory", "the calendar \(policy.header.name) needs the data \(name)")
      }
      (coverage, self.statutory) = (statutory.coverage, statutory)
    }
    let versions = [self.statutory?.version, policy.version].compactMap(\.self)
    version = versions.isEmpty ? policy.header.name : versions.joined(separator: "+")
    (self.policy, self.zone) = (policy, zone)
    offset = Int64(zone.offsetSeconds) * 1000
    let days = try WorkingDays(coverage, policy, self.statutory)
    (hours, kinds, worked, workdays) = (days.hours, days.kinds, days.worked, days.workdays)
    windows = DayWindows(hours)
  }

  /// The time of a usual working day.
  public var workingDay: Span { Span(milliseconds: policy.hours.total) }

  /// The place of a day in the sums.
  /// - Throws: `calendar.coverage`.
  func index(of day: Day) throws(ValidationError) -> Int {
    guard coverage.contains(day) else { throw outside("\(day)") }
    return day.days(since: coverage.lowerBound)
  }

  /// The hours of a day.
  /// - Throws: `calendar.coverage`.
  public func hours(on day: Day) throws(ValidationError) -> WorkingHours {
    hours[Int(kinds[try index(of: day)])]
  }

  func outside(_ what: String) -> ValidationError {
    ValidationError(
      "calendar.coverage",
      "\(what) is outside the working calendar, which knows "
        + "\(coverage.lowerBound) to \(coverage.upperBound) "
        + "(\(statutory?.header.name ?? policy.header.name) \(version))",
      remedy: statutory == nil
        ? "use a day within, or give the calendar \(policy.header.name) a later last day"
        : "use a day within, or newer data: dev/generate-calendar")
  }
}

/// The days of a coverage with their sums.
private struct WorkingDays {
  var hours: [WorkingHours]
  var kinds: [UInt16] = []
  var worked: [Int64] = [0]
  var workdays: [Int32] = [0]

  init(
    _ coverage: ClosedRange<Day>, _ policy: CalendarPolicy, _ statutory: StatutoryCalendar?
  ) throws(ValidationError) {
    hours = [.none, policy.hours]
    var places: [WorkingHours: UInt16] = [.none: 0, policy.hours: 1]
    let count = coverage.upperBound.days(since: coverage.lowerBound) + 1
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
  }

  private static func hours(
    on day: Day, _ policy: CalendarPolicy, _ statutory: StatutoryCalendar?
  ) -> WorkingHours {
    if let own = policy.exception(on: day) { return own }
    if statutory?.workdays[day] != nil { return policy.hours }
    if statutory?.holidays[day] != nil { return .none }
    return policy.weekdays.contains(day.weekday) ? policy.hours : .none
  }
}
