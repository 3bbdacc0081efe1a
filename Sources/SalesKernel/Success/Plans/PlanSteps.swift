import Values

/// The steps that a success plan goes through, and what each asks of the plan.
/// - Source: CS3.
public struct PlanSteps {
  public struct Need {
    public let title: Label
    public let source: String
    let rule: any Rule
  }

  public struct Step {
    public let key: String
    public let title: Label
    /// Steps that may follow.
    public let next: [String]
    public let needs: [Need]
    public let source: String
  }

  /// What needs read beside a plan's fields: its milestones, and those with a target and a day.
  public static let facts = ["milestones", "measured"]

  public let steps: [Step]

  /// - Throws: ``PolicyError``.
  init(_ at: PolicyDecoder, compiler: any RuleCompiler) throws(PolicyError) {
    let entity = SuccessPlan.schema.entity
    let steps = try at.filledList { at throws(PolicyError) in
      let table = try at.table(keys: ["key", "title", "next", "needs", "source"])
      return Step(
        key: try table["key"].key(), title: try table["title"].label(),
        next: try table["next"].words(),
        needs: try table["needs"].list { at throws(PolicyError) in
          let need = try at.table(keys: ["that", "title", "source"])
          return Need(
            title: try need["title"].label(), source: try need.source(),
            rule: try need["that"].rule(compiler, entity: entity, extra: Self.facts))
        }, source: try table.source())
    }
    try at.refuseDuplicates(steps.map(\.key))
    for (index, step) in steps.enumerated() {
      for word in step.next {
        _ = try PolicyDecoder(.text(word), at: "\(at.path)[\(index + 1)].next").choice(
          steps.map(\.key))
      }
    }
    self.steps = steps
  }

  /// Where plans begin.
  public var first: Step { steps[0] }

  /// - Throws: `success.step` with the nearest word.
  public func step(_ key: String) throws(ValidationError) -> Step {
    if let step = steps.first(where: { $0.key == key }) { return step }
    throw ValidationError(
      "success.step", "there is no step \"\(key.excerpt)\"",
      remedy: Suggestion.sentence(for: key, among: steps.map(\.key)), field: "step")
  }

  /// What a plan lacks for a step.
  /// - Throws: what a rule throws.
  public func missing(for step: Step, _ plan: PlanCase) throws -> [Need] {
    try step.needs.filter { try !$0.rule.evaluate(plan).isTrue }
  }

  /// - Throws: `success.step` where the plan's step does not lead there, `success.needs` with what it
  ///   lacks; what a rule throws.
  public func requireMove(_ plan: PlanCase, code: String, to key: String) throws -> Step {
    let target = try step(key)
    let current = try step(plan.plan.step)
    guard current.next.contains(key) else {
      throw ValidationError(
        "success.step", "plan \(code) is at \(current.key) and cannot go to \(key)",
        remedy: current.next.isEmpty
          ? "\(current.key) is the last step"
          : "it can go to \(current.next.joined(separator: ", "))",
        field: "step")
    }
    let missing = try missing(for: target, plan)
    guard missing.isEmpty else {
      throw ValidationError(
        "success.needs",
        "plan \(code) is not ready for \(key): " + missing.map(\.title.en).joined(separator: "; "),
        remedy: "fill it in first", field: "step")
    }
    return target
  }
}

/// A success plan with what steps ask beside its fields.
public struct PlanCase: RecordReader {
  public let plan: SuccessPlan
  private let milestones: Int
  private let measured: Int

  public init(_ plan: SuccessPlan, _ milestones: [SuccessMilestone]) {
    self.plan = plan
    self.milestones = milestones.count
    measured = milestones.count { $0.metric != nil && $0.target != nil && $0.dueOn != nil }
  }

  public var entity: Entity { SuccessPlan.schema.entity }
  public var id: Int64 { plan.id }

  public func value(at slot: Int) throws -> FieldValue {
    switch slot - entity.fields.count {
    case 0: .integer(Int64(milestones))
    case 1: .integer(Int64(measured))
    default: SuccessPlan.schema.value(of: plan, slot: slot)
    }
  }
}
