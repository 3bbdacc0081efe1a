// What is bought together, by hand and against counting with sets; suggestions and looking back.
import Testing
import Values

@testable import SalesKernel

@Suite struct AssociationTests {
  private static func baskets(_ contents: [[Int64]]) -> Baskets {
    var baskets = Baskets()
    for (index, products) in contents.enumerated() {
      for product in products { baskets.add(basket: Int64(index + 1), product: product) }
    }
    baskets.seal()
    return baskets
  }

  // N = 5; n(1) = 4, n(2) = 4, n(3) = 2, n(4) = 1; n(12) = 3, n(13) = 2, n(23) = n(14) = n(24) = 1.
  private static let five: [[Int64]] = [[1, 2, 3], [2, 1, 2], [3, 1], [2], [1, 2, 4, 4]]

  @Test func countsByHand() throws {
    let found = Associations(Self.baskets(Self.five))
    #expect(found.baskets == 5)
    #expect(found.byBaskets == [1, 2, 3, 4])
    let one = try #require(found.association(1, 2))
    #expect((one.count, one.support, one.confidence, one.lift) == (3, 0.6, 0.75, 0.9375))
    let two = try #require(found.association(3, 1))
    #expect((two.count, two.support, two.confidence, two.lift) == (2, 0.4, 1, 1.25))
    #expect(found.association(3, 4) == nil)
    // As if five baskets more had been seen, of which four fifths hold 2: (3 + 4) / (4 + 5).
    #expect(found.likelihood(of: 2, with: 1, prior: 5) == 7.0 / 9.0)
    #expect(found.likelihood(of: 2, with: 9, prior: 5) == 0.8)
    #expect(found.likelihood(of: 9, with: 1, prior: 5) == 0)
    #expect(found.likelihood(of: 2, with: 9, prior: 0) == 0)
    #expect(found.association(1, 9) == nil)
    #expect(found.association(1, 1) == nil)
  }

  @Test func theStrongestFirstAndTiesById() {
    // Confidence 1: 3→1 (2), 4→1, 4→2 (1). Then 1→2 and 2→1 (3/4), 1→3 and 3→2 (1/2), the rest 1/4.
    let all = Associations(Self.baskets(Self.five)).list(.init(count: 1, support: 0, confidence: 0))
    #expect(
      all.map { "\($0.product)\($0.suggests)" }
        == ["31", "41", "42", "12", "21", "13", "32", "14", "23", "24"])
    let some = Associations(Self.baskets(Self.five))
      .list(.init(count: 2, support: 0.4, confidence: 0.75))
    #expect(some.map { "\($0.product)\($0.suggests)" } == ["31", "12", "21"])
  }

  @Test func nothingGivesNothing() {
    let none = Associations(Self.baskets([]))
    #expect(none.list(.init(count: 1, support: 0, confidence: 0)).isEmpty)
    #expect(none.byBaskets.isEmpty)
  }

  @Test("counts are those of sets, few products or many", arguments: 1...60 as ClosedRange<UInt64>)
  func sets(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    // Beyond 2,000 products pairs are counted by a hash map.
    let range: ClosedRange<Int64> = seed % 3 == 0 ? 1...2_500 : -3...12
    var contents = (0..<Int.random(in: 1...40, using: &random)).map { _ in
      (0..<Int.random(in: 1...8, using: &random)).map { _ in
        Int64.random(in: range, using: &random)
      }
    }
    if seed % 3 == 0 { contents += (1...2_100).map { [$0] } }
    let found = Associations(Self.baskets(contents))
    let sets = contents.map { Set($0) }
    #expect(found.baskets == sets.count, "seed \(seed)")
    let products = Set(contents.prefix(40).flatMap { $0 }).sorted()
    for one in products {
      let holds = sets.filter { $0.contains(one) }
      for other in products where other != one {
        let both = holds.count { $0.contains(other) }
        let association = found.association(one, other)
        #expect((association?.count ?? 0) == both, "seed \(seed) \(one) \(other)")
        guard let association else { continue }
        #expect(association.ofProduct == holds.count, "seed \(seed)")
        #expect(association.ofSuggested == sets.count { $0.contains(other) }, "seed \(seed)")
      }
    }
  }

  // MARK: Suggestions

  private static func policy(_ rules: String = "") throws -> SuggestionPolicy {
    try SuggestionPolicy(
      decoding: LuaTable.parse(
        """
        { name = "s", title = "s", source = "test", top = 5, goal = { share = 0.7, source = "test" },
          associations = { of = "customer", count = 2, support = 0, confidence = 0.3, prior = 0, source = "test" },
          rules = { \(rules) } }
        """), compiler: NoExpressions())
  }

  private static func facts(_ products: [(Int64, category: String, grade: String?)])
    -> [ProductFacts]
  {
    products.map { id, category, grade in
      var product = Product(id: id, name: "p\(id)")
      (product.category, product.grade) = (category, grade)
      let fields = Product.schema.entity.fields.indices.map {
        Product.schema.value(of: product, slot: $0)
      }
      return ProductFacts(id: id, fields: fields, derived: [])
    }
  }

  private static let nut = """
    { key = "nut", kind = "cross_sell", source = "test", reason = "r", when = { category = "bolt" },
      offer = { category = "nut" }, same = { "grade" } }
    """

  @Test func rulesAndOrdersTogether() throws {
    // 1 is a bolt of grade e; 2 and 5 are nuts, 5 of another grade; 6 is a nut without a grade.
    var suggester = Suggester(
      try Self.policy(Self.nut), Associations(Self.baskets(Self.five)),
      facts: Self.facts([
        (1, "bolt", "e"), (2, "nut", "e"), (3, "tool", "e"), (5, "nut", "s"), (6, "nut", nil),
        (7, "nut", "e"),
      ]))
    let found = suggester.suggest(for: [1], top: 9)
    // 1→2 by both, 1→3 by orders (2 of 4), 7 by rule alone; 1→4 is one basket only.
    #expect(found.map(\.product) == [2, 3, 7])
    #expect(found.map { $0.rule?.key } == ["nut", nil, "nut"])
    #expect(found.map { $0.association?.count } == [3, 2, nil])
    #expect(suggester.suggest(for: [1], top: 1).map(\.product) == [2])
    #expect(suggester.suggest(for: [1, 2, 3], top: 9).map(\.product) == [7])
    #expect(suggester.suggest(for: [1], top: 9) { _ in false }.map(\.product) == [2, 3])
    #expect(suggester.suggest(for: [], top: 9).isEmpty)
    // 1 is suggested for 3, with which it is bought always, not for 2.
    #expect(suggester.suggest(for: [2, 3], top: 1).map(\.because) == [3])
  }

  @Test func lookingBack() throws {
    // Before: 1–3 buy 10 and 11, 4 and 5 buy 10. After: 4 buys 11, 5 buys 12, 1 buys 13, 6 is new.
    let before = Self.baskets([[10, 11], [10, 11], [10, 11], [10], [10]])
    var after = Baskets()
    for (customer, product) in [(4, 11), (5, 12), (1, 13), (6, 11)] as [(Int64, Int64)] {
      after.add(basket: customer, product: product)
    }
    after.seal()
    var suggester = Suggester(try Self.policy(), Associations(before), facts: [])
    let trial = SuggestionTrial(&suggester, before: before, after: after, top: 3)
    // 10 → 11 has 3 of 5: 4 and 5 get 11, and 4 buys it. 1 holds both and gets nothing.
    #expect((trial.customers, trial.hits, trial.suggestions, trial.bought) == (2, 1, 2, 1))
    #expect((trial.without, trial.plainHits) == (1, 1))
    #expect((trial.hitRate, trial.precision, trial.plainHitRate) == (0.5, 0.5, 0.5))
    let none = SuggestionTrial(&suggester, before: before, after: Self.baskets([]), top: 3)
    #expect((none.customers, none.hitRate, none.precision) == (0, nil, nil))
  }

  @Test(arguments: [
    (
      "{ key = \"a\", kind = \"cross\", source = \"t\", reason = \"r\", offer = {} }",
      "policy.value"
    ),
    ("{ key = \"a\", kind = \"up_sell\", source = \"t\", reason = \"r\" }", "policy.missing"),
    (
      "{ key = \"a\", kind = \"up_sell\", source = \"t\", reason = \"r\", when = { catgory = \"bolt\" }, same = { \"grade\" } }",
      "policy.key"
    ),
    (
      "{ key = \"a\", kind = \"up_sell\", source = \"t\", reason = \"r\", terms = { discount = 0.1 } }",
      "policy.key"
    ),
    (
      "{ key = \"a\", kind = \"up_sell\", source = \"t\", reason = \"r\", terms = { prepaid = 2 } }",
      "policy.type"
    ),
    (
      "{ key = \"a\", kind = \"up_sell\", source = \"t\", reason = \"r\", terms = { cash = true }, same = { \"grade\" } }",
      "policy.value"
    ),
    (
      "{ key = \"a\", kind = \"up_sell\", source = \"t\", reason = \"r\", same = { \"colour\" } }",
      "policy.value"
    ),
    ("{ key = \"a\", kind = \"up_sell\", reason = \"r\", same = { \"grade\" } }", "policy.source"),
    ("\(nut), \(nut)", "policy.duplicate"),
  ])
  func badRules(_ rules: String, _ code: String) throws {
    do {
      _ = try Self.policy(rules)
      Issue.record("it was read")
    } catch let error as PolicyError { #expect(error.code == code, "\(error)") }
  }
}
