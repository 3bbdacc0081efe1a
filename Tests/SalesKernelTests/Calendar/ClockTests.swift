// Clocks on any timeline: with holds, on several calendars, stretch by stretch; laws by random clocks.
import Testing
import Values

@testable import SalesKernel

/// The calendar of those who are served round the clock.
func aroundTheClock() throws -> WorkingCalendar {
  try WorkingCalendar(CalendarPolicy(decoding: LuaTable.policy("calendar_7x24")), nil)
}

@Suite struct ClockTests {
  private func hold(_ from: String, _ to: String?) throws -> Hold {
    try Hold(from: moment(from), to: to.map { try moment($0) })
  }

  private func state(
    _ hours: Int64, done: String? = nil, ended: String? = nil, now: String, _ holds: [Hold] = [],
    on timeline: Timeline
  ) throws -> ClockState {
    // From Tue 2026-06-30 10:00.
    try ClockState(
      .hours(hours), from: moment("2026-06-30T10:00"), done: done.map { try moment($0) },
      ended: ended.map { try moment($0) }, now: moment(now), holds: HoldList(holds), on: timeline)
  }

  @Test func outcomesWithHolds() throws {
    let working = Timeline.working(try calendar())
    let noon = [try hold("2026-06-30T11:00", "2026-06-30T12:30")]
    // 4 h and an hour on hold: due 16:00.
    let met = try state(4, done: "2026-06-30T16:00", now: "2026-07-01T10:00", noon, on: working)
    #expect(try met.outcome == .met && met.elapsed == .hours(4) && met.remaining == .zero)
    let late = try state(4, done: "2026-06-30T17:00", now: "2026-07-01T10:00", noon, on: working)
    #expect(try late.outcome == .late && late.over == .hours(1))
    let waived = try state(4, ended: "2026-06-30T15:00", now: "2026-07-01T10:00", noon, on: working)
    #expect(try waived.outcome == .waived && waived.elapsed == .hours(3))
    // What waits after it was done changes nothing.
    let early = try state(4, done: "2026-06-30T10:30", now: "2026-07-01T10:00", noon, on: working)
    #expect(try early.outcome == .met && early.due == moment("2026-06-30T15:00"))
    // While a hold lasts nothing is due, however late it is.
    let waiting = [try hold("2026-06-30T11:00", nil)]
    let held = try state(4, now: "2026-09-30T10:00", waiting, on: working)
    #expect(try held.outcome == .open && held.due == nil && held.elapsed == .hours(1))
    // One that begins when the time was over changes nothing.
    let after = [try hold("2026-06-30T16:00", nil)]
    #expect(try state(4, now: "2026-06-30T16:30", after, on: working).outcome == .overdue)
  }

  @Test func roundTheClockIgnoresHolidays() throws {
    let always = try aroundTheClock()
    // Spring Festival 2026-02-16 and a Sunday are worked, and a working day has 24 hours.
    #expect(try always.isWorking(day("2026-02-16")) && always.isWorking(day("2026-03-01")))
    #expect(try always.workingDay == .days(1))
    #expect(
      try always.due(after: moment("2026-02-15T22:00"), .hours(50)) == moment("2026-02-18T00:00"))
    #expect(
      try always.elapsed(from: moment("2026-02-15T22:00"), to: moment("2026-02-18T00:00"))
        == .hours(50))
    #expect { _ = try always.isWorking(day("2036-01-01")) } throws: {
      ($0 as? ValidationError)?.code == "calendar.coverage"
    }
    let why = try always.explain(day("2026-02-16"))
    #expect(why.reason == "weekday: Monday; hours 0s–1d")
  }

  @Test func stretchesAddUp() throws {
    // Tue 10:00 to Wed 10:00 with a hold 11:00–13:30: 1 h, paused 1.5 h of work, 4.5 h, night, 1 h.
    let timeline = Timeline.working(try calendar())
    let found = try timeline.intervals(
      from: moment("2026-06-30T10:00"), to: moment("2026-07-01T10:00"),
      holds: HoldList([try hold("2026-06-30T11:00", "2026-06-30T13:30")]))
    #expect(
      found.map { "\($0.kind.rawValue) \($0.time)" } == [
        "counted 1h", "paused 1h30m", "counted 4h30m", "outside 0s", "counted 1h",
      ])
    #expect(try found.first?.from == moment("2026-06-30T10:00"))
    for (one, next) in zip(found, found.dropFirst()) { #expect(one.to == next.from) }
  }

  /// The state agrees with due and elapsed; splitting a hold in two changes nothing; a hold outside hours
  /// costs nothing; the counted stretches add up.
  @Test func lawsOfHolds() throws {
    let seed: UInt64 = 71
    var random = SeededGenerator(seed: seed)
    let timelines = [
      Timeline.wall, .working(try calendar()), .working(try aroundTheClock()),
    ]
    let base = try moment("2025-01-15T00:00").milliseconds
    for round in 0..<900 {
      let comment = Comment("seed \(seed), round \(round)")
      let timeline = timelines[round % 3]
      let start = try Instant(milliseconds: base + .random(in: 0...9_000_000_000, using: &random))
      let target = Span(milliseconds: .random(in: 0...300_000_000, using: &random))
      let holds = try (0..<Int.random(in: 0...4, using: &random)).map { _ in
        let from = try start.adding(
          Span(milliseconds: .random(in: -200_000_000...600_000_000, using: &random)))
        return try Hold(
          from: from,
          to: from.adding(Span(milliseconds: .random(in: 0...300_000_000, using: &random))))
      }
      let now = try start.adding(
        Span(milliseconds: .random(in: 0...900_000_000, using: &random)))
      let state = try ClockState(
        target, from: start, done: nil, now: now, holds: HoldList(holds), on: timeline)
      let due = try #require(state.due)
      #expect(try due == timeline.due(after: start, target, holds: HoldList(holds)), comment)
      #expect(
        try timeline.elapsed(from: start, to: due, holds: HoldList(holds)) == target, comment)
      #expect((state.outcome == .overdue) == (now > due), comment)
      let counted = try timeline.intervals(from: start, to: now, holds: HoldList(holds))
        .filter { $0.kind == .counted }.reduce(Span.zero) { try $0.adding($1.time) }
      #expect(counted == state.elapsed, comment)

      var split = holds
      if let first = holds.first, let to = first.to, to > first.from {
        let middle = try Instant(
          milliseconds: .random(
            in: first.from.milliseconds...to.milliseconds, using: &random))
        split[0] = try Hold(from: first.from, to: middle)
        split.append(try Hold(from: middle, to: to))
      }
      let again = try ClockState(
        target, from: start, done: nil, now: now, holds: HoldList(split), on: timeline)
      #expect(again == state, comment)
    }
  }

  @Test func aHoldByNightCostsNothing() throws {
    let seed: UInt64 = 72
    var random = SeededGenerator(seed: seed)
    let timeline = Timeline.working(try calendar())
    for round in 0..<200 {
      let comment = Comment("seed \(seed), round \(round)")
      let start = try Instant(
        milliseconds: moment("2025-03-01T00:00").milliseconds
          + .random(in: 0...20_000_000_000, using: &random))
      let target = Span(milliseconds: .random(in: 0...200_000_000, using: &random))
      // From 18:00 to 09:00 of the next day nobody works.
      let night = try moment("2025-03-01T18:00").adding(
        .days(.random(in: 0...300, using: &random)))
      let hold = try Hold(from: night, to: night.adding(.hours(15)))
      #expect(
        try timeline.due(after: start, target, holds: HoldList([hold]))
          == timeline.due(after: start, target), comment)
    }
  }

  /// Every deadline that differs is named by a day, and a clock with no such day keeps its deadline.
  @Test func movingAHolidayMovesExactlyTheDeadlinesThatItCauses() throws {
    let before = try calendar()
    // Dragon Boat 2026-06-19 (Friday) is worked, Monday the 22nd is off instead.
    let after = try calendar(
      LuaTable.parse(
        """
        { { day = date"2026-06-19", working = true, name = "moved" },
          { day = date"2026-06-22", working = false, name = "moved" } }
        """))
    let diff = try CalendarDiff(from: before, to: after)
    #expect(try diff.days.map(\.day) == [day("2026-06-19"), day("2026-06-22")])
    let seed: UInt64 = 73
    var random = SeededGenerator(seed: seed)
    var moved = 0
    for round in 0..<400 {
      let comment = Comment("seed \(seed), round \(round)")
      let start = try moment("2026-06-08T00:00").adding(
        Span(milliseconds: .random(in: 0...1_600_000_000, using: &random)))
      let target = Span(milliseconds: .random(in: 1...150_000_000, using: &random))
      let old = try before.due(after: start, target)
      let new = try after.due(after: start, target)
      let causes = try diff.causes(from: start, to: max(old, new), holds: .none)
      if old != new {
        moved += 1
        #expect(!causes.isEmpty, comment)
      }
      if causes.isEmpty { #expect(old == new, comment) }
    }
    #expect(moved > 50)
    // A hold over both days takes what they cause away.
    let off = try hold("2026-06-18T18:00", "2026-06-24T09:00")
    #expect(
      try diff.causes(
        from: moment("2026-06-18T10:00"), to: moment("2026-06-25T10:00"), holds: HoldList([off])
      )
      .isEmpty)
  }

  @Test(arguments: [
    ("first = date\"2026-01-01\",", "policy.value"),
    ("last = date\"2026-01-01\",", "policy.missing"),
    ("", "policy.missing"),
  ])
  func aCalendarIsOfAStateOrSaysItsDays(_ keys: String, _ code: String) throws {
    let statutory = keys.hasPrefix("first") ? "statutory = \"calendar_cn\"," : ""
    let text = """
      { name = "c", title = "c", source = "ours", \(keys) \(statutory) weekdays = { 1 },
        windows = { { from = hours(9), to = hours(10) } } , exceptions = {} }
      """
    #expect { _ = try CalendarPolicy(decoding: LuaTable.parse(text)) } throws: {
      ($0 as? PolicyError)?.code == code
    }
  }
}
