import Values

/// What is to be reached in a period, by the company or a part of it.
///
/// A target is split into its children, whose sum it keeps.
/// - Source: OR2.
public struct Target: SalesRecord, Hashable {
  public var id: Int64
  public var metric: String
  public var period: String
  public var startsOn: Day
  public var endsOn: Day
  public var level: String
  public var unit: String?
  public var rep: Int64?
  public var product: String?
  public var region: String?
  public var kind: String?
  public var amount: Money?
  public var number: Double?
  public var parent: Int64?
  public var splitBy: String?
  public var basis: String?
  public var weight: Int64?
  public var growth: Double?
  public var note: String?

  public init(
    id: Int64 = 0, metric: String, period: String, startsOn: Day, endsOn: Day, level: String
  ) {
    self.id = id
    self.metric = metric
    self.period = period
    self.startsOn = startsOn
    self.endsOn = endsOn
    self.level = level
  }

  public static func blank(id: Int64) -> Target {
    Target(id: id, metric: "", period: "", startsOn: .first, endsOn: .first, level: "")
  }

  public static let schema = Schema<Target>(
    "targets", singular: "target", label: Label("targets", "销售目标"),
    help: "Goals of company, areas, teams and reps, by period and line.",
    columns: [
      Column(
        "metric", \.metric, .text, Label("metric", "指标"),
        help: "What is counted, a word of the target policy, as sales.", source: "OR2",
        required: true),
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
        "level", \.level, .text, Label("level", "层级"),
        help: "A word of the target policy, as company, area, team or rep.", source: "OR2",
        required: true),
      Column(
        "unit", \.unit, .text, Label("unit", "单元"),
        help: "Name of the area or team; empty for the company and for reps.", source: "OR1"),
      Column(
        "rep", \.rep, .reference("reps"), Label("rep", "销售人员"),
        help: "Whose target it is, at the level of reps."),
      Column(
        "product", \.product, .text, Label("product line", "产品线"),
        help: "Category of products; empty for all.", source: "OR2"),
      Column(
        "region", \.region, .text, Label("region", "区域"),
        help: "Region of customers; empty for all.", source: "OR2"),
      Column(
        "kind", \.kind, .text, Label("kind of customer", "客户类型"),
        help: "Empty for all.", source: "OR2"),
      Column(
        "amount", \.amount, .money, Label("amount", "目标金额"),
        help: "Of a target in yuan.", unit: "yuan"),
      Column(
        "number", \.number, .number, Label("number", "目标数"),
        help: "Of a target in pieces."),
      Column(
        "parent", \.parent, .reference("targets"), Label("part of", "上级目标"),
        help: "Target that this is a part of."),
      Column(
        "split_by", \.splitBy, .text, Label("split by", "拆分维度"),
        help: "How the target that it is a part of was split, as area or quarter."),
      Column(
        "basis", \.basis, .text, Label("basis", "拆分依据"),
        help:
          "What it was computed from: last_year, history, even, given or growth; empty where it was set."
      ),
      Column(
        "weight", \.weight, .integer, Label("weight", "权重"),
        help: "What it weighed among its parts, or the base that it grew from.", bounds: .atLeast(0)
      ),
      Column(
        "growth", \.growth, .number, Label("growth", "增长率"),
        help: "What the year before was raised by, as 0.2.", source: "OR2"),
      Column(
        "note", \.note, .text, Label("note", "备注"),
        help: "How it came about."),
    ])
}
