import Values

/// What a rep expects of a period, or by how much management moves the number.
/// - Source: FC2 (kept apart from the model's number).
public struct ForecastCall: SalesRecord, Hashable {
  public enum Kind: String, FieldChoice {
    /// What somebody expects of the whole period; the last one holds.
    case call
    /// A difference on top; all of them add up.
    case adjustment
  }

  public var id: Int64
  public var kind: Kind
  public var startsOn: Day
  public var grain: Grain
  public var region: String?
  public var rep: Int64?
  public var product: Int64?
  public var amount: Money
  public var reason: String?
  public var madeAt: Instant
  public var madeBy: String?

  public init(
    id: Int64 = 0, kind: Kind, startsOn: Day, grain: Grain, amount: Money, madeAt: Instant
  ) {
    self.id = id
    self.kind = kind
    self.startsOn = startsOn
    self.grain = grain
    self.amount = amount
    self.madeAt = madeAt
  }

  public static func blank(id: Int64) -> ForecastCall {
    ForecastCall(
      id: id, kind: .call, startsOn: .first, grain: .month, amount: .zero, madeAt: .first)
  }

  public var scope: ForecastScope { ForecastScope(region: region, rep: rep, product: product) }

  public static let schema = Schema<ForecastCall>(
    "forecast_calls", singular: "forecast_call", label: Label("forecast calls", "主观预测"),
    help: "Calls by reps and adjustments by management, beside the model's number.",
    ledger: Ledger(
      correctedBy:
        "forecast.call{…} makes a later call, forecast.adjust{…} takes an adjustment back"),
    columns: [
      Column(
        "kind", \.kind, Kind.fieldType, Label("kind", "类型"),
        help: "Whether it is the whole expectation or a difference.", source: "FC2",
        required: true),
      Column(
        "starts_on", \.startsOn, .day, Label("starts on", "期间首日"),
        help: "First day of the period.", required: true),
      Column(
        "grain", \.grain, Grain.fieldType, Label("period length", "期间长度"),
        help: "How long the period is.", required: true),
      Column(
        "region", \.region, .text, Label("region", "区域"), help: "Of its customers only."),
      Column("rep", \.rep, .reference("reps"), Label("rep", "销售人员"), help: "Of this rep only."),
      Column(
        "product", \.product, .reference("products"), Label("product", "产品"),
        help: "Of this product only."),
      Column(
        "amount", \.amount, .money, Label("amount", "金额"),
        help: "What is expected, or the difference.", unit: "yuan", required: true),
      Column("reason", \.reason, .text, Label("reason", "原因"), help: "What it goes by."),
      Column(
        "made_at", \.madeAt, .instant, Label("made at", "提出时间"), help: "When it was made.",
        required: true),
      Column("made_by", \.madeBy, .text, Label("made by", "提出人"), help: "Who made it."),
    ])
}
