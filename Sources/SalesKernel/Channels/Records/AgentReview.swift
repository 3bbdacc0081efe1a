import Values

/// What an agent reached in a period, and what followed.
/// - Source: CH2.
public struct AgentReview: SalesRecord, Hashable {
  public var id: Int64
  public var agent: Int64
  public var period: String
  public var startsOn: Day
  public var endsOn: Day
  public var volume: Money
  public var yearly: Money?
  public var rankBefore: String?
  public var rank: String?
  public var score: Double?
  public var breaches: Int64?
  public var outcome: String?
  public var reviewedOn: Day
  public var note: String?

  public init(
    id: Int64 = 0, agent: Int64, period: String, startsOn: Day, endsOn: Day, volume: Money,
    reviewedOn: Day
  ) {
    self.id = id
    self.agent = agent
    self.period = period
    self.startsOn = startsOn
    self.endsOn = endsOn
    self.volume = volume
    self.reviewedOn = reviewedOn
  }

  public static func blank(id: Int64) -> AgentReview {
    AgentReview(
      id: id, agent: 0, period: "", startsOn: .first, endsOn: .first, volume: .zero,
      reviewedOn: .first)
  }

  public static let schema = Schema<AgentReview>(
    "agent_reviews", singular: "agent_review", label: Label("agent reviews", "代理商考核"),
    help: "Assessments of agents: volume, rank before and after, breaches, penalty.",
    ledger: Ledger(correctedBy: "channels.review{} reviews again", editable: ["note"]),
    columns: [
      Column(
        "agent", \.agent, .reference("agents"), Label("agent", "代理商"),
        help: "Who was assessed.", required: true),
      Column(
        "period", \.period, .text, Label("period", "期间"),
        help: "As 2026 or 2026-Q2.", required: true),
      Column(
        "starts_on", \.startsOn, .day, Label("starts on", "开始日期"),
        help: "First day of the period.", required: true),
      Column(
        "ends_on", \.endsOn, .day, Label("ends on", "结束日期"),
        help: "Last day of the period.", required: true),
      Column(
        "volume", \.volume, .money, Label("volume", "销售额"),
        help: "What was sold in the period.", unit: "yuan", source: "CH2", required: true),
      Column(
        "yearly", \.yearly, .money, Label("yearly volume", "年销售额"),
        help: "Of the twelve months to its end.", unit: "yuan", source: "CH2"),
      Column(
        "rank_before", \.rankBefore, .text, Label("rank before", "原等级"),
        help: "Rank when it was reviewed.", source: "CH2"),
      Column(
        "rank", \.rank, .text, Label("rank", "等级"),
        help: "Rank that the volume gives.", source: "CH2"),
      Column(
        "score", \.score, .number, Label("score", "得分"),
        help: "0–100, by the weights of the policy."),
      Column(
        "breaches", \.breaches, .integer, Label("breaches", "违规数"),
        help: "Conflicts that it caused.", source: "CH3", bounds: .atLeast(0)),
      Column(
        "outcome", \.outcome, .text, Label("outcome", "处理结果"),
        help: "Word of the channel policy.", source: "CH2"),
      Column(
        "reviewed_on", \.reviewedOn, .day, Label("reviewed on", "考核日期"),
        help: "Day of the review.", required: true),
      Column(
        "note", \.note, .text, Label("note", "备注"),
        help: "What else is to be said."),
    ])
}
