import Values

/// What is legal in a price policy and likely wrong.
public struct PriceFinding: Hashable, Sendable {
  /// `lint.fewer_cost_more`, `lint.rising`, `lint.unreachable`, `lint.depth`, `lint.under_floor`.
  public let code: String
  /// The rule or step, as `ladder.from_1000`.
  public let place: String
  public let message: String
  public let remedy: String
}

extension PricePolicy {
  /// - Parameter largestDiscount: The deepest discount that anyone may give; nil to leave that out.
  /// - Throws: `rate.overflow` for discounts with very many decimals.
  public func lint(largestDiscount: Rate? = nil) throws -> [PriceFinding] {
    var found: [PriceFinding] = []
    for step in steps {
      if step.ladder != nil { found += try Self.ladderFindings(step) }
      if step.choice == .first, step.ladder == nil { found += Self.unreachable(step) }
    }
    if let largestDiscount {
      let deepest = try deepestDiscount()
      if deepest > largestDiscount {
        found.append(
          PriceFinding(
            code: "lint.depth", place: name,
            message:
              "all steps together take off \(deepest); the deepest discount that an approver "
              + "may give is \(largestDiscount)",
            remedy: "let steps exclude each other, or give a floor"))
      }
    }
    return found
  }

  /// The most that the steps can take off together, rules in Lua and fixed prices left out.
  /// - Throws: `rate.overflow`.
  public func deepestDiscount() throws -> Rate {
    var left = Rate.one
    for step in steps {
      let discounts = step.rules.compactMap { rule -> Rate? in
        guard case .discount(let rate) = rule.effect else { return nil }
        return rate
      }
      let taken = step.choice == .all ? discounts : [discounts.max() ?? .zero]
      for discount in taken {
        left =
          composition == .sequential
          ? try left.times(discount.complement()) : try left.subtracting(discount)
      }
    }
    return try max(left, .zero).complement()
  }

  /// Products whose price can be held up by a floor only: list price at the deepest discount.
  /// - Throws: `rate.overflow`, `money.overflow`.
  public func underFloor(_ line: PriceLine) throws -> PriceFinding? {
    let deepest = try deepestDiscount()
    let price = try line.listPrice.times(
      deepest.complement(), rounding: rounding(.unit), to: .unit)
    var single = line
    single.quantity = 1
    for floor in floors {
      guard let least = try least(floor, single, cost: fullCost(single)), price < least else {
        continue
      }
      return PriceFinding(
        code: "lint.under_floor", place: floor.name,
        message: "at the deepest discount \(deepest) a list price of \(line.listPrice) gives "
          + "\(price), under the floor of \(least)",
        remedy: "raise the list price, or let steps exclude each other")
    }
    return nil
  }

  private static func ladderFindings(_ step: PriceStep) throws -> [PriceFinding] {
    var found: [PriceFinding] = []
    for (index, band) in step.bands.enumerated().dropFirst() {
      let before = step.bands[index - 1]
      let place = step.rules[index].name
      if band.discount < before.discount {
        found.append(
          PriceFinding(
            code: "lint.rising", place: place,
            message: "from \(band.start) pieces the discount falls from \(before.discount) to "
              + "\(band.discount)",
            remedy: "let discounts grow with the quantity"))
      }
      guard step.ladder == .allUnits,
        let first = try cheapestOvertaken(by: band, before: before), first < band.start
      else { continue }
      found.append(
        PriceFinding(
          code: "lint.fewer_cost_more", place: place,
          message: "\(first)–\(band.start - 1) pieces cost more than \(band.start)",
          remedy: "make the ladder incremental, or live with it and show the hint"))
    }
    return found
  }

  /// The first quantity of a band that costs more than the first of the next; nil where none does.
  private static func cheapestOvertaken(
    by band: QuantityBand, before: QuantityBand
  ) throws -> Int64? {
    let dear = try before.discount.complement()
    let cheap = try band.discount.complement()
    guard dear > cheap else { return nil }
    // q · dear > start · cheap, in whole numbers of the finer scale.
    let scale = max(dear.scale, cheap.scale)
    let quotient = Int128(band.start) * wide(cheap, scale) / wide(dear, scale)
    return max(Int64(clamping: quotient + 1), before.start)
  }

  private static func wide(_ rate: Rate, _ scale: Int) -> Int128 {
    var value = Int128(rate.mantissa)
    for _ in rate.scale..<scale { value *= 10 }
    return value
  }

  private static func unreachable(_ step: PriceStep) -> [PriceFinding] {
    step.rules.indices.compactMap { index in
      let rule = step.rules[index]
      guard
        let taker = step.rules[..<index].first(where: {
          $0.condition.admitsAll(of: rule.condition) && !$0.effect.isComputed
        })
      else { return nil }
      return PriceFinding(
        code: "lint.unreachable", place: rule.name,
        message: "\(taker.name) before it takes every line that it fits",
        remedy: "rules are tried in order; put the narrower one first")
    }
  }
}

extension PriceRule.Effect {
  var isComputed: Bool { if case .computed = self { true } else { false } }
}

extension PriceCondition {
  /// Whether every line that fits the other fits this one, as far as limits tell.
  func admitsAll(of other: PriceCondition) -> Bool {
    guard rule == nil else { return false }
    return limits.allSatisfy { limit in
      other.limits.contains { $0.slot == limit.slot && limit.bounds.contains($0.bounds) }
    }
  }
}

extension Bounds {
  /// Whether every value within the other is within this.
  func contains(_ other: Bounds) -> Bool {
    if !other.choices.isEmpty { return other.choices.allSatisfy(admits) }
    guard choices.isEmpty else { return false }
    func holds(_ mine: Edge?, _ theirs: Edge?, sign: Int) -> Bool {
      guard let mine else { return true }
      guard let theirs, let order = theirs.value.order(to: mine.value) else { return false }
      return order * sign > 0 || (order == 0 && (mine.isIncluded || !theirs.isIncluded))
    }
    return holds(lower, other.lower, sign: 1) && holds(upper, other.upper, sign: -1)
  }
}
