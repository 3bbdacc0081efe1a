import Values

/// What past lines brought and what they would have brought under a price policy.
/// - Source: issue of pricing; PF5 for margin.
public struct PriceComparison: Sendable {
  public struct Total: Sendable {
    public internal(set) var lines = 0
    public internal(set) var actual = Money.zero
    public internal(set) var priced = Money.zero
    /// Of the lines whose product has a cost.
    public internal(set) var cost = Money.zero
    public internal(set) var actualWithCost = Money.zero
    public internal(set) var pricedWithCost = Money.zero
    /// Decisions that its orders needed, and would need.
    public internal(set) var approvals = (actual: 0, priced: 0)

    mutating func add(actual: Money, priced: Money, cost: Money?) throws(ValueError) {
      lines += 1
      self.actual = try self.actual.adding(actual)
      self.priced = try self.priced.adding(priced)
      guard let cost else { return }
      self.cost = try self.cost.adding(cost)
      actualWithCost = try actualWithCost.adding(actual)
      pricedWithCost = try pricedWithCost.adding(priced)
    }

    mutating func add(_ more: (actual: Int, priced: Int)) {
      approvals = (approvals.actual + more.actual, approvals.priced + more.priced)
    }

    /// What is left after cost, of the lines that have one.
    public func margins() throws(ValueError) -> (actual: Money, priced: Money) {
      (try actualWithCost.subtracting(cost), try pricedWithCost.subtracting(cost))
    }

    public func difference() throws(ValueError) -> Money { try priced.subtracting(actual) }
  }

  public private(set) var total = Total()
  public private(set) var byLevel: [String: Total] = [:]
  public private(set) var byProduct: [Int64: Total] = [:]
  public private(set) var byCustomer: [Int64: Total] = [:]

  public init() {}

  /// Adds a line: what it brought, and what it would bring.
  /// - Throws: `money.overflow`.
  public mutating func add(
    actual: Money, priced: Money, cost: Money?, level: String?, product: Int64, customer: Int64
  ) throws(ValueError) {
    try total.add(actual: actual, priced: priced, cost: cost)
    try byLevel[level ?? "", default: Total()].add(actual: actual, priced: priced, cost: cost)
    try byProduct[product, default: Total()].add(actual: actual, priced: priced, cost: cost)
    try byCustomer[customer, default: Total()].add(actual: actual, priced: priced, cost: cost)
  }

  /// Adds the decisions on an order; they count for each product that is in it.
  public mutating func add(
    approvals: (actual: Int, priced: Int), level: String?, products: Set<Int64>, customer: Int64
  ) {
    total.add(approvals)
    byLevel[level ?? "", default: Total()].add(approvals)
    for product in products { byProduct[product, default: Total()].add(approvals) }
    byCustomer[customer, default: Total()].add(approvals)
  }
}
