import Values

/// Who must decide on a quote, in which order.
/// - Source: PR7, FU8; roles and thresholds are the policy's.
public struct ApprovalPolicy {
  public struct Stage {
    public let key: String
    /// Stages of one step stand side by side; a step waits for those before it.
    public let step: Int64
    public let role: String
    public let source: String
    /// The fields of a case that it looks at.
    public let covers: [String]
    /// The deepest discount that its role may give; nil where the policy does not say.
    public let limit: Rate?
    let when: (any Rule)?

    /// What of a case the stage looks at, as one text.
    public func facts(of item: ApprovalCase) -> String {
      covers.compactMap { name in
        ApprovalCase.schema.entity.slot(of: name).map {
          "\(name)=\(ApprovalCase.schema.value(of: item, slot: $0).text)"
        }
      }.joined(separator: ";")
    }

    /// The condition as its author wrote it.
    public var condition: String { when?.text ?? "always" }

    /// Whether its role may give the discount; nil where the policy does not say.
    public func allows(_ discount: Double) -> Bool? { limit.map { discount <= $0.double } }
  }

  public let name: String
  public let title: Label
  public let source: String
  public let stages: [Stage]

  public var roles: [String] { stages.map(\.role) }

  /// - Throws: ``PolicyError``.
  public init(decoding value: PolicyValue, compiler: any RuleCompiler) throws(PolicyError) {
    let root = try PolicyDecoder(value).table(keys: PolicyHeader.keys + ["stages"])
    let header = try PolicyHeader(root)
    (name, title, source) = (header.name, header.title, header.source)
    let entity = ApprovalCase.schema.entity
    stages = try root["stages"].filledList { at throws(PolicyError) in
      let table = try at.table(
        keys: ["key", "step", "role", "source", "covers", "when", "limit", "note"])
      let covers = try table["covers"].list { at throws(PolicyError) in
        try at.choice(entity.fields.map(\.name))
      }
      return Stage(
        key: try table["key"].key(), step: try table["step"].integer(in: 1...1000),
        role: try table["role"].text(), source: try table.source(), covers: covers,
        limit: try table["limit"].ifPresent?.rate(upTo: 1),
        when: try table["when"].ifPresent?.rule(compiler, entity: entity, extra: []))
    }
    try root["stages"].refuseDuplicates(stages.map(\.key))
  }

  /// Whether each stage is needed, in the policy's order.
  /// - Throws: `approval.rule` where a condition gives no truth value.
  public func chain(for item: ApprovalCase) throws -> [(stage: Stage, isNeeded: Bool)] {
    try stages.map { ($0, try needs($0, item)) }
  }

  private func needs(_ stage: Stage, _ item: ApprovalCase) throws -> Bool {
    guard let when = stage.when else { return true }
    guard case .bool(let holds) = try when.evaluate(item.reader) else {
      throw noTruth(stage, when)
    }
    return holds
  }

  /// The largest discount, in steps of a hundredth of a percent, up to which nobody must decide who
  /// need not at no discount at all.
  ///
  /// Complexity: O(discount in hundredths of a percent × stages).
  /// - Throws: what ``chain(for:)`` throws.
  public func largestDiscount(for item: ApprovalCase) throws -> Double {
    var trial = item
    func needed(_ points: Int) throws -> [String] {
      trial.discount = Double(points) / 10_000
      return try chain(for: trial).filter(\.isNeeded).map(\.stage.key)
    }
    let free = Set(try needed(0))
    var points = 0
    while points < 10_000, try Set(needed(points + 1)).isSubset(of: free) { points += 1 }
    return Double(points) / 10_000
  }
}
