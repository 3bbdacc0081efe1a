import Values

/// What each kind of component pays one rep.
extension PayBook {
  // MARK: By the month

  func base(_ place: Int) throws(ValueError) -> PayItem {
    let rep = inputs.roster.reps[place]
    guard let pay = rep.basePay else { return PayItem(gap: "no base pay") }
    var item = try monthly(pay, place)
    if let range = roles[place]?.base, !range.contains(pay) {
      item.note =
        "\(pay.grouped) a month is outside \(range.lowerBound.grouped)–"
        + "\(range.upperBound.grouped) of the plan"
    }
    return item
  }

  /// An amount a month for the days with us; each month counts by its own days.
  func monthly(_ amount: Money, _ place: Int) throws(ValueError) -> PayItem {
    let rep = inputs.roster.reps[place]
    var (parts, steps): (Int64, [Explanation]) = (0, [])
    for month in inputs.period.whole(.month) {
      let first = max(month.first, rep.joinedOn ?? .first)
      let last = min(month.last, rep.leftOn ?? .last)
      let days = first > last ? 0 : last.days(since: first) + 1
      let length = month.last.days(since: month.first) + 1
      parts += Int64(days) * (Self.parts / Int64(length))
      if isExplained, days < length {
        steps.append(Explanation(month.text, .input, reason: "\(days) of \(length) days"))
      }
    }
    var whole = ExactAmount(amount)
    try whole.multiply(by: parts)
    var item = PayItem(
      try whole.divided(by: .one, pieces: Self.parts, rounding: plan.rounding, to: .document),
      basis: amount)
    if isExplained {
      let reason = "\(inputs.period.unit.months.text("month")) of \(inputs.period.text)"
      item.steps = [Explanation("a month", .input, value: .money(amount), reason: reason)] + steps
    }
    return item
  }

  /// A multiple of every length of a month, so that days of different months add up exactly.
  private static let parts: Int64 = 28 * 29 * 30 * 31

  // MARK: By orders

  func commission(
    _ component: PayComponent, _ bands: PayBands, _ volume: Money, _ place: Int
  ) throws(ValueError) -> PayItem {
    let target = inputs.targets[place]
    if component.needsTarget, target == nil || target == .zero { return PayItem(gap: "no target") }
    guard let slices = try bands.slices(of: volume, target: target) else {
      return PayItem(gap: "no target")
    }
    var sum = ExactAmount(.zero)
    for slice in slices { try sum.add(slice.pay) }
    var item = PayItem(try sum.rounded(plan.rounding, to: .document), basis: volume)
    let paying = slices.filter { $0.base != nil }
    if let only = paying.first, paying.count == 1 { item.rate = only.band.rate }
    if isExplained {
      item.steps = [Explanation("volume", .input, value: .money(volume))]
      if let target, component.needsTarget {
        item.steps.append(Explanation("target", .input, value: .money(target)))
      }
      item.steps += slices.map { Self.step($0, volume) }
    }
    return try component.limited(item, of: volume, target: target)
  }

  private static func step(_ slice: PayBands.Slice, _ volume: Money) -> Explanation {
    let label = "from \(slice.band.start)"
    guard let base = slice.base else {
      return Explanation(
        label, .notMatched,
        reason: "\(volume.grouped) is not in it")
    }
    return Explanation(
      label, .matched, value: .text(slice.pay.description),
      reason: "\(base) × \(slice.band.rate)")
  }

  func bonus(
    _ component: PayComponent, _ rule: BonusRule, _ place: Int
  ) throws(ValueError) -> PayItem {
    guard let target = inputs.targets[place], target > .zero else {
      return PayItem(gap: "no target")
    }
    let credit = max(try volume(place, .own, .all), .zero)
    var most = ExactAmount(target)
    try most.multiply(by: rule.upto)
    let isFull = try !ExactAmount(credit).isLess(than: most)
    var whole: ExactAmount
    let (over, label): (Rate, String)
    switch rule.size {
    case .amount(let amount):
      whole = ExactAmount(try monthly(amount, place).amount)
      (over, label) = (.one, "bonus at target")
    case .shareOfPay(let share):
      whole = ExactAmount(try sum(of: rule.of, place))
      try whole.multiply(by: share)
      (over, label) = (try share.complement(), "\(share) of pay at target")
    }
    let full = try whole.divided(by: over, pieces: 1, rounding: plan.rounding, to: .document)
    if isFull { try whole.multiply(by: rule.upto) } else { try whole.multiply(by: credit.units) }
    var item = PayItem(
      try whole.divided(
        by: over, pieces: isFull ? 1 : target.units, rounding: plan.rounding, to: .document),
      basis: credit)
    if isExplained {
      item.steps = [
        Explanation(label, .step, value: .money(full)),
        Explanation("target", .input, value: .money(target)),
        Explanation("reached", .input, value: .money(credit)),
        Explanation(
          "pro rata", .step, value: .money(item.amount),
          reason: isFull
            ? "\(full.grouped) × \(rule.upto), the most that it pays"
            : "\(full.grouped) × \(credit.grouped) / \(target.grouped), rounded once"),
      ]
    }
    return try component.limited(item, of: credit, target: target)
  }

  func cut(
    _ rate: Rate, _ deals: PayComponent.Deals, _ keys: [String], _ place: Int
  ) throws(ValueError) -> PayItem {
    let reward = try sum(of: keys, place)
    let (part, whole) = (try volume(place, .own, deals), try volume(place, .own, .all))
    let amount = try plan.share(reward, rate, of: part, in: whole)
    var item = PayItem(try amount.negated(), basis: part, rate: rate)
    if isExplained {
      item.steps = [
        Explanation(keys.joined(separator: " + "), .input, value: .money(reward)),
        Explanation("\(deals.rawValue) orders", .input, value: .money(part)),
        Explanation("all orders", .input, value: .money(whole)),
        Explanation(
          "cut", part > .zero ? .matched : .notMatched, value: .money(item.amount),
          reason: part > .zero
            ? "-\(reward.grouped) × \(rate) × \(min(part, whole).grouped) / \(whole.grouped)"
            : "no \(deals.rawValue) orders"),
      ]
    }
    return item
  }

  // MARK: By others

  func mentor(
    _ component: PayComponent, _ rate: Rate, _ keys: [String], _ place: Int
  ) throws(ValueError) -> PayItem {
    var item = PayItem(rate: rate)
    for first in inputs.firstOrders where first.mentor == place {
      let other = first.apprentice
      let (reward, whole) = (try sum(of: keys, other), try volume(other, .own, .all))
      let amount = try plan.share(reward, rate, of: first.amount, in: whole)
      item.amount = try item.amount.adding(amount)
      item.basis = try (item.basis ?? .zero).adding(first.amount)
      let name = inputs.roster.reps[other].name
      if roles[other] == nil { item.note = "\(name) has no role of the plan" }
      if isExplained {
        item.steps.append(
          Explanation(
            "first order of \(name)", .matched, value: .money(amount),
            reason: "\(reward.grouped) × \(rate) × \(first.amount.grouped) / \(whole.grouped)"))
      }
    }
    return try component.limited(item, of: nil, target: nil)
  }

  // MARK: By figures

  func behaviour(
    _ component: PayComponent, _ rule: BehaviourRule, _ place: Int
  ) throws(ValueError) -> PayItem {
    let reward = try sum(of: rule.of, place)
    let figures = inputs.figures[place] ?? [:]
    var (met, missing): (Int64, [String]) = (0, [])
    var steps = [Explanation(rule.of.joined(separator: " + "), .input, value: .money(reward))]
    for measure in rule.measures {
      guard let figure = figures[measure.key] else {
        missing.append(measure.key)
        steps.append(Explanation(measure.key, .notMatched, reason: "no data"))
        continue
      }
      let isMet = figure >= measure.goal
      if isMet { met += measure.weight }
      steps.append(
        Explanation(
          measure.key, isMet ? .matched : .notMatched, value: .number(figure),
          reason: isMet
            ? "reaches \(FieldValue.number(measure.goal).display)"
            : "is below \(FieldValue.number(measure.goal).display)"))
    }
    var whole = ExactAmount(reward)
    try whole.multiply(by: rule.share)
    try whole.multiply(by: met)
    var item = PayItem(
      try whole.divided(
        by: .one, pieces: rule.weights, rounding: plan.rounding, to: .document),
      basis: reward, rate: rule.share)
    if !missing.isEmpty { item.gap = "no figure of \(missing.joined(separator: ", "))" }
    if isExplained {
      item.steps =
        steps + [
          Explanation(
            "reached", .step, value: .money(item.amount),
            reason: "\(reward.grouped) × \(rule.share) × \(met) / \(rule.weights)")
        ]
    }
    let gap = item.gap
    item.gap = nil
    item = try component.limited(item, of: nil, target: nil)
    item.gap = gap
    return item
  }

  func months(
    _ measure: String, _ range: ClosedRange<Double>, _ place: Int
  ) throws(ValueError) -> PayItem {
    guard inputs.period.last.month == 12 else {
      return PayItem(note: "in the period that ends the year")
    }
    guard let pay = inputs.roster.reps[place].basePay else { return PayItem(gap: "no base pay") }
    guard let figure = inputs.figures[place]?[measure] else {
      return PayItem(gap: "no figure of \(measure)")
    }
    guard range.contains(figure), let rate = try? Rate(exactly: figure) else {
      throw ValueError(
        "incentive.figure",
        "\(measure) of \(inputs.roster.reps[place].name) is \(FieldValue.number(figure).display), "
          + "outside \(FieldValue.number(range.lowerBound).display)–"
          + FieldValue.number(range.upperBound).display,
        remedy: "give a number of months that the plan allows")
    }
    var item = PayItem(
      try pay.times(rate, rounding: plan.rounding, to: .document), basis: pay, rate: rate)
    if isExplained {
      item.steps = [
        Explanation("a month", .input, value: .money(pay)),
        Explanation(measure, .input, value: .number(figure)),
      ]
    }
    return item
  }

  /// - Throws: `money.overflow`.
  func draw(
    _ amount: Money, _ isRecoverable: Bool, _ keys: [String], _ place: Int
  ) throws(ValueError) -> PayItem {
    let (floor, pay) = (try monthly(amount, place).amount, try sum(of: keys, place))
    let open = inputs.advances[place] ?? .zero
    var item = PayItem(basis: floor)
    if pay < floor {
      item.amount = try floor.subtracting(pay)
      item.note = isRecoverable ? "an advance, to be given back" : "up to the guaranteed pay"
    } else if isRecoverable, open > .zero {
      item.amount = try min(open, pay.subtracting(floor)).negated()
      item.note = "gives back of advances of \(open.grouped)"
    }
    if isExplained {
      item.steps = [
        Explanation(keys.joined(separator: " + "), .input, value: .money(pay)),
        Explanation("guaranteed", .input, value: .money(floor)),
        Explanation("advances open", .input, value: .money(open)),
      ]
    }
    return item
  }
}
