import Values

/// What can be given instead of a price cut, what competitors leave out, and what share of the value
/// that we created a renewal may cost.
/// - Source: PR8, PR9, PR12; `stdlib-lua/policy/value.lua`.
public struct ValuePolicy {
  /// An amount, or a share of the deal.
  public enum Worth: Hashable, Sendable {
    case share(Rate)
    case fixed(Money)

    func of(_ amount: Money, _ rounding: Rounding) throws(ValueError) -> Money {
      switch self {
      case .share(let rate): try amount.times(rate, rounding: rounding, to: .document)
      case .fixed(let money): money
      }
    }
  }

  /// Something that costs us less than it is worth to the customer.
  public struct Item {
    public let key: String
    public let title: Label
    public let cost: Worth
    public let value: Worth
    public let source: String
    let when: RecordCondition
  }

  /// What a competitor's price leaves out, as a share on top of it.
  public struct Competitor: Hashable, Sendable {
    public let name: String
    public let adjust: Rate
    public let source: String
  }

  /// The share of created value that a renewal costs, for some customers.
  public struct Share {
    public let key: String
    public let share: Rate
    public let source: String
    let when: RecordCondition
  }

  public let name: String
  public let rounding: Rounding
  /// The share of the gap that the value of a package must reach.
  public let cover: Rate
  /// The share of the amount that all costs must leave.
  public let packageMargin: Rate
  public let packageSource: String
  public let items: [Item]
  public let competitors: [Competitor]
  public let shares: [Share]
  public let renewalMargin: Rate
  public let renewalSource: String

  /// So many items can be weighed against each other in every combination.
  static let mostItems = 16

  public func competitor(_ name: String) -> Competitor? { competitors.first { $0.name == name } }

  /// - Throws: ``PolicyError``.
  public init(decoding value: PolicyValue) throws(PolicyError) {
    let root = try PolicyDecoder(value).table(
      keys: PolicyHeader.keys + ["rounding", "package", "competitors", "renewal"])
    name = try PolicyHeader(root).name
    rounding = try root["rounding"].oneOf(Rounding.self)
    let package = try root["package"].table(keys: ["cover", "margin", "source", "items", "note"])
    cover = try package["cover"].rate(upTo: 10)
    packageMargin = try package["margin"].rate(upTo: 1)
    packageSource = try package.source()
    items = try package["items"].filledList { at throws(PolicyError) in try Item(at) }
    try package["items"].refuseDuplicates(items.map(\.key))
    guard items.count <= Self.mostItems else {
      throw PolicyError(
        "policy.value", at: package["items"].path,
        "has \(items.count) items; \(Self.mostItems) can be weighed against each other")
    }
    competitors =
      try root["competitors"].ifPresent?.list { at throws(PolicyError) in
        try Competitor(at)
      } ?? []
    try root["competitors"].refuseDuplicates(competitors.map(\.name))
    let renewal = try root["renewal"].table(keys: ["margin", "source", "shares", "note"])
    renewalMargin = try renewal["margin"].rate(upTo: 1)
    renewalSource = try renewal.source()
    guard renewalMargin < .one else {
      throw PolicyError(
        "policy.value", at: renewal["margin"].path, "no price leaves a margin of 1")
    }
    shares = try renewal["shares"].filledList { at throws(PolicyError) in try Share(at) }
    try renewal["shares"].refuseDuplicates(shares.map(\.key))
  }
}

extension ValuePolicy.Item {
  init(_ at: PolicyDecoder) throws(PolicyError) {
    let table = try at.table(keys: ["key", "title", "cost", "value", "when", "source", "note"])
    key = try table["key"].key()
    title = try table["title"].label()
    cost = try table["cost"].worth()
    value = try table["value"].worth()
    source = try table.source()
    when = try RecordCondition(table["when"], of: Customer.schema.entity)
  }
}

extension ValuePolicy.Competitor {
  init(_ at: PolicyDecoder) throws(PolicyError) {
    let table = try at.table(keys: ["name", "adjust", "source", "note"])
    name = try table["name"].text()
    adjust = try table["adjust"].rate(upTo: 10)
    source = try table.source()
  }
}

extension ValuePolicy.Share {
  init(_ at: PolicyDecoder) throws(PolicyError) {
    let table = try at.table(keys: ["key", "share", "when", "source", "note"])
    key = try table["key"].key()
    share = try table["share"].rate(upTo: 1)
    source = try table.source()
    when = try RecordCondition(table["when"], of: Customer.schema.entity)
  }
}

extension PolicyDecoder {
  /// Money, or a share of the deal.
  fileprivate func worth() throws(PolicyError) -> ValuePolicy.Worth {
    guard case .money(let money) = value else { return .share(try rate(upTo: 10)) }
    guard money.units >= 0 else {
      throw PolicyError("policy.value", at: path, "\(money) is below zero")
    }
    return .fixed(money)
  }
}
