import Testing

@testable import Values

@Suite struct SpanTests {
  @Test(arguments: [
    ("90d", 7_776_000_000, "90d"), ("48h", 172_800_000, "2d"), ("1d12h", 129_600_000, "1d12h"),
    ("36h", 129_600_000, "1d12h"), ("-30m", -1_800_000, "-30m"), ("0d", 0, "0s"),
    ("1d 2h 3m 4s 5ms", 93_784_005, "1d2h3m4s5ms"), ("250ms", 250, "250ms"), (" 1s ", 1000, "1s"),
    ("9223372036854775807ms", Int64.max, "106751991167d7h12m55s807ms"),
    ("-9223372036854775808ms", Int64.min, "-106751991167d7h12m55s808ms"),
  ])
  func reads(text: String, milliseconds: Int64, shortest: String) throws {
    let span = try Span(parsing: text)
    #expect(span.milliseconds == milliseconds)
    #expect(span.description == shortest)
    #expect(try Span(parsing: shortest) == span)
  }

  @Test(arguments: [
    ("", "span.syntax"), ("90", "span.syntax"), ("d", "span.syntax"), ("1.5h", "span.syntax"),
    ("12h1d", "span.syntax"), ("1d1d", "span.syntax"), ("1w", "span.syntax"),
    ("1d-2h", "span.syntax"),
    ("--1d", "span.syntax"), ("1 d", "span.syntax"), ("9223372036854775808ms", "span.overflow"),
    ("99999999999999999999d", "span.overflow"), ("-9223372036854775809ms", "span.overflow"),
    ("106751991168d", "span.overflow"), ("18446744073709551615d", "span.overflow"),
  ])
  func refuses(text: String, expected: String) {
    #expect(code { try Span(parsing: text) } == expected)
  }

  @Test func everySpanReadsBack() throws {
    var random = SeededGenerator(for: "span text round trip")
    for _ in 0..<2_000 {
      let span = Span(milliseconds: random.integer())
      #expect(try Span(parsing: span.description) == span)
    }
  }

  @Test func computes() throws {
    #expect(try Span.days(1).adding(.hours(12)).description == "1d12h")
    #expect(try Span.hours(1).subtracting(.minutes(90)).description == "-30m")
    #expect(try Span.hours(8).times(3).wholeDays == 1)
    #expect(try Span.hours(1).wholeDays == nil)
    #expect(try Span.hours(36).ratio(to: .days(1)) == 1.5)
    #expect(try Span.hours(1).negated() < .zero)
  }

  @Test func everyOperationChecksItsRange() {
    let (least, most) = (Span(milliseconds: .min), Span(milliseconds: .max))
    let one = Span(milliseconds: 1)
    #expect(code { try most.adding(one) } == "span.overflow")
    #expect(code { try least.subtracting(one) } == "span.overflow")
    #expect(code { try least.negated() } == "span.overflow")
    #expect(code { try least.times(-1) } == "span.overflow")
    #expect(code { try Span.days(.max) } == "span.overflow")
    #expect(code { try Span.hours(.min) } == "span.overflow")
    #expect(code { try Span.minutes(.max) } == "span.overflow")
    #expect(code { try Span.seconds(.max) } == "span.overflow")
  }
}
