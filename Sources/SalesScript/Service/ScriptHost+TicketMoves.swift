import Lua
import SalesKernel
import SalesStore
import Values

/// From step to step: move, resolve, close, reopen, and the first answer.
extension ScriptHost {
  func defineTicketMoves(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "service.respond", "service.respond(ticket, {at = instant, policy =})",
        "Notes the first answer to the customer; a later one changes nothing. Gives the ticket.",
        returns: "ticket",
        units: "at: now unless given", changes: "responded_at of the ticket",
        errors: ["ticket.order", "ticket.future", "ticket.closed", "record.missing"],
        example: "local at\nplan(function()\n" + Self.ticketExample
          + "  at = service.respond(ticket(), {at = instant\"2026-06-29T11:00\"}).responded_at\nend)\nreturn at",
        result: "instant\"2026-06-29T11:00:00+08:00\"",
        seeAlso: ["service.clocks", "service.move"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "service.respond", at: 1, allowing: ["at", "policy"])
      var desk = try ticketDesk(arguments, options, policies)
      let at = try ticketMoment(options)
      try desk.flow.respond(at: at)
      try desk.write(at: at, reason: nil)
      try answer(desk.flow.ticket, &results)
    }
    try defineTicketMove(policies)
    try defineTicketEnds(policies)
    try defineTicketReopening(policies)
  }

  private static let moveErrors = [
    "ticket.move", "ticket.step", "ticket.reason", "ticket.missing", "ticket.closed",
    "ticket.order", "ticket.future", "ticket.cause", "record.missing",
  ]

  private func defineTicketMove(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "service.move",
        "service.move(ticket, step, {at = instant, reason = text, root_cause = word, measure = text, class = word, "
          + "grade = word, owner =, policy =})",
        "Moves a ticket along its flow, on or back. Going back asks for a reason; going back behind the resolving "
          + "step takes the resolution back, and the time since is a pause. Gives the ticket.",
        returns: "ticket",
        units: "at: now unless given", changes: "the ticket, one move, a hold that ends or is left",
        errors: Self.moveErrors,
        example: "local a, b\nplan(function()\n" + Self.ticketExample
          + "  local t = service.move(ticket(), \"graded\", {grade = \"serious\"})\n"
          + "  a, b = t.step, t:ticket_moves():count()\nend)\nreturn a, b",
        result: "\"graded\"  2",
        seeAlso: ["service.resolve", "service.grade", "service.assign", "service.history"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "service.move", at: 2, allowing: Self.moveOptions)
      let step = try arguments.decode(1, as: String.self)
      try move(arguments, options, policies, &results) { _ in step }
    }
  }

  private static let moveFields = ["root_cause", "measure", "class", "grade", "owner"]
  private static let moveOptions = moveFields + ["at", "reason", "policy"]

  private func move(
    _ arguments: Arguments, _ options: NamedArguments, _ policies: EnginePolicies,
    _ results: inout Results, to step: (TicketKind) -> String
  ) throws {
    var desk = try ticketDesk(arguments, options, policies)
    let (at, reason) = (try ticketMoment(options), try options.string("reason"))
    try desk.flow.requireOpen("moved")
    try desk.flow.set(ticketFields(options, Self.moveFields))
    try desk.flow.move(to: step(desk.flow.kind), at: at, reason: reason)
    try requireSession().savepoint { try desk.write(at: at, reason: reason) }
    try answer(desk.flow.ticket, &results)
  }

  private func defineTicketEnds(_ policies: EnginePolicies) throws {
    let arguments =
      "(ticket, {at = instant, reason = text, root_cause = word, measure = text, policy =})"
    let walk = """
        for _, step in ipairs{"graded", "assigned", "planned", "agreed", "executed"} do
          service.move(t, step, {grade = "general"})
        end

      """
    try define(
      HelpEntry(
        "service.resolve", "service.resolve" + arguments,
        "Moves a ticket to the step of its kind that resolves it: the resolution clock ends, and so does a hold. "
          + "Gives the ticket.", returns: "ticket",
        units: "at: now unless given", changes: "the ticket, one move, a hold that ends",
        errors: Self.moveErrors,
        example: "local a, b\nplan(function()\n" + Self.ticketExample + "  local t = ticket()\n"
          + walk + "  t = service.resolve(t)\n  a, b = t.step, t.resolved_at\nend)\nreturn a, b",
        result: "\"confirmed\"  instant\"2026-06-30T09:00:00+08:00\"",
        seeAlso: ["service.close", "service.reopen", "service.clocks"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "service.resolve", at: 1, allowing: Self.moveOptions)
      try move(arguments, options, policies, &results) { $0.resolvingStep }
    }
    try define(
      HelpEntry(
        "service.close", "service.close" + arguments,
        "Moves a ticket to the last step of its kind. An enquiry may be closed without an answer, as a call that "
          + "nobody took: it counts as not answered. Gives the ticket.", returns: "ticket",
        units: "at: now unless given", changes: "the ticket, one move, a hold that ends",
        errors: Self.moveErrors,
        example: "local a, b\nplan(function()\n" + Self.ticketExample
          + "  local t = service.close(ticket{kind = \"enquiry\", class = \"price\"}, {reason = \"hung up\"})\n"
          + "  a, b = t.state, t.responded_at\nend)\nreturn a, b",
        result: "\"closed\"  nil",
        seeAlso: ["service.resolve", "service.reopen", "service.quality"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "service.close", at: 1, allowing: Self.moveOptions)
      try move(arguments, options, policies, &results) { $0.closingStep }
    }
  }

  private func defineTicketReopening(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "service.reopen", "service.reopen(ticket, {reason = text, at = instant, policy =})",
        "Opens a closed ticket again, for as long as the policy allows. Its clocks go on where they stopped: the time "
          + "since it was taken for resolved is a pause. Gives the ticket.", returns: "ticket",
        units: "at: now unless given", changes: "the ticket, one move, one hold",
        errors: [
          "ticket.open", "ticket.reopen", "ticket.reason", "ticket.order", "ticket.future",
        ],
        example: "local a, b\nplan(function()\n" + Self.ticketExample
          + "  local t = ticket{kind = \"enquiry\", class = \"technical\"}\n"
          + "  service.resolve(t, {at = instant\"2026-06-29T12:00\"})\n"
          + "  service.close(t, {at = instant\"2026-06-29T12:00\"})\n"
          + "  t = service.reopen(t, {reason = \"not the right drawing\"})\n"
          + "  a, b = t.reopened, service.clocks(t).clocks[2].elapsed\nend)\nreturn a, b",
        result: "1  span\"2h\"", seeAlso: ["service.close", "service.clocks"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "service.reopen", at: 1, allowing: ["reason", "at", "policy"])
      var desk = try ticketDesk(arguments, options, policies)
      let (at, reason) = (try ticketMoment(options), try options.string("reason"))
      try desk.flow.reopen(at: at, reason: reason)
      try requireSession().savepoint { try desk.write(at: at, reason: reason) }
      try answer(desk.flow.ticket, &results)
    }
  }
}
