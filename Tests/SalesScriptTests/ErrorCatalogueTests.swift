// The catalogue of errors has every code that the sources raise, and no other; its examples raise what they say.
import Foundation
import SalesScript
import Testing

@Suite struct ErrorCatalogueTests {
  private static let catalogue = ErrorCatalogue.shared

  @Test func everyEntrySaysWhatAndWhatToDo() {
    #expect(Self.catalogue.entries.count > 500)
    for entry in Self.catalogue.entries {
      for words in [entry.meaning, entry.remedy] {
        #expect(words.english.hasSuffix("."), "\(entry.code): \(words.english)")
        #expect(words.chinese.hasSuffix("。"), "\(entry.code): \(words.chinese)")
      }
    }
  }

  /// Codes stand in the sources where an error is made: behind `Error(`, in `code: "…"`, or in a help entry.
  @Test func everyCodeThatIsRaisedHasAnEntry() throws {
    let sources = try Sources()
    #expect(sources.raised.count > 400)
    for code in sources.raised.sorted() where Self.catalogue.entry(code) == nil {
      Issue.record("stdlib-lua/lang/errors.lua has no entry for \(code)")
    }
  }

  @Test func noEntryIsDead() throws {
    let sources = try Sources()
    for entry in Self.catalogue.entries where !sources.canRaise(entry.code) {
      Issue.record("nothing raises \(entry.code) any more")
    }
  }

  @Test func everyExampleRaisesItsCode() throws {
    let outcomes = try ErrorRun.shared.get().outcomes
    for (entry, facts) in outcomes {
      let raised = facts?.code ?? "nothing"
      let found = Self.catalogue.entry(raised)?.code ?? raised
      #expect(found == entry.code, "\(entry.example)")
    }
    #expect(outcomes.count > 300)
  }

  @Test func helpShowsTheEntry() throws {
    let world = try World(customers: 1)
    defer { world.remove() }
    try world.run("help(\"entity.field\")")
    #expect(world.output.text.contains("has no field of that name"))
    #expect(world.output.text.contains("customers:first().ammount"))
    #expect(world.host.help.text(for: "customer.credit.range").contains("outside what its field"))
    #expect(world.host.help.text(for: "entity.feild").contains("did you mean 'entity.field'?"))
  }
}

/// The codes that the sources spell.
private struct Sources {
  private(set) var raised: Set<String> = []
  /// Every dotted word between quotes.
  private var words: Set<String> = []
  /// `.status` of `"\(what).status"`, `customer.uscc.` of `"customer.uscc.\(code)"`, and `check.unknown_` of
  /// `"check.unknown_\(kind)"`.
  private var ends: Set<String> = []
  private var beginnings: Set<String> = []

  init() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources")
    let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
    for case let file as URL in files ?? .init()
    where ["swift", "c", "h"].contains(file.pathExtension) {
      read(try String(contentsOf: file, encoding: .utf8))
    }
  }

  private mutating func read(_ text: String) {
    let code = #"([a-z_]+(?:\.[a-z_0-9]+)+)"#
    for pattern in [
      #"(?:Argument|Validation|Policy|Value|Store|Lua|Price|Command|CSV)Error\(\s*""# + code + "\"",
      #"\bcode: ""# + code + "\"", #"tn_raise\(L, ""# + code + "\"",
    ] {
      raised.formUnion(text.captures(of: pattern).filter { !$0.hasPrefix("lint.") })
    }
    for list in text.captures(of: #"errors: \[([^\]]*)\]"#) {
      raised.formUnion(list.captures(of: "\"" + code + "\""))
    }
    words.formUnion(text.captures(of: "\"" + code + "\""))
    ends.formUnion(text.captures(of: #"\)(\.[a-z_]+)""#))
    beginnings.formUnion(text.captures(of: #""([a-z_.]+\.(?:[a-z_]+_)?)\\\("#))
  }

  func canRaise(_ code: String) -> Bool {
    words.contains(code) || ends.contains { code.hasSuffix($0) }
      || beginnings.contains { code.hasPrefix($0) }
  }
}

extension String {
  /// What the first group of a pattern matches, everywhere.
  fileprivate func captures(of pattern: String) -> [String] {
    guard let expression = try? NSRegularExpression(pattern: pattern) else { return [] }
    let whole = NSRange(startIndex..., in: self)
    return expression.matches(in: self, range: whole).compactMap { match in
      Range(match.range(at: 1), in: self).map { String(self[$0]) }
    }
  }
}
