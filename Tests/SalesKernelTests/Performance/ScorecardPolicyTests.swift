// Cards, their weights, points, and who is at the bottom.
import Testing
import Values

@testable import SalesKernel

@Suite struct ScorecardPolicyTests {
  private static func policy(parts: String, missing: String = "renormalise") throws
    -> ScorecardPolicy
  {
    try ScorecardPolicy(
      decoding: LuaTable.parse(
        """
        return { name = "test", title = "test", source = "test", missing = "\(missing)", cap = 1.2,
          cards = { { key = "card", title = "card", source = "test", parts = { \(parts) } } }, roles = {},
          bottom = { share = 0.1, cards = { "card" }, first = "plan", again = "move", times = 2, source = "test" } }
        """))
  }

  private static func part(_ key: String, _ weight: Double, _ more: String = "given = true")
    -> String
  {
    "{ key = \"\(key)\", title = \"\(key)\", weight = \(weight), \(more), source = \"test\" }"
  }

  @Test func thePackHasTheWeightsOfTheSources() throws {
    let policy = try ScorecardPolicy(decoding: LuaTable.policy("scorecards"))
    let weights = policy.cards.map { card in card.parts.map(\.weight) }
    #expect(
      weights == [
        [40, 10, 20, 20, 10], [50, 15, 15, 15, 5], [45, 25, 15, 10, 5], [20, 10, 40, 30],
        [60, 20, 20], [50, 30, 20], [60, 30, 10], [60, 25, 15],
      ])
  }

  @Test func weightsThatAreNotAHundredAreRefused() throws {
    let error = #expect(throws: PolicyError.self) {
      try Self.policy(parts: Self.part("a", 60) + "," + Self.part("b", 41))
    }
    #expect(error?.code == "policy.weights")
    _ = try Self.policy(parts: Self.part("a", 33.3) + "," + Self.part("b", 66.7))
    for more in ["goal = 1", "kpi = \"x\", given = true", "card = \"nothing\"", "given = false"] {
      #expect(throws: PolicyError.self, "\(more)") {
        try Self.policy(parts: Self.part("a", 100, more))
      }
    }
  }

  @Test("what is missing leaves its weight, counts 0, or leaves no score") func missing() throws {
    let parts = Self.part("a", 60) + "," + Self.part("b", 40)
    // 60 × 0.5 = 30; alone 100 × 0.5 = 50.
    for (missing, score) in [("renormalise", 50.0), ("zero", 30.0), ("none", nil)] {
      let policy = try Self.policy(parts: parts, missing: missing)
      let result = ScorecardResult(policy.cards[0], by: policy, [(0.5, "", []), (nil, "", [])])
      #expect(result.score == score, "\(missing)")
    }
    let policy = try Self.policy(parts: parts)
    #expect(
      ScorecardResult(policy.cards[0], by: policy, [(nil, "", []), (nil, "", [])]).score == nil)
    // At most 1.2, at least 0: 60 × 1.2 + 40 × 0.
    let result = ScorecardResult(policy.cards[0], by: policy, [(7, "", []), (-1, "", [])])
    #expect(result.score == 72)
    #expect(result.text == "a=72;b=0")
  }

  @Test func tiesAreNotAtTheBottom() throws {
    let bottom = try Self.policy(parts: Self.part("a", 100)).bottom
    #expect(bottom.bottom((1...20).map { Double($0) }) == [0, 1])
    #expect(bottom.bottom([5, 5] + (6...23).map { Double($0) }) == [0, 1])
    #expect(bottom.bottom([4, 5, 5] + (6...22).map { Double($0) }) == [0])
    #expect(bottom.bottom([nil, 1, 2]) == [])
    #expect(bottom.bottom([]) == [])
    #expect((bottom.outcome(before: 0), bottom.outcome(before: 1)) == ("plan", "move"))
  }
}
