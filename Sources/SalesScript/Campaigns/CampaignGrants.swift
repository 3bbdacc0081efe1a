import Lua
import SalesKernel
import SalesStore
import Values

/// Which promotions customers get by the campaigns of the store: read once, and of members only what is asked for.
final class CampaignGrants {
  private unowned let host: ScriptHost
  let offers: CampaignOffers
  private var members: [Int64: [CampaignOffers.Membership]] = [:]
  /// Whether the members of all campaigns have been read.
  private var isWhole = false
  /// From this many customers on, members are read in one go.
  private static let many = 64

  init(_ host: ScriptHost) throws {
    self.host = host
    let policy = try EnginePolicies(host).campaigns()
    var arms: [Int64: [CampaignArm]] = [:]
    for arm in try host.records(CampaignArm.self) { arms[arm.campaign, default: []].append(arm) }
    let sources = try host.records(Campaign.self).compactMap { campaign -> CampaignOffers.Source? in
      let own = arms[campaign.id] ?? []
      let promotions = own.compactMap { arm in arm.promotion.map { (arm.key, $0) } }
      if promotions.isEmpty || campaign.launchedOn == nil { return nil }
      return try CampaignOffers.Source(
        campaign, promotions: Dictionary(promotions, uniquingKeysWith: { first, _ in first }),
        holdOut: Set(own.filter(\.isHeldOut).map(\.key)))
    }
    offers = CampaignOffers(sources, onlyByCampaign: policy.onlyByCampaign)
  }

  /// Reads the members among customers, where they are not known yet.
  func read(customers ids: some Collection<Int64>) throws {
    guard !offers.isEmpty, !isWhole, ids.count >= Self.many else { return }
    isWhole = true
    for (place, source) in offers.sources.enumerated() {
      try forEach([("campaign", source.id)]) { members[$0, default: []].append($2(place)) }
    }
  }

  func grant(_ named: String?, customer: Int64?, on day: Day) throws -> CampaignOffers.Grant {
    guard offers.concerns(named) else {
      return CampaignOffers.Grant(promotion: named, refusal: nil)
    }
    return offers.grant(
      named, customer: customer, try customer.map(memberships) ?? [], on: day)
  }

  private func memberships(of customer: Int64) throws -> [CampaignOffers.Membership] {
    if let known = members[customer] { return known }
    guard !isWhole, !offers.isEmpty else { return [] }
    var own: [CampaignOffers.Membership] = []
    try forEach([("customer", customer)]) { _, campaign, membership in
      if let place = offers.sources.firstIndex(where: { $0.id == campaign }) {
        own.append(membership(place))
      }
    }
    members[customer] = own
    return own
  }

  private func forEach(
    _ equals: [(String, Int64)],
    _ body: (
      _ customer: Int64, _ campaign: Int64, _ membership: (Int) -> CampaignOffers.Membership
    ) throws -> Void
  ) throws {
    let entity = CampaignMember.schema.entity
    let slots = try ["customer", "campaign", "arm", "left_on"].map {
      try entity.requireSlot(of: $0)
    }
    let selection = Selection(
      entity, equals: try equals.map { (try entity.requireSlot(of: $0.0), .integer($0.1)) })
    var words: [String] = []
    try host.requireSession().forEachChunk(of: selection, slots: slots) { chunk in
      try host.state.checkStop()
      while words.count < chunk.textCount(2) { words.append(chunk.text(2, words.count + 1)) }
      for row in 0..<chunk.count {
        let arm = words[Int(chunk.bits(2)[row]) - 1]
        let left = chunk.nulls(3)[row] ? nil : try Day(number: chunk.bits(3)[row])
        try body(chunk.bits(0)[row], chunk.bits(1)[row]) {
          CampaignOffers.Membership(source: $0, arm: arm, left: left)
        }
      }
    }
  }
}
