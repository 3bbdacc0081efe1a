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

  /// The sums over all lines that have a price, or over some of them.
  /// - Throws: `money.overflow`.
  public func total(_ some: [Int]? = nil) throws -> Total {
    var total = Total()
    let refused = refusals.isEmpty ? [] : Set(refusals.map(\.line))
    let chosen = some ?? []
    for place in 0..<(some?.count ?? count) {
      let line = some == nil ? place : chosen[place]
      if !refused.isEmpty, refused.contains(line) { continue }
      total.lines += 1
      total.list = try total.list.adding(listTotal(line))
      total.amount = try total.amount.adding(Money(units: amounts[line]))
      guard costs[line] != Self.noCost else { continue }
      total.cost = try total.cost.adding(Money(units: costs[line]))
      total.amountWithCost = try total.amountWithCost.adding(Money(units: amounts[line]))
    }
    return total
  }
}
