import Values

/// A question or complaint, from its opening to its end.
///
/// Its clocks run on what is here, its moves in ``TicketMove`` and its pauses in ``TicketHold``.
/// - Source: SV3, SV4.
public struct Ticket: SalesRecord, Hashable {
  /// Whether somebody has to do something about it.
  public enum State: String, FieldChoice {
    case open, closed, merged
  }

  public var id: Int64
  public var code: String?
  public var kind: String
  public var customer: Int64?
  public var contact: Int64?
  public var order: Int64?
  public var product: Int64?
  public var contract: Int64?
  public var channel: String?
  public var `class`: String?
  public var grade: String?
  public var level: String?
  public var owner: Int64?
  public var team: String?
  public var subject: String
  public var step: String
  public var state: State
  public var openedAt: Instant
  public var respondedAt: Instant?
  public var resolvedAt: Instant?
  public var closedAt: Instant?
  public var reopened: Int64
  public var escalation: String?
  public var rootCause: String?
  public var measure: String?
  public var mergedInto: Int64?
  public var note: String?

  public init(id: Int64 = 0, kind: String, subject: String, step: String, openedAt: Instant) {
    self.id = id
    self.kind = kind
    self.subject = subject
    self.step = step
    self.openedAt = openedAt
    self.state = .open
    self.reopened = 0
  }

  public static func blank(id: Int64) -> Ticket {
    Ticket(id: id, kind: "", subject: "", step: "", openedAt: .first)
  }

  public static let schema = Schema<Ticket>(
    "tickets", singular: "ticket", label: Label("tickets", "工单"),
    help: "Enquiries and complaints, with where they stand and who answers for them.",
    columns: [
      Column(
        "code", \.code, .text, Label("ticket number", "工单编号"),
        help: "Your own key of the ticket.", unique: true),
      Column(
        "kind", \.kind, .text, Label("kind", "类型"),
        help: "A word of the desk policy, as enquiry or complaint.", source: "SV3", required: true),
      Column(
        "customer", \.customer, .reference("customers"), Label("customer", "客户"),
        help: "Whose it is; empty while that is not known."),
      Column(
        "contact", \.contact, .reference("contacts"), Label("contact", "联系人"),
        help: "Who asked."),
      Column(
        "order", \.order, .reference("orders"), Label("order", "订单"),
        help: "Order that it is about."),
      Column(
        "product", \.product, .reference("products"), Label("product", "产品"),
        help: "Product that it is about."),
      Column(
        "contract", \.contract, .reference("contracts"), Label("contract", "合同"),
        help: "Contract that it is about."),
      Column(
        "channel", \.channel, .text, Label("channel", "渠道"),
        help: "How it came, a word of the desk policy, as hotline.", source: "SV2"),
      Column(
        "class", \.class, .text, Label("class", "类别"),
        help: "What it is about, a word of the desk policy, as delivery.", source: "SV3"),
      Column(
        "grade", \.grade, .text, Label("grade", "等级"),
        help: "How bad it is, a word of the desk policy, as serious.", source: "SV4"),
      Column(
        "level", \.level, .text, Label("customer level", "客户等级"),
        help: "Level of the customer when it was opened.", source: "SV1"),
      Column(
        "owner", \.owner, .reference("reps"), Label("owner", "负责人"),
        help: "Who answers for it.", source: "SV4"),
      Column(
        "team", \.team, .text, Label("team", "责任部门"),
        help: "Department that answers for it, a word of the desk policy.", source: "SV4"),
      Column(
        "subject", \.subject, .text, Label("subject", "主题"),
        help: "What was said, in a line.", required: true),
      Column(
        "step", \.step, .text, Label("step", "步骤"),
        help: "Where it stands in its flow, a word of the desk policy.", source: "SV3",
        required: true),
      Column(
        "state", \.state, State.fieldType, Label("state", "状态"),
        help: "Whether it is open, closed, or part of another.", required: true),
      Column(
        "opened_at", \.openedAt, .instant, Label("opened at", "受理时间"),
        help: "When it came in.", source: "SV3", required: true),
      Column(
        "responded_at", \.respondedAt, .instant, Label("responded at", "响应时间"),
        help: "When the customer was first answered.", source: "SV3"),
      Column(
        "resolved_at", \.resolvedAt, .instant, Label("resolved at", "解决时间"),
        help: "When it was solved.", source: "SV4"),
      Column(
        "closed_at", \.closedAt, .instant, Label("closed at", "关闭时间"),
        help: "When it was closed."),
      Column(
        "reopened", \.reopened, .integer, Label("times reopened", "重开次数"),
        help: "How often it was opened again.", source: "SV5", required: true, bounds: .atLeast(0)),
      Column(
        "escalation", \.escalation, .text, Label("escalation", "升级"),
        help: "Highest escalation reached, a word of the desk policy."),
      Column(
        "root_cause", \.rootCause, .text, Label("root cause", "根本原因"),
        help: "Class of cause, a word of the desk policy.", source: "SV6"),
      Column(
        "measure", \.measure, .text, Label("measure", "改进措施"),
        help: "What was done against the cause.", source: "SV6"),
      Column(
        "merged_into", \.mergedInto, .reference("tickets"), Label("merged into", "并入工单"),
        help: "The ticket that it is a double of."),
      Column(
        "note", \.note, .text, Label("note", "备注"),
        help: "What else is to be said."),
    ])
}
