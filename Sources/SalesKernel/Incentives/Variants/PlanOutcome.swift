import Values

/// What a plan would have paid, against the plan in force.
public struct PlanOutcome: Sendable {
  /// By place in the roster.
  public let pay: [Money]
  public let cost: Money
  public let difference: Money
  /// Reps who would have earned more, and less.
  public let winners: Int
  public let losers: Int

  /// - Parameters:
  ///   - pay: By place in the roster.
  ///   - base: What the plan in force pays.
  /// - Throws: `money.overflow`.
  public init(pay: [Money], against base: [Money]) throws(ValueError) {
    self.pay = pay
    var (cost, before) = (Money.zero, Money.zero)
    for (one, other) in zip(pay, base) {
      cost = try cost.adding(one)
      before = try before.adding(other)
    }
    self.cost = cost
    difference = try cost.subtracting(before)
    winners = zip(pay, base).count { $0 > $1 }
    losers = zip(pay, base).count { $0 < $1 }
  }
}
