// Whether a campaign goes on, and which promotion a line gets: by hand.
import Testing
import Values

@testable import SalesKernel

@Suite struct CampaignVerdictTests {
  private func campaign(_ change: (inout Campaign) -> Void = { _ in }) throws -> Campaign {
    var campaign = Campaign(
      id: 7, code: "Q3", name: "Q3", startsOn: try day("2026-07-01"),
      endsOn: try day("2026-09-30"))
    campaign.state = .running
    change(&campaign)
    return campaign
  }

  private func terms(harm: Double? = 0.99) -> CampaignTerms {
    CampaignTerms(
      response: CampaignResponse(orders: true),
      stop: CampaignStop(harm: harm, least: 100, budget: true), overlap: .skip)
  }

  private func tally(_ responded: Int, _ all: Int) -> ArmTally {
    var tally = ArmTally()
    for place in 0..<all { tally.add(responded: place < responded, units: 0) }
    return tally
  }

  @Test("it ends after its last day, stops when the budget is spent or an arm does harm")
  func verdicts() throws {
    let out = tally(40, 200)
    func verdict(_ campaign: Campaign, _ arm: ArmTally, _ on: String) throws -> CampaignVerdict {
      try CampaignVerdict(
        of: campaign, terms(), arms: [("a", arm)], heldOut: out, on: try day(on))
    }
    #expect(try verdict(campaign(), tally(40, 200), "2026-09-30") == .goesOn)
    #expect(try verdict(campaign(), tally(40, 200), "2026-10-01") == .ends)
    let spent = try campaign { ($0.budget, $0.spent) = (yuan(100), yuan(100)) }
    #expect(
      try verdict(spent, tally(40, 200), "2026-08-01")
        == .stops(reason: "budget spent: 100.00 of 100.00"))
    let rest = try campaign { ($0.budget, $0.spent) = (yuan(100), Money(units: 999_999)) }
    #expect(try verdict(rest, tally(40, 200), "2026-08-01") == .goesOn)
    // 10 of 200 against 40 of 200: by Newcombe −23.6 to −6.59 points with confidence 0.99 (Python).
    guard case .stops(let reason) = try verdict(campaign(), tally(10, 200), "2026-08-01") else {
      Issue.record("goes on")
      return
    }
    #expect(reason.contains("a responds less") && reason.contains("6.59 points"))
    // Too few to tell.
    #expect(try verdict(campaign(), tally(0, 99), "2026-08-01") == .goesOn)
    #expect(
      try CampaignVerdict(
        of: campaign(), terms(harm: nil), arms: [("a", tally(10, 200))], heldOut: out,
        on: day("2026-08-01")) == .goesOn)
  }

  @Test("the treated get their promotion, nobody else does, and each is told why")
  func grants() throws {
    let source = try CampaignOffers.Source(
      campaign(), promotions: ["a": "PUSH"], holdOut: ["hold_out"])
    let offers = CampaignOffers([source], onlyByCampaign: ["ONLY"])
    func member(_ arm: String, left: Day? = nil) -> [CampaignOffers.Membership] {
      [CampaignOffers.Membership(source: 0, arm: arm, left: left)]
    }
    func grant(
      _ word: String?, _ members: [CampaignOffers.Membership], _ on: String = "2026-08-01"
    ) throws -> CampaignOffers.Grant {
      offers.grant(word, customer: 5, members, on: try day(on))
    }
    #expect(try grant(nil, member("a")).promotion == "PUSH")
    #expect(try grant("PUSH", member("a")).promotion == "PUSH")
    #expect(try grant(nil, member("b")) == .init(promotion: nil, refusal: nil))
    #expect(try grant(nil, member("hold_out")) == .init(promotion: nil, refusal: nil))
    #expect(try grant(nil, []) == .init(promotion: nil, refusal: nil))
    #expect(
      try grant("PUSH", member("hold_out")).refusal
        == "customer 5 is held out of the campaign Q3, which gives PUSH")
    #expect(
      try grant("PUSH", member("b")).refusal
        == "customer 5 is in the arm b of the campaign Q3, which does not get PUSH")
    #expect(
      try grant("PUSH", []).refusal == "customer 5 is not in the campaign Q3, which gives PUSH")
    // Other promotions are free, those of campaigns alone are not.
    #expect(try grant("AUTUMN", member("hold_out")).promotion == "AUTUMN")
    #expect(try grant("ONLY", member("a")).promotion == nil)
    // Before the first day, on the last, after it, and once left.
    #expect(try grant(nil, member("a"), "2026-06-30").promotion == nil)
    #expect(try grant(nil, member("a"), "2026-09-30").promotion == "PUSH")
    #expect(try grant(nil, member("a"), "2026-10-01").promotion == nil)
    #expect(try grant(nil, member("a", left: day("2026-08-01"))).promotion == nil)
    #expect(try grant(nil, member("a", left: day("2026-08-02"))).promotion == "PUSH")
  }

  @Test("a stopped campaign gives nothing from the day it was stopped on")
  func stopped() throws {
    let stopped = try campaign {
      ($0.state, $0.endedOn) = (.stopped, try? day("2026-08-10"))
    }
    let offers = CampaignOffers(
      [try CampaignOffers.Source(stopped, promotions: ["a": "PUSH"], holdOut: [])],
      onlyByCampaign: [])
    let member = [CampaignOffers.Membership(source: 0, arm: "a", left: nil)]
    #expect(
      offers.grant(nil, customer: 1, member, on: try day("2026-08-09")).promotion == "PUSH")
    #expect(offers.grant(nil, customer: 1, member, on: try day("2026-08-10")).promotion == nil)
  }
}
