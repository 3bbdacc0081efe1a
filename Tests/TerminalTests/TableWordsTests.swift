// Tables and cards with Chinese headers and words: every line as wide as the others.
@testable import Terminal
import Testing

@Suite struct TableWordsTests {
  private let words = TableWords(more: "还有%1行", hidden: "未显示：")
  private let data = TableData(
    columns: [.init("客户编码"), .init("年采购额（万元）", kind: .number), .init("ID", kind: .number)],
    head: [["C1", .number("1,234.50"), .number("1")], ["C2", .number("9.00"), .number("22")]],
    tail: [], omitted: 990)

  @Test func chineseHeadersAlign() {
    let lines = TextTable(data, words: words).render().split(separator: "\n").map(String.init)
    #expect(
      lines == [
        "┌──────────┬──────────────────┬────┐",
        "│ 客户编码 │ 年采购额（万元） │ ID │",
        "├──────────┼──────────────────┼────┤",
        "│ C1       │         1,234.50 │  1 │",
        "│ C2       │             9.00 │ 22 │",
        "│ … 还有990行                      │",
        "└──────────┴──────────────────┴────┘",
      ])
    let measure = DisplayWidth()
    #expect(Set(lines.map { measure.of($0) }) == [36])
  }

  @Test(arguments: 12...40)
  func noLineIsWiderThanTheScreen(_ width: Int) {
    let text = TextTable(data, width: width, words: words).render()
    let measure = DisplayWidth()
    for line in text.split(separator: "\n") {
      #expect(measure.of(String(line)) <= width, "\(line)")
    }
    if text.contains("未显示") { #expect(text.contains("未显示：") && !text.contains("未显示： ")) }
  }

  @Test func cardsAlignTheirLabels() {
    let card = CardView(
      TableData(columns: [.init("名称"), .init("客户等级"), .init("ID")], rows: [["鸿雁", "A", "1"]]),
      words: words
    ).render()
    #expect(card == "名称      鸿雁\n客户等级  A\nID        1\n")
  }

  @Test func englishIsAsItWas() {
    #expect(TextTable(data).render().contains("… 990 more"))
  }
}
