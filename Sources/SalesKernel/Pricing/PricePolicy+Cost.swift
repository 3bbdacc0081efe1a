import Values

/// What a line costs us: production, and logistics as its region has them.
/// - Source: PR6.
extension PricePolicy {
  /// Cost of the line, exactly; nil where the product has none.
  func fullCost(_ line: PriceLine) throws -> ExactAmount? {
    guard let cost = line.cost else { return nil }
    var total = ExactAmount(cost)
    if let logistics = line.logisticsCost {
      var part = ExactAmount(logistics)
      if let region = line.region, let factor = regionalCost[region]?.factor {
        try part.multiply(by: factor)
      }
      try total.add(part)
    }
    return try total.times(line.quantity)
  }

  /// Where the cost of a line comes from; nil where the product has none.
  /// - Throws: ``ValueError``.
  public func explainCost(_ line: PriceLine) throws -> Explanation? {
    guard let cost = line.cost, let full = try fullCost(line) else { return nil }
    var children = [Explanation("cost", .input, value: .money(cost))]
    if let logistics = line.logisticsCost {
      let regional = line.region.flatMap { regionalCost[$0] }
      let reason = regional.map { "\(logistics) × \($0.factor) in \(line.region ?? "")" }
      children.append(
        Explanation(
          "logistics_cost", regional == nil ? .input : .matched, value: .money(logistics),
          reason: reason, source: regional?.source))
    }
    return Explanation(
      "cost", .step, value: .money(try full.rounded(rounding(.line), to: .line)),
      reason: "\(full) for \(line.quantity) pieces; a part of cost, not of price",
      children: children)
  }
}
