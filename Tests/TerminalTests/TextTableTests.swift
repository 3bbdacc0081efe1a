import Testing

@testable import Terminal

@Suite("Tables in text")
struct TextTableTests {
  static let customers = TableData(
    columns: [.init("id", kind: .number), .init("name"), .init("level", alignment: .centre)],
    rows: [
      [.number("1"), "鸿雁航天", "A"], [.number("12"), "Blue Arrow", .null],
      [.number("3"), "a\nb", "C"],
    ])

  @Test("A small table, whole")
  func golden() {
    #expect(
      TextTable(Self.customers).render() == """
        ┌────┬────────────┬───────┐
        │ id │ name       │ level │
        ├────┼────────────┼───────┤
        │  1 │ 鸿雁航天   │   A   │
        │ 12 │ Blue Arrow │       │
        │  3 │ a\\nb       │   C   │
        └────┴────────────┴───────┘

        """)
  }

  @Test("Head and tail with the exact count between")
  func elision() {
    let rows = (1...1000).map { [TableCell.number("\($0)"), TableCell("row \($0)")] }
    let data = TableData(columns: [.init("n", kind: .number), .init("what")], rows: rows)
    #expect(
      TextTable(data, maxRows: 4).render() == """
        ┌──────┬──────────┐
        │    n │ what     │
        ├──────┼──────────┤
        │    1 │ row 1    │
        │    2 │ row 2    │
        │ … 996 more      │
        │  999 │ row 999  │
        │ 1000 │ row 1000 │
        └──────┴──────────┘

        """)
    #expect(data.elided(to: 999).rows.count == 1000)
    #expect(data.elided(to: 10).elided(to: 4).gap == TableData.Gap(count: 996, position: 2))
    #expect(data.elided(to: 0).gap?.count == 1000)
  }

  @Test("Rows counted elsewhere stand in the gap; a narrow table widens for the count")
  func gapGiven() {
    let data = TableData(
      columns: [.init("x")], head: [["a"]], tail: [["b"]], omitted: 990)
    #expect(data.count == 992)
    #expect(
      TextTable(data).render() == """
        ┌────────────┐
        │ x          │
        ├────────────┤
        │ a          │
        │ … 990 more │
        │ b          │
        └────────────┘

        """)
  }

  @Test("Within a terminal, text gives way, then columns at the right")
  func narrow() {
    #expect(
      TextTable(Self.customers, width: 22).render() == """
        ┌────┬───────┬───────┐
        │ id │ name  │ level │
        ├────┼───────┼───────┤
        │  1 │ 鸿雁… │   A   │
        │ 12 │ Blue… │       │
        │  3 │ a\\nb  │   C   │
        └────┴───────┴───────┘

        """)
    #expect(
      TextTable(Self.customers, width: 16).render() == """
        ┌────┬─────────┐
        │ id │ name    │
        ├────┼─────────┤
        │  1 │ 鸿雁航… │
        │ 12 │ Blue A… │
        │  3 │ a\\nb    │
        └────┴─────────┘
        not shown: level

        """)
  }

  @Test("Numbers are never cut while another column can give")
  func numbersStay() {
    let data = TableData(
      columns: [.init("customer"), .init("revenue", kind: .number)],
      rows: [["a very long customer's name", .number("123,456,789.00")]])
    #expect(TextTable(data, width: 26).render().contains("123,456,789.00"))
  }

  @Test("Plain borders where the terminal draws boxes in two columns")
  func ascii() {
    let data = TableData(columns: [.init("n")], rows: [["①"]])
    #expect(
      TextTable(data, measure: DisplayWidth(ambiguous: .two)).render() == """
        +----+
        | n  |
        +----+
        | ① |
        +----+

        """)
  }

  @Test("No columns, no rows, short and long rows")
  func degenerate() {
    #expect(TextTable(TableData(columns: [], rows: [])).render() == "")
    let empty = TableData(columns: [.init("n")], rows: [])
    #expect(TextTable(empty).render() == "┌───┐\n│ n │\n├───┤\n└───┘\n")
    let uneven = TableData(columns: [.init("a"), .init("b")], rows: [["1"], ["1", "2", "3"]])
    #expect(uneven.rows == [["1", .null], ["1", "2"]])
  }

  @Test("Colour adds nothing but colour")
  func colour() {
    let styled = TextTable(Self.customers, style: Style(isColoured: true)).render()
    let stripped = styled.replacing(/\u{1B}\[[0-9]*m/, with: "")
    #expect(styled != stripped)
    #expect(stripped == TextTable(Self.customers).render())
  }

  @Test("Every row is equally wide, and none wider than the terminal")
  func equalRows() {
    let seed = SeededGenerator.seed
    var random = SeededGenerator(seed: seed)
    for round in 0..<SeededGenerator.rounds(400) {
      let measure = DisplayWidth(ambiguous: round.isMultiple(of: 2) ? .one : .two)
      let data = randomTable(&random)
      let width = Bool.random(using: &random) ? Int.random(in: 1...60, using: &random) : nil
      let table = TextTable(
        data, width: width, maxRows: Int.random(in: 0...9, using: &random), measure: measure)
      let lines = table.render().split(separator: "\n").map(String.init)
        .filter { !$0.hasPrefix("not") }
      let widths = Set(lines.map { measure.of($0) })
      #expect(widths.count == 1, "seed \(seed) round \(round): \(widths)")
      if let width {
        let limit = max(width, TextTable.minimumWidth)
        #expect(
          widths.allSatisfy { $0 <= limit }, "seed \(seed) round \(round): \(widths) over \(limit)")
      }
    }
  }

  private func randomTable(_ random: inout SeededGenerator) -> TableData {
    let count = Int.random(in: 1...5, using: &random)
    let columns = (0..<count).map { _ in
      TableData.Column(
        RandomText.make(upTo: 5, using: &random),
        alignment: [Alignment.left, .right, .centre].randomElement(using: &random))
    }
    let rows = (0..<Int.random(in: 0...12, using: &random)).map { _ in
      (0..<count).map { column in
        column == 0
          ? TableCell.number("\(Int.random(in: 0...99_999_999, using: &random))")
          : TableCell(RandomText.make(upTo: 9, using: &random))
      }
    }
    return TableData(columns: columns, rows: rows)
  }
}
