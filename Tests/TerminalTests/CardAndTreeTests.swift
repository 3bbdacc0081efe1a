import Testing

@testable import Terminal

@Suite("Cards and trees")
struct CardAndTreeTests {
  @Test("One record has no title; several have")
  func cards() {
    let columns = [TableData.Column("id", kind: .number), .init("名称")]
    let one = TableData(columns: columns, rows: [[.number("1"), "鸿雁"]])
    #expect(CardView(one).render() == "id    1\n名称  鸿雁\n")
    let two = TableData(
      columns: columns, head: [[.number("1"), "a"]], tail: [[.number("9"), .null]], omitted: 7)
    #expect(
      CardView(two).render()
        == "── 1 ──\nid    1\n名称  a\n… 7 more\n── 9 ──\nid    9\n名称\n".replacing(
          "名称\n", with: "名称\n"))
  }

  @Test("Long values wrap under themselves")
  func wrapping() {
    let data = TableData(columns: [.init("note")], rows: [["one two three\nfour"]])
    #expect(CardView(data, width: 14).render() == "note  one two\n      three\n      four\n")
  }

  @Test("A tree with branches, wrapped lines and lines of its own")
  func tree() {
    let tree = Tree(
      "level = A",
      children: [
        Tree("rule 1", children: [Tree("annual_purchase = 620,000.00"), Tree("credit = 80")]),
        Tree("rule 2\nnot tried"),
      ])
    #expect(
      tree.render() == """
        level = A
        ├─ rule 1
        │  ├─ annual_purchase = 620,000.00
        │  └─ credit = 80
        └─ rule 2
           not tried

        """)
    #expect(
      tree.render(width: 24).contains(
        """
        │  ├─ annual_purchase =
        │  │  620,000.00
        """))
    #expect(
      Tree("a", children: [Tree("b")]).render(measure: DisplayWidth(ambiguous: .two)) == "a\n`- b\n"
    )
  }

  @Test("Escapes in a record's text cannot reach the terminal")
  func safety() {
    #expect(Tree("x\u{1B}[2Jy").render() == "x\\e[2Jy\n")
    let data = TableData(columns: [.init("n")], rows: [["\u{1B}]0;title\u{7}"]])
    #expect(!CardView(data).render().contains("\u{1B}"))
    #expect(!TextTable(data).render().contains("\u{1B}"))
  }
}
