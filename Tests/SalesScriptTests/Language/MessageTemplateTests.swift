// Messages by templates: the shortest value for each place, in order.
@testable import SalesScript
import Testing

@Suite struct MessageTemplateTests {
  private func translate(_ english: String, _ chinese: String, _ message: String) -> String? {
    MessageTemplates([english: chinese]).translated(message) { $0 == "nothing" ? "空值" : nil }
  }

  @Test func placesTakeTheShortestText() {
    #expect(translate("no field '%1' on %2", "%2没有字段“%1”", "no field 'x' on a y") == "a y没有字段“x”")
    #expect(translate("%1: %2", "%1：%2", "a: b: c") == "a：b: c")
    #expect(translate("run %1: %2 changes", "%1有%2", "run 7: 1,234 changes") == "7有1,234")
    // The last literal stands at the end, however often it occurs before.
    #expect(translate("%1 is full", "%1已满", "a is full is full") == "a is full已满")
    #expect(translate("%1", "《%1》", "all of it") == "《all of it》")
  }

  @Test func valuesWithAWordAreTranslated() {
    #expect(translate("got %1", "得到%1", "got nothing") == "得到空值")
    #expect(translate("got %1", "得到%1", "got nothing else") == "得到nothing else")
  }

  @Test(arguments: ["no field 'x'", "no field 'x' off y", "xno field 'x' on y", ""])
  func otherMessagesAreNotOfTheTemplate(_ message: String) {
    #expect(translate("no field '%1' on %2", "%2没有字段“%1”", message) == nil)
  }

  /// A percent sign without a digit is itself; places next to each other give all to the last.
  @Test func percentSignsAndNeighbours() {
    #expect(translate("at 50 % of %1", "%1的50 %", "at 50 % of x") == "x的50 %")
    #expect(translate("%1%2!", "%2/%1", "abc!") == "abc/")
    #expect(translate("%0 %1", "%1", "%0 x") == "x")
  }

  /// Sure to end and never to trap, whatever the template and the message: a template made of a message fits it.
  @Test func everyMessageFitsTheTemplateMadeOfIt() {
    let letters = Array("ab %1“张x'")
    for seed in 1...200 {
      let text = String((0...seed % 12).map { letters[(seed * 7 + $0 * $0 * 3) % letters.count] })
      let cut = text.index(text.startIndex, offsetBy: text.count / 2)
      let head = text[..<cut].replacing("%", with: "")
      let rest = text[cut...].replacing("%", with: "")
      let expected = head.isEmpty && rest.isEmpty ? nil : "[\(rest)]"
      #expect(translate("\(head)%1", "[%1]", "\(head)\(rest)") == expected, "\(text)")
    }
  }

  @Test func theLongestTemplateIsTriedFirst() throws {
    let lexicon = try #require(Lexicon(.zh))
    #expect(lexicon.note("no help for 'x'; did you mean 'y'?") == "没有“x”的帮助；是不是想查“y”？")
    #expect(lexicon.note("no help for 'x'") == "没有“x”的帮助")
    #expect(lexicon.note("something nobody has translated") == "something nobody has translated")
  }

  @Test func linesAreTranslatedEachByItself() throws {
    let lexicon = try #require(Lexicon(.zh))
    #expect(lexicon.note("no help for 'x'\nas it was") == "没有“x”的帮助\nas it was")
  }

  @Test func aCodesOwnTemplatesComeFirst() throws {
    let lexicon = try #require(Lexicon(.zh))
    // Under no code stands a template that fits too: there is no %1 '%2'.
    let text = "there is no command 'x'"
    #expect(lexicon.message(text, code: "usage.command") == "没有“x”这个命令")
    #expect(lexicon.message(text, code: "usage.option") == "没有command“x”")
    let own = "tenon help lists them"
    #expect(lexicon.message(own, code: "usage.command") == "tenon help 列出全部命令")
    #expect(lexicon.message(own, code: "usage.option") == own)
  }
}
