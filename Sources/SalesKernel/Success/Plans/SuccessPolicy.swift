import Values

/// How customers are kept successful: plans, hand-overs, renewals, reviews.
/// - Source: CS3–CS6; `stdlib-lua/policy/success.lua`.
public struct SuccessPolicy {
  /// What milestones measure.
  public struct Metric: Sendable {
    public let key: String
    public let title: Label
    public let unit: String
    public let source: String
  }

  /// A milestone that a plan has where the call names none.
  public struct Template: Sendable {
    public let title: Label
    public let metric: String
    public let target: Double
    /// Days from the plan's begin.
    public let days: Int
    public let source: String
  }

  /// Hand-over from sales to success.
  public struct HandOver: Sendable {
    public let list: TaskList
    /// The item that ends it, done only once all others are.
    public let closing: String
    public let source: String
  }

  /// The success manager's coming in before delivery.
  public struct Joining: Sendable {
    public let list: TaskList
    /// Days before the first item is due that its tasks are opened.
    public let aheadDays: Int
    public let source: String
  }

  public let header: PolicyHeader
  public let number: DocumentNumber
  public let steps: PlanSteps
  public let metrics: [Metric]
  public let template: [Template]
  public let handOver: HandOver
  public let joining: Joining
  /// The weekly meeting of sales, technical and success.
  public let triangle: TaskList
  public let renewal: RenewalRules
  public let reviews: ReviewRules

  /// - Throws: ``PolicyError``.
  public init(decoding value: PolicyValue, compiler: any RuleCompiler) throws(PolicyError) {
    let root = try PolicyDecoder(value).table(
      keys: PolicyHeader.keys + DocumentNumber.keys + [
        "steps", "metrics", "template", "hand_over", "joining", "triangle", "renewal", "reviews",
      ])
    header = try PolicyHeader(root)
    number = try DocumentNumber(root)
    steps = try PlanSteps(root["steps"], compiler: compiler)
    metrics = try root["metrics"].filledList { at throws(PolicyError) in
      let table = try at.table(keys: ["key", "title", "unit", "source"])
      return Metric(
        key: try table["key"].key(), title: try table["title"].label(),
        unit: try table["unit"].text(), source: try table.source())
    }
    let words = metrics.map(\.key)
    try root["metrics"].refuseDuplicates(words)
    template = try root["template"].list { at throws(PolicyError) in
      let table = try at.table(keys: ["title", "metric", "target", "days", "source"])
      return Template(
        title: try table["title"].label(), metric: try table["metric"].choice(words),
        target: try table["target"].number(), days: Int(try table["days"].integer(in: 0...3660)),
        source: try table.source())
    }
    handOver = try HandOver(root["hand_over"])
    joining = try Joining(root["joining"])
    triangle = try TaskList(root["triangle"])
    renewal = try RenewalRules(root["renewal"])
    reviews = try ReviewRules(root["reviews"])
  }

  /// - Throws: `success.metric` with the nearest word.
  public func requireMetric(_ word: String) throws(ValidationError) {
    guard metrics.contains(where: { $0.key == word }) else {
      throw ValidationError(
        "success.metric", "there is no metric \"\(word.excerpt)\"",
        remedy: Suggestion.sentence(for: word, among: metrics.map(\.key)), field: "metric")
    }
  }
}

extension SuccessPolicy.HandOver {
  fileprivate init(_ at: PolicyDecoder) throws(PolicyError) {
    let table = try at.table(keys: ["list", "closing", "source"])
    list = try TaskList(table["list"])
    closing = try table["closing"].choice(list.items.map(\.key))
    source = try table.source()
  }
}

extension SuccessPolicy.Joining {
  fileprivate init(_ at: PolicyDecoder) throws(PolicyError) {
    let table = try at.table(keys: ["list", "ahead_days", "source"])
    list = try TaskList(table["list"])
    aheadDays = Int(try table["ahead_days"].integer(in: 0...3660))
    source = try table.source()
  }
}
