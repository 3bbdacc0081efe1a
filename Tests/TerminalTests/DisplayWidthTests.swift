import Testing

@testable import Terminal

@Suite("Display width")
struct DisplayWidthTests {
  @Test(
    "Columns as UAX #11 and terminals have them",
    arguments: [
      ("", 0), ("abc", 3), ("鸿雁航天", 8), ("Ａ", 2), ("ｶ", 1), ("한", 2),
      ("\u{1112}\u{1161}\u{11AB}", 2),
      ("e\u{301}", 1), ("\u{301}", 0), ("\u{200B}", 0), ("👩‍🚀", 2), ("👨‍👩‍👧", 2), ("🇨🇳", 2), ("👍🏽", 2),
      ("❤️", 2), ("❤", 1), ("1️⃣", 2), ("①", 1), ("…", 1), ("─", 1), ("𠮷", 2), ("￥", 2), ("¥", 1),
      ("，", 2), ("。", 2), ("“", 1), ("ไทย", 3), ("ก็", 1), ("🫨", 2), ("葛\u{E0100}", 2),
    ])
  func columns(_ text: String, _ width: Int) {
    #expect(DisplayWidth().of(text) == width)
  }

  @Test("Ambiguous characters take two columns where the terminal says so")
  func ambiguous() {
    let wide = DisplayWidth(ambiguous: .two)
    #expect(wide.of("①…“─") == 8)
    #expect(wide.of("abc 鸿") == 6)
    #expect(wide.of("e\u{301}") == 1)
  }

  @Test("Cutting never splits a grapheme nor passes the width")
  func cutting() {
    let measure = DisplayWidth()
    #expect(measure.truncated("鸿雁航天", to: 8) == "鸿雁航天")
    #expect(measure.truncated("鸿雁航天", to: 7) == "鸿雁航…")
    #expect(measure.truncated("鸿雁航天", to: 6) == "鸿雁…")
    #expect(measure.truncated("abc", to: 1) == "…")
    #expect(measure.truncated("abc", to: 0) == "")
    #expect(measure.truncated("👩‍🚀👩‍🚀", to: 3) == "👩‍🚀…")
    #expect(measure.fitted("鸿雁航天", to: 6, .right) == " 鸿雁…")
    #expect(measure.padded("鸿", to: 5, .centre) == " 鸿  ")
  }

  @Test("Wrapping breaks at spaces, and inside words that are too long")
  func wrapping() {
    let measure = DisplayWidth()
    #expect(measure.wrapped("one two three", to: 8) == ["one two", "three"])
    #expect(measure.wrapped("鸿雁航天", to: 4) == ["鸿雁", "航天"])
    #expect(measure.wrapped("鸿", to: 1) == ["鸿"])
    #expect(measure.wrapped("a\n\nb", to: 9) == ["a", "", "b"])
    #expect(measure.wrapped("", to: 9) == [""])
  }

  @Test("Control characters and direction overrides are spelled out")
  func visible() {
    #expect(DisplayWidth.visible("a\nb\tc\u{1B}[31m\u{0}") == #"a\nb\tc\e[31m\u{0}"#)
    #expect(DisplayWidth.visible("x\u{202E}y") == #"x\u{202E}y"#)
    #expect(DisplayWidth.visible("a\r\nb") == #"a\r\nb"#)
    #expect(DisplayWidth.visibleLines("a\r\nb\u{7}") == "a\nb\\u{7}")
  }

  @Test("Laws of cutting and wrapping on hard text")
  func laws() {
    let seed = SeededGenerator.seed
    var random = SeededGenerator(seed: seed)
    for round in 0..<SeededGenerator.rounds(2_000) {
      let measure = DisplayWidth(ambiguous: round.isMultiple(of: 2) ? .one : .two)
      let text = DisplayWidth.visible(RandomText.make(upTo: 12, using: &random))
      let width = Int.random(in: 1...20, using: &random)
      let why: Comment = "seed \(seed) round \(round): \(text.debugDescription) to \(width)"
      #expect(measure.of(measure.truncated(text, to: width)) <= width, why)
      #expect(measure.of(measure.fitted(text, to: width, .centre)) == width, why)
      let lines = measure.wrapped(text, to: max(2, width))
      #expect(lines.allSatisfy { measure.of($0) <= max(2, width) || $0.count == 1 }, why)
      let kept = lines.joined().filter { $0 != " " }.unicodeScalars.count
      #expect(kept == text.filter { $0 != " " }.unicodeScalars.count, why)
    }
  }
}
