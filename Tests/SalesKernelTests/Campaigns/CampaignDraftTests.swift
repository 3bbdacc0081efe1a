// Campaigns as scripts describe them: what is taken, what is refused.
import Testing
import Values

@testable import SalesKernel

@Suite struct CampaignDraftTests {
  static func policy() throws -> CampaignPolicy {
    try CampaignPolicy(decoding: LuaTable.policy("campaigns"))
  }

  static func draft(_ more: String, dates: Bool = true) throws -> CampaignDraft {
    let days = dates ? "starts_on = date\"2026-07-01\", ends_on = date\"2026-09-30\"," : ""
    return try CampaignDraft(
      decoding: LuaTable.parse("return { code = \"C1\", \(days) \(more) }"), try policy())
  }

  @Test("what a campaign does not say, the policy says")
  func standing() throws {
    let draft = try Self.draft("arms = {{key = \"a\", offer = \"PUSH\"}}")
    #expect(draft.name == "C1")
    #expect(draft.kind == "offer")
    #expect(draft.holdOut == (try Rate(exactly: 0.1)))
    #expect(draft.terms.response == CampaignResponse(orders: true))
    #expect(draft.terms.stop == CampaignStop(harm: 0.99, least: 100, budget: true))
    // 0.1 held out; the one arm gets all of the other 0.9.
    #expect(try draft.parts() == [Rate(exactly: 0.1), Rate(exactly: 0.9)])
  }

  @Test("shares of the whole: 0.2 held out, then 0.25 and 0.75 of 0.8")
  func parts() throws {
    let draft = try Self.draft(
      "hold_out = 0.2, arms = {{key = \"a\", share = 0.25, offer = \"X\"}, {key = \"b\", share = 0.75, offer = \"Y\"}}"
    )
    #expect(try draft.parts() == [0.2, 0.2, 0.6].map { try Rate(exactly: $0) })
  }

  @Test(
    "bad campaigns are refused with their code",
    arguments: [
      ("arms = {}", "policy.missing"),
      ("arms = {{key = \"a\"}}", "policy.missing"),
      ("arms = {{key = \"a\", talk = \"t\"}}", "policy.missing"),
      ("arms = {{key = \"hold_out\", offer = \"X\"}}", "policy.duplicate"),
      (
        "arms = {{key = \"a\", share = 0.5, offer = \"X\"}, {key = \"b\", share = 0.4, offer = \"Y\"}}",
        "campaign.shares"
      ),
      (
        "arms = {{key = \"a\", share = 0.5, offer = \"X\"}, {key = \"b\", offer = \"Y\"}}",
        "policy.missing"
      ),
      ("hold_out = 1, arms = {{key = \"a\", offer = \"X\"}}", "campaign.hold_out"),
      ("hold_out = -0.1, arms = {{key = \"a\", offer = \"X\"}}", "policy.value"),
      ("budget = yuan(-1), arms = {{key = \"a\", offer = \"X\"}}", "campaign.budget"),
      ("kind = \"psh\", arms = {{key = \"a\", offer = \"X\"}}", "campaign.kind"),
      ("overlap = \"maybe\", arms = {{key = \"a\", offer = \"X\"}}", "policy.value"),
      ("arms = {{key = \"a\", ofer = \"X\"}}", "policy.key"),
      ("response = {}, arms = {{key = \"a\", offer = \"X\"}}", "policy.missing"),
      ("stop = {harm = 2}, arms = {{key = \"a\", offer = \"X\"}}", "policy.value"),
    ])
  func refused(_ more: String, _ code: String) {
    #expect(code == Self.code { _ = try Self.draft(more) }, "\(more)")
  }

  @Test("dates the other way round, and a code with a slash")
  func dates() {
    let arms = "arms = {{key = \"a\", offer = \"X\"}}"
    #expect(
      Self.code {
        _ = try Self.draft(
          "starts_on = date\"2026-09-30\", ends_on = date\"2026-07-01\", \(arms)", dates: false)
      } == "campaign.dates")
    #expect(
      Self.code {
        _ = try CampaignDraft(
          decoding: LuaTable.parse(
            "return { code = \"a/b\", starts_on = date\"2026-07-01\", ends_on = date\"2026-07-01\", \(arms) }"
          ),
          try Self.policy())
      } == "campaign.code")
  }

  @Test("terms read back from their text", arguments: [UInt64](1...50))
  func terms(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let words = ["visit", "call", "meeting"].filter { _ in Bool.random(using: &random) }
    let orders = words.isEmpty || Bool.random(using: &random)
    let least = orders ? Money(units: Int64.random(in: 0...1_000_000_000, using: &random)) : .zero
    let harm: Double? = Bool.random(using: &random) ? 0.95 : nil
    let terms = CampaignTerms(
      response: CampaignResponse(orders: orders, least: least, activities: words),
      stop: CampaignStop(
        harm: harm, least: harm == nil ? 1 : Int64.random(in: 1...1000, using: &random),
        budget: Bool.random(using: &random)),
      overlap: CampaignPolicy.Overlap.allCases.randomElement(using: &random) ?? .skip)
    #expect(try CampaignTerms(parsing: terms.text) == terms, "seed \(seed)")
  }

  @Test("terms that launch did not write are refused")
  func foreignTerms() {
    for text in ["nonsense", "response orders x", "stop harm a b", "overlap never"] {
      #expect(Self.code { _ = try CampaignTerms(parsing: text) } == "campaign.rules")
    }
  }

  static func code(_ body: () throws -> Void) -> String? {
    do {
      try body()
      return nil
    } catch let error as PolicyError {
      return error.code
    } catch let error as ValidationError {
      return error.code
    } catch {
      return "\(error)"
    }
  }
}
