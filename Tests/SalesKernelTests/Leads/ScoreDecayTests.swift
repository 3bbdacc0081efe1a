// Factors that fade with the age of their evidence.
import Testing
import Values

@testable import SalesKernel

@Suite struct ScoreDecayTests {
  private func policy(_ factors: String, missing: String = "zero") throws -> TieringPolicy {
    let lua = """
      { name = "m", title = "m", source = "test", writes = "grade", writes_score = "score",
        measures = { s = { source = "test", score = { combine = "weighted", missing = "\(missing)",
          clamp = { 20, 100 }, factors = { \(factors) } } } },
        by = "s", levels = { { level = "A", label = "a", source = "test" } } }
      """
    return try TieringPolicy(
      decoding: LuaTable.parse(lua), entity: Lead.schema.entity, compiler: NoExpressions())
  }

  private func lead(intentAt: String?) throws -> Lead {
    var lead = Lead(id: 1, company: "甲", arrivedAt: try moment("2026-01-01T00:00"))
    (lead.intent, lead.need) = (80, 60)
    lead.intentAt = try intentAt.map { try moment($0) }
    return lead
  }

  private static let fading =
    "{ field = \"intent\", weight = 40, half_life = days(30), evidence = { \"intent_at\" } }, "
    + "{ field = \"need\", weight = 60 }"

  @Test(arguments: [
    // 0.4 × (20 + 60 × ½ⁿ) + 0.6 × 60: new 32 + 36, one life 20 + 36, two lives 14 + 36.
    ("2026-06-30T00:00", 68.0), ("2026-05-31T00:00", 56.0), ("2026-05-01T00:00", 50.0),
    // Evidence of the future is new.
    ("2026-12-30T00:00", 68.0),
  ])
  func halvesWithEachLife(_ at: String, _ score: Double) throws {
    let policy = try policy(Self.fading)
    let ranks = Ranks(asOf: try moment("2026-06-30T00:00"))
    let lead = try lead(intentAt: at)
    #expect(try policy.assign(lead.reader, ranks: ranks).score == score)
    let why = try policy.explain(lead.reader, ranks: ranks)
    #expect(why.children.first?.value == .number(score))
  }

  @Test func whatHasNoDateIsMissing() throws {
    let ranks = Ranks(asOf: try moment("2026-06-30T00:00"))
    let lead = try lead(intentAt: nil)
    #expect(try policy(Self.fading).assign(lead.reader, ranks: ranks).score == 36)
    #expect(
      try policy(Self.fading, missing: "renormalise").assign(lead.reader, ranks: ranks).score == 60)
    let why = try policy(Self.fading).explain(lead.reader, ranks: ranks)
    #expect(
      why.children.first?.children.first?.reason
        == "80 has no date of its evidence: zero, weight 40")
    // With a second date, that one counts: 30 days before 2026-01-31 is 2026-01-01.
    let both = Self.fading.replacing("{ \"intent_at\" }", with: "{ \"intent_at\", \"arrived_at\" }")
    let later = Ranks(asOf: try moment("2026-01-31T00:00"))
    #expect(try policy(both).assign(lead.reader, ranks: later).score == 56)
  }

  /// Against a library's exp2, to the last digits, and as a law: ½ᵃ ½ᵇ = ½ᵃ⁺ᵇ.
  @Test func powersOfOneHalf() {
    // Python: 2 ** -x
    for (lives, share) in [
      (0.0, 1.0), (0.5, 0.707_106_781_186_547_6), (1, 0.5), (1.5, 0.353_553_390_593_273_8),
      (3.3, 0.101_531_549_544_529_45), (10, 0.000_976_562_5),
    ] {
      #expect(abs(HalfLife.share(left: lives) - share) <= share * 4e-16, "\(lives)")
    }
    #expect(HalfLife.share(left: .infinity) == 0)
    #expect(HalfLife.share(left: -1) == 1)
    let seed: UInt64 = 5
    var random = SeededGenerator(seed: seed)
    for _ in 0..<1_000 {
      let (a, b) = (
        Double.random(in: 0...20, using: &random), Double.random(in: 0...20, using: &random)
      )
      let (product, sum) = (
        HalfLife.share(left: a) * HalfLife.share(left: b), HalfLife.share(left: a + b)
      )
      #expect(abs(product - sum) <= sum * 1e-14, "seed \(seed): \(a), \(b)")
    }
  }

  @Test(arguments: [
    ("{ field = \"need\", weight = 100, evidence = { \"intent_at\" } }", "policy.missing"),
    ("{ field = \"need\", weight = 100, half_life = days(30) }", "policy.missing"),
    (
      "{ field = \"need\", weight = 100, half_life = days(0), evidence = \"intent_at\" }",
      "policy.value"
    ),
    (
      "{ field = \"need\", weight = 100, half_life = days(3), evidence = \"company\" }",
      "policy.field"
    ),
    ("{ field = \"need\", weight = 99 }", "policy.value"),
    ("{ field = \"neeed\", weight = 100 }", "policy.field"),
  ])
  func refusals(_ factors: String, _ code: String) throws {
    #expect { _ = try policy(factors) } throws: { ($0 as? PolicyError)?.code == code }
  }
}
