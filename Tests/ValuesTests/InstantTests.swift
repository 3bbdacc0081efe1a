import Testing

@testable import Values

@Suite struct InstantTests {
  /// Milliseconds by Python: `datetime.fromisoformat(…).timestamp() * 1000`.
  @Test(arguments: [
    ("2026-03-31T09:00:00+08:00", 1_774_918_800_000), ("2026-03-31T01:00:00Z", 1_774_918_800_000),
    ("2026-03-31 09:00", 1_774_918_800_000), ("2026-03-31T09:00", 1_774_918_800_000),
    ("2026-03-31T09:00:00.250", 1_774_918_800_250),
    ("2026-03-31T09:00:00.2500000", 1_774_918_800_250),
    ("2026-03-31T01:00+00", 1_774_918_800_000), ("2026-03-30T20:30-0430", 1_774_918_800_000),
    ("1970-01-01T08:00", 0), ("1969-12-31T23:59:59.999Z", -1), ("2026-03-31", 1_774_886_400_000),
    (" 2026-03-31T09:00 ", 1_774_918_800_000),
  ])
  func reads(text: String, milliseconds: Int64) throws {
    #expect(try Instant(parsing: text).milliseconds == milliseconds)
  }

  @Test(arguments: [
    ("", "instant.syntax"), ("now", "instant.syntax"), ("2026-03-31T", "instant.syntax"),
    ("2026-03-31T24:00", "instant.syntax"), ("2026-03-31T09:60", "instant.syntax"),
    ("2026-03-31T09:00:60", "instant.syntax"), ("2026-03-31T9:00", "instant.syntax"),
    ("2026-03-31T09:00:00.", "instant.syntax"), ("2026-03-31T09:00:00.0001", "instant.syntax"),
    ("2026-03-31T09:00+8", "instant.syntax"), ("2026-03-31T09:00+08:", "instant.syntax"),
    ("2026-03-31T09:00+08:60", "instant.syntax"), ("2026-03-31T09:00ZZ", "instant.syntax"),
    ("2026-03-31  09:00", "instant.syntax"), ("2026-03-31T09:00+19:00", "zone.range"),
    ("2026-02-30T09:00", "day.range"), ("0001-01-01T00:00+08:00", "instant.range"),
    ("9999-12-31T23:59-01:00", "instant.range"),
  ])
  func refuses(text: String, expected: String) {
    #expect(code { try Instant(parsing: text) } == expected)
  }

  @Test func writes() throws {
    let nine = try Instant(milliseconds: 1_774_918_800_000)
    #expect(nine.description == "2026-03-31T09:00:00+08:00")
    #expect(nine.text(in: .utc) == "2026-03-31T01:00:00Z")
    #expect(nine.text(in: try Zone(offsetSeconds: -16_200)) == "2026-03-30T20:30:00-04:30")
    #expect(try Instant(milliseconds: -1).text(in: .utc) == "1969-12-31T23:59:59.999Z")
    #expect(Instant.first.description == "0001-01-01T08:00:00+08:00")
    #expect(Instant.last.description == "9999-12-31T23:59:59.999Z")
  }

  @Test func everyInstantReadsBack() throws {
    var random = SeededGenerator(for: "instant text round trip")
    let range = Instant.first.milliseconds...Instant.last.milliseconds
    for _ in 0..<2_000 {
      let instant = try Instant(milliseconds: Int64.random(in: range, using: &random))
      let minutes = Int.random(in: -1080...1080, using: &random)
      let zone = try Zone(offsetSeconds: minutes * 60)
      #expect(try Instant(parsing: instant.text(in: zone)) == instant)
      let start = try Instant(startOf: instant.day(in: zone), in: zone)
      #expect(try start.adding(instant.timeOfDay(in: zone)) == instant)
    }
  }

  @Test func belongsToTheDayOfItsZone() throws {
    let late = try Instant(parsing: "2026-03-30T17:00:00Z")
    #expect(late.day().description == "2026-03-31")
    #expect(late.day(in: .utc).description == "2026-03-30")
    #expect(try late.timeOfDay() == .hours(1))
    #expect(Instant.last.day() == .last && Instant.first.day() == .first)
    #expect(try Instant.first.day(in: Zone(offsetSeconds: -3600)) == .first)
    #expect(
      try Instant(startOf: Day(parsing: "2026-03-31")).text(in: .utc) == "2026-03-30T16:00:00Z")
  }

  @Test func movesBySpans() throws {
    let start = try Instant(parsing: "2026-02-28T23:00")
    #expect(try start.adding(.hours(2)).description == "2026-03-01T01:00:00+08:00")
    #expect(try start.subtracting(.days(1)).description == "2026-02-27T23:00:00+08:00")
    #expect(try start.adding(.minutes(90)).span(since: start).description == "1h30m")
    #expect(try start < start.adding(.seconds(1)))
  }

  @Test func everyStepChecksItsRange() throws {
    let millisecond = Span(milliseconds: 1)
    #expect(code { try Instant.last.adding(millisecond) } == "instant.range")
    #expect(code { try Instant.first.subtracting(millisecond) } == "instant.range")
    #expect(code { try Instant.last.adding(Span(milliseconds: .max)) } == "instant.range")
    #expect(code { try Instant.first.subtracting(Span(milliseconds: .max)) } == "instant.range")
    #expect(code { try Instant.last.subtracting(Span(milliseconds: .min)) } == "instant.range")
    #expect(code { try Instant(milliseconds: .max) } == "instant.range")
    #expect(code { try Instant(milliseconds: .min) } == "instant.range")
    #expect(code { try Instant(startOf: .first) } == "instant.range")
    #expect(code { try Zone(offsetSeconds: .min) } == "zone.range")
    #expect(code { try Zone(offsetSeconds: 30) } == "zone.range")
  }
}
