import Values

/// Components as their policy writes them.
extension PayComponent {
  private static let keys = [
    "key", "title", "kind", "roles", "threshold", "cap", "held", "source", "note",
  ]

  /// What each kind is called, and which keys it has of its own.
  private static let kinds: [(word: String, keys: [String])] = [
    ("base", []),
    ("commission", ["rate", "bands", "style", "on", "scope", "deals"]),
    ("bonus", ["amount", "share_of_pay", "of", "upto"]),
    ("pool", ["rate", "deals"]),
    ("mentor", ["rate", "of"]),
    ("behaviour", ["rate", "of", "measures"]),
    ("cut", ["rate", "of", "deals"]),
    ("months", ["measure", "from", "upto"]),
    ("awards", []),
    ("draw", ["amount", "recoverable", "of"]),
  ]

  /// - Throws: ``PolicyError`` with the place in the table.
  init(_ at: PolicyDecoder) throws(PolicyError) {
    let word = try at.table(keys: Self.keys + Self.kinds.flatMap(\.keys))["kind"].choice(
      Self.kinds.map(\.word))
    let own = Self.kinds.first { $0.word == word }?.keys ?? []
    let table = try at.table(keys: Self.keys + own)
    key = try table["key"].key()
    title = try table["title"].label()
    kind = try Self.kind(word, table)
    roles = try table["roles"].ifPresent?.words() ?? []
    threshold = try table["threshold"].ifPresent.map { at throws(PolicyError) in
      if case .money = at.value { return .amount(try at.amountFromZero()) }
      return .attainment(try at.rate(upTo: 1000))
    }
    cap = try table["cap"].ifPresent?.amountFromZero()
    isHeld = try table["held"].ifPresent?.bool() ?? false
    source = try table.source()
  }

  private static func kind(_ word: String, _ table: PolicyTable) throws(PolicyError) -> Kind {
    switch word {
    case "commission":
      return .commission(
        try PayBands(table), try table["scope"].ifPresent?.oneOf(Scope.self) ?? .own,
        try deals(table, .all))
    case "bonus": return .bonus(try BonusRule(table))
    case "pool": return .pool(try table["rate"].rate(upTo: 1), try deals(table, .landmark))
    case "mentor":
      return .mentor(try table["rate"].rate(upTo: 1), of: try components(table))
    case "behaviour": return .behaviour(try BehaviourRule(table))
    case "cut":
      return .cut(
        try table["rate"].rate(upTo: 1), try deals(table, .outside), of: try components(table))
    case "months":
      let measure = try table["measure"].key()
      let from = try table["from"].number(in: 0...120)
      return .months(
        measure: measure, from: from, upto: try table["upto"].number(in: from...120))
    case "awards": return .awards
    case "draw":
      return .draw(
        try table["amount"].amountFromZero(),
        isRecoverable: try table["recoverable"].ifPresent?.bool() ?? true,
        of: try components(table))
    default: return .base
    }
  }

  private static func deals(
    _ table: PolicyTable, _ standing: Deals
  ) throws(PolicyError) -> Deals {
    try table["deals"].ifPresent?.oneOf(Deals.self) ?? standing
  }

  /// Keys of other components.
  static func components(_ table: PolicyTable) throws(PolicyError) -> [String] {
    let keys = try table["of"].words()
    guard !keys.isEmpty else {
      throw PolicyError("policy.missing", at: table["of"].path, "is empty")
    }
    return keys
  }
}

extension BonusRule {
  init(_ table: PolicyTable) throws(PolicyError) {
    let (amount, share) = (table["amount"], table["share_of_pay"])
    guard amount.isPresent != share.isPresent else {
      throw PolicyError("policy.value", at: table.path, "wants one of amount and share_of_pay")
    }
    if amount.isPresent {
      size = .amount(try amount.amountFromZero())
      of = []
    } else {
      let rate = try share.rate(upTo: 1)
      guard rate < .one else {
        throw PolicyError("policy.value", at: share.path, "\(rate) leaves nothing for the base")
      }
      size = .shareOfPay(rate)
      of = try PayComponent.components(table)
    }
    upto = try table["upto"].ifPresent?.rate(upTo: 1000) ?? .one
  }
}

extension BehaviourRule {
  init(_ table: PolicyTable) throws(PolicyError) {
    share = try table["rate"].rate(upTo: 1)
    of = try PayComponent.components(table)
    let measures = try table["measures"].filledList { at throws(PolicyError) in
      let measure = try at.table(keys: ["key", "goal", "weight", "note"])
      return Measure(
        key: try measure["key"].key(), goal: try measure["goal"].number(),
        weight: try measure["weight"].ifPresent?.integer(in: 0...100) ?? 0)
    }
    try table["measures"].refuseDuplicates(measures.map(\.key))
    let weights = measures.reduce(0) { $0 + $1.weight }
    guard weights == 0 || weights == 100 else {
      throw PolicyError(
        "policy.value", at: table["measures"].path, "the weights sum to \(weights), not 100",
        remedy: "let them sum to 100, or leave all of them out to let them count alike")
    }
    self.measures =
      weights == 100
      ? measures : measures.map { Measure(key: $0.key, goal: $0.goal, weight: 1) }
  }
}

extension PolicyDecoder {
  /// An amount of zero or more, at most 10,000亿.
  func amountFromZero() throws(PolicyError) -> Money {
    let money = try self.money()
    guard money >= .zero, money.units <= 10_000_000_000_000_000 else {
      throw PolicyError(
        "policy.value", at: path, "\(money.grouped) is outside 0–1,000,000,000,000")
    }
    return money
  }
}
