// Texts as words, and what is looked for as phrases.
import Testing

@testable import SalesKernel

@Suite struct SearchTextTests {
  @Test(arguments: [
    ("紧固件", "紧 固 件"), ("M6×20 螺栓", "m6 20 螺 栓"), ("M6螺栓A", "m6 螺 栓 a"), ("ＴＯＲＱＵＥ表", "torque 表"),
    ("  ，。 ", ""), ("", ""), ("a-b_c", "a b c"), ("Ünï", "ünï"), ("カナ한글", "カ ナ 한 글"),
  ])
  func everyChineseCharacterIsAWord(_ text: String, _ words: String) {
    #expect(SearchText.cut(text) == words)
  }

  @Test(arguments: [
    ("紧固件 价格", "\"紧 固 件\" AND \"价 格\""), ("bolt", "\"bolt\" *"), ("M6螺栓", "\"m6 螺 栓\""),
    ("螺栓M6", "\"螺 栓 m6\" *"), ("a \"OR\" b*", "\"a\" * AND \"or\" * AND \"b\" *"), ("钛 钛", "\"钛\""),
  ])
  func partsAreQuotedPhrases(_ text: String, _ query: String) {
    #expect(SearchText.query(text) == query)
  }

  @Test func nothingIsLookedForInSigns() {
    for text in ["", " ", "\"*-()", "……！", "\u{0}", "🚀"] { #expect(SearchText.query(text) == nil) }
  }

  @Test func excerptsShowTheFind() {
    #expect(SearchText.excerpt(of: "先谈总成本", finding: ["总成本"], most: 20) == "先谈[总成本]")
    #expect(SearchText.excerpt(of: "abc DEF ghi", finding: ["def"], most: 5) == "…[DEF] g…")
    #expect(SearchText.excerpt(of: "abc", finding: ["x"], most: 5) == nil)
    #expect(SearchText.excerpt(of: "", finding: ["x"], most: 5) == nil)
    #expect(SearchText.excerpt(of: "abcdef", finding: ["abcdef"], most: 2) == "[abcdef]")
  }
}
