import Values

/// A price policy: steps in order, roundings, regional cost and floors.
///
/// ```
///   list ─▶ step ─▶ step ─▶ … ─▶ floor ─▶ round unit ─▶ × quantity ─▶ round line
///            │ rules: when … discount | price | Lua
/// ```
/// - Source: PR2–PR7; the numbers are the policy's.
public struct PricePolicy {
  public enum Composition: String, CaseIterable, Sendable {
    /// list·Π(1 − d)
    case sequential
    /// list·(1 − Σd)
    case additive
  }

  enum OnFloor: String, CaseIterable { case raise, refuse }

  struct Floor {
    enum Least {
      /// The share of the price that the full cost must leave.
      case margin(Rate)
      /// A money field of the line; nothing where it is empty.
      case field(slot: Int)
      case fixed(Money)
      case computed(any Rule)
    }
    let name: String
    let source: String
    let least: Least
  }

  struct RegionalCost {
    let factor: Rate
    let source: String
  }

  public let name: String
  public let title: Label
  public let source: String
  public let composition: Composition
  public let roundings: [Stage: Rounding]
  public let largestQuantity: Int64
  let steps: [PriceStep]
  /// What logistics cost is multiplied by, by region.
  let regionalCost: [String: RegionalCost]
  let floors: [Floor]
  let onFloor: OnFloor
  /// Whether rules in Lua, or limits on the price so far, must see the price after each step.
  let hasRules: Bool

  /// Where each rule is from, by its name.
  public var sources: [String: String] {
    var all: [String: String] = [:]
    for step in steps { for rule in step.rules { all[rule.name] = rule.source } }
    for floor in floors { all[floor.name] = floor.source }
    return all
  }

  /// The words that limits ask a field for; nil where a rule may ask for any other.
  public func words(of field: String) -> [String]? {
    guard !hasRules, let slot = PriceLine.schema.entity.slot(of: field) else { return nil }
    let words = steps.flatMap(\.rules).flatMap(\.condition.limits).filter { $0.slot == slot }
      .flatMap(\.bounds.choices).compactMap { choice -> String? in
        if case .text(let word) = choice { word } else { nil }
      }
    return words.isEmpty ? nil : words
  }

  public func rounding(_ stage: Stage) -> Rounding { roundings[stage] ?? .halfUp }
}

/// A priced line.
public struct Price: Sendable {
  /// Price of one piece, to four decimals.
  public let unit: Money
  /// Price of the line, to the fen.
  public let amount: Money
  public let listTotal: Money
  /// Cost of the line with regional logistics; nil where the product has none.
  public let cost: Money?
  public let leadDays: Int64?
  public let waterfall: Waterfall?

  /// Share off the list price, for display and statistics; never for amounts.
  public var discount: Double {
    Double(listTotal.units &- amount.units) / Double(listTotal.units)
  }

  /// Share of the amount that the cost leaves, for display and statistics; nil without a cost.
  public var margin: Double? {
    guard let cost, !amount.isZero else { return nil }
    return Double(amount.units &- cost.units) / Double(amount.units)
  }
}

/// What buying more would bring.
public struct QuantityHint: Hashable, Sendable {
  /// Pieces more to the next band.
  public let more: Int64
  public let unit: Money
  public let amount: Money
  /// Whether the larger quantity costs less in total.
  public let isCheaper: Bool
}
