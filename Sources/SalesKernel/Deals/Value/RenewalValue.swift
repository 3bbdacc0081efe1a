import Values

/// The price of a renewal by the value that was created: a share of it, not under what our cost asks.
///
/// "Created 100万 of value last year, renewal 30万".
/// - Source: PR12.
public struct RenewalValue {
  public let price: Money
  public let share: ValuePolicy.Share
  public let created: Money
  /// The least that our cost allows; nil where no cost is known.
  public let floor: Money?
  /// Whether the floor, and not the share, makes the price.
  public let isHeld: Bool
  public let explanation: Explanation
}

extension ValuePolicy {
  /// - Parameters:
  ///   - created: The value that the customer had of us, in a year.
  ///   - cost: What the renewal costs us.
  ///   - last: What the customer paid before, for the comparison only.
  ///   - customer: Nil where no customer is known.
  /// - Throws: `value.share` where no share is for the customer; ``ValueError``.
  public func renewal(
    created: Money, cost: Money?, last: Money?, customer: (any RecordReader)?
  ) throws -> RenewalValue {
    guard created.units >= 0 else {
      throw ValidationError(
        "value.created", "a created value of \(created.grouped) is below zero",
        remedy: "give what the customer gained, 0 or more")
    }
    var passed: [Explanation] = []
    var chosen: Share?
    for share in shares {
      if let failure = try share.when.failure(customer) {
        passed.append(
          Explanation(share.key, .notMatched, reason: failure, source: share.source))
      } else if chosen == nil {
        chosen = share
      } else {
        passed.append(
          Explanation(
            share.key, .notMatched, reason: "\(chosen?.key ?? "") applies instead",
            source: share.source))
      }
    }
    guard let chosen else {
      throw ValidationError(
        "value.share", "no share of the policy \(name) is for this customer",
        remedy: "end its shares with one that asks nothing")
    }
    let byValue = try created.times(chosen.share, rounding: rounding, to: .document)
    let floor = try cost.map {
      try ExactAmount($0).divided(
        by: renewalMargin.complement(), pieces: 1, rounding: .up, to: .document)
    }
    let price = max(byValue, floor ?? .zero)
    return RenewalValue(
      price: price, share: chosen, created: created, floor: floor, isHeld: price > byValue,
      explanation: try explanation(price, byValue, floor, chosen, passed, (created, cost, last)))
  }

  private func explanation(
    _ price: Money, _ byValue: Money, _ floor: Money?, _ share: Share, _ passed: [Explanation],
    _ inputs: (created: Money, cost: Money?, last: Money?)
  ) throws -> Explanation {
    var children = [
      Explanation("created", .input, value: .money(inputs.created)),
      Explanation(
        share.key, .matched, value: .money(byValue),
        reason: "\(share.share) of \(inputs.created.grouped)", source: share.source),
    ]
    if let floor, let cost = inputs.cost {
      children.append(Explanation("cost", .input, value: .money(cost)))
      children.append(
        Explanation(
          "floor", floor > byValue ? .matched : .notMatched, value: .money(floor),
          reason: "a cost of \(cost.grouped) with a margin of \(renewalMargin)",
          source: renewalSource))
    }
    if let last = inputs.last {
      let change = try price.subtracting(last)
      children.append(
        Explanation(
          "last", .input, value: .money(last), reason: "the renewal is \(change.grouped) more"))
    }
    return Explanation("renewal", .step, value: .money(price), children: children + passed)
  }
}
