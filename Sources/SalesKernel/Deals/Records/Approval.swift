import Values

/// One decision that a quote needs.
/// - Source: PR7, FU8.
public struct Approval: SalesRecord, Hashable {
  /// Where it stands; void once a later version took over.
  public enum Status: String, FieldChoice {
    case waiting, approved, rejected, void
  }

  public var id: Int64
  public var quote: Int64
  public var step: Int64
  public var role: String
  public var review: String?
  public var status: Status
  public var requestedAt: Instant?
  public var rep: Int64?
  public var onBehalfOf: Int64?
  public var decidedAt: Instant?
  public var reason: String?
  public var facts: String?
  public var keptFrom: Int64?

  public init(id: Int64 = 0, quote: Int64, step: Int64, role: String, status: Status) {
    self.id = id
    self.quote = quote
    self.step = step
    self.role = role
    self.status = status
  }

  public static func blank(id: Int64) -> Approval {
    Approval(id: id, quote: 0, step: 0, role: "", status: .waiting)
  }

  public static let schema = Schema<Approval>(
    "approvals", singular: "approval", label: Label("approvals", "审批"),
    help: "Decisions that a quote needs, in their order.",
    columns: [
      Column(
        "quote", \.quote, .reference("quotes"), Label("quote", "报价单"), help: "What is decided on.",
        required: true),
      Column(
        "step", \.step, .integer, Label("step", "步骤"),
        help: "Steps go upward; equal ones side by side.", source: "FU8", required: true,
        bounds: .atLeast(1)),
      Column(
        "role", \.role, .text, Label("role", "角色"),
        help: "Who may decide, a word of the approval policy.", source: "FU8", required: true),
      Column(
        "review", \.review, .text, Label("review", "评审"),
        help: "What is looked at, a word of the policy.", source: "FU8"),
      Column(
        "status", \.status, Status.fieldType, Label("status", "状态"),
        help: "Where it stands; void once a later version took over.", required: true),
      Column(
        "requested_at", \.requestedAt, .instant, Label("requested at", "提交时间"),
        help: "When the decision was asked for.", source: "FU8"),
      Column("rep", \.rep, .reference("reps"), Label("rep", "审批人"), help: "Who decided."),
      Column(
        "on_behalf_of", \.onBehalfOf, .reference("reps"), Label("on behalf of", "代理"),
        help: "Who delegated the decision."),
      Column(
        "decided_at", \.decidedAt, .instant, Label("decided at", "审批时间"),
        help: "When it was decided."),
      Column("reason", \.reason, .text, Label("reason", "理由"), help: "Why."),
      Column(
        "facts", \.facts, .text, Label("facts", "审批要素"),
        help: "What was approved; a revision that keeps it stays approved.", source: "FU8"),
      Column(
        "kept_from", \.keptFrom, .reference("approvals"), Label("kept from", "沿用自"),
        help: "Approval of an earlier version that still holds.", source: "FU8"),
    ])
}
