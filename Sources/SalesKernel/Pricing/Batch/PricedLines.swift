import Values

/// Many priced lines, by column, with the path that each took: enough to say why of each when asked.
public struct PricedLines {
  /// A line that has no price, and why.
  public struct Refusal {
    public let line: Int
    public let error: any Error
  }

  public let policy: PricePolicy
  public let lines: PriceLines
  /// Prices of a piece, in 1/10,000 yuan; 0 where the line was refused.
  public internal(set) var units: [Int64]
  /// Prices of the line, in 1/10,000 yuan.
  public internal(set) var amounts: [Int64]
  /// Costs of the line, in 1/10,000 yuan; ``noCost`` where the product has none.
  public internal(set) var costs: [Int64]
  public internal(set) var refusals: [Refusal] = []
  /// Where each line's path stands in `paths`; `noPath` for a line that was priced by itself.
  var taken: [UInt32]
  var paths: [PricePath] = []
  /// Kept where lines were priced by their paths.
  var facts: PriceFacts?

  public static let noCost = Int64.min
  static let noPath = UInt32.max

  public var count: Int { lines.count }

  init(_ policy: PricePolicy, _ lines: PriceLines) {
    self.policy = policy
    self.lines = lines
    units = Array(repeating: 0, count: lines.count)
    amounts = units
    costs = Array(repeating: Self.noCost, count: lines.count)
    taken = Array(repeating: Self.noPath, count: lines.count)
  }

  /// A line at list price.
  /// - Throws: `money.overflow`.
  public func listTotal(_ line: Int) throws -> Money {
    let (list, pieces) = (lines.listPrice(line), lines.pieces(line))
    if list.units >= 0, pieces >= 0, let steps = DecimalDivision.Divisor.lineStep,
      let total = DecimalDivision.product(
        list.units, pieces, over: steps, quantum: Stage.line.quantum, policy.rounding(.line))
    {
      return Money(units: total)
    }
    return try ExactAmount(list).times(pieces)
      .rounded(policy.rounding(.line), to: .line)
  }

  public func leadDays(_ line: Int) throws -> Int64? {
    guard taken[line] == Self.noPath else { return paths[Int(taken[line])].leadDays }
    return try policy.price(lines.line(line), explaining: false).leadDays
  }

  /// A line's price with its waterfall, as the policy gives it for the line alone.
  /// - Throws: what ``PricePolicy/price(_:explaining:)`` throws.
  public func price(_ line: Int) throws -> Price { try policy.price(lines.line(line)) }

  public struct Total: Sendable {
    public var lines = 0
    public var list = Money.zero
    public var amount = Money.zero
    /// Of the lines whose product has a cost.
    public var cost = Money.zero
    public var amountWithCost = Money.zero
  }

  /// The sums over all lines that have a price.
  /// - Throws: `money.overflow`.
  public func total() throws -> Total {
    if refusals.isEmpty, let total = plainTotal() { return total }
    return try total(Array(0..<count))
  }

  /// The sums over some lines, of those that have a price.
  /// - Throws: `money.overflow`.
  public func total(_ some: [Int]) throws -> Total {
    var total = Total()
    let refused = Set(refusals.map(\.line))
    for line in some where !refused.contains(line) {
      total.lines += 1
      total.list = try total.list.adding(listTotal(line))
      total.amount = try total.amount.adding(Money(units: amounts[line]))
      guard costs[line] != Self.noCost else { continue }
      total.cost = try total.cost.adding(Money(units: costs[line]))
      total.amountWithCost = try total.amountWithCost.adding(Money(units: amounts[line]))
    }
    return total
  }

  /// The sums over all lines in one pass; nil where one does not fit.
  private func plainTotal() -> Total? {
    guard let steps = DecimalDivision.Divisor.lineStep else { return nil }
    let mode = policy.rounding(.line)
    let lists = lines.axes[0].records.map(\.listPrice.units)
    let codes = lines.axes[0].codes
    var (list, amount, cost, costed): (Int64, Int64, Int64, Int64) = (0, 0, 0, 0)
    var overflows = false
    func add(_ value: Int64, to sum: inout Int64) {
      let (next, overflow) = sum.addingReportingOverflow(value)
      (sum, overflows) = (next, overflows || overflow)
    }
    for line in 0..<count {
      guard
        let whole = DecimalDivision.product(
          lists[Int(codes[line])], lines.pieces(line), over: steps,
          quantum: Stage.line.quantum, mode)
      else { return nil }
      add(whole, to: &list)
      add(amounts[line], to: &amount)
      guard costs[line] != Self.noCost else { continue }
      add(costs[line], to: &cost)
      add(amounts[line], to: &costed)
    }
    if overflows { return nil }
    var total = Total()
    total.lines = count
    (total.list, total.amount) = (Money(units: list), Money(units: amount))
    (total.cost, total.amountWithCost) = (Money(units: cost), Money(units: costed))
    return total
  }
}
