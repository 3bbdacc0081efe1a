import Values

/// Customers whom other customers brought, and what came of them.
/// - Source: CS7, CU12.
public struct ReferralTally: Sendable {
  public private(set) var referrals = 0
  /// Customers who brought somebody.
  public private(set) var referrers = 0
  /// Brought customers who ordered since, each once.
  public private(set) var ordering = 0
  var units: Int128 = 0

  public init() {}

  public var conversion: Double? { FunnelShare.of(ordering, referrals) }
  /// What they ordered since they were brought.
  /// - Throws: `money.overflow`.
  public func amount() throws(ValueError) -> Money { try FunnelShare.money(units) }

  mutating func add(isNewReferrer: Bool, _ bought: Purchases) {
    referrals += 1
    if isNewReferrer { referrers += 1 }
    if bought.count > 0 { ordering += 1 }
    units += bought.units
  }
}

extension PurchaseBook {
  /// - Parameter referrals: Who brought whom on which day, by places of customers; a customer is
  ///   brought once, by the first.
  public func referrals(
    _ referrals: [(referrer: Int, referred: Int, on: Int32)], asOf: Day,
    by grouping: FigureGrouping? = nil
  ) -> FigureGroups<ReferralTally> {
    var result = FigureGroups(ReferralTally())
    var brought: Set<Int> = []
    var referrers: Set<Int> = []
    for referral in referrals.sorted(by: { ($0.on, $0.referred) < ($1.on, $1.referred) })
    where brought.insert(referral.referred).inserted {
      let bought = purchases(
        of: referral.referred, in: DayWindow(after: referral.on - 1, upto: asOf.number))
      let isNew = referrers.insert(referral.referrer).inserted
      result.add(to: grouping?.key(of: referral.referrer, day: nil)) {
        $0.add(isNewReferrer: isNew, bought)
      }
    }
    return result
  }
}
