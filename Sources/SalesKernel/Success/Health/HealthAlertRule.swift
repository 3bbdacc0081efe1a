/// When a low health calls for somebody, and what is then done for the customer to recover.
/// - Source: CS1, AU2.
public struct HealthAlertRule: Hashable, Sendable {
  /// Who does a step.
  public enum Doer: String, CaseIterable, Sendable {
    /// The success manager of the customer; its owner where there is none.
    case csm
    case owner
  }

  /// One task of the recovery plan.
  public struct Step: Hashable, Sendable {
    public let key: String
    public let title: Label
    /// Days from the day of the alert.
    public let days: Int64
    public let by: Doer
    public let source: String
  }

  /// A score below it is low.
  public let below: Double
  /// A kind of the inbox policy.
  public let kind: String
  /// Levels of the customers of whom alerts are raised; empty for all.
  public let levels: [String]
  /// The most alerts that a sweep raises anew, the lowest scores first.
  public let limit: Int
  /// Kind of the tasks.
  public let task: String
  public let steps: [Step]
  public let source: String

  init(_ at: PolicyDecoder) throws(PolicyError) {
    let table = try at.table(keys: [
      "below", "kind", "levels", "limit", "task", "steps", "source", "note",
    ])
    below = try table["below"].number(in: HealthScale.points)
    kind = try table["kind"].key()
    levels = try table["levels"].words()
    limit = Int(try table["limit"].integer(in: 1...100_000))
    task = try table["task"].key()
    source = try table.source()
    steps = try table["steps"].filledList { at throws(PolicyError) in
      let step = try at.table(keys: ["key", "title", "days", "by", "source"])
      return Step(
        key: try step["key"].key(), title: try step["title"].label(),
        days: try step["days"].integer(in: 0...366), by: try step["by"].oneOf(Doer.self),
        source: try step.source())
    }
    try table["steps"].refuseDuplicates(steps.map(\.key))
  }

  /// Whether a customer of a level is one of those whom alerts are raised of.
  public func watches(_ level: String?) -> Bool {
    levels.isEmpty || level.map(levels.contains) ?? false
  }
}
