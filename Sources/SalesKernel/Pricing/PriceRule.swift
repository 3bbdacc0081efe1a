import Values

/// One rule of a step: when it applies, and what it makes of the price.
struct PriceRule {
  enum Effect {
    /// A share that is taken off.
    case discount(Rate)
    /// Another price of a piece.
    case price(Money)
    /// A rule in Lua: a number is a discount, money a price, nothing that it does not apply.
    case computed(any Rule)
  }

  /// As `ladder.from_100`.
  let name: String
  let label: Label
  let source: String
  let condition: PriceCondition
  let effect: Effect
  /// Days to delivery that it promises.
  let leadDays: Int64?

  /// What the rule makes of a line.
  /// - Throws: `price.rule`.
  func outcome(_ line: PriceLine) throws -> Effect? {
    guard case .computed(let rule) = effect else { return effect }
    return try Self.evaluate(rule, line, at: name) { value -> Effect?? in
      switch value {
      case .null: return .some(nil)
      case .money(let money): return money.units >= 0 ? .price(money) : nil
      case .integer(let whole):
        return whole == 0 || whole == 1 ? .discount(try Rate(exactly: Double(whole))) : nil
      case .number(let number):
        guard number >= 0, number <= 1 else { return nil }
        return .discount(try Rate(exactly: number))
      default: return nil
      }
    }
  }

  /// A Lua rule's value, refused with its place where it fails or `read` gives nil.
  static func evaluate<T>(
    _ rule: any Rule, _ line: PriceLine, at place: String, _ read: (FieldValue) throws -> T?
  ) throws -> T {
    let value = try rule.evaluate(line.reader)
    guard let result = try read(value) else {
      throw PriceError(
        "price.rule", "\(place): \(rule.text) gave \(value.display)",
        remedy:
          "return a discount from 0 to 1, a price as money, nil, or true or false for a condition"
      )
    }
    return result
  }
}

/// A step of a price policy: rules of which one, or all that hold, apply.
struct PriceStep {
  enum Choice: String, CaseIterable { case first, best, all }
  /// How a quantity ladder counts: the whole quantity at its band's rate, or each band's pieces at
  /// theirs.
  enum Ladder: String, CaseIterable {
    case allUnits = "all_units"
    case incremental
  }

  let name: String
  let title: Label
  let source: String
  let choice: Choice
  let ladder: Ladder?
  let rules: [PriceRule]
  /// Of a ladder: the bands, as half-open ranges of pieces.
  let bands: [QuantityBand]
}

/// A band of a quantity ladder: from its first piece to the one before `end`.
struct QuantityBand: Hashable {
  let start: Int64
  let end: Int64?
  let discount: Rate
}
