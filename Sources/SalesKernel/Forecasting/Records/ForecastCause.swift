import Values

/// Why a forecast was off, as somebody judged it afterwards.
/// - Source: FC4 (deviation analysis, cause classes).
public struct ForecastCause: SalesRecord, Hashable {
  public var id: Int64
  public var point: Int64
  public var cause: String
  public var amount: Money?
  public var correction: String?
  public var notedAt: Instant
  public var notedBy: String?

  public init(id: Int64 = 0, point: Int64, cause: String, notedAt: Instant) {
    self.id = id
    self.point = point
    self.cause = cause
    self.notedAt = notedAt
  }

  public static func blank(id: Int64) -> ForecastCause {
    ForecastCause(id: id, point: 0, cause: "", notedAt: .first)
  }

  public static let schema = Schema<ForecastCause>(
    "forecast_causes", singular: "forecast_cause", label: Label("forecast causes", "偏差原因"),
    help: "Causes of the difference between a forecast and what happened.",
    ledger: Ledger(
      correctedBy: "forecast.cause{…} with the negative amount", editable: ["correction"]),
    columns: [
      Column(
        "point", \.point, .reference("forecast_points"), Label("forecast point", "预测值"),
        help: "The period that was off.", required: true),
      Column(
        "cause", \.cause, .text, Label("cause", "原因分类"), help: "A word of the forecast policy.",
        source: "FC4", required: true),
      Column(
        "amount", \.amount, .money, Label("amount", "金额"),
        help: "How much of actual − forecast it explains.", unit: "yuan"),
      Column(
        "correction", \.correction, .text, Label("correction", "改进措施"),
        help: "What is done about it.", source: "FC4"),
      Column(
        "noted_at", \.notedAt, .instant, Label("noted at", "记录时间"), help: "When it was noted.",
        required: true),
      Column("noted_by", \.notedBy, .text, Label("noted by", "记录人"), help: "Who noted it."),
    ])
}
