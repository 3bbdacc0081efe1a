import Lua
import SalesKernel
import SalesStore
import Values

/// Pauses of tickets.
extension ScriptHost {
  func defineTicketHolds(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "service.hold", "service.hold(ticket, {reason = word, from = instant, policy =})",
        "Puts a ticket on hold: its clocks stand still until it is resumed, resolved or closed. Gives the ticket.",
        returns: "ticket",
        units: "reason: a word of the policy, as customer; from: now unless given",
        changes: "one hold",
        errors: [
          "ticket.hold", "ticket.overlap", "ticket.closed", "ticket.order", "ticket.future",
        ],
        example: "local a\nplan(function()\n" + Self.ticketExample + "  local t = ticket()\n"
          + "  service.hold(t, {reason = \"customer\", from = instant\"2026-06-29T11:00\"})\n"
          + "  a = service.clocks(t).clocks[2].due\nend)\nreturn a",
        result: "nil", seeAlso: ["service.resume", "service.clocks"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "service.hold", at: 1, allowing: ["reason", "from", "policy"])
      var desk = try ticketDesk(arguments, options, policies)
      let at = try ticketMoment(options, "from")
      try desk.flow.hold(
        from: at, reason: try options.required("reason", options.string("reason")))
      try desk.write(at: at, reason: nil)
      try answer(desk.flow.ticket, &results)
    }
    try define(
      HelpEntry(
        "service.resume", "service.resume(ticket, {at = instant, policy =})",
        "Ends the hold of a ticket: its clocks go on. Gives the ticket.", returns: "ticket",
        units: "at: now unless given", changes: "the hold",
        errors: ["ticket.resume", "ticket.closed", "ticket.order", "ticket.future"],
        example: "local a\nplan(function()\n" + Self.ticketExample + "  local t = ticket()\n"
          + "  service.hold(t, {reason = \"customer\", from = instant\"2026-06-29T11:00\"})\n"
          + "  service.resume(t, {at = instant\"2026-06-29T17:00\"})\n"
          + "  a = service.clocks(t).clocks[2].due\nend)\nreturn a",
        result: "instant\"2026-07-02T16:00:00+08:00\"",
        seeAlso: ["service.hold", "service.clocks"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "service.resume", at: 1, allowing: ["at", "policy"])
      var desk = try ticketDesk(arguments, options, policies)
      let at = try ticketMoment(options)
      try desk.flow.resume(at: at)
      try desk.write(at: at, reason: nil)
      try answer(desk.flow.ticket, &results)
    }
  }
}
