import Values

/// Who bought in a period, and who bought again.
/// - Source: CS7, CS2.
public struct RepurchaseTally: Sendable {
  public private(set) var buyers = 0
  /// Buyers with as many orders in the period as the policy calls buying again.
  public private(set) var repeating = 0
  /// Buyers who had bought before the period.
  public private(set) var returning = 0
  public private(set) var orders = 0
  var units: Int128 = 0
  private var gaps = 0
  private var gapDays: Int64 = 0

  public init() {}

  public var rate: Double? { FunnelShare.of(repeating, buyers) }
  /// Orders a buyer.
  public var frequency: Double? { FunnelShare.of(orders, buyers) }
  /// Mean days from an order to the same buyer's next one in the period.
  public var meanDays: Double? { gaps == 0 ? nil : Double(gapDays) / Double(gaps) }
  /// - Throws: `money.overflow`.
  public func amount() throws(ValueError) -> Money { try FunnelShare.money(units) }

  /// The mean amount of an order; nil where there is none.
  public func averagePurchase(rounding: Rounding) throws(ValueError) -> Money? {
    orders == 0
      ? nil : try amount().divided(by: Int64(orders), rounding: rounding, to: .document)
  }

  /// The mean amount of a buyer; nil where there is none.
  public func perBuyer(rounding: Rounding) throws(ValueError) -> Money? {
    buyers == 0
      ? nil : try amount().divided(by: Int64(buyers), rounding: rounding, to: .document)
  }

  mutating func add(_ purchases: Purchases, isKnown: Bool, least: Int) {
    buyers += 1
    if isKnown { returning += 1 }
    if purchases.count >= least { repeating += 1 }
    orders += purchases.count
    units += purchases.units
    gaps += purchases.count - 1
    gapDays += Int64(purchases.last) - Int64(purchases.first)
  }
}

extension PurchaseBook {
  /// - Parameter least: Orders of a period that are buying again.
  /// - Complexity: One pass over the orders.
  public func repurchase(
    from: Day, to: Day, least: Int, by grouping: FigureGrouping? = nil,
    poll: () throws -> Void = {}
  ) rethrows -> FigureGroups<RepurchaseTally> {
    let window = DayWindow(after: from.number - 1, upto: to.number)
    var result = FigureGroups(RepurchaseTally())
    try forEachCustomer(poll: poll) { place in
      let purchases = purchases(of: place, in: window)
      guard purchases.count > 0 else { return }
      let isKnown = days[orders(of: place).lowerBound] <= window.after
      result.add(to: grouping?.key(of: place, day: nil)) {
        $0.add(purchases, isKnown: isKnown, least: least)
      }
    }
    return result
  }
}
