import Values

/// A measure against a cause of tickets, and whether it worked.
/// - Source: SV6.
public struct Improvement: SalesRecord, Hashable {
  /// How far it is.
  public enum State: String, FieldChoice {
    case open, effective, verified, failed
  }

  public var id: Int64
  public var code: String?
  public var cause: String
  public var title: String?
  public var measure: String
  public var owner: Int64?
  public var startedOn: Day
  public var effectiveOn: Day?
  public var verifiedOn: Day?
  public var state: State
  public var note: String?

  public init(id: Int64 = 0, cause: String, measure: String, startedOn: Day) {
    self.id = id
    self.cause = cause
    self.measure = measure
    self.startedOn = startedOn
    self.state = .open
  }

  public static func blank(id: Int64) -> Improvement {
    Improvement(id: id, cause: "", measure: "", startedOn: .first)
  }

  public static let schema = Schema<Improvement>(
    "improvements", singular: "improvement", label: Label("improvements", "改进措施"),
    help: "Measures against causes of tickets, and whether they worked.",
    columns: [
      Column(
        "code", \.code, .text, Label("improvement number", "改进编号"),
        help: "Your own key of the improvement.", unique: true),
      Column(
        "cause", \.cause, .text, Label("root cause", "根本原因"),
        help: "Class of cause, a word of the desk policy.", source: "SV6", required: true),
      Column(
        "title", \.title, .text, Label("title", "标题"),
        help: "What it is, in a line."),
      Column(
        "measure", \.measure, .text, Label("measure", "改进措施"),
        help: "What is done.", source: "SV6", required: true),
      Column(
        "owner", \.owner, .reference("reps"), Label("owner", "负责人"),
        help: "Who answers for it."),
      Column(
        "started_on", \.startedOn, .day, Label("started on", "开始日期"),
        help: "Day it was begun.", required: true),
      Column(
        "effective_on", \.effectiveOn, .day, Label("effective on", "生效日期"),
        help: "Day from which it works.", source: "SV6"),
      Column(
        "verified_on", \.verifiedOn, .day, Label("verified on", "验证日期"),
        help: "Day its effect was looked at.", source: "SV6"),
      Column(
        "state", \.state, State.fieldType, Label("state", "状态"),
        help: "How far it is.", required: true),
      Column(
        "note", \.note, .text, Label("note", "备注"),
        help: "What came of it."),
    ])
}
