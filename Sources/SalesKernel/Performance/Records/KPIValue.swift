import Values

/// What a key figure was, as it was computed on a day: the history that later figures are held against.
/// - Source: PF5–PF8.
public struct KPIValue: SalesRecord, Hashable {
  public var id: Int64
  public var kpi: String
  public var period: String
  public var startsOn: Day
  public var endsOn: Day
  public var by: String?
  public var group: String?
  public var value: Double?
  public var amount: Money?
  public var unit: String?
  public var goal: Double?
  public var definition: String?
  public var takenOn: Day
  public var note: String?

  public init(id: Int64 = 0, kpi: String, period: String, startsOn: Day, endsOn: Day, takenOn: Day)
  {
    self.id = id
    self.kpi = kpi
    self.period = period
    self.startsOn = startsOn
    self.endsOn = endsOn
    self.takenOn = takenOn
  }

  public static func blank(id: Int64) -> KPIValue {
    KPIValue(id: id, kpi: "", period: "", startsOn: .first, endsOn: .first, takenOn: .first)
  }

  public static let schema = Schema<KPIValue>(
    "kpi_values", singular: "kpi_value", label: Label("KPI values", "指标值"),
    help: "Snapshots of key figures: what each was for a period and a group.",
    ledger: Ledger(correctedBy: "kpi.snapshot{} takes another", editable: ["note"]),
    columns: [
      Column(
        "kpi", \.kpi, .text, Label("KPI", "指标"),
        help: "Name of the key figure.", source: "PF5", required: true),
      Column(
        "period", \.period, .text, Label("period", "期间"),
        help: "As 2026, 2026-Q2 or 2026-06.", required: true),
      Column(
        "starts_on", \.startsOn, .day, Label("starts on", "开始日期"),
        help: "First day of the period.", required: true),
      Column(
        "ends_on", \.endsOn, .day, Label("ends on", "结束日期"),
        help: "Last day of the period.", required: true),
      Column(
        "by", \.by, .text, Label("split by", "分组维度"),
        help: "Words it was split by, as region; empty for the whole."),
      Column(
        "group", \.group, .text, Label("group", "分组"),
        help: "The values of those words, as east; empty for the whole."),
      Column(
        "value", \.value, .number, Label("value", "数值"),
        help: "In the unit of the figure; empty where there were no data.", source: "PF5"),
      Column(
        "amount", \.amount, .money, Label("amount", "金额"),
        help: "The exact amount, of a figure in yuan.", unit: "yuan"),
      Column(
        "unit", \.unit, .text, Label("unit", "单位"),
        help: "As yuan, share, days or count."),
      Column(
        "goal", \.goal, .number, Label("goal", "目标值"),
        help: "What it was to be, in the same unit.", source: "PF8"),
      Column(
        "definition", \.definition, .text, Label("definition", "口径"),
        help: "Digest of the formula that gave it."),
      Column(
        "taken_on", \.takenOn, .day, Label("taken on", "快照日期"),
        help: "Day on which it was computed.", required: true),
      Column(
        "note", \.note, .text, Label("note", "备注"),
        help: "What else is to be said."),
    ])
}
