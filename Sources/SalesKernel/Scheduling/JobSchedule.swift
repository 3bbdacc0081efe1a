import Values

/// When a job is due: a cron expression, or days in words on the working calendar. Minutes of clocks in Shanghai.
public struct JobSchedule: Hashable, Sendable {
  enum Days: Hashable, Sendable {
    case cron(CronExpression)
    case working(WorkingDayRule)
  }

  let days: Days
  /// Whole minutes since midnight, in order.
  let times: [Int]

  /// Days that are looked at for one that counts; 29 February on one weekday comes back within them.
  private static let furthest = 41 * 366

  /// - Throws: `schedule.syntax`, `schedule.field`, `schedule.time`, `schedule.impossible`.
  public init(parsing text: String) throws(ValidationError) {
    let bare = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard let first = bare.first, bare.utf8.count <= 200 else {
      throw ValidationError(
        "schedule.syntax", bare.isEmpty ? "the schedule is empty" : "the schedule is too long",
        remedy: "write it as \"30 8 * * 1-5\" or \"last working day 18:00\"", field: "schedule")
    }
    let isCron =
      first == "@" || bare.contains("*")
      || (first.isASCII && first.isWholeNumber && !bare.lowercased().contains("working"))
    if isCron {
      let cron = try CronExpression(parsing: bare)
      (days, times) = (.cron(cron), cron.times)
    } else {
      var words = ScheduleWords(bare)
      let read = try words.read()
      (days, times) = (.working(read.rule), read.times)
    }
  }

  /// Whether it needs the working calendar.
  public var countsWorkingDays: Bool {
    if case .working = days { true } else { false }
  }

  private func holds(on day: Day, _ calendar: WorkingCalendar) throws(ValidationError) -> Bool {
    switch days {
    case .cron(let cron): cron.holds(on: day)
    case .working(let rule): try rule.holds(on: day, calendar)
    }
  }

  /// The first moment later than one at which it is due; nil where the calendar of days ends before.
  /// - Throws: `calendar.coverage` where the working calendar ends before it is known.
  public func next(
    after moment: Instant, _ calendar: WorkingCalendar
  ) throws(ValidationError) -> Instant? {
    let midnight = moment.timeOfDay(in: calendar.zone).milliseconds / 60_000
    var day = moment.day(in: calendar.zone)
    var from = Int(midnight) + 1
    for _ in 0...Self.furthest {
      if let time = times.first(where: { $0 >= from }), try holds(on: day, calendar) {
        return Self.instant(day, time, calendar.zone)
      }
      guard let later = try? day.adding(days: 1) else { return nil }
      (day, from) = (later, 0)
    }
    return nil
  }

  /// When it was due later than one moment and no later than another: the last ones, in order, at most so many,
  /// and how many there were in all.
  /// - Throws: `calendar.coverage`.
  public func due(
    after: Instant, upto: Instant, atMost limit: Int, _ calendar: WorkingCalendar
  ) throws(ValidationError) -> (last: [Instant], count: Int) {
    guard after < upto else { return ([], 0) }
    let (first, end) = (after.day(in: calendar.zone), upto.day(in: calendar.zone))
    var (last, count) = ([Instant](), 0)
    var day = first
    while day <= end {
      if try holds(on: day, calendar) {
        let moments = times.compactMap { Self.instant(day, $0, calendar.zone) }
          .filter { $0 > after && $0 <= upto }
        count += moments.count
        last = Array((last + moments).suffix(max(0, limit)))
      }
      guard let later = try? day.adding(days: 1) else { break }
      day = later
    }
    return (last, count)
  }

  private static func instant(_ day: Day, _ minutes: Int, _ zone: Zone) -> Instant? {
    guard let midnight = try? Instant(startOf: day, in: zone) else { return nil }
    return try? midnight.adding(Span(milliseconds: Int64(minutes) * 60_000))
  }
}
