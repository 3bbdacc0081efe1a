import Values

/// How the gain of a sale is shared between who sold and whose right it was.
/// - Source: CH3: shared-interest split.
public struct InterestSplit: Hashable, Sendable {
  public struct Part: Hashable, Sendable {
    public let agent: Int64
    public let reason: String
    public let share: Rate
    public let amount: Money
  }

  /// The seller first; the amounts sum to what is shared.
  public let parts: [Part]
}

extension ChannelPolicy {
  /// Each other agent gets the share of its largest conflict, the seller the rest; where the shares are more
  /// than all there is, they are in proportion and the seller gets nothing.
  ///
  /// - Throws: `money.inexact` for an amount finer than the fen, `rate.overflow`.
  public func split(
    _ amount: Money, of sale: ChannelCase, _ conflicts: [ChannelConflict]
  ) throws(ValueError) -> InterestSplit {
    var others: [(agent: Int64, rule: ConflictRule)] = []
    for conflict in conflicts {
      guard let agent = conflict.other, agent != sale.agent.id, let rule = rule(of: conflict.kind),
        rule.other > .zero
      else { continue }
      if let known = others.firstIndex(where: { $0.agent == agent }) {
        if others[known].rule.other < rule.other { others[known].rule = rule }
      } else {
        others.append((agent, rule))
      }
    }
    var rest = Rate.one
    for other in others { rest = try rest.subtracting(other.rule.other) }
    if rest < .zero { rest = .zero }
    let shares = [rest] + others.map(\.rule.other)
    let scale = shares.map(\.scale).max() ?? 0
    let weights = try shares.map { share throws(ValueError) -> Int64 in
      var weight = share.mantissa
      for _ in share.scale..<scale {
        let (next, overflow) = weight.multipliedReportingOverflow(by: 10)
        guard !overflow else {
          throw ValueError(
            "rate.overflow", "the shares of the split have too many digits",
            remedy: "give shares with a few decimals")
        }
        weight = next
      }
      return weight
    }
    let amounts = try Values.Allocation.split(amount, by: weights, to: .document)
    var parts = [
      InterestSplit.Part(
        agent: sale.agent.id, reason: "sold it", share: rest, amount: amounts[0])
    ]
    for (place, other) in others.enumerated() {
      parts.append(
        InterestSplit.Part(
          agent: other.agent, reason: other.rule.title.en, share: other.rule.other,
          amount: amounts[place + 1]))
    }
    return InterestSplit(parts: parts)
  }
}
