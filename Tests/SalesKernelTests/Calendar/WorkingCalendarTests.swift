// The working calendar against the vectors of the standards, counts by Python, and its own laws.
import Testing
import Values

@testable import SalesKernel

@Suite struct WorkingCalendarTests {
  /// Counted by Python: `sum(chinese_calendar.is_workday(d) …)` of each year.
  private static let workingDays = [
    2004: 252, 2005: 250, 2006: 251, 2007: 249, 2008: 251, 2009: 250, 2010: 250, 2011: 250,
    2012: 249, 2013: 250, 2014: 250, 2015: 249, 2016: 250, 2017: 249, 2018: 250, 2019: 250,
    2020: 249, 2021: 250, 2022: 249, 2023: 249, 2024: 251, 2025: 248, 2026: 248,
  ]

  @Test func countsTheWorkingDaysOfEveryYear() throws {
    let calendar = try calendar()
    for (year, count) in Self.workingDays {
      let (first, last) = (try day("\(year)-01-01"), try day("\(year)-12-31"))
      #expect(try calendar.workingDays(from: first, to: last) == count, "\(year)")
    }
    #expect(calendar.coverage == (try day("2004-01-01"))...(try day("2026-12-31")))
  }

  /// Standards: 2026 make-up days; 2026-02-13 17:00 + 4 h = 02-14 12:00.
  @Test func keepsTheVectorsOfTheStandards() throws {
    let calendar = try calendar()
    let weekend = try (0..<365).map { try day("2026-01-01").adding(days: $0) }
      .filter { try $0.weekday > 5 && calendar.isWorking($0) }.map { "\($0)" }
    #expect(
      weekend == [
        "2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10",
      ])
    #expect(
      try calendar.due(after: moment("2026-02-13T17:00"), .hours(4)) == moment("2026-02-14T12:00"))
    #expect(
      try calendar.elapsed(from: moment("2026-02-13T17:00"), to: moment("2026-02-14T12:00"))
        == .hours(4))
    // Mon–Fri 09–18: Sat 2026-03-07 15:00 + 2 h = Mon 2026-03-09 11:00.
    guard case .table(var policy) = try LuaTable.policy("calendar") else { return }
    policy["windows"] = .list([.table(["from": .span(try .hours(9)), "to": .span(try .hours(18))])])
    let long = try WorkingCalendar(
      CalendarPolicy(decoding: .table(policy)),
      StatutoryCalendar(decoding: LuaTable.policy("calendar_cn")))
    #expect(
      try long.due(after: moment("2026-03-07T15:00"), .hours(2)) == moment("2026-03-09T11:00"))
  }

  @Test func aCompanysOwnDayIsFirst() throws {
    let text = """
      { { day = date"2026-02-14", working = false, name = "moving house" },
        { day = date"2026-02-16", working = true, name = "stocktaking",
          windows = { { from = hours(10), to = hours(12) } } } }
      """
    let calendar = try calendar(LuaTable.parse(text))
    #expect(try !calendar.isWorking(day("2026-02-14")))
    // Fri 17:00 + 2 h: 1 h on Friday, then the two hours' stocktaking of Monday from 10.
    #expect(
      try calendar.due(after: moment("2026-02-13T17:00"), .hours(2)) == moment("2026-02-16T11:00"))
    let why = try calendar.explain(day("2026-02-16"))
    #expect(why.value == .bool(true))
    #expect(why.reason == "exception: stocktaking · stocktaking; hours 10h–12h")
    #expect(
      why.children.map(\.outcome) == [.matched, .notMatched, .notMatched, .notMatched])
  }

  @Test(arguments: [
    // Nothing is over at once, even by night; time that ends with a window ends there.
    ("2026-06-30T20:00", 0, "2026-06-30T20:00"), ("2026-06-30T09:00", 3, "2026-06-30T12:00"),
    ("2026-06-30T09:00", 8, "2026-06-30T18:00"), ("2026-06-30T18:00", 1, "2026-07-01T10:00"),
    ("2026-06-30T12:30", 1, "2026-06-30T14:00"), ("2026-06-30T03:00", 1, "2026-06-30T10:00"),
    // National Day: Wed 09-30 18:00, next working day Thu 10-08; the 40th hour ends on Tue 10-13,
    // after 8, 9, 10 (make-up Saturday), 12 and 13 October.
    ("2026-09-30T18:00", 40, "2026-10-13T18:00"),
  ])
  func dueByHand(_ start: String, _ hours: Int, _ due: String) throws {
    let calendar = try calendar()
    #expect(try calendar.due(after: moment(start), .hours(Int64(hours))) == moment(due))
  }

  @Test(arguments: [
    ("2026-09-30", 0, "2026-09-30"), ("2026-10-01", 0, "2026-10-08"),
    ("2026-09-30", 1, "2026-10-08"), ("2026-09-30", 3, "2026-10-10"),
    ("2026-10-03", 1, "2026-10-08"), ("2026-10-08", -1, "2026-09-30"),
    ("2026-10-03", -2, "2026-09-29"),
  ])
  func stepsOfWorkingDays(_ start: String, _ count: Int, _ found: String) throws {
    let calendar = try calendar()
    #expect(try calendar.day(count, workingDaysAfter: day(start)) == day(found))
  }

  @Test func nothingIsGuessedOutsideTheCoverage() throws {
    let calendar = try calendar()
    let late = try moment("2026-12-31T17:00")
    for attempt in [
      { _ = try calendar.isWorking(day("2027-01-01")) },
      { _ = try calendar.isWorking(day("2003-12-31")) },
      { _ = try calendar.due(after: late, .hours(2)) },
      { _ = try calendar.due(after: late, Span(milliseconds: .max)) },
      { _ = try calendar.due(after: .first, .hours(1)) },
      { _ = try calendar.elapsed(from: late, to: .last) },
      { _ = try calendar.day(.max, workingDaysAfter: day("2026-12-30")) },
      { _ = try calendar.day(.min, workingDaysAfter: day("2026-12-30")) },
      { _ = try calendar.explain(day("2027-01-01")) },
    ] as [() throws -> Void] {
      #expect { try attempt() } throws: { ($0 as? ValidationError)?.code == "calendar.coverage" }
    }
    #expect(try calendar.due(after: late, .hours(1)) == moment("2026-12-31T18:00"))
    #expect { _ = try calendar.due(after: late, .hours(-1)) } throws: {
      ($0 as? ValidationError)?.code == "calendar.span"
    }
    #expect {
      _ = try calendar.workingDays(from: day("2026-02-02"), to: day("2026-02-01"))
    } throws: {
      ($0 as? ValidationError)?.code == "calendar.order"
    }
  }

  /// elapsed(start, due(start, t)) = t, due never falls, and elapsed adds up.
  @Test func dueAndElapsedAreInverse() throws {
    let seed: UInt64 = 11
    var random = SeededGenerator(seed: seed)
    let calendar = try calendar()
    let first = try moment("2004-01-01T00:00").milliseconds
    let last = try moment("2026-06-30T00:00").milliseconds
    for round in 0..<2_000 {
      let comment = Comment("seed \(seed), round \(round)")
      let start = try Instant(milliseconds: .random(in: first...last, using: &random))
      let time = Span(milliseconds: .random(in: 0...400_000_000, using: &random))
      let due = try calendar.due(after: start, time)
      #expect(try calendar.elapsed(from: start, to: due) == time, comment)
      #expect(due >= start, comment)
      // The earliest such moment: a millisecond before it, less has passed.
      if time > .zero {
        let before = try due.subtracting(Span(milliseconds: 1))
        #expect(try calendar.elapsed(from: start, to: before) < time, comment)
      }
      let other = try Instant(milliseconds: .random(in: first...last, using: &random))
      let there = try calendar.elapsed(from: start, to: other)
      #expect(try calendar.elapsed(from: other, to: start) == there.negated(), comment)
      #expect(
        try calendar.elapsed(from: start, to: due)
          == there.adding(calendar.elapsed(from: other, to: due)), comment)
    }
  }
}
