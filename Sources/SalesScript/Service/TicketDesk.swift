import Lua
import SalesKernel
import SalesStore
import Values

/// One ticket as the desk sees it, and the writing of what is done with it.
struct TicketDesk {
  let host: ScriptHost
  let desk: ServiceDesk
  var flow: TicketFlow
  private let before: Ticket

  /// - Throws: `ticket.kind` where the policy does not have its kind.
  init(_ host: ScriptHost, _ desk: ServiceDesk, _ ticket: Ticket) throws {
    (self.host, self.desk, before) = (host, desk, ticket)
    let moves = try host.related(TicketMove.self, by: "ticket", to: ticket.id)
    flow = try TicketFlow(
      ticket, holds: try host.related(TicketHold.self, by: "ticket", to: ticket.id),
      last: moves.map(\.movedAt).max() ?? ticket.openedAt, desk.policy)
  }

  var policy: DeskPolicy { desk.policy }

  /// Writes what has become of the ticket: its fields, a pause that began or ended, and its move.
  /// - Parameter reason: Of the move.
  func write(at moment: Instant, reason: String?) throws {
    try host.store(flow.ticket, from: before)
    if let pause = flow.pause { try write(pause) }
    guard let left = flow.left else { return }
    try host.note(
      TicketMove(ticket: before.id, movedAt: moment, step: flow.ticket.step), from: left, reason)
  }

  private func write(_ pause: TicketHold) throws {
    if pause.id == 0 {
      try host.requireSession().create(TicketHold.schema.entity, pause.values)
    } else {
      try host.set(TicketHold.self, pause.id, ["to_at": pause.toAt.fieldValue])
    }
  }
}

extension ScriptHost {
  /// Writes a move of a ticket as the run's actor.
  func note(_ move: TicketMove, from step: String?, _ reason: String?) throws {
    var move = move
    move.fromStep = step
    move.actor = options.actor.isEmpty ? nil : options.actor
    move.reason = reason
    try requireSession().create(TicketMove.schema.entity, move.values)
  }

  /// The desk of the ticket that a call is about.
  func ticketDesk(
    _ arguments: Arguments, _ options: NamedArguments, _ policies: EnginePolicies
  ) throws -> TicketDesk {
    try TicketDesk(self, policies.desk(options["policy"]), ticket(try arguments[0]))
  }

  func ticket(_ value: Value, as name: String = "ticket") throws -> Ticket {
    try Ticket(reading: row(value, of: Ticket.schema.entity, as: name))
  }

  func answer(_ ticket: Ticket, _ results: inout Results) throws {
    try results.add(try binding(Ticket.schema.entity).record(ticket.id))
  }

  /// The moment of a call on a ticket: that of an option, else the run's clock, which it may not be after.
  /// - Throws: `ticket.future`.
  func ticketMoment(_ options: NamedArguments, _ name: String = "at") throws -> Instant {
    let now = self.options.clock
    let at = try options.moment(name) ?? now
    guard at <= now else {
      throw ValidationError(
        "ticket.future", "\(name) \(at) is still to come: it is \(now)",
        remedy: "give a moment up to now, or run with a later --as-of", field: name)
    }
    return at
  }

  /// The fields of a ticket that a call names, as the store takes them.
  /// - Throws: `record.missing`, `field.type`.
  func ticketFields(
    _ options: NamedArguments, _ names: [String]
  ) throws -> [(slot: Int, value: FieldValue)] {
    let entity = Ticket.schema.entity
    return try names.compactMap { name in
      guard let given = options[name] else { return nil }
      let slot = try entity.requireSlot(of: name)
      if case .reference(let target) = entity.fields[slot].type {
        return (slot, .integer(try row(given, of: catalog.require(target), as: name).id))
      }
      return (slot, try given.fieldValue(for: name))
    }
  }

  /// The tickets that `where` names: a query of them, or a condition; all of them without it.
  func tickets(_ options: NamedArguments) throws -> QueryObject {
    guard let given = options["where"] else { return try query(Ticket.self) }
    guard case .object(let object) = given, let query = object as? QueryObject else {
      return try narrowed(query(Ticket.self), by: given)
    }
    guard query.entity.name == Ticket.schema.entity.name else {
      throw ArgumentError(
        "where: expected tickets, got \(query.entity.name)",
        remedy: "give a query of tickets, or a condition")
    }
    return query
  }
}
