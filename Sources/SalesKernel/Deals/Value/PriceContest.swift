import Values

/// Our price of a line against a competitor's, and how far a cut could go.
/// - Source: PR8, PR7.
public struct PriceContest {
  /// Ours.
  public let price: Price
  /// The competitor's price of a piece, as it is asked.
  public let theirs: Money
  /// With what it leaves out, so that it compares with ours.
  public let comparable: Money
  /// What we are dearer on the line; negative where we are cheaper.
  public let gap: Money
  /// The floor of a piece, its rule and where that is from.
  public let floor: (unit: Money, rule: String, source: String)?
  /// What a cut could come down to: their comparable price, or the floor.
  public let cutUnit: Money
  public let cutAmount: Money

  /// Whether the cut meets their price.
  public var meets: Bool { cutUnit <= comparable }

  /// Share off the list price after the cut.
  public var discount: Double {
    ApprovalCase.discount(of: cutAmount, from: price.listTotal)
  }

  /// Share of the amount that the cost leaves after the cut; nil without a cost.
  public var margin: Double? {
    guard let cost = price.cost, !cutAmount.isZero,
      let left = try? cutAmount.subtracting(cost)
    else { return nil }
    return left.ratio(to: cutAmount)
  }
}

extension PricePolicy {
  /// - Parameters:
  ///   - theirs: The competitor's price of a piece.
  ///   - adjust: What it leaves out, as a share on top.
  /// - Throws: `value.price` for a price that is none, and what ``price(_:explaining:)`` throws.
  public func contest(_ line: PriceLine, theirs: Money, adjust: Rate) throws -> PriceContest {
    guard theirs.units > 0 else {
      throw ValidationError(
        "value.price", "a competitor's price of \(theirs) is none",
        remedy: "give what a piece costs there", field: "price")
    }
    let price = try self.price(line)
    let factor = try Rate.one.adding(adjust)
    let comparable = try theirs.times(factor, rounding: rounding(.unit), to: .unit)
    let amount = try ExactAmount(comparable).times(line.quantity)
      .rounded(rounding(.line), to: .line)
    let floor = try lowest(line)
    let target = max(comparable, floor?.unit ?? .zero)
    let cut = min(price.unit, target)
    let cutAmount =
      cut == price.unit
      ? price.amount
      : try ExactAmount(cut).times(line.quantity).rounded(rounding(.line), to: .line)
    return PriceContest(
      price: price, theirs: theirs, comparable: comparable,
      gap: try price.amount.subtracting(amount),
      floor: floor.map { ($0.unit, $0.floor, $0.source) }, cutUnit: cut, cutAmount: cutAmount)
  }
}
