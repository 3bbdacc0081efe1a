import Values

/// What a rep reached in a period by a card of weighted parts.
/// - Source: PF3, PF4.
public struct Scorecard: SalesRecord, Hashable {
  public var id: Int64
  public var rep: Int64
  public var card: String
  public var period: String
  public var startsOn: Day
  public var endsOn: Day
  public var score: Double?
  public var parts: String?
  public var rank: Int64?
  public var ranked: Int64?
  public var outcome: String?
  public var assessedOn: Day
  public var note: String?

  public init(
    id: Int64 = 0, rep: Int64, card: String, period: String, startsOn: Day, endsOn: Day,
    assessedOn: Day
  ) {
    self.id = id
    self.rep = rep
    self.card = card
    self.period = period
    self.startsOn = startsOn
    self.endsOn = endsOn
    self.assessedOn = assessedOn
  }

  public static func blank(id: Int64) -> Scorecard {
    Scorecard(
      id: id, rep: 0, card: "", period: "", startsOn: .first, endsOn: .first, assessedOn: .first)
  }

  public static let schema = Schema<Scorecard>(
    "scorecards", singular: "scorecard", label: Label("scorecards", "绩效考核"),
    help: "Assessments of reps: points by part, rank, and what follows.",
    ledger: Ledger(correctedBy: "kpi.assess{} assesses again", editable: ["outcome", "note"]),
    columns: [
      Column(
        "rep", \.rep, .reference("reps"), Label("rep", "销售人员"),
        help: "Who was assessed.", required: true),
      Column(
        "card", \.card, .text, Label("card", "考核表"),
        help: "Word of the scorecard policy, as key_account or month.", source: "PF3",
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
        "score", \.score, .number, Label("score", "得分"),
        help: "Points; empty where a part has no data.", source: "PF3"),
      Column(
        "parts", \.parts, .text, Label("parts", "分项"),
        help: "What each part gave, as sales=38;customers=12."),
      Column(
        "rank", \.rank, .integer, Label("rank", "排名"),
        help: "Place among those on the same card, from 1.", bounds: .atLeast(1)),
      Column(
        "ranked", \.ranked, .integer, Label("ranked", "参评人数"),
        help: "How many had a place.", bounds: .atLeast(1)),
      Column(
        "outcome", \.outcome, .text, Label("outcome", "处理结果"),
        help: "What follows, a word of the policy, as improvement_plan.", source: "PF4"),
      Column(
        "assessed_on", \.assessedOn, .day, Label("assessed on", "考核日期"),
        help: "Day of the assessment.", required: true),
      Column(
        "note", \.note, .text, Label("note", "备注"),
        help: "What else is to be said."),
    ])
}
