import Values

/// How far a customer has come with us: the steps of the value ladder, and what each asks for.
///
/// A customer stands on the highest step of those whose rules hold for it and for all steps below.
/// - Source: CS8; `stdlib-lua/policy/ladder.lua`.
public struct LadderPolicy {
  public struct Requirement {
    public let title: Label
    public let source: String
    let rule: any Rule
  }

  public struct Step {
    public let key: String
    public let title: Label
    public let requirements: [Requirement]
    public let source: String
  }

  /// What rules read beside a customer's fields, before the metrics that the policy names.
  public enum Fact: String, CaseIterable, Sendable {
    /// Orders in the policy's months.
    case orders
    /// Days since the first order.
    case days
    /// Contracts that hold.
    case contracts
    /// Open success plans.
    case plans
    /// Reviews held in the months.
    case reviews
    /// Customers that it brought, ever.
    case referred
  }

  public let header: PolicyHeader
  public let months: Int
  /// Readings whose latest value of the months is a fact of that name; 0 where there is none.
  public let metrics: [String]
  /// From the lowest.
  public let steps: [Step]

  /// Names of the facts, in the order of their values.
  public var facts: [String] { Fact.allCases.map(\.rawValue) + metrics }

  /// - Throws: ``PolicyError``.
  public init(decoding value: PolicyValue, compiler: any RuleCompiler) throws(PolicyError) {
    let root = try PolicyDecoder(value).table(
      keys: PolicyHeader.keys + ["months", "metrics", "steps"])
    header = try PolicyHeader(root)
    months = Int(try root["months"].integer(in: 1...120))
    let metrics = try root["metrics"].list { at throws(PolicyError) in try at.key() }
    let entity = Customer.schema.entity
    let facts = Fact.allCases.map(\.rawValue) + metrics
    try root["metrics"].refuseDuplicates(entity.fields.map(\.name) + facts)
    self.metrics = metrics
    steps = try root["steps"].filledList { at throws(PolicyError) in
      let table = try at.table(keys: ["key", "title", "rules", "source"])
      return Step(
        key: try table["key"].key(), title: try table["title"].label(),
        requirements: try table["rules"].filledList { at throws(PolicyError) in
          let rule = try at.table(keys: ["that", "title", "source"])
          return Requirement(
            title: try rule["title"].label(), source: try rule.source(),
            rule: try rule["that"].rule(compiler, entity: entity, extra: facts))
        }, source: try table.source())
    }
    try root["steps"].refuseDuplicates(steps.map(\.key))
  }

  /// The step that a customer stands on; nil for one that is on none.
  /// - Throws: what a rule throws.
  public func step(of customer: CustomerWithFacts) throws -> Step? {
    try steps.prefix { step in
      try step.requirements.allSatisfy { try $0.rule.evaluate(customer).isTrue }
    }.last
  }

  /// The whole ladder with what holds; what the next step lacks comes with its reason.
  /// - Throws: what a rule throws.
  public func explain(_ customer: CustomerWithFacts) throws -> Explanation {
    let stands = try step(of: customer)
    return Explanation(
      "ladder", .step, value: stands.map { .text($0.key) } ?? .null, source: header.source,
      children: try steps.map { step in
        let rules = try step.requirements.map { requirement in
          let trace = try requirement.rule.trace(customer)
          return Explanation(
            requirement.rule.text, trace.value.isTrue ? .matched : .notMatched,
            reason: "\(requirement.title.en) · \(requirement.title.zh)",
            source: requirement.source,
            children: trace.inputs.filter { isRead($0.field, by: requirement.rule) }.map {
              Explanation($0.field, .input, value: $0.value)
            })
        }
        let holds = rules.allSatisfy { $0.outcome == .matched }
        return Explanation(
          step.key, holds ? .matched : .notMatched,
          reason: "\(step.title.en) · \(step.title.zh)", source: step.source, children: rules)
      })
  }

  /// Whether a rule's text names an input: facts come with every trace, whether or not they are read.
  private func isRead(_ name: String, by rule: any Rule) -> Bool {
    !facts.contains(name)
      || rule.text.split { !($0.isLetter || $0.isNumber || $0 == "_") }.contains { $0 == name }
  }

  /// What the step above asks for and the customer does not have; empty on the highest.
  /// - Throws: what a rule throws.
  public func lacking(_ customer: CustomerWithFacts) throws -> [(step: Step, Requirement)] {
    let stands = try step(of: customer)
    let next =
      stands.flatMap { step in steps.firstIndex { $0.key == step.key } }.map { $0 + 1 } ?? 0
    guard next < steps.count else { return [] }
    return try steps[next].requirements.filter { try !$0.rule.evaluate(customer).isTrue }
      .map { (steps[next], $0) }
  }
}

/// A customer with numbers that rules read behind its fields.
public struct CustomerWithFacts: RecordReader {
  private let base: any RecordReader
  private let facts: [Double]

  public init(_ base: any RecordReader, _ facts: [Double]) {
    (self.base, self.facts) = (base, facts)
  }

  public var entity: Entity { base.entity }
  public var id: Int64 { base.id }

  public func value(at slot: Int) throws -> FieldValue {
    let fact = slot - base.entity.fields.count
    guard facts.indices.contains(fact) else { return try base.value(at: slot) }
    return Int64(exactly: facts[fact]).map(FieldValue.integer) ?? .number(facts[fact])
  }
}
