// Error reports with the words of another language around them.
import Console
import Testing

@Suite struct ErrorWordsTests {
  private let report = ErrorReport(
    code: "entity.field", message: "no field", remedy: "look",
    frames: [.init(file: "a.lua", line: 9, function: "main"), .init(file: "a.lua", line: 12)])

  @Test func wordsStandInPlaceOfTheEnglishOnes() {
    let words = ErrorWords(help: "帮助：", at: "位于", inFunction: "，函数“%1”内")
    #expect(
      report.saying(message: "没有字段", remedy: "看看").render(words: words) == """
        entity.field: 没有字段
          帮助：看看
          位于 a.lua:9，函数“main”内
          位于 a.lua:12

        """)
  }

  @Test func englishIsAsItWas() {
    #expect(
      report.render() == """
        entity.field: no field
          help: look
          at a.lua:9 in function 'main'
          at a.lua:12

        """)
  }
}
