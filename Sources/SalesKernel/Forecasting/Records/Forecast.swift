import Values

/// What was forecast on a day, kept as it was: the head of its points.
/// - Source: FC4 (every forecast is snapshotted).
public struct Forecast: SalesRecord, Hashable {
  public var id: Int64
  public var code: String?
  public var name: String
  public var region: String?
  public var rep: Int64?
  public var product: Int64?
  public var method: String
  public var parameters: String?
  public var asOf: Day
  public var grain: Grain
  public var horizon: Int64
  public var level: Double
  public var modelShare: Double
  public var takenAt: Instant
  public var takenBy: String?
  public var note: String?

  public init(
    id: Int64 = 0, name: String, method: String, asOf: Day, grain: Grain, horizon: Int64,
    level: Double, modelShare: Double, takenAt: Instant
  ) {
    self.id = id
    self.name = name
    self.method = method
    self.asOf = asOf
    self.grain = grain
    self.horizon = horizon
    self.level = level
    self.modelShare = modelShare
    self.takenAt = takenAt
  }

  public static func blank(id: Int64) -> Forecast {
    Forecast(
      id: id, name: "", method: "", asOf: .first, grain: .month, horizon: 1, level: 0.5,
      modelShare: 1, takenAt: .first)
  }

  /// Whose sales it forecasts.
  public var scope: ForecastScope { ForecastScope(region: region, rep: rep, product: product) }

  public static let schema = Schema<Forecast>(
    "forecasts", singular: "forecast", label: Label("forecasts", "销售预测"),
    help: "Forecasts as they were made: what, whose, by which method, as of which day.",
    ledger: Ledger(correctedBy: "forecast.save(…) takes a new snapshot", editable: ["note"]),
    columns: [
      Column(
        "code", \.code, .text, Label("forecast number", "预测编号"), help: "As FC-00000012.",
        unique: true),
      Column(
        "name", \.name, .text, Label("name", "名称"),
        help: "What is forecast, as orders.amount.", source: "FC4", required: true),
      Column("region", \.region, .text, Label("region", "区域"), help: "Of its customers only."),
      Column(
        "rep", \.rep, .reference("reps"), Label("rep", "销售人员"), help: "Of this rep only."),
      Column(
        "product", \.product, .reference("products"), Label("product", "产品"),
        help: "Of this product only."),
      Column(
        "method", \.method, .text, Label("method", "预测方法"), help: "As holt_winters_additive.",
        source: "FC1", required: true),
      Column(
        "parameters", \.parameters, .text, Label("parameters", "参数"),
        help: "What the method went by, as alpha = 0.3."),
      Column(
        "as_of", \.asOf, .day, Label("as of", "截止日"), help: "Nothing later was looked at.",
        required: true),
      Column(
        "grain", \.grain, Grain.fieldType, Label("period length", "期间长度"),
        help: "How long a period is.", source: "FC3", required: true),
      Column(
        "horizon", \.horizon, .integer, Label("horizon", "预测期数"), help: "Steps ahead.",
        unit: "periods", required: true),
      Column(
        "level", \.level, .number, Label("interval level", "区间概率"),
        help: "Share of futures that the interval is meant to hold.", required: true,
        bounds: .between(0, 1)),
      Column(
        "model_share", \.modelShare, .number, Label("share of the model", "模型权重"),
        help: "Weight of the model's number where there is a call too.", source: "FC2",
        required: true, bounds: .between(0, 1)),
      Column(
        "taken_at", \.takenAt, .instant, Label("taken at", "生成时间"), help: "When it was made.",
        required: true),
      Column("taken_by", \.takenBy, .text, Label("taken by", "生成人"), help: "Who made it."),
      Column("note", \.note, .text, Label("note", "备注"), help: "Free text."),
    ])
}
