import Values

/// A stretch in which a ticket's clocks stand still: we wait for the customer.
/// - Source: SV7.
public struct TicketHold: SalesRecord, Hashable {
  public var id: Int64
  public var ticket: Int64
  public var fromAt: Instant
  public var toAt: Instant?
  public var reason: String?

  public init(id: Int64 = 0, ticket: Int64, fromAt: Instant) {
    self.id = id
    self.ticket = ticket
    self.fromAt = fromAt
  }

  public static func blank(id: Int64) -> TicketHold {
    TicketHold(id: id, ticket: 0, fromAt: .first)
  }

  public static let schema = Schema<TicketHold>(
    "ticket_holds", singular: "ticket_hold", label: Label("ticket holds", "工单挂起"),
    help: "Pauses of tickets, which their clocks do not count.",
    columns: [
      Column(
        "ticket", \.ticket, .reference("tickets"), Label("ticket", "工单"),
        help: "What waits.", required: true),
      Column(
        "from_at", \.fromAt, .instant, Label("from", "开始时间"),
        help: "When the pause begins.", source: "SV7", required: true),
      Column(
        "to_at", \.toAt, .instant, Label("to", "结束时间"),
        help: "When it ends; empty while it lasts.", source: "SV7"),
      Column(
        "reason", \.reason, .text, Label("reason", "原因"),
        help: "What we wait for."),
    ])
}
