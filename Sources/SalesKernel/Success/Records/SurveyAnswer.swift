import Values

/// What a customer answered when asked for a score.
/// - Source: SV5, CS2.
public struct SurveyAnswer: SalesRecord, Hashable {
  public var id: Int64
  public var kind: String
  public var customer: Int64
  public var contact: Int64?
  public var ticket: Int64?
  public var rep: Int64?
  public var score: Int64
  public var channel: String?
  public var comment: String?
  public var answeredOn: Day

  public init(id: Int64 = 0, kind: String, customer: Int64, score: Int64, answeredOn: Day) {
    self.id = id
    self.kind = kind
    self.customer = customer
    self.score = score
    self.answeredOn = answeredOn
  }

  public static func blank(id: Int64) -> SurveyAnswer {
    SurveyAnswer(id: id, kind: "", customer: 0, score: 0, answeredOn: .first)
  }

  public static let schema = Schema<SurveyAnswer>(
    "survey_answers", singular: "survey_answer", label: Label("survey answers", "调查答复"),
    help: "Scores that customers gave: satisfaction, recommendation, fit with needs.",
    columns: [
      Column(
        "kind", \.kind, .text, Label("kind", "类型"),
        help: "A word of the survey policy, as csat or nps.", source: "SV5", required: true),
      Column(
        "customer", \.customer, .reference("customers"), Label("customer", "客户"),
        help: "Who answered.", required: true),
      Column(
        "contact", \.contact, .reference("contacts"), Label("contact", "联系人"),
        help: "Person who answered."),
      Column(
        "ticket", \.ticket, .reference("tickets"), Label("ticket", "工单"),
        help: "Ticket that it is about."),
      Column(
        "rep", \.rep, .reference("reps"), Label("rep", "销售人员"),
        help: "Rep whom it is about."),
      Column(
        "score", \.score, .integer, Label("score", "评分"),
        help: "On the scale of its kind.", source: "SV5", required: true),
      Column(
        "channel", \.channel, .text, Label("channel", "渠道"),
        help: "How it was asked, as e-mail."),
      Column(
        "comment", \.comment, .text, Label("comment", "评语"),
        help: "What was said beside the score."),
      Column(
        "answered_on", \.answeredOn, .day, Label("answered on", "答复日期"),
        help: "Day of the answer.", required: true),
    ])
}
