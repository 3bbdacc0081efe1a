import Values

/// What may go wrong, how much that would matter, and who watches it.
/// - Source: OR5.
public struct Risk: SalesRecord, Hashable {
  /// Whether it is watched.
  public enum State: String, FieldChoice {
    case open, happened, closed
  }

  public var id: Int64
  public var code: String?
  public var kind: String
  public var title: String
  public var impact: Int64
  public var probability: Int64
  public var response: String?
  public var owner: Int64?
  public var state: State
  public var openedOn: Day
  public var reviewedOn: Day?
  public var closedOn: Day?
  public var note: String?

  public init(
    id: Int64 = 0, kind: String, title: String, impact: Int64, probability: Int64, openedOn: Day
  ) {
    self.id = id
    self.kind = kind
    self.title = title
    self.impact = impact
    self.probability = probability
    self.openedOn = openedOn
    self.state = .open
  }

  public static func blank(id: Int64) -> Risk {
    Risk(id: id, kind: "", title: "", impact: 0, probability: 0, openedOn: .first)
  }

  public static let schema = Schema<Risk>(
    "risks", singular: "risk", label: Label("risks", "风险"),
    help: "Register of risks: kind, impact, probability, response, owner.",
    columns: [
      Column(
        "code", \.code, .text, Label("risk number", "风险编号"),
        help: "Your own key of the risk.", unique: true),
      Column(
        "kind", \.kind, .text, Label("kind", "类型"),
        help: "Word of the planning policy, as competition.", source: "OR5", required: true),
      Column(
        "title", \.title, .text, Label("title", "标题"),
        help: "What may happen.", required: true),
      Column(
        "impact", \.impact, .integer, Label("impact", "影响程度"),
        help: "On the scale of the policy.", source: "OR5", required: true),
      Column(
        "probability", \.probability, .integer, Label("probability", "发生概率"),
        help: "On the scale of the policy.", source: "OR5", required: true),
      Column(
        "response", \.response, .text, Label("response", "应对措施"),
        help: "What is done about it.", source: "OR5"),
      Column(
        "owner", \.owner, .reference("reps"), Label("owner", "负责人"),
        help: "Who watches it.", source: "OR5"),
      Column(
        "state", \.state, State.fieldType, Label("state", "状态"),
        help: "Whether it is watched.", required: true),
      Column(
        "opened_on", \.openedOn, .day, Label("opened on", "登记日期"),
        help: "Day it was entered.", required: true),
      Column(
        "reviewed_on", \.reviewedOn, .day, Label("reviewed on", "复核日期"),
        help: "Day it was last looked at."),
      Column(
        "closed_on", \.closedOn, .day, Label("closed on", "关闭日期"),
        help: "Day it ended."),
      Column(
        "note", \.note, .text, Label("note", "备注"),
        help: "What came of it."),
    ])
}
