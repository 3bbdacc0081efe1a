import Values

/// Which promotion a customer gets by campaigns on a day, and why another does not.
/// - Source: AU1, PR4.
public struct CampaignOffers: Sendable {
  /// One campaign that gives promotions.
  public struct Source: Sendable {
    public let id: Int64
    public let code: String
    public let first: Day
    public let last: Day
    /// Promotion by arm, of arms that have one.
    public let promotions: [String: String]
    /// Word of the arm of those held out.
    public let holdOut: Set<String>

    public init(
      _ campaign: Campaign, promotions: [String: String], holdOut: Set<String>
    ) throws(ValueError) {
      (id, code, first) = (campaign.id, campaign.code, campaign.startsOn)
      // From the day on which it was stopped it gives nothing.
      last =
        campaign.state == .stopped
        ? try (campaign.endedOn ?? campaign.startsOn).adding(days: -1) : campaign.endsOn
      (self.promotions, self.holdOut) = (promotions, holdOut)
    }

    func runs(on day: Day) -> Bool { first <= day && day <= last }
  }

  /// A customer's place in a campaign.
  public struct Membership: Hashable, Sendable {
    /// Which of the sources.
    public let source: Int
    public let arm: String
    public let left: Day?

    public init(source: Int, arm: String, left: Day?) {
      (self.source, self.arm, self.left) = (source, arm, left)
    }
  }

  /// What a line gets.
  public struct Grant: Hashable, Sendable {
    public let promotion: String?
    /// Why the promotion that was named does not hold.
    public let refusal: String?

    public init(promotion: String?, refusal: String?) {
      (self.promotion, self.refusal) = (promotion, refusal)
    }
  }

  public let sources: [Source]
  private let onlyByCampaign: Set<String>

  public init(_ sources: [Source], onlyByCampaign: [String]) {
    self.sources = sources.sorted { $0.id < $1.id }
    self.onlyByCampaign = Set(onlyByCampaign)
  }

  /// Whether a line that names no promotion can get one.
  public var isEmpty: Bool { sources.isEmpty }

  /// Whether a word says anything here at all.
  public func concerns(_ word: String?) -> Bool {
    guard let word else { return !sources.isEmpty }
    return onlyByCampaign.contains(word)
      || sources.contains { $0.promotions.values.contains(word) }
  }

  /// - Parameters:
  ///   - named: The promotion that the line asks for; nil where it asks for none.
  ///   - customer: Nil where none is named.
  public func grant(
    _ named: String?, customer: Int64?, _ memberships: [Membership], on day: Day
  ) -> Grant {
    let live = memberships.filter { membership in
      sources[membership.source].runs(on: day) && membership.left.map { day < $0 } ?? true
    }
    func promotion(_ membership: Membership) -> String? {
      sources[membership.source].promotions[membership.arm]
    }
    guard let named else {
      let first = live.sorted { $0.source < $1.source }.lazy.compactMap(promotion).first
      return Grant(promotion: first, refusal: nil)
    }
    if live.contains(where: { promotion($0) == named }) {
      return Grant(promotion: named, refusal: nil)
    }
    guard
      let place = sources.indices.first(where: {
        sources[$0].runs(on: day) && sources[$0].promotions.values.contains(named)
      })
    else {
      guard onlyByCampaign.contains(named) else { return Grant(promotion: named, refusal: nil) }
      return Grant(
        promotion: nil, refusal: "\(named) is given by campaigns alone, and none gives it on \(day)"
      )
    }
    return Grant(
      promotion: nil, refusal: refusal(named, customer, live.first { $0.source == place }, place))
  }

  private func refusal(
    _ word: String, _ customer: Int64?, _ membership: Membership?, _ place: Int
  ) -> String {
    let source = sources[place]
    let who = customer.map { "customer \($0)" } ?? "no customer is named, who"
    guard let membership else {
      return "\(who) is not in the campaign \(source.code), which gives \(word)"
    }
    if source.holdOut.contains(membership.arm) {
      return "\(who) is held out of the campaign \(source.code), which gives \(word)"
    }
    return
      "\(who) is in the arm \(membership.arm) of the campaign \(source.code), which does not get \(word)"
  }
}
