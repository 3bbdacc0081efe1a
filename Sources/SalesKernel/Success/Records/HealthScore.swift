import Values

/// How healthy a customer was on a day, by a model.
/// - Source: CS1.
public struct HealthScore: SalesRecord, Hashable {
  public var id: Int64
  public var customer: Int64
  public var model: String
  public var scoredOn: Day
  public var score: Double
  public var band: String?
  public var factors: String?
  public var change: Double?

  public init(id: Int64 = 0, customer: Int64, model: String, scoredOn: Day, score: Double) {
    self.id = id
    self.customer = customer
    self.model = model
    self.scoredOn = scoredOn
    self.score = score
  }

  public static func blank(id: Int64) -> HealthScore {
    HealthScore(id: id, customer: 0, model: "", scoredOn: .first, score: 0)
  }

  public static let schema = Schema<HealthScore>(
    "health_scores", singular: "health_score", label: Label("health scores", "健康度记录"),
    help: "The history of health: what a model said of a customer on a day.",
    ledger: Ledger(correctedBy: "health.sweep{} scores again", editable: []),
    columns: [
      Column(
        "customer", \.customer, .reference("customers"), Label("customer", "客户"),
        help: "Who was scored.", required: true),
      Column(
        "model", \.model, .text, Label("model", "模型"),
        help: "Policy that scored.", source: "CS1", required: true),
      Column(
        "scored_on", \.scoredOn, .day, Label("scored on", "评分日期"),
        help: "Day that it is of.", required: true),
      Column(
        "score", \.score, .number, Label("score", "评分"),
        help: "0–100.", source: "CS1", required: true, bounds: .between(0, 100)),
      Column(
        "band", \.band, .text, Label("band", "档位"),
        help: "A word of the model, as at_risk.", source: "CS1"),
      Column(
        "factors", \.factors, .text, Label("factors", "因子"),
        help: "What each factor gave, points x weight, as orders 75x30; ~ is a substitute."),
      Column(
        "change", \.change, .number, Label("change", "变化"),
        help: "Points against the score before."),
    ])
}
