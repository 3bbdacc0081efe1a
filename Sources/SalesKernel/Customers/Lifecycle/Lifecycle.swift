/// The stages of a customer's life, how facts decide them, and what each is to achieve.
///
/// Stages are a ``TieringPolicy`` over the customer's facts, so they assign and explain as levels
/// do.
/// - Source: CU12; `stdlib-lua/policy/lifecycle.lua`.
public struct Lifecycle {
  public struct Target: Hashable, Sendable {
    public let name: String
    /// Code of the stage that the target is for.
    public let stage: String
    public let label: Label
    /// A share, 0–1, unless `unit` says otherwise.
    public let value: Double
    public let unit: String?
    public let source: String
  }

  public let header: PolicyHeader
  public let stages: TieringPolicy
  public let targets: [Target]
  /// How targets are measured, by name; those that are not measured are not there.
  public let measures: [String: LifecycleMeasure]

  /// - Throws: ``PolicyError``.
  public init(
    decoding value: PolicyValue, entity: Entity, compiler: any RuleCompiler
  ) throws(PolicyError) {
    let table = try PolicyDecoder(value).table(keys: PolicyHeader.keys + ["stages", "targets"])
    self.header = try PolicyHeader(table)
    let stages = try TieringDecoder.decode(table["stages"], entity: entity, compiler: compiler)
    if let finding = stages.findings.first { throw finding }
    self.stages = stages
    let codes = stages.outcomes.map(\.code)
    var measures: [String: LifecycleMeasure] = [:]
    var targets: [Target] = []
    for at in try table["targets"].list() {
      let entry = try at.table(keys: [
        "name", "stage", "label", "value", "unit", "source", "note", "measure",
      ])
      let target = Target(
        name: try entry["name"].text(), stage: try entry["stage"].choice(codes),
        label: try entry["label"].label(), value: try entry["value"].number(),
        unit: try entry["unit"].ifPresent?.text(), source: try entry.source())
      targets.append(target)
      if let at = entry["measure"].ifPresent {
        measures[target.name] = try LifecycleMeasure(at, entity: entity, compiler: compiler)
      }
    }
    (self.targets, self.measures) = (targets, measures)
    try table["targets"].refuseDuplicates(targets.map(\.name))
  }
}
