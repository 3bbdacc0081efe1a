import Testing

@testable import Values

@Suite struct DayTests {
  /// Numbers by Python: `date(y, m, d).toordinal() - 719163`; weekdays by `isoweekday()`.
  @Test(arguments: [
    ("0001-01-01", -719_162, 1), ("1900-02-28", -25_509, 3), ("1970-01-01", 0, 4),
    ("2000-02-29", 11_016, 2), ("2026-06-30", 20_634, 2), ("2024-12-31", 20_088, 2),
    ("1969-12-31", -1, 3), ("9999-12-31", 2_932_896, 5),
  ])
  func reads(text: String, number: Int, weekday: Int) throws {
    let day = try Day(parsing: text)
    #expect(Int(day.number) == number)
    #expect(day.weekday == weekday)
    #expect(day.description == text)
    #expect(try Day(number: number) == day)
  }

  @Test(arguments: [
    ("", "day.syntax"), ("2026-6-30", "day.syntax"), ("2026/06/30", "day.syntax"),
    ("20260630", "day.syntax"), ("2026-06-30T00:00", "day.syntax"), ("-2026-06-30", "day.syntax"),
    ("2026-06-3O", "day.syntax"), ("12026-06-30", "day.syntax"), ("2026-02-30", "day.range"),
    ("2026-13-01", "day.range"), ("2026-00-10", "day.range"), ("2026-01-00", "day.range"),
    ("0000-01-01", "day.range"), ("1900-02-29", "day.range"), ("2026-04-31", "day.range"),
  ])
  func refuses(text: String, expected: String) {
    #expect(code { try Day(parsing: text) } == expected)
  }

  /// Every month of the calendar, counted on by the plain rule of month lengths.
  @Test func theWholeCalendarRoundTrips() throws {
    var number = -719_162
    var wrong = 0
    for year in 1...9999 {
      let leap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
      for (index, length) in [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        .enumerated()
      {
        for date in [1, 1 + (year * 7 + index) % length, length] {
          let day = try Day(number: number + date - 1)
          if day.civil != (year, index + 1, date) { wrong += 1 }
          if try Day(year: year, month: index + 1, day: date) != day { wrong += 1 }
          if day.weekday != (number + date - 1 + 719_162) % 7 + 1 { wrong += 1 }
        }
        number += length
      }
    }
    #expect(wrong == 0)
    #expect(number == 2_932_897)
  }

  @Test(arguments: [
    ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"),
    ("2026-03-31", -1, "2026-02-28"),
    ("2026-12-15", 1, "2027-01-15"), ("2026-01-15", -1, "2025-12-15"),
    ("2024-02-29", 12, "2025-02-28"),
    ("2026-06-30", 0, "2026-06-30"), ("0001-01-31", 119_987, "9999-12-31"),
  ])
  func addsMonths(start: String, months: Int, expected: String) throws {
    #expect(try Day(parsing: start).adding(months: months).description == expected)
  }

  @Test func knowsItsPeriods() throws {
    let day = try Day(parsing: "2026-08-17")
    #expect((day.year, day.month, day.day, day.quarter) == (2026, 8, 17, 3))
    #expect(day.startOfMonth.description == "2026-08-01")
    #expect(day.endOfMonth.description == "2026-08-31")
    #expect(day.startOfQuarter.description == "2026-07-01")
    #expect(day.startOfYear.description == "2026-01-01")
    #expect(Day.first.startOfYear == .first && Day.last.endOfMonth == .last)
  }

  @Test func movesBySpans() throws {
    let (early, late) = (try Day(parsing: "2026-03-01"), try Day(parsing: "2026-05-30"))
    #expect(late.days(since: early) == 90)
    #expect(try late.span(since: early) == .days(90))
    #expect(try early.adding(.days(90)) == late)
    #expect(try late.subtracting(.days(90)) == early)
    #expect(try early.adding(.hours(48)).description == "2026-03-03")
    #expect(code { try early.adding(.hours(36)) } == "span.days")
  }

  @Test func everyStepChecksItsRange() throws {
    #expect(code { try Day.last.adding(days: 1) } == "day.range")
    #expect(code { try Day.first.adding(days: -1) } == "day.range")
    #expect(code { try Day.last.adding(days: .max) } == "day.range")
    #expect(code { try Day.first.adding(days: .min) } == "day.range")
    #expect(code { try Day.last.adding(months: 1) } == "day.range")
    #expect(code { try Day.first.adding(months: -1) } == "day.range")
    #expect(code { try Day.last.adding(months: .max) } == "day.range")
    #expect(code { try Day.first.adding(months: .min) } == "day.range")
    #expect(code { try Day(number: Int64.max) } == "day.range")
    #expect(code { try Day(number: 2_932_897) } == "day.range")
    #expect(code { try Day.first.adding(Span(milliseconds: .min)) } == "span.days")
    #expect(code { try Day.first.subtracting(Span(milliseconds: .min)) } == "span.overflow")
    #expect(code { try Day(year: .min, month: .max, day: .max) } == "day.range")
    #expect(code { try Day(year: .max, month: 1, day: 1) } == "day.range")
  }
}
