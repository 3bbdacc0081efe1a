import Lua
import SalesKernel
import SalesStore
import Values

/// What the checks of channels ask of the store: territories and registrations read once, customers and products as
/// they come up.
final class ChannelBook {
  let policy: ChannelPolicy
  private unowned let host: ScriptHost
  private let territories: [Territory]
  private let registrations: [Int64: [Registration]]
  private var customers: [Int64: (region: String?, isProtected: Bool)] = [:]
  private var products: [Int64: (category: String?, list: Money?, floor: Money?)] = [:]
  private var agents: [Int64: Agent] = [:]

  /// - Parameter customer: The only one asked about; nil for many.
  init(_ host: ScriptHost, _ policy: ChannelPolicy, customer: Int64? = nil) throws {
    (self.host, self.policy) = (host, policy)
    territories = try host.records(Territory.self)
    let known = try host.records(
      Registration.self, where: customer.map { [("customer", .integer($0))] } ?? [])
    registrations = Dictionary(grouping: known, by: \.customer)
  }

  func agent(_ id: Int64) throws -> Agent {
    if let known = agents[id] { return known }
    let agent = try host.record(Agent.self, id: id)
    agents[id] = agent
    return agent
  }

  /// Whether a rule over a customer holds; nothing is no.
  /// - Throws: `channel.rule` for a rule that gives neither true nor false.
  func holds(_ rule: any Rule, _ row: BlockRow, _ place: String) throws -> Bool {
    switch try rule.evaluate(row) {
    case .bool(let holds): return holds
    case .null: return false
    case let other:
      throw ValidationError(
        "channel.rule", "\(place): \(rule.text) gave \(other.kind), no true or false",
        remedy: "write a comparison, as level == 'A'")
    }
  }

  /// A sale, or a claim, with what is known of it.
  func sale(
    _ agent: Agent, customer: Int64, product: Int64? = nil, price: Money? = nil, on day: Day
  ) throws -> ChannelCase {
    var sale = ChannelCase(agent: agent, customer: customer, on: day)
    if customers[customer] == nil {
      let row = try host.row(.integer(customer), of: Customer.schema.entity, as: "customer")
      customers[customer] = (
        try row.text("region"), try holds(policy.protected, row, "protected.when")
      )
    }
    if let facts = customers[customer] { (sale.region, sale.isProtected) = facts }
    if let product {
      if products[product] == nil {
        let row = try host.row(.integer(product), of: Product.schema.entity, as: "product")
        products[product] = (
          try row.text("category"), try row.money("unit_price"), try row.money("floor_price")
        )
      }
      if let facts = products[product] {
        (sale.category, sale.listPrice, sale.floorPrice) = facts
      }
    }
    (sale.price, sale.territories) = (price, territories)
    sale.registrations = registrations[customer] ?? []
    return sale
  }

  /// A sale as it was reported; without a price of a piece, that of its amount and pieces.
  func sale(_ resale: Resale) throws -> ChannelCase {
    var price = resale.price
    if price == nil, let quantity = resale.quantity, quantity > 0 {
      price = try ExactAmount(resale.amount).divided(
        by: .one, pieces: quantity, rounding: .halfUp, to: .unit)
    }
    return try sale(
      agent(resale.agent), customer: resale.customer, product: resale.product, price: price,
      on: resale.soldOn)
  }

  /// Who has a customer on a day: the agent that registered it, else the one that has its area alone.
  func holder(
    of customer: Int64, region: String?, on day: Day
  ) throws -> (agent: Agent, reason: String)? {
    for claim in registrations[customer] ?? [] where claim.holds(on: day) {
      let agent = try agent(claim.agent)
      if agent.idle(on: day) == nil {
        return (agent, "\(agent.name) registered it until \(claim.expiresOn)")
      }
    }
    guard let region else { return nil }
    for area in territories
    where area.isExclusive && area.holds(on: day) && area.region == region && area.product == nil {
      let agent = try agent(area.agent)
      if agent.idle(on: day) == nil { return (agent, "\(agent.name) has \(region) alone") }
    }
    return nil
  }
}

extension EnginePolicies {
  /// Of channels; by name, or a table of a script's own.
  func channels(_ value: Value? = nil) throws -> ChannelPolicy {
    try host.library.policy(value, standing: "channels", host: host) {
      try ChannelPolicy(decoding: $0, compiler: LuaRuleCompiler(host: host))
    }
  }
}
