import Values

/// Pricing a line: the one computation behind prices, waterfalls and re-pricing.
extension PricePolicy {
  /// The price of a line, exact, rounded once a stage.
  ///
  /// - Parameter explaining: Whether to keep the waterfall; the price is the same without.
  /// - Throws: ``PriceError``, ``ValueError``, and what a rule in Lua throws.
  public func price(_ line: PriceLine, explaining: Bool = true) throws -> Price {
    try check(line)
    var making = Making(line, policy: self, explaining: explaining)
    try making.move("", .list(line.listPrice))
    for step in steps { try making.apply(step) }
    let cost = try fullCost(line)
    try making.finish(cost: cost)
    guard let amount = making.state.line else {
      throw PriceError("price.waterfall", "the line was not priced")
    }
    return Price(
      unit: try making.state.unit ?? making.state.derivedUnit(amount), amount: amount,
      listTotal: try ExactAmount(line.listPrice).times(line.quantity)
        .rounded(rounding(.line), to: .line),
      cost: try cost.map { try $0.rounded(rounding(.line), to: .line) }, leadDays: making.leadDays,
      waterfall: explaining ? making.waterfall : nil)
  }

  /// Pieces to the next band of the ladder, and what they would cost; nil in the last band.
  public func hint(for line: PriceLine, at price: Price) throws -> QuantityHint? {
    guard
      let bands = steps.first(where: { $0.ladder != nil })?.bands,
      let next = bands.first(where: { $0.start > line.quantity }), next.start <= largestQuantity
    else { return nil }
    var larger = line
    larger.quantity = next.start
    let then: Price
    do {
      then = try self.price(larger, explaining: false)
    } catch let error as PriceError where error.code == "price.floor" {
      return nil
    }
    return QuantityHint(
      more: next.start - line.quantity, unit: then.unit, amount: then.amount,
      isCheaper: then.amount < price.amount)
  }

  private func check(_ line: PriceLine) throws {
    guard line.quantity >= 1, line.quantity <= largestQuantity else {
      throw PriceError(
        "price.quantity", "a quantity of \(line.quantity) pieces has no price",
        remedy: "give whole pieces from 1 to \(largestQuantity)")
    }
    guard line.listPrice.units > 0 else {
      throw PriceError(
        "price.list", "a list price of \(line.listPrice) cannot be priced",
        remedy: "give the product a unit_price above zero")
    }
  }
}

/// A price while it is made.
private struct Making {
  let policy: PricePolicy
  let explaining: Bool
  var line: PriceLine
  var state = Waterfall.State()
  var waterfall = Waterfall()
  var leadDays: Int64?
  private var taken = Rate.zero

  init(_ line: PriceLine, policy: PricePolicy, explaining: Bool) {
    self.line = line
    self.policy = policy
    self.explaining = explaining
  }

  mutating func move(_ rule: String, _ move: Waterfall.Move) throws {
    try state.apply(move)
    if explaining { waterfall.steps.append(.init(rule: rule, move: move)) }
  }

  mutating func apply(_ step: PriceStep) throws {
    if step.ladder == .incremental { return try applyIncremental(step) }
    var chosen: (rule: PriceRule, effect: PriceRule.Effect)?
    var isTaken = false
    for rule in step.rules {
      if isTaken {
        if !explaining { break }
        passOver(rule, for: chosen?.rule)
        continue
      }
      guard let effect = try effect(of: rule) else { continue }
      if step.choice == .all {
        try take(rule, effect)
      } else if step.choice == .first {
        chosen = (rule, effect)
        isTaken = true
      } else if let best = chosen, try !isLess(effect, than: best.effect) {
        superseded(rule, by: best.rule)
      } else {
        if let best = chosen { superseded(best.rule, by: rule) }
        chosen = (rule, effect)
      }
    }
    if let chosen { try take(chosen.rule, chosen.effect) }
  }

  private mutating func effect(of rule: PriceRule) throws -> PriceRule.Effect? {
    guard try rule.condition.holds(line, at: rule.name) else {
      if explaining {
        let failure = rule.condition.failure(line)
        miss(rule, failure.code, failure.reason)
      }
      return nil
    }
    if let effect = try rule.outcome(line) { return effect }
    miss(rule, "rule", "the rule gave nothing")
    return nil
  }

  private mutating func take(_ rule: PriceRule, _ effect: PriceRule.Effect) throws {
    if let days = rule.leadDays { leadDays = min(days, leadDays ?? days) }
    switch effect {
    case .price(let money):
      taken = .zero
      try move(rule.name, .price(money))
    case .discount(let rate) where policy.composition == .sequential:
      try move(rule.name, .factor(try rate.complement()))
    case .discount(let rate):
      taken = try taken.adding(rate)
      guard taken <= .one else {
        throw PriceError(
          "price.additive", "the discounts up to \(rule.name) add up to \(taken), more than 1",
          remedy: "compose them sequentially, or give smaller discounts")
      }
      try move(rule.name, .less(rate))
    case .computed: return
    }
    try showPrice()
  }

  /// Each band's pieces at its own rate, from a piece to the line.
  private mutating func applyIncremental(_ step: PriceStep) throws {
    var weight = Rate.zero
    var last: PriceRule?
    for (rule, band) in zip(step.rules, step.bands) {
      guard line.quantity >= band.start else {
        let quantity = line.quantity
        miss(rule, "quantity", "quantity \(quantity) is below \(band.start)")
        continue
      }
      let pieces = min(line.quantity + 1, band.end ?? .max) - band.start
      weight = try weight.adding(
        band.discount.complement().times(Rate(mantissa: pieces, scale: 0)))
      last = rule
    }
    guard let last else { return }
    if let days = last.leadDays { leadDays = min(days, leadDays ?? days) }
    try move("", .quantity(line.quantity))
    try move(last.name, .pieces(weight))
    try showPrice()
  }

  private mutating func showPrice() throws {
    if policy.hasRules { line.price = try state.perPiece(policy.rounding(.unit)) }
  }

  /// Floors, then the roundings.
  mutating func finish(cost: ExactAmount?) throws {
    for floor in policy.floors { try hold(floor, cost) }
    if state.pieces == nil {
      try move("", .round(.unit, policy.rounding(.unit)))
      try move("", .quantity(line.quantity))
    }
    try move("", .round(.line, policy.rounding(.line)))
  }

  private mutating func hold(_ floor: PricePolicy.Floor, _ cost: ExactAmount?) throws {
    guard let least = try policy.least(floor, line, cost: cost) else { return }
    guard try state.perPieceIsLess(than: least) else { return }
    if policy.onFloor == .refuse {
      throw PriceError(
        "price.floor",
        "a price of \(state.running) is under the floor of \(least) (\(floor.name), \(floor.source))",
        remedy: "give less discount, or ask for approval under a policy that allows it")
    }
    try move(floor.name, .floor(least))
    line.price = least
  }

  private func isLess(_ a: PriceRule.Effect, than b: PriceRule.Effect) throws -> Bool {
    try result(a).isLess(than: result(b))
  }

  private func result(_ effect: PriceRule.Effect) throws -> ExactAmount {
    var trial = state
    switch effect {
    case .price(let money): try trial.apply(.price(money))
    case .discount(let rate):
      try trial.apply(
        policy.composition == .sequential ? .factor(try rate.complement()) : .less(rate))
    case .computed: break
    }
    return trial.running
  }

  /// Notes a rule behind the first that applied; its Lua does not run, as it does not without
  /// explaining.
  private mutating func passOver(_ rule: PriceRule, for other: PriceRule?) {
    if let failure = rule.condition.limitFailure(line) {
      miss(rule, failure.code, failure.reason)
    } else {
      superseded(rule, by: other)
    }
  }

  private mutating func superseded(_ rule: PriceRule, by other: PriceRule?) {
    miss(rule, "superseded", "\(other?.name ?? "another rule") applies instead")
  }

  private mutating func miss(_ rule: PriceRule, _ code: String, _ reason: @autoclosure () -> String)
  {
    guard explaining else { return }
    waterfall.misses.append(.init(rule: rule.name, code: code, reason: reason()))
  }
}

extension PricePolicy {
  /// The least price of a piece that a floor allows; nil where it says nothing of the line.
  func least(_ floor: Floor, _ line: PriceLine, cost: ExactAmount?) throws -> Money? {
    switch floor.least {
    case .margin(let margin):
      guard let cost else { return nil }
      // price · (1 − margin) ≥ cost, so the price is the cost over what the margin leaves.
      let left = try margin.complement()
      return try cost.divided(
        by: left, pieces: line.quantity, rounding: .up, to: .unit)
    case .fixed(let money): return money
    case .field(let slot):
      guard case .money(let money) = PriceLine.schema.value(of: line, slot: slot) else {
        return nil
      }
      return money
    case .computed(let rule):
      return try PriceRule.evaluate(rule, line, at: floor.name) { value -> Money?? in
        switch value {
        case .null: .some(nil)
        case .money(let money): money
        default: nil
        }
      }
    }
  }
}
