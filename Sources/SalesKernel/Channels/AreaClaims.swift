import Values

/// Whether an area may be given, and a customer claimed.
/// - Source: CH2, CH3.
extension ChannelPolicy {
  /// - Parameter others: Territories that there are, of all agents.
  /// - Throws: `territory.dates`, `territory.rank`, `territory.exclusive`, `agent.idle`, `agent.rank`.
  public func requireFree(
    _ new: Territory, for agent: Agent, among others: [Territory], on day: Day
  ) throws(ValidationError) {
    if let ends = new.endsOn, ends < new.startsOn {
      throw ValidationError(
        "territory.dates",
        "\(new.region) would end on \(ends), before it begins on \(new.startsOn)",
        remedy: "give the dates the other way round", field: "ends_on")
    }
    try requireActive(agent, on: day)
    if new.isExclusive {
      let rank = try agent.rank.map { key throws(ValidationError) in try ranks.rank(named: key) }
      guard let rank, rank.isExclusive else {
        let allowed = ranks.ranks.filter(\.isExclusive).map(\.key).joined(separator: ", ")
        throw ValidationError(
          "territory.rank",
          "\(agent.name) \(rank.map { "is \($0.key)" } ?? "has no rank") and may not have an area alone",
          remedy: allowed.isEmpty
            ? "no rank of the policy may" : "only \(allowed) may; give it without exclusive",
          field: "is_exclusive")
      }
    }
    for other in others where other.agent != new.agent && other.overlaps(new) {
      guard other.isExclusive || new.isExclusive else { continue }
      throw ValidationError(
        "territory.exclusive",
        other.isExclusive
          ? "agent \(other.agent) has \(other.region) alone\(other.span)"
          : "agent \(other.agent) has \(other.region) too\(other.span), so it cannot be \(agent.name)'s alone",
        remedy: "end that territory first, or give other days or another product line",
        field: "region")
    }
  }

  /// - Throws: `agent.idle`.
  public func requireActive(_ agent: Agent, on day: Day) throws(ValidationError) {
    guard let reason = agent.idle(on: day) else { return }
    throw ValidationError(
      "agent.idle", reason, remedy: "an agent whose contract holds and that is active may",
      field: "agent")
  }

  /// The registration that an agent gets.
  ///
  /// - Parameter sale: The customer with its registrations and the territories, on the day of the claim.
  /// - Throws: `agent.idle`, `registration.direct`, `registration.open`, `registration.held`,
  ///   `registration.rest`, `registration.territory`, ``ValueError``.
  public func registration(_ sale: ChannelCase) throws -> Registration {
    try requireActive(sale.agent, on: sale.on)
    guard !sale.isProtected else {
      throw ValidationError(
        "registration.direct",
        "customer \(sale.customer) is a key account and is served directly: \(protected.text)",
        remedy: "pass it to the key-account manager", field: "customer")
    }
    let live = sale.registrations.filter { $0.holds(on: sale.on) && $0.covers(sale.category) }
    if let own = live.first(where: { $0.agent == sale.agent.id }) {
      throw ValidationError(
        "registration.open",
        "\(sale.agent.name) has customer \(sale.customer) until \(own.expiresOn)",
        remedy: "register again once it has run out", field: "customer")
    }
    if let other = live.first {
      throw ValidationError(
        "registration.held",
        "agent \(other.agent) registered customer \(sale.customer) on \(other.registeredOn), until "
          + "\(other.expiresOn)", remedy: "wait until it has run out, or agree on a split",
        field: "customer")
    }
    let ended = sale.registrations.filter {
      $0.agent == sale.agent.id && $0.state != .won && $0.covers(sale.category)
        && $0.registeredOn <= sale.on
    }.map(\.expiresOn).max()
    if let ended, try sale.on < ended.adding(days: claims.restDays + 1) {
      throw ValidationError(
        "registration.rest",
        "\(sale.agent.name) lost customer \(sale.customer) on \(ended) without a sale",
        remedy: "it may register it again after \(claims.restDays) days, from "
          + "\(try ended.adding(days: claims.restDays + 1)) on", field: "customer")
    }
    if claims.isInTerritory, let conflict = try conflicts(sale).first(where: { $0.kind == .area }) {
      throw ValidationError(
        "registration.territory", "customer \(sale.customer): \(conflict.message)",
        remedy: "register customers of its own areas", field: "customer")
    }
    var registration = Registration(
      agent: sale.agent.id, customer: sale.customer, registeredOn: sale.on,
      expiresOn: try sale.on.adding(days: claims.days))
    registration.product = sale.category
    return registration
  }
}

extension Territory {
  /// Whether both hold in the same area, on some day, for some product.
  func overlaps(_ other: Territory) -> Bool {
    region == other.region
      && (product == nil || other.product == nil || product == other.product)
      && startsOn <= other.endsOn ?? .last && other.startsOn <= endsOn ?? .last
  }

  fileprivate var span: String {
    " from \(startsOn)" + (endsOn.map { " to \($0)" } ?? "")
      + (product.map { ", for \($0)" } ?? "")
  }
}
