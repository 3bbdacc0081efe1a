/// What is suggested, and what associations are worth telling.
/// - Source: PR9; `stdlib-lua/policy/suggestions.lua`.
public struct SuggestionPolicy {
  /// What counts as one basket.
  public enum Basket: String, CaseIterable, Sendable {
    case order
    case customer
  }

  public let name: String
  /// How many suggestions are given unless told otherwise.
  public let top: Int
  /// The share of customers whose suggestions should hit.
  public let goal: Double
  public let goalSource: String
  public let basket: Basket
  public let minimum: Association.Minimum
  /// As many baskets as are taken for seen before the first, see ``Associations/likelihood``.
  public let prior: Double
  public let associationSource: String
  /// Facts that are computed from a product's fields.
  public let derived: [(name: String, rule: any Rule)]
  public let rules: [SuggestionRule]

  /// Terms that a rule may offer.
  static let terms = ["agreement", "cash", "prepaid", "renewal_years", "vmi"]

  /// - Throws: ``PolicyError``.
  public init(decoding value: PolicyValue, compiler: any RuleCompiler) throws(PolicyError) {
    let root = try PolicyDecoder(value).table(
      keys: PolicyHeader.keys + ["top", "goal", "associations", "derive", "rules"])
    name = try PolicyHeader(root).name
    top = Int(try root["top"].integer(in: 1...1000))
    let goal = try root["goal"].table(keys: ["share", "source", "note"])
    self.goal = try goal["share"].number(in: 0...1)
    goalSource = try goal.source()
    let found = try root["associations"].table(
      keys: ["of", "count", "support", "confidence", "prior", "source", "note"])
    basket = try found["of"].oneOf(Basket.self)
    minimum = Association.Minimum(
      count: Int(try found["count"].integer(in: 1...1_000_000)),
      support: try found["support"].number(in: 0...1),
      confidence: try found["confidence"].number(in: 0...1))
    prior = try found["prior"].number(in: 0...1_000_000)
    associationSource = try found.source()
    var derived: [(name: String, rule: any Rule)] = []
    if let table = try root["derive"].ifPresent?.dictionary() {
      for name in table.keys {
        let rule = try table[name].rule(compiler, entity: Product.schema.entity, extra: [])
        derived.append((name, rule))
      }
    }
    self.derived = derived
    let facts = SuggestionFacts(derived.map(\.name))
    rules = try root["rules"].list { at throws(PolicyError) in
      try SuggestionRule(at, facts: facts)
    }
    try root["rules"].refuseDuplicates(rules.map(\.key))
  }
}

/// The names that rules may match products on.
struct SuggestionFacts {
  let fields: [Field]

  init(_ derived: [String]) {
    fields =
      Product.schema.entity.fields
      + derived.map { Field($0, .text, Label($0, $0), help: "Derived by the policy.") }
  }
}

extension SuggestionRule {
  init(_ at: PolicyDecoder, facts: SuggestionFacts) throws(PolicyError) {
    let table = try at.table(
      keys: [
        "key", "kind", "reason", "source", "pieces", "terms", "when", "offer", "same", "customer",
        "note",
      ])
    key = try table["key"].key()
    kind = try table["kind"].oneOf(Kind.self)
    reason = try table["reason"].label()
    source = try table.source()
    pieces = try table["pieces"].ifPresent?.integer(in: 1...1_000_000) ?? 1
    terms = try Self.terms(table["terms"])
    when = try Self.limits(table["when"], facts.fields)
    offer = try Self.limits(table["offer"], facts.fields)
    customer = try RecordCondition(table["customer"], of: Customer.schema.entity)
    let names = facts.fields.map(\.name)
    same =
      try table["same"].ifPresent?.list { at throws(PolicyError) in
        names.firstIndex(of: try at.choice(names)) ?? 0
      } ?? []
    guard terms.isEmpty != (offer.isEmpty && same.isEmpty) else {
      throw PolicyError(
        terms.isEmpty ? "policy.missing" : "policy.value", at: at.path,
        "wants either terms, or an offer of products",
        remedy: "as offer = { category = \"nut\" }, or terms = { agreement = \"framework_1y\" }")
    }
  }

  private static func limits(
    _ at: PolicyDecoder, _ fields: [Field]
  ) throws(PolicyError) -> [Limit] {
    guard at.isPresent else { return [] }
    let table = try at.table(keys: fields.map(\.name))
    var limits: [Limit] = []
    for name in table.keys {
      guard let place = fields.firstIndex(where: { $0.name == name }) else { continue }
      limits.append(
        Limit(place: place, bounds: try Bounds(reading: table[name], of: fields[place])))
    }
    return limits
  }

  private static func terms(
    _ at: PolicyDecoder
  ) throws(PolicyError) -> [(name: String, value: FieldValue)] {
    guard at.isPresent else { return [] }
    let table = try at.table(keys: SuggestionPolicy.terms)
    var terms: [(name: String, value: FieldValue)] = []
    for name in table.keys {
      let field = Quote.schema.entity.fields.first { $0.name == name }
      guard let value = table[name].value.fieldValue, let valid = try? field?.validated(value),
        !valid.isNull
      else { throw table[name].unexpected(field?.expectation ?? "a term") }
      terms.append((name, valid))
    }
    return terms
  }
}
