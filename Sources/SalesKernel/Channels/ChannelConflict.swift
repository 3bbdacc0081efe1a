import Values

/// A conflict of price, area or customer that a sale of an agent makes.
/// - Source: CH3.
public struct ChannelConflict: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    /// Below the least price.
    case price
    /// In an area that is not the agent's, or another's alone.
    case area
    /// Registered by another agent.
    case customer
    /// A key account that is served directly.
    case direct
    /// By who does not sell for us.
    case agent
  }

  public let kind: Kind
  public let message: String
  /// The agent whose right it is.
  public let other: Int64?
}

/// A sale of an agent, or one that it would make, with what is known of it.
public struct ChannelCase: Sendable {
  public var agent: Agent
  public var customer: Int64
  public var region: String?
  /// Category of the product; nil where none is named.
  public var category: String?
  /// For a piece.
  public var price: Money?
  public var listPrice: Money?
  public var floorPrice: Money?
  public var on: Day
  /// Whether the customer is one that no agent may have.
  public var isProtected = false
  /// All that hold somewhere on that day, of all agents.
  public var territories: [Territory] = []
  /// Of the customer.
  public var registrations: [Registration] = []

  public init(agent: Agent, customer: Int64, on: Day) {
    (self.agent, self.customer, self.on) = (agent, customer, on)
  }
}

extension Territory {
  public func holds(on day: Day) -> Bool {
    startsOn <= day && endsOn.map { day <= $0 } ?? true
  }

  /// Whether it covers a product line; one without a line covers all, and none is covered by all only.
  public func covers(_ category: String?) -> Bool { product == nil || product == category }
}

extension Registration {
  /// Whether the claim holds on a day: a lost one does not, and one that was won goes on to its end.
  public func holds(on day: Day) -> Bool {
    (state == .open || state == .won) && registeredOn <= day && day <= expiresOn
  }

  public func covers(_ category: String?) -> Bool {
    product == nil || category == nil || product == category
  }
}

extension ChannelPolicy {
  /// What is wrong with a sale; nothing where all is well.
  /// - Throws: `money.overflow`.
  public func conflicts(_ sale: ChannelCase) throws(ValueError) -> [ChannelConflict] {
    var conflicts: [ChannelConflict] = []
    for kind in ChannelConflict.Kind.allCases {
      if let found = try finding(kind, sale) { conflicts.append(found) }
    }
    return conflicts
  }

  /// Every check with what it found, for `why`.
  /// - Throws: `money.overflow`.
  public func explain(_ sale: ChannelCase) throws(ValueError) -> Explanation {
    var children: [Explanation] = []
    var count: Int64 = 0
    for kind in ChannelConflict.Kind.allCases {
      let found = try finding(kind, sale)
      if found != nil { count += 1 }
      let reason = if let found { found.message } else { try calm(kind, sale) }
      children.append(
        Explanation(
          kind.rawValue, found == nil ? .notMatched : .matched,
          reason: reason, source: rule(of: kind)?.source))
    }
    return Explanation(
      "conflicts", .step, value: .integer(count),
      reason: "agent \(sale.agent.id) to customer \(sale.customer) on \(sale.on)",
      source: header.source, children: children)
  }

  private func finding(
    _ kind: ChannelConflict.Kind, _ sale: ChannelCase
  ) throws(ValueError) -> ChannelConflict? {
    func conflict(_ message: String, _ other: Int64? = nil) -> ChannelConflict {
      ChannelConflict(kind: kind, message: message, other: other)
    }
    switch kind {
    case .price:
      guard let price = sale.price, let least = try least(sale), price < least.price else {
        return nil
      }
      return conflict("\(price) a piece is below \(least.price), \(least.what)")
    case .area: return area(sale)
    case .customer:
      guard
        let claim = sale.registrations.first(where: {
          $0.agent != sale.agent.id && $0.holds(on: sale.on) && $0.covers(sale.category)
        })
      else { return nil }
      return conflict(
        "agent \(claim.agent) registered the customer on \(claim.registeredOn), until "
          + "\(claim.expiresOn)", claim.agent)
    case .direct:
      guard sale.isProtected else { return nil }
      return conflict("the customer is a key account: \(protected.text)")
    case .agent:
      guard let reason = sale.agent.idle(on: sale.on) else { return nil }
      return conflict(reason)
    }
  }

  /// The least price of a piece, and what it comes from; nil where nothing says one.
  func least(_ sale: ChannelCase) throws(ValueError) -> (price: Money, what: String)? {
    var least: (price: Money, what: String)?
    if let list = sale.listPrice {
      var share = ExactAmount(list)
      try share.multiply(by: floorShare)
      least = (
        try share.rounded(.up, to: .unit), "\(floorShare) of the list price \(list)"
      )
    }
    if let floor = sale.floorPrice, floor > least?.price ?? .zero {
      least = (floor, "the floor price")
    }
    return least
  }

  private func area(_ sale: ChannelCase) -> ChannelConflict? {
    let held = sale.territories.filter { $0.holds(on: sale.on) }
    if let other = held.first(where: {
      $0.isExclusive && $0.agent != sale.agent.id && $0.region == sale.region
        && $0.covers(sale.category)
    }) {
      return ChannelConflict(
        kind: .area, message: "agent \(other.agent) has \(other.region) alone", other: other.agent)
    }
    let own = held.filter { $0.agent == sale.agent.id }
    guard !own.isEmpty, let region = sale.region,
      !own.contains(where: { $0.region == region && $0.covers(sale.category) })
    else { return nil }
    let other = held.first { $0.region == region && $0.covers(sale.category) }?.agent
    return ChannelConflict(
      kind: .area,
      message: "\(region) is none of its areas: "
        + Set(own.map(\.region)).sorted().joined(separator: ", "), other: other)
  }

  private func calm(
    _ kind: ChannelConflict.Kind, _ sale: ChannelCase
  ) throws(ValueError) -> String {
    switch kind {
    case .price:
      guard let price = sale.price else { return "no price is given" }
      return try least(sale).map { "\(price) is not below \($0.price), \($0.what)" }
        ?? "nothing says a least price"
    case .area:
      return sale.region.map { "nobody else has \($0) alone, and it is open to the agent" }
        ?? "the customer has no region"
    case .customer: return "no other agent's registration holds"
    case .direct: return "the customer is no key account"
    case .agent: return "the agent sells for us"
    }
  }
}

extension Agent {
  /// Why it does not sell for us on a day; nil where it does.
  public func idle(on day: Day) -> String? {
    if state != .active { return "\(name) is \(state.rawValue)" }
    if let signedOn, day < signedOn { return "the contract of \(name) begins on \(signedOn)" }
    if let endsOn, day > endsOn { return "the contract of \(name) ended on \(endsOn)" }
    return nil
  }
}

extension ChannelPolicy {
  /// The least price of a piece at which an agent may sell; nil where nothing says one.
  /// - Throws: `money.overflow`.
  public func leastPrice(_ sale: ChannelCase) throws(ValueError) -> Money? {
    try least(sale)?.price
  }
}
