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
  }

  public let name: String
  public let source: String
  public let stages: [Stage]

  public var roles: [String] { stages.map(\.role) }

  /// - Throws: ``PolicyError``.
  public init(decoding value: PolicyValue, compiler: any RuleCompiler) throws(PolicyError) {
    let root = try PolicyDecoder(value).table(keys: PolicyHeader.keys + ["stages"])
    let header = try PolicyHeader(root)
    (name, source) = (header.name, header.source)
    let entity = ApprovalCase.schema.entity
    stages = try root["stages"].filledList { at throws(PolicyError) in
      let table = try at.table(
        keys: ["key", "step", "role", "source", "covers", "when", "note"])
      let covers = try table["covers"].list { at throws(PolicyError) in
        try at.choice(entity.fields.map(\.name))
      }
      return Stage(
        key: try table["key"].key(), step: try table["step"].integer(in: 1...1000),
        role: try table["role"].text(), source: try table.source(), covers: covers,
        when: try table["when"].ifPresent?.rule(compiler, entity: entity, extra: []))
    }
    try root["stages"].refuseDuplicates(stages.map(\.key))
  }

  /// Whether each stage is needed, in the policy's order.
  /// - Throws: `approval.rule` where a condition gives no truth value.
  public func chain(for item: ApprovalCase) throws -> [(stage: Stage, isNeeded: Bool)] {
    try stages.map { stage in
      guard let when = stage.when else { return (stage, true) }
      guard case .bool(let holds) = try when.evaluate(item.reader) else {
        throw noTruth(stage, when)
      }
      return (stage, holds)
    }
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
