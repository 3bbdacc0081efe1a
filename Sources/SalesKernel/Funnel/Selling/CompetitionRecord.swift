import Values

/// How opportunities went in which one competitor was met.
/// - Source: FU15.
public struct CompetitionRecord: Hashable, Sendable {
  public private(set) var open = 0
  public private(set) var won = 0
  public private(set) var lost = 0
  /// How often its price was below our amount, of the times that both are known.
  public private(set) var cheaper = 0
  public private(set) var priced = 0

  public init() {}

  public var met: Int { open + won + lost }
  /// Of what is decided; nil where nothing is.
  public var winRate: Double? { won + lost == 0 ? nil : Double(won) / Double(won + lost) }

  public mutating func add(_ opportunity: Opportunity, price: Money?) {
    switch opportunity.status {
    case .open: open += 1
    case .won: won += 1
    case .lost: lost += 1
    }
    guard let price, let amount = opportunity.amount else { return }
    priced += 1
    if price < amount { cheaper += 1 }
  }
}
