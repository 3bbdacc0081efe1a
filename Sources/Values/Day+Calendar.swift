/// The calendar of days: civil date, weekday, quarter, steps of days and months.
extension Day {
  /// Year, month 1–12 and day 1–31 at once; cheaper than one by one.
  ///
  /// Source: H. Hinnant, chrono-compatible low-level date algorithms, `civil_from_days`.
  public var civil: (year: Int, month: Int, day: Int) {
    // Counted from 0000-03-01, so that a leap day ends its year; all terms are positive in range.
    let shifted = Int(number) + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  public var year: Int { civil.year }
  /// 1–12.
  public var month: Int { civil.month }
  /// 1–31.
  public var day: Int { civil.day }
  /// 1–4.
  public var quarter: Int { (civil.month + 2) / 3 }
  /// ISO 8601: 1 is Monday, 7 is Sunday.
  public var weekday: Int { (Int(number) + 719_468 + 2) % 7 + 1 }
  /// The first day of this day's month.
  public var startOfMonth: Day { Day(unchecked: number - Int32(civil.day - 1)) }
  /// The first day of this day's quarter.
  public var startOfQuarter: Day {
    let (year, month, _) = civil
    return Day(unchecked: Day.number(year, (month - 1) / 3 * 3 + 1, 1))
  }
  /// The first day of this day's year.
  public var startOfYear: Day { Day(unchecked: Day.number(civil.year, 1, 1)) }
  /// The last day of this day's month.
  public var endOfMonth: Day {
    let (year, month, day) = civil
    return Day(unchecked: number + Int32(Day.length(ofMonth: month, year: year) - day))
  }

  /// Throws: `day.range`.
  public func adding(days count: Int) throws(ValueError) -> Day {
    let (sum, overflow) = Int(number).addingReportingOverflow(count)
    if overflow { throw .dayRange("\(self) + \(count) days") }
    guard let number = Int32(exactly: sum), number >= Day.first.number, number <= Day.last.number
    else { throw .dayRange("\(self) + \(count) days") }
    return Day(unchecked: number)
  }

  /// The same day of a later month, or the last of that month when it is shorter.
  ///
  ///     2026-01-31 + 1 month = 2026-02-28
  ///
  /// Throws: `day.range`.
  public func adding(months count: Int) throws(ValueError) -> Day {
    let (year, month, day) = civil
    let (index, overflow) = (year * 12 + month - 1).addingReportingOverflow(count)
    guard !overflow, index >= 12, index < 120_000 else {
      throw .dayRange("\(self) + \(count) months")
    }
    let (newYear, newMonth) = (index / 12, index % 12 + 1)
    let newDay = min(day, Day.length(ofMonth: newMonth, year: newYear))
    return Day(unchecked: Day.number(newYear, newMonth, newDay))
  }

  /// Days from `other` to this day; negative when this day is earlier.
  @inlinable
  public func days(since other: Day) -> Int { Int(number) - Int(other.number) }

  /// The time from `other` to this day.
  public func span(since other: Day) -> Span {
    Span(milliseconds: Int64(days(since: other)) * Span.millisecondsPerDay)
  }

  /// The day a span of whole days later.
  ///
  /// Throws: `span.days` when the span is not of whole days, `day.range`.
  public func adding(_ span: Span) throws(ValueError) -> Day {
    guard let count = span.wholeDays else {
      throw ValueError(
        "span.days", "\(self) + \(span): a day moves by whole days only",
        remedy: "use an instant, or a span of whole days")
    }
    return try adding(days: Int(count))
  }

  /// The day a span of whole days earlier.
  ///
  /// Throws: `span.days` when the span is not of whole days, `day.range`.
  public func subtracting(_ span: Span) throws(ValueError) -> Day {
    try adding(try span.negated())
  }

  public static func isLeap(year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// Days of a month 1–12.
  static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year: year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days since 1970-01-01 of a civil date that is known to exist.
  ///
  /// Source: H. Hinnant, `days_from_civil`.
  static func number(_ year: Int, _ month: Int, _ day: Int) -> Int32 {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = shiftedYear / 400
    let yearOfEra = shiftedYear % 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Int32(era * 146_097 + dayOfEra - 719_468)
  }
}
