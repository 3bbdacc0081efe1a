import Lua
import SalesKernel
import SalesStore
import Values

/// Tickets that are the same matter: found, merged, and their histories as one.
extension ScriptHost {
  func defineTicketMerging(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "service.duplicates", "service.duplicates(ticket, {policy =})",
        "Other tickets that may be the same matter, the oldest first: ticket, code, opened_at, state, subject and by, "
          + "the fields that they have alike.", returns: "results",
        units:
          "by the policy: customer and class the same, order and product not different, within days",
        errors: ["record.missing", "policy.unknown"],
        example: "local by\nplan(function()\n" + Self.ticketExample
          + "  local a = ticket()\n  local d = service.duplicates(ticket())\n"
          + "  for i = 1, #d do if d[i].ticket == a.id then by = d[i].by end end\nend)\nreturn by",
        result: "\"customer, class\"", seeAlso: ["service.merge"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "service.duplicates", at: 1, allowing: ["policy"])
      let desk = try ticketDesk(arguments, options, policies)
      try results.add(Value.object(try duplicates(of: desk.flow.ticket, desk.policy)))
    }
    try define(
      HelpEntry(
        "service.merge", "service.merge(ticket, into, {at = instant, policy =})",
        "Ends a ticket as the double of another, older one, which goes on with the first answer of the two. Moves and "
          + "holds of both stay, and service.history shows them together. Gives the ticket that goes on.",
        returns: "ticket",
        units: "at: now unless given", changes: "both tickets, a move each, a hold that ends",
        errors: ["ticket.merge", "ticket.closed", "ticket.order", "ticket.future"],
        example: "local a, b, c\nplan(function()\n" + Self.ticketExample
          + "  local first, second = ticket(), ticket()\n  service.merge(second, first)\n"
          + "  a, b = tickets:get(second.id).state, #service.history(first)\nend)\nreturn a, b",
        result: "\"merged\"  4", seeAlso: ["service.duplicates", "service.history"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "service.merge", at: 2, allowing: ["at", "policy"])
      let at = try ticketMoment(options)
      var double = try ticketDesk(arguments, options, policies)
      var other = try TicketDesk(self, double.desk, ticket(try arguments[1], as: "into"))
      try double.flow.merge(into: &other.flow, at: at)
      try requireSession().savepoint {
        try double.write(at: at, reason: "merged into \(other.flow.ticket.title)")
        try other.write(at: at, reason: "\(double.flow.ticket.title) is part of it")
      }
      try answer(other.flow.ticket, &results)
    }
    try defineTicketHistory()
  }

  private func duplicates(of ticket: Ticket, _ policy: DeskPolicy) throws -> ResultTable {
    var same: [Ticket] = []
    if let slot = policy.likeness.firstField {
      let value = Ticket.schema.value(of: ticket, slot: slot)
      let name = Ticket.schema.entity.fields[slot].name
      if !value.isNull { same = try records(Ticket.self, where: [(name, value)]) }
    }
    let found = same.filter { $0.id != ticket.id && $0.state != .merged }
      .compactMap { other in policy.likeness.match(ticket, other).map { (other, $0) } }
      .sorted { ($0.0.openedAt, $0.0.id) < ($1.0.openedAt, $1.0.id) }
    return ResultTable(
      columns: [
        .init("ticket", .number), .init("code"), .init("opened_at"), .init("state"),
        .init("subject"), .init("by"),
      ],
      rows: found.map { other, by in
        [
          .integer(other.id), .string(other.title), .scalar(other.openedAt.scalar),
          .string(other.state.rawValue), .string(other.subject),
          .string(by.joined(separator: ", ")),
        ]
      })
  }

  private func defineTicketHistory() throws {
    try define(
      HelpEntry(
        "service.history", "service.history(ticket)",
        "What happened to a ticket and to those merged into it, in order: at, code, what (move, hold), from, to, until, "
          + "actor and reason.", returns: "results",
        units: "from and to: steps; until: the end of a hold", errors: ["record.missing"],
        example: "local h\nplan(function()\n" + Self.ticketExample
          + "  h = service.history(service.grade(ticket(), {grade = \"major\"}))\nend)\n"
          + "return #h, h[2].from, h[2].to, h[2].reason",
        result: "2  \"recorded\"  \"graded\"  \"grade = major\"",
        seeAlso: ["service.clocks", "service.merge"])
    ) { [unowned self] arguments, results in
      let ticket = try ticket(try arguments[0])
      try results.add(Value.object(try history(of: family(of: ticket))))
    }
  }

  /// A ticket with those merged into it, into these, and so on.
  private func family(of ticket: Ticket) throws -> [Ticket] {
    var family = [ticket]
    var seen: Set<Int64> = [ticket.id]
    var place = 0
    while place < family.count {
      for double in try related(Ticket.self, by: "merged_into", to: family[place].id)
      where seen.insert(double.id).inserted {
        family.append(double)
      }
      place += 1
    }
    return family
  }

  private func history(of family: [Ticket]) throws -> ResultTable {
    var events: [(at: Instant, order: Int64, cells: [Value])] = []
    for ticket in family {
      for move in try related(TicketMove.self, by: "ticket", to: ticket.id) {
        events.append(
          (
            move.movedAt, move.id,
            [
              .string(ticket.title), .string("move"), move.fromStep.scriptValue,
              .string(move.step), .nil, move.actor.scriptValue, move.reason.scriptValue,
            ]
          ))
      }
      for hold in try related(TicketHold.self, by: "ticket", to: ticket.id) {
        events.append(
          (
            hold.fromAt, .max,
            [
              .string(ticket.title), .string("hold"), .nil, .nil, hold.toAt.scriptValue, .nil,
              hold.reason.scriptValue,
            ]
          ))
      }
    }
    return ResultTable(
      columns: ["at", "code", "what", "from", "to", "until", "actor", "reason"].map { .init($0) },
      rows: events.sorted { ($0.at, $0.order) < ($1.at, $1.order) }.map {
        [.scalar($0.at.scalar)] + $0.cells
      })
  }
}
