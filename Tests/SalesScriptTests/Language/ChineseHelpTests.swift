// Every public name is explained in Chinese, and the Chinese is of the English that stands now.
import SalesKernel
import SalesScript
import Testing

@Suite struct ChineseHelpTests {
  @Test func everyNameIsExplainedAndNoneIsStale() throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    let lexicon = try #require(Lexicon(.zh))
    var explained = lexicon.explained
    for entry in world.host.help.entries {
      guard let digest = explained.removeValue(forKey: entry.name) else {
        Issue.record(
          "lang/zh/help.lua has no \(entry.name): of = \"\(entry.digest)\", \(entry.summary)")
        continue
      }
      #expect(
        digest == entry.digest,
        "the English of \(entry.name) has changed; correct the Chinese, then: of = \"\(entry.digest)\""
      )
    }
    #expect(explained.isEmpty, "no longer public: \(explained.keys.sorted())")
  }

  /// Summary, units and changes are all there, none in English.
  @Test func everyPartIsInChinese() throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    let lexicon = try #require(Lexicon(.zh))
    for entry in world.host.help.entries {
      let shown = lexicon.translated(entry)
      for (english, chinese) in [
        (entry.summary, shown.summary), (entry.units, shown.units), (entry.changes, shown.changes),
      ] where !english.isEmpty {
        // `deepest 0–1` reads the same in both.
        let words = english.split { !$0.isLetter && $0 != "_" }
        #expect(
          chinese != english || words.count <= 1, "\(entry.name): \(english) has no Chinese")
        #expect(!chinese.isEmpty, "\(entry.name)")
      }
    }
  }

  @Test func helpPrintsTheWordsAroundItInChinese() throws {
    let lexicon = try #require(Lexicon(.zh))
    let world = try World(customers: nil)
    defer { world.remove() }
    let text = try #require(world.host.help.entry("wan")).text(in: lexicon)
    #expect(
      text == """
        wan(n)
          若干万：n × 10,000元。
          返回：money
          单位：万（10,000元）
          错误：rate.syntax, money.inexact, money.overflow
          示例：
            return wan(50) == yuan(500000)
            --> true
          另见：yuan, money
        """)
    #expect(world.host.help.text(for: "wann", in: lexicon) == "没有“wann”的帮助；是不是想查“wan”？")
  }

  @Test func englishNeedsNoWords() { #expect(Lexicon(.en) == nil) }
}
