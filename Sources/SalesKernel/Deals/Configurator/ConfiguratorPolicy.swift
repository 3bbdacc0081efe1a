import Values

/// What margin a configuration must leave, and what happens below it.
/// - Source: PR10; `stdlib-lua/policy/configurator.lua`.
public struct ConfiguratorPolicy: Sendable {
  public enum Below: String, CaseIterable, Sendable {
    /// No such configuration is offered.
    case refuse
    /// It is offered, and marked for those who approve.
    case flag
  }

  public let name: String
  public let source: String
  /// The share of the amount that the cost must leave.
  public let leastMargin: Rate
  public let below: Below

  /// - Throws: ``PolicyError``.
  public init(decoding value: PolicyValue) throws(PolicyError) {
    let root = try PolicyDecoder(value).table(keys: PolicyHeader.keys + ["margin"])
    name = try PolicyHeader(root).name
    let margin = try root["margin"].table(keys: ["least", "below", "source", "note"])
    source = try margin.source()
    leastMargin = try margin["least"].rate(upTo: 1)
    below = try margin["below"].oneOf(Below.self)
  }

  /// What a configuration's margin is against the least.
  public struct Control: Sendable {
    /// Nil where a part has no cost.
    public let margin: Double?
    public let isBelow: Bool
    public let text: String
  }

  /// - Parameters:
  ///   - cost: Nil where a part has no cost, which counts as below.
  ///   - what: As the base is called in messages.
  /// - Throws: `configurator.margin`, `configurator.cost`, unless the policy only flags them;
  ///   `price.precision`.
  public func control(_ amount: Money, cost: Money?, _ what: String) throws -> Control {
    guard let cost else {
      let text = "a part of \(what) has no cost, so its margin is not known"
      guard below == .flag else {
        throw ValidationError(
          "configurator.cost", text, remedy: "set the cost of the product, 0 where there is none",
          field: "cost")
      }
      return Control(margin: nil, isBelow: true, text: text)
    }
    var most = ExactAmount(amount)
    try most.multiply(by: leastMargin.complement())
    let isBelow = try most.isLess(than: ExactAmount(cost))
    let margin = amount.isZero ? nil : try amount.subtracting(cost).ratio(to: amount)
    let shown = margin.map { FieldValue.number(($0 * 10_000).rounded() / 10_000).display }
    let text =
      "\(what) for \(amount.grouped) at a cost of \(cost.grouped) leaves "
      + "\(shown.map { "a margin of \($0)" } ?? "no margin"), "
      + "\(isBelow ? "under" : "not under") the least of \(leastMargin)"
    guard isBelow, below == .refuse else {
      return Control(margin: margin, isBelow: isBelow, text: text)
    }
    throw ValidationError(
      "configurator.margin", text,
      remedy: "give less discount, or leave out modules with a thin margin", field: "amount")
  }
}
