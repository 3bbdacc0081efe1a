import Values

/// An offer or activity for an audience, over a period, with a budget and an untreated part to measure against.
/// - Source: AU1.
public struct Campaign: SalesRecord, Hashable {
  /// How far it is.
  public enum State: String, FieldChoice {
    case planned, running, stopped, ended
  }

  public var id: Int64
  public var code: String
  public var name: String
  public var kind: String?
  public var audience: String?
  public var promotion: String?
  public var product: String?
  public var startsOn: Day
  public var endsOn: Day
  public var budget: Money?
  public var spent: Money?
  public var owner: Int64?
  public var state: State
  public var launchedOn: Day?
  public var endedOn: Day?
  public var reason: String?
  public var rules: String?
  public var note: String?

  public init(id: Int64 = 0, code: String, name: String, startsOn: Day, endsOn: Day) {
    self.id = id
    self.code = code
    self.name = name
    self.startsOn = startsOn
    self.endsOn = endsOn
    self.state = .planned
  }

  public static func blank(id: Int64) -> Campaign {
    Campaign(id: id, code: "", name: "", startsOn: .first, endsOn: .first)
  }

  public static let schema = Schema<Campaign>(
    "campaigns", singular: "campaign", label: Label("campaigns", "营销活动"),
    help: "Campaigns: audience, arms, period, budget, and what came of them.",
    columns: [
      Column(
        "code", \.code, .text, Label("campaign number", "活动编号"),
        help: "Your own key of the campaign.", required: true, unique: true),
      Column(
        "name", \.name, .text, Label("name", "名称"),
        help: "What it is called.", required: true),
      Column(
        "kind", \.kind, .text, Label("kind", "类型"),
        help: "Word of the campaign policy, as offer or push.", source: "AU1"),
      Column(
        "audience", \.audience, .text, Label("audience", "受众规则"),
        help: "The rule that chose the customers, as it was written.", source: "AU1"),
      Column(
        "promotion", \.promotion, .text, Label("promotion", "促销"),
        help: "Promotion of the price policy that it offers.", source: "PR4"),
      Column(
        "product", \.product, .text, Label("product line", "产品线"),
        help: "Category of products that it is for.", source: "FU14"),
      Column(
        "starts_on", \.startsOn, .day, Label("starts on", "开始日期"),
        help: "First day.", required: true),
      Column(
        "ends_on", \.endsOn, .day, Label("ends on", "结束日期"),
        help: "Last day on which a response counts.", required: true),
      Column(
        "budget", \.budget, .money, Label("budget", "预算"),
        help: "What it may cost.", unit: "yuan", source: "AU1"),
      Column(
        "spent", \.spent, .money, Label("spent", "已花费用"),
        help: "What it has cost beside the offer.", unit: "yuan", source: "AU1"),
      Column(
        "owner", \.owner, .reference("reps"), Label("owner", "负责人"),
        help: "Who answers for it."),
      Column(
        "state", \.state, State.fieldType, Label("state", "状态"),
        help: "How far it is.", required: true),
      Column(
        "launched_on", \.launchedOn, .day, Label("launched on", "启动日期"),
        help: "Day of the launch."),
      Column(
        "ended_on", \.endedOn, .day, Label("ended on", "结束于"),
        help: "Day it was stopped or ended."),
      Column(
        "reason", \.reason, .text, Label("reason", "原因"),
        help: "Why it was stopped."),
      Column(
        "rules", \.rules, .text, Label("rules", "方案内容"),
        help: "The campaign as it was launched, as text."),
      Column(
        "note", \.note, .text, Label("note", "备注"),
        help: "What else is to be said."),
    ])
}
