import Values

/// What one component pays one rep for a period.
public struct PayItem: Sendable {
  public var amount: Money
  /// What a rate was applied to.
  public var basis: Money?
  public var rate: Rate?
  /// What is not known, so that nothing is paid; nil where all is known.
  public var gap: String?
  /// What limited it, or what it was reckoned with.
  public var note: String?
  /// How it came about; empty unless asked for.
  public var steps: [Explanation] = []

  init(
    _ amount: Money = .zero, basis: Money? = nil, rate: Rate? = nil, gap: String? = nil,
    note: String? = nil
  ) {
    (self.amount, self.basis, self.rate) = (amount, basis, rate)
    (self.gap, self.note) = (gap, note)
  }
}

extension PayComponent {
  /// The item within its threshold and cap.
  /// - Throws: `price.precision`.
  func limited(
    _ item: PayItem, of volume: Money?, target: Money?
  ) throws(ValueError) -> PayItem {
    var item = item
    if let threshold, item.gap == nil, let volume {
      guard let edge = try threshold.amount(of: target) else {
        return PayItem(gap: "no target")
      }
      if try ExactAmount(volume).isLess(than: edge) {
        let reason = "\(volume.grouped) is below the threshold of \(edge)"
        item.steps.append(Explanation("threshold", .notMatched, reason: reason))
        item.amount = .zero
        item.note = reason
        return item
      }
    }
    if let cap, item.amount > cap {
      let reason = "\(item.amount.grouped) is over the cap of \(cap.grouped)"
      item.steps.append(Explanation("cap", .matched, value: .money(cap), reason: reason))
      item.amount = cap
      item.note = reason
    }
    return item
  }
}

extension PayComponent.Threshold {
  func amount(of target: Money?) throws(ValueError) -> ExactAmount? {
    switch self {
    case .amount(let money): return ExactAmount(money)
    case .attainment(let rate):
      guard let target else { return nil }
      var edge = ExactAmount(target)
      try edge.multiply(by: rate)
      return edge
    }
  }
}

extension IncentivePlan {
  /// `amount × rate × part / whole`, rounded once.
  /// - Throws: `price.precision`, `money.overflow`.
  func share(
    _ amount: Money, _ rate: Rate, of part: Money, in whole: Money
  ) throws(ValueError) -> Money {
    guard whole > .zero, part > .zero else { return .zero }
    var product = ExactAmount(amount)
    try product.multiply(by: rate)
    try product.multiply(by: min(part, whole).units)
    return try product.divided(by: .one, pieces: whole.units, rounding: rounding, to: .document)
  }
}
