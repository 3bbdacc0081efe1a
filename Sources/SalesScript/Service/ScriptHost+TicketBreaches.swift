import Lua
import SalesKernel
import SalesStore
import Values

/// `service.breaches` and `service.due`: clocks that were missed, and those that will be soon.
extension ScriptHost {
  private static let reachColumns =
    "ticket, code, kind, grade, customer, owner, name, clock, due, done, over, outcome, subject"

  func defineTicketBreaches(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "service.breaches",
        "service.breaches{where = condition, from = day, to = day, overdue = bool, as_of = instant, policy =}",
        "Missed clocks, the longest due first: \(Self.reachColumns). With overdue = true only those that still wait.",
        returns: "results",
        units: "over: time beyond the target, on the clock's own kind of time",
        errors: ["ticket.order", "service.window", "calendar.coverage", "policy.unknown"],
        example: "local b\nplan(function()\n" + Self.ticketExample
          + "  ticket{grade = \"major\"}\n"
          + "  b = service.breaches{where = {subject = \"cracked heads\"}}\nend)\n"
          + "return #b, b[1].clock, b[2].clock, b[2].over",
        result: "2  \"respond\"  \"resolve\"  span\"15h\"",
        seeAlso: ["service.due", "service.sweep", "service.sla"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "service.breaches",
        allowing: ["where", "from", "to", "overdue", "as_of", "policy"])
      let waiting = try options.bool("overdue") ?? false
      let question = try ticketQuestion(options, policies, ["overdue"])
      let found = try question.reaches {
        $0.state.outcome.isMissed && (!waiting || $0.state.isWaiting)
      }
      try results.add(Value.object(question.table(of: found, try repNames())))
    }
    try define(
      HelpEntry(
        "service.due",
        "service.due{within = span, where = condition, as_of = instant, policy =}",
        "Clocks that still run and are due within a time from now, the soonest first: \(Self.reachColumns).",
        returns: "results",
        units:
          "within: by the wall; over is negative, the time left on the clock's own kind of time",
        errors: ["ticket.order", "calendar.coverage", "policy.unknown"],
        example: "local d\nplan(function()\n" + Self.ticketExample
          + "  ticket{grade = \"serious\"}\n"
          + "  d = service.due{within = hours(2), where = {subject = \"cracked heads\"}}\nend)\n"
          + "return #d, d[1].clock, d[1].over",
        result: "1  \"resolve\"  span\"-1h\"",
        seeAlso: ["service.breaches", "service.sweep"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "service.due", allowing: ["within", "where", "as_of", "policy"])
      let within = try options.required("within", options.span("within"))
      let question = try ticketQuestion(options, policies, ["within"])
      let limit = try question.clocks.now.adding(within)
      let found = try question.reaches {
        $0.state.outcome == .open && $0.state.due.map { $0 <= limit } ?? false
      }
      try results.add(Value.object(question.table(of: found, try repNames())))
    }
  }

  private func ticketQuestion(
    _ options: NamedArguments, _ policies: EnginePolicies, _ others: [String]
  ) throws -> TicketQuestion {
    try TicketQuestion(
      self, options.without(others), policies, slots: TicketQuestion.reachSlots())
  }
}

extension NamedArguments {
  func span(_ name: String) throws -> Span? {
    guard let value = self[name] else { return nil }
    guard case .scalar(let scalar) = value, case .span(let span) = try TypedScalar(scalar) else {
      throw ArgumentError(
        "\(name): expected a span, got \(value.typeName)", remedy: "as hours(4) or days(1)")
    }
    return span
  }
}
