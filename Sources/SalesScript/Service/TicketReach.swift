import Lua
import SalesKernel
import SalesStore
import Values

/// A clock of a ticket that somebody must know of, with what is told of the ticket.
struct TicketReach {
  let ticket: Int64
  let code: String
  let kind: String
  let grade: String?
  let customer: Int64?
  let owner: Int64?
  let subject: String
  let reading: TicketClocks.Reading

  var state: ClockState { reading.state }
}

extension TicketQuestion {
  /// Fields that a reach tells.
  static func reachSlots() throws -> [Int] {
    try ["code", "kind", "grade", "customer", "owner", "subject"].map {
      try Ticket.schema.entity.requireSlot(of: $0)
    }
  }

  /// The clocks that a test lets through, by when they are due.
  /// - Throws: `ticket.order` for the first ticket whose clocks cannot be told.
  func reaches(_ test: (TicketClocks.Reading) -> Bool) throws -> [TicketReach] {
    var found: [TicketReach] = []
    let slots = try Self.reachSlots()
    let problems = try forEach { row, _ in
      for plan in row.sort.plans {
        guard let state = try clocks.state(plan, of: row.facts, row.pauses) else { continue }
        let reading = TicketClocks.Reading(plan: plan, state: state)
        guard test(reading) else { continue }
        let facts = slots.map { scan.column(of: $0).value(row.row) }
        found.append(
          TicketReach(
            ticket: row.id, code: String(fieldValue: facts[0]) ?? "\(row.id)",
            kind: String(fieldValue: facts[1]) ?? "", grade: String(fieldValue: facts[2]),
            customer: Int64(fieldValue: facts[3]), owner: Int64(fieldValue: facts[4]),
            subject: String(fieldValue: facts[5]) ?? "", reading: reading))
      }
    }
    if let first = problems.first {
      throw ValidationError(
        "ticket.order", first.what, remedy: "correct the ticket; service.sla{} lists them all")
    }
    return found.sorted {
      ($0.state.due ?? .last, $0.ticket, $0.reading.plan.clock)
        < ($1.state.due ?? .last, $1.ticket, $1.reading.plan.clock)
    }
  }

  func table(of reaches: [TicketReach], _ names: [Int64: String]) -> ResultTable {
    ResultTable(
      columns: [
        .init("ticket", .number), .init("code"), .init("kind"), .init("grade"),
        .init("customer", .number), .init("owner", .number), .init("name"), .init("clock"),
        .init("due"), .init("done"), .init("over"), .init("outcome"), .init("subject"),
      ],
      rows: reaches.map { reach in
        [
          .integer(reach.ticket), .string(reach.code), .string(reach.kind),
          reach.grade.scriptValue, reach.customer.scriptValue, reach.owner.scriptValue,
          reach.owner.flatMap { names[$0] }.scriptValue,
          .string(clocks.clock(reach.reading).key), reach.state.due.scriptValue,
          reach.state.done.scriptValue, .scalar(reach.state.over.scalar),
          .string(reach.state.outcome.rawValue), .string(reach.subject),
        ]
      })
  }
}
