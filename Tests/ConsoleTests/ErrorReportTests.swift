import Terminal
import Testing

@testable import Console

@Suite("Error report")
struct ErrorReportTests {
  static let source = "local n = 0\nfor c in customers:each() do\n\tc:update{ ammount = 1 }\nend\n"

  @Test("Place, code, message, excerpt with caret, remedy and frames")
  func whole() {
    let report = ErrorReport(
      code: "customer.field.unknown", message: "no field 'ammount' on customers",
      remedy: "did you mean \"amount\"?",
      place: .init(file: "tier.lua", line: 3, column: 12, length: 7), source: Self.source,
      frames: [.init(file: "tier.lua", line: 9, function: "main"), .init(file: "run.lua", line: 1)])
    #expect(
      report.render() == """
        tier.lua:3:12: customer.field.unknown: no field 'ammount' on customers
          2 │ for c in customers:each() do
          3 │   c:update{ ammount = 1 }
            │             ^^^^^^^
          4 │ end
          help: did you mean "amount"?
          at tier.lua:9 in function 'main'
          at run.lua:1

        """)
  }

  @Test("Without a column the line is pointed at; without a place or source there is no excerpt")
  func less() {
    let line = ErrorReport(message: "m", place: .init(file: "f", line: 1), source: "x\n\n")
    #expect(line.render() == "f:1: m\n> 1 │ x\n")
    #expect(ErrorReport(code: "a.b", message: "m").render() == "a.b: m\n")
    #expect(
      ErrorReport(message: "m", place: .init(file: "f", line: 7), source: "x").render()
        == "f:7: m\n")
  }

  @Test("Places that are nowhere do no harm", arguments: [Int.min, -1, 0, 2, 99, .max])
  func nowhere(_ number: Int) {
    for column in [Int.min, 0, 1, 50, .max] {
      let place = ErrorReport.Place(file: "f", line: number, column: column, length: .max)
      #expect(
        ErrorReport(message: "m", place: place, source: "a\nb").render(width: 10).hasPrefix("f:"))
    }
  }

  @Test("Carets stand under wide characters, and no line is wider than the screen")
  func wide() {
    let source = "名称 = 鸿雁航天 + nil"
    let place = ErrorReport.Place(file: "f", line: 1, column: 6, length: 4)
    let lines = ErrorReport(message: "m", place: place, source: source).render().split(
      separator: "\n")
    #expect(lines.dropFirst() == ["  1 │ 名称 = 鸿雁航天 + nil", "    │        ^^^^^^^^"])
    let long = String(repeating: "ab ", count: 60) + "鸿雁" + String(repeating: " z", count: 60)
    for column in [1, 3, 90, 181, 182, 300] {
      let report = ErrorReport(
        message: "m", place: .init(file: "f", line: 1, column: column, length: 2), source: long)
      let shown = report.render(width: 40).split(separator: "\n").dropFirst()
      #expect(shown.allSatisfy { DisplayWidth().of($0) <= 40 }, "\(shown)")
      #expect(shown.last?.contains("^") == true)
      if column == 181, let caret = shown.last, let text = shown.first {
        let before = DisplayWidth().of(caret.prefix { $0 != "^" })
        #expect(DisplayWidth().prefix(text, fitting: before + 4).text.hasSuffix("鸿雁"))
      }
    }
  }

  @Test("Escapes in a message or a source do not reach the terminal")
  func safety() {
    let report = ErrorReport(
      message: "\u{1B}[2J", remedy: "\u{1B}c", place: .init(file: "\u{7}f", line: 1),
      source: "\u{1B}]0;x")
    #expect(!report.render().contains("\u{1B}"))
    #expect(report.render().hasPrefix("\\u{7}f:1: \\e[2J\n"))
  }
}
