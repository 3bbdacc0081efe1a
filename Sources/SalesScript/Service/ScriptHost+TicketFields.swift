import Lua
import SalesKernel
import SalesStore
import Values

/// What is known of a ticket: class and grade, team and owner.
extension ScriptHost {
  func defineTicketFields(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "service.grade",
        "service.grade(ticket, {grade = word, class = word, at = instant, reason = text, policy =})",
        "Says what a ticket is about and how bad it is. Where the step that asks for it comes next, the ticket goes "
          + "there; else the change is noted where it stands. Its clocks go by the grade at once. Gives the ticket.",
        returns: "ticket",
        units: "at: now unless given", changes: "class and grade of the ticket, one move",
        errors: [
          "ticket.grade", "ticket.class", "ticket.closed", "ticket.order", "ticket.future",
        ],
        example: "local a, b\nplan(function()\n" + Self.ticketExample
          + "  local t = service.grade(ticket(), {grade = \"major\"})\n"
          + "  a, b = t.step, service.clocks(t).clocks[2].target\nend)\nreturn a, b",
        result: "\"graded\"  span\"8h\"", seeAlso: ["service.assign", "service.clocks"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "service.grade", at: 1,
        allowing: ["grade", "class", "at", "reason", "policy"])
      let fields = try ticketFields(options, ["grade", "class"])
      guard !fields.isEmpty else {
        throw ArgumentError("neither grade nor class is given", remedy: "give grade = \"serious\"")
      }
      try amend(try ticketDesk(arguments, options, policies), fields, options, &results)
    }
    try define(
      HelpEntry(
        "service.assign",
        "service.assign(ticket, {owner = rep, team = word, at = instant, reason = text, policy =})",
        "Gives a ticket to a rep or to a team; without owner the policy says who of the team gets it. Where the step "
          + "that asks for an owner comes next, the ticket goes there. Gives the ticket.",
        returns: "ticket",
        units: "at: now unless given", changes: "owner and team of the ticket, one move",
        errors: [
          "ticket.team", "ticket.owner", "ticket.closed", "ticket.order", "ticket.future",
          "record.missing",
        ],
        example: "local a, b\nplan(function()\n" + Self.ticketExample
          + "  local t = service.grade(ticket(), {grade = \"general\"})\n"
          + "  t = service.assign(t, {owner = 2})\n  a, b = t.step, t.owner\nend)\nreturn a, b",
        result: "\"assigned\"  2", seeAlso: ["service.grade", "service.move", "why"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "service.assign", at: 1,
        allowing: ["owner", "team", "at", "reason", "policy"])
      let desk = try ticketDesk(arguments, options, policies)
      var fields = try ticketFields(options, ["team", "owner"])
      if options["owner"] == nil { fields.append(try ownerField(desk, fields)) }
      try amend(desk, fields, options, &results)
    }
  }

  /// The owner by the policy.
  /// - Throws: `ticket.owner` where nobody is left.
  private func ownerField(
    _ desk: TicketDesk, _ fields: [(slot: Int, value: FieldValue)]
  ) throws -> (slot: Int, value: FieldValue) {
    var ticket = desk.flow.ticket
    for (slot, value) in fields { try Ticket.schema.set(&ticket, slot: slot, to: value) }
    try desk.policy.require(ticket)
    guard let owner = try ticketOwner(of: ticket, desk.policy).owner else {
      throw ValidationError(
        "ticket.owner", "no rule of assignment leaves anybody for ticket \(ticket.title)",
        remedy: "give owner = …", field: "owner")
    }
    return (try Ticket.schema.entity.requireSlot(of: "owner"), .integer(owner))
  }

  private func amend(
    _ desk: TicketDesk, _ fields: [(slot: Int, value: FieldValue)], _ options: NamedArguments,
    _ results: inout Results
  ) throws {
    var desk = desk
    let at = try ticketMoment(options)
    try desk.flow.amend(fields, at: at)
    let names = fields.map { field in
      "\(Ticket.schema.entity.fields[field.slot].name) = \(field.value.scriptValue.plain)"
    }
    let reason = try options.string("reason") ?? names.joined(separator: ", ")
    try requireSession().savepoint { try desk.write(at: at, reason: reason) }
    try answer(desk.flow.ticket, &results)
  }
}
