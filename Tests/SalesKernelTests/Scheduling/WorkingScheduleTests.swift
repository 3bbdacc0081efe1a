// Schedules in words on the working calendar of 2026: expected days are from the calendar of the State Council.
import Testing
import Values

@testable import SalesKernel

@Suite struct WorkingScheduleTests {
  /// New Year's holiday 1–3 January with Sunday the 4th worked; Spring Festival 15–23 February with Saturdays 14 and
  /// 28 worked; National Day 1–7 October with Sunday 20 September and Saturday 10 October worked.
  @Test(arguments: [
    ("working days 08:30", "2026-06-30T08:30", "2026-07-01T08:30"),
    ("every working day 08:30", "2026-07-03T09:00", "2026-07-06T08:30"),
    ("working day at 08:30", "2026-02-14T09:00", "2026-02-24T08:30"),
    ("working days 08:30", "2026-09-30T09:00", "2026-10-08T08:30"),
    ("last working day 18:00", "2026-06-01T00:00", "2026-06-30T18:00"),
    ("last working day 18:00", "2026-06-30T18:00", "2026-07-31T18:00"),
    // 28 February 2026 is a Saturday, and worked.
    ("last working day 18:00", "2026-02-01T00:00", "2026-02-28T18:00"),
    // 31 May is a Sunday, 30 May a Saturday.
    ("last working day of month 18:00", "2026-05-01T00:00", "2026-05-29T18:00"),
    // Sunday 4 January is the first day worked of the year.
    ("first working day 09:00", "2025-12-31T10:00", "2026-01-04T09:00"),
    ("first working day of the year 09:00", "2025-12-31T10:00", "2026-01-04T09:00"),
    ("3rd working day 10:00", "2026-06-30T00:00", "2026-07-03T10:00"),
    ("third working day 10:00", "2026-10-01T00:00", "2026-10-10T10:00"),
    // June 2026 ends on Tuesday the 30th: back from it Monday the 29th, then Friday the 26th.
    ("2 working days before month end 17:00", "2026-06-01T00:00", "2026-06-26T17:00"),
    ("1 working day before the month end at 17:00", "2026-06-01T00:00", "2026-06-29T17:00"),
    ("last working day of quarter 18:00", "2026-06-30T18:00", "2026-09-30T18:00"),
    ("last working day of year 12:00", "2026-06-30T18:00", "2026-12-31T12:00"),
    // Weeks begin on Monday; in National Day's week that of 5 October the first day worked is Thursday the 8th.
    ("first working day of week 09:00", "2026-10-05T00:00", "2026-10-08T09:00"),
    ("last working day of week 17:00", "2026-10-05T00:00", "2026-10-10T17:00"),
    ("working days 12:00, 08:30 and 17:00", "2026-06-30T08:30", "2026-06-30T12:00"),
    ("working days 8:30", "2026-06-30T00:00", "2026-06-30T08:30"),
  ])
  func table(_ text: String, _ after: String, _ due: String) throws {
    let found = try JobSchedule(parsing: text).next(after: moment(after), calendar())
    #expect(try found == moment(due), "\(found?.description ?? "never")")
  }

  @Test(arguments: [
    ("last working day", "schedule.time"), ("last working day 25:00", "schedule.time"),
    ("last working day 18:60", "schedule.time"), ("last working day 6pm", "schedule.time"),
    ("lst working day 18:00", "schedule.syntax"), ("last day 18:00", "schedule.syntax"),
    ("0th working day 18:00", "schedule.impossible"),
    ("32nd working day 18:00", "schedule.impossible"),
    ("8th working day of week 18:00", "schedule.impossible"),
    ("31 working days before month end 18:00", "schedule.impossible"),
    ("2 working days before decade end 18:00", "schedule.syntax"),
    ("2 working days 18:00", "schedule.syntax"), ("tomorrow", "schedule.syntax"),
    ("99999999999999999999th working day 18:00", "schedule.syntax"),
  ])
  func refused(_ text: String, _ code: String) throws {
    let error = #expect(throws: ValidationError.self) { try JobSchedule(parsing: text) }
    #expect(error?.code == code, "\(text): \(error?.message ?? "")")
    #expect(error?.remedy.isEmpty == false)
  }

  /// Where the calendar ends nothing is guessed.
  @Test func endOfTheCalendarIsAnError() throws {
    let last = try JobSchedule(parsing: "last working day 18:00")
    #expect(
      try last.next(after: moment("2026-12-01T00:00"), calendar()) == moment("2026-12-31T18:00"))
    let error = #expect(throws: ValidationError.self) {
      try last.next(after: moment("2026-12-31T18:00"), calendar())
    }
    #expect(error?.code == "calendar.coverage")
    #expect(error?.message.contains("2026-12-31") == true)
    #expect(throws: ValidationError.self) {
      try last.due(
        after: moment("2026-12-01T00:00"), upto: moment("2027-01-02T00:00"), atMost: 9, calendar())
    }
  }

  @Test(arguments: [
    ("every working day 8:30", "at 08:30 on every working day"),
    ("last working day of quarter 18:00", "at 18:00 on the last working day of each quarter"),
    ("3rd working day 10:00", "at 10:00 on working day 3 of each month"),
    (
      "2 working days before month end 17:00",
      "at 17:00, 2 working days before the last working day of each month"
    ),
    ("first working day 9:00 and 10:00", "at 09:00, 10:00 on the first working day of each month"),
  ])
  func words(_ text: String, _ words: String) throws {
    #expect(try JobSchedule(parsing: text).words == words)
  }

  /// Each month of all years that are known: counted one day after the other.
  @Test func placesAgreeWithCounting() throws {
    let calendar = try calendar()
    let rules = try [
      "first working day 09:00", "5th working day 09:00", "last working day 09:00",
      "3 working days before month end 09:00",
    ].map { try JobSchedule(parsing: $0) }
    for year in 2005...2026 {
      for month in 1...12 {
        var worked: [Day] = []
        var day = try Day(year: year, month: month, day: 1)
        while day.month == month {
          if try calendar.isWorking(day) { worked.append(day) }
          if day == .last { break }
          day = try day.adding(days: 1)
        }
        let expected = [worked[0], worked[4], worked[worked.count - 1], worked[worked.count - 4]]
        let start = try Instant(startOf: Day(year: year, month: month, day: 1))
        for (rule, expected) in zip(rules, expected) {
          #expect(try rule.next(after: start, calendar)?.day() == expected, "\(year)-\(month)")
        }
      }
    }
  }
}
