import Values

/// A step that a ticket came to. The first is its opening.
/// - Source: SV3, SV4.
public struct TicketMove: SalesRecord, Hashable {
  public var id: Int64
  public var ticket: Int64
  public var movedAt: Instant
  public var fromStep: String?
  public var step: String
  public var actor: String?
  public var reason: String?

  public init(id: Int64 = 0, ticket: Int64, movedAt: Instant, step: String) {
    self.id = id
    self.ticket = ticket
    self.movedAt = movedAt
    self.step = step
  }

  public static func blank(id: Int64) -> TicketMove {
    TicketMove(id: id, ticket: 0, movedAt: .first, step: "")
  }

  public static let schema = Schema<TicketMove>(
    "ticket_moves", singular: "ticket_move", label: Label("ticket moves", "工单流转"),
    help: "The history of tickets: every step that they came to.",
    ledger: Ledger(
      correctedBy: "service.move(ticket, step, {reason = …}) moves it on or back",
      editable: ["reason"]),
    columns: [
      Column(
        "ticket", \.ticket, .reference("tickets"), Label("ticket", "工单"),
        help: "What moved.", required: true),
      Column(
        "moved_at", \.movedAt, .instant, Label("moved at", "流转时间"),
        help: "When.", required: true),
      Column(
        "from_step", \.fromStep, .text, Label("from step", "原步骤"),
        help: "Where it stood before; empty for the opening."),
      Column(
        "step", \.step, .text, Label("step", "步骤"),
        help: "Where it came to.", source: "SV3", required: true),
      Column(
        "actor", \.actor, .text, Label("actor", "操作人"),
        help: "Who did it."),
      Column(
        "reason", \.reason, .text, Label("reason", "原因"),
        help: "Why."),
    ])
}
