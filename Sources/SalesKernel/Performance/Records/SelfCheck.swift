import Values

/// The answer to a question that a sales organisation asks itself.
/// - Source: PF9, OR3.
public struct SelfCheck: SalesRecord, Hashable {
  public var id: Int64
  public var check: String
  public var question: String
  public var answer: Bool?
  public var passes: Bool?
  public var value: Double?
  public var evidence: String?
  public var answeredOn: Day
  public var note: String?

  public init(id: Int64 = 0, check: String, question: String, answeredOn: Day) {
    self.id = id
    self.check = check
    self.question = question
    self.answeredOn = answeredOn
  }

  public static func blank(id: Int64) -> SelfCheck {
    SelfCheck(id: id, check: "", question: "", answeredOn: .first)
  }

  public static let schema = Schema<SelfCheck>(
    "self_checks", singular: "self_check", label: Label("self-checks", "自检记录"),
    help: "Answers to the questions that the organisation asks itself, by day.",
    ledger: Ledger(correctedBy: "kpi.self_check{} asks again", editable: ["note"]),
    columns: [
      Column(
        "check", \.check, .text, Label("check", "自检表"),
        help: "Word of the self-check policy, as dependence.", source: "PF9", required: true),
      Column(
        "question", \.question, .text, Label("question", "问题"),
        help: "Key of the question.", source: "PF9", required: true),
      Column(
        "answer", \.answer, .bool, Label("answer", "回答"),
        help: "Yes or no; empty where nobody can tell.", source: "PF9"),
      Column(
        "passes", \.passes, .bool, Label("passes", "是否达标"),
        help: "Whether the answer is the wished one."),
      Column(
        "value", \.value, .number, Label("value", "数值"),
        help: "The figure behind it, where there is one."),
      Column(
        "evidence", \.evidence, .text, Label("evidence", "依据"),
        help: "What it rests on."),
      Column(
        "answered_on", \.answeredOn, .day, Label("answered on", "回答日期"),
        help: "Day of the answer.", required: true),
      Column(
        "note", \.note, .text, Label("note", "备注"),
        help: "What else is to be said."),
    ])
}
