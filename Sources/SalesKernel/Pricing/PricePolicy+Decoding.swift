import Values

/// Price policies as their Lua tables say them.
extension PricePolicy {
  /// - Throws: ``PolicyError`` with the place in the table.
  public init(decoding value: PolicyValue, compiler: any RuleCompiler) throws(PolicyError) {
    let root = try PolicyDecoder(value).table(
      keys: PolicyHeader.keys + [
        "compose", "rounding", "largest_quantity", "steps", "regional_cost", "floors", "on_floor",
      ])
    let header = try PolicyHeader(root)
    self.name = header.name
    self.title = header.title
    self.source = header.source
    self.composition = try root["compose"].oneOf(Composition.self)
    self.roundings = try Self.roundings(root["rounding"])
    self.largestQuantity = try root["largest_quantity"].integer(in: 1...Self.mostPieces)
    self.steps = try root["steps"].filledList { at throws(PolicyError) in
      try PriceStep(at, compiler: compiler)
    }
    try root["steps"].refuseDuplicates(steps.map(\.name))
    if composition == .additive, steps.contains(where: { $0.ladder == .incremental }) {
      throw PolicyError(
        "policy.value", at: "policy.compose", "an incremental ladder composes sequentially only")
    }
    guard steps.count(where: { $0.ladder == .incremental }) <= 1 else {
      throw PolicyError(
        "policy.value", at: root["steps"].path, "has more than one incremental ladder",
        remedy: "the pieces can be weighted once: put the bands together")
    }
    self.regionalCost = try Self.regions(root["regional_cost"])
    self.floors =
      try root["floors"].ifPresent?.list { at throws(PolicyError) in
        try Floor(at, compiler: compiler)
      } ?? []
    try root["floors"].refuseDuplicates(floors.map(\.name))
    self.onFloor = floors.isEmpty ? .raise : try root["on_floor"].oneOf(OnFloor.self)
    self.hasRules =
      floors.contains { if case .computed = $0.least { true } else { false } }
      || steps.contains { step in
        step.rules.contains { rule in
          if case .computed = rule.effect { return true }
          return rule.condition.rule != nil || rule.condition.readsPrice
        }
      }
  }

  /// So that a million pieces at a million yuan still have an exact price.
  private static let mostPieces: Int64 = 1_000_000_000_000

  private static func roundings(_ at: PolicyDecoder) throws(PolicyError) -> [Stage: Rounding] {
    let table = try at.table(keys: Stage.allCases.map(\.rawValue))
    var all: [Stage: Rounding] = [:]
    for stage in Stage.allCases { all[stage] = try table[stage.rawValue].oneOf(Rounding.self) }
    return all
  }

  private static func regions(_ at: PolicyDecoder) throws(PolicyError) -> [String: RegionalCost] {
    var all: [String: RegionalCost] = [:]
    for at in try at.ifPresent?.list() ?? [] {
      let table = try at.table(keys: ["region", "factor", "source", "note"])
      let cost = RegionalCost(
        factor: try table["factor"].rate(upTo: nil), source: try table.source())
      guard all.updateValue(cost, forKey: try table["region"].text()) == nil else {
        throw PolicyError("policy.duplicate", at: at.path, "has a region that is there already")
      }
    }
    return all
  }
}

extension PriceStep {
  init(_ at: PolicyDecoder, compiler: any RuleCompiler) throws(PolicyError) {
    let table = try at.table(
      keys: ["name", "title", "source", "choose", "ladder", "rules", "apply", "note"])
    name = try table["name"].key()
    title = try table["title"].label()
    source = try table.source()
    ladder = try table["ladder"].ifPresent?.oneOf(Ladder.self)
    let step = name
    if let apply = table["apply"].ifPresent {
      let rule = try apply.rule(compiler, entity: PriceLine.schema.entity, extra: [])
      choice = .all
      rules = [
        PriceRule(
          name: step, label: title, source: source,
          condition: PriceCondition(limits: [], rule: nil), effect: .computed(rule), leadDays: nil)
      ]
    } else {
      choice = try table["choose"].oneOf(Choice.self)
      let standing = source
      rules = try table["rules"].filledList { at throws(PolicyError) in
        try PriceRule(at, step: step, source: standing, compiler: compiler)
      }
      try table["rules"].refuseDuplicates(rules.map(\.name))
    }
    bands = ladder == nil ? [] : try Self.bands(rules, at: table["rules"].path)
  }

  /// The rules of a ladder as bands without a gap from the first piece on.
  private static func bands(
    _ rules: [PriceRule], at path: String
  ) throws(PolicyError) -> [QuantityBand] {
    var bands: [QuantityBand] = []
    for (index, rule) in rules.enumerated() {
      let place = "\(path)[\(index + 1)]"
      guard let range = rule.condition.quantities, case .discount(let discount) = rule.effect else {
        throw PolicyError(
          "policy.value", at: place, "is no band of a ladder",
          remedy: "give when = { quantity = { from = …, below = … } } and discount = …")
      }
      let expected = bands.isEmpty ? 1 : bands[index - 1].end
      guard let expected else {
        throw PolicyError("policy.unreachable", at: place, "stands behind a band without an end")
      }
      guard range.start == expected else {
        throw PolicyError(
          range.start > expected ? "policy.gap" : "policy.overlap", at: place,
          "starts at \(range.start) pieces; the ladder stands at \(expected)",
          remedy: "write from = \(expected)")
      }
      guard range.end.map({ $0 > range.start }) ?? true else {
        throw PolicyError("policy.unreachable", at: place, "holds no quantity")
      }
      bands.append(QuantityBand(start: range.start, end: range.end, discount: discount))
    }
    if let last = bands.last, let end = last.end {
      throw PolicyError(
        "policy.gap", at: path, "ends at \(end) pieces", remedy: "leave the last band open")
    }
    return bands
  }
}

extension PriceRule {
  init(
    _ at: PolicyDecoder, step: String, source standing: String, compiler: any RuleCompiler
  ) throws(PolicyError) {
    let table = try at.table(
      keys: ["key", "label", "source", "when", "discount", "price", "apply", "lead", "note"])
    let key = try table["key"].key()
    name = "\(step).\(key)"
    label = try table["label"].ifPresent?.label() ?? Label(key, key)
    source = try table["source"].ifPresent?.text() ?? standing
    condition = try PriceCondition(table["when"], compiler: compiler)
    leadDays = try table["lead"].ifPresent.map { at throws(PolicyError) in
      try at.duration().milliseconds / Span.millisecondsPerDay
    }
    let given = ["discount", "price", "apply"].filter { table[$0].isPresent }
    guard let kind = given.first, given.count == 1 else {
      throw PolicyError(
        given.isEmpty ? "policy.missing" : "policy.value", at: at.path,
        "wants one of discount, price and apply")
    }
    let effect = table[kind]
    switch (kind, effect.value) {
    case ("discount", .integer), ("discount", .number):
      self.effect = .discount(try effect.rate(upTo: 1))
    case ("price", .money(let money)):
      guard money.units >= 0 else {
        throw PolicyError("policy.value", at: effect.path, "\(money) is below zero")
      }
      self.effect = .price(money)
    default:
      self.effect = .computed(
        try effect.rule(compiler, entity: PriceLine.schema.entity, extra: []))
    }
  }
}

extension PricePolicy.Floor {
  init(_ at: PolicyDecoder, compiler: any RuleCompiler) throws(PolicyError) {
    let table = try at.table(keys: ["key", "label", "source", "margin", "price", "note"])
    name = "floor.\(try table["key"].key())"
    source = try table.source()
    if let margin = table["margin"].ifPresent {
      guard !table["price"].isPresent else {
        throw PolicyError("policy.value", at: at.path, "has both a margin and a price")
      }
      let rate = try margin.rate(upTo: 1)
      guard rate < .one else {
        throw PolicyError("policy.value", at: margin.path, "no price leaves a margin of 1")
      }
      least = .margin(rate)
    } else {
      least = try Self.least(table["price"], compiler: compiler)
    }
  }

  /// A money field's name is read as such, without the script.
  private static func least(
    _ at: PolicyDecoder, compiler: any RuleCompiler
  ) throws(PolicyError) -> Least {
    let entity = PriceLine.schema.entity
    if case .money(let money) = at.value { return .fixed(money) }
    if case .text(let name) = at.value, let slot = entity.slot(of: name),
      entity.fields[slot].type == .money
    {
      return .field(slot: slot)
    }
    return .computed(try at.rule(compiler, entity: entity, extra: []))
  }
}

extension PriceCondition {
  /// The half-open range of pieces that it asks, where it asks nothing else.
  var quantities: (start: Int64, end: Int64?)? {
    guard rule == nil, limits.count == 1, let limit = limits.first,
      limit.slot == PriceLine.schema.entity.slot(of: "quantity"), limit.bounds.choices.isEmpty
    else { return nil }
    var start: Int64 = 1
    var end: Int64?
    if let lower = limit.bounds.lower {
      guard case .integer(let value) = lower.value, value < .max else { return nil }
      start = lower.isIncluded ? value : value + 1
    }
    if let upper = limit.bounds.upper {
      guard case .integer(let value) = upper.value, value < .max else { return nil }
      end = upper.isIncluded ? value + 1 : value
    }
    return (start, end)
  }

  var readsPrice: Bool {
    let price = PriceLine.schema.entity.slot(of: "price")
    return limits.contains { $0.slot == price }
  }
}

extension PolicyDecoder {
  /// One of the words of a closed list.
  func oneOf<Word: CaseIterable & RawRepresentable>(
    _ type: Word.Type
  ) throws(PolicyError) -> Word where Word.RawValue == String {
    let word = try choice(Word.allCases.map(\.rawValue))
    guard let value = Word(rawValue: word) else { throw unexpected("a word of the list") }
    return value
  }

  /// An exact rate from zero.
  func rate(upTo most: Int64?) throws(PolicyError) -> Rate {
    let number = try number(in: 0...(most.map(Double.init) ?? 1_000_000))
    do {
      return try Rate(exactly: number)
    } catch {
      throw PolicyError("policy.value", at: path, "\(error.message)", remedy: error.remedy)
    }
  }

  /// A word that stands in rule names and waterfalls: letters, digits and underscores.
  func key() throws(PolicyError) -> String {
    let word = try text()
    let isPlain = word.utf8.allSatisfy {
      $0 == 95 || (48...57).contains($0) || (97...122).contains($0)
    }
    guard isPlain else {
      throw PolicyError(
        "policy.value", at: path, "\"\(word)\" is no key",
        remedy: "use lower-case letters, digits and underscores")
    }
    return word
  }
}
