import Lua
import SalesKernel
import SalesStore
import Values

/// `service.clocks`: the clocks of one ticket, and why they stand where they do.
extension ScriptHost {
  func defineTicketClocks(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "service.clocks", "service.clocks(ticket, {as_of = instant, policy =})",
        "The clocks of a ticket: clocks, a table of clock, kind, calendar, start, target, due, done, elapsed, "
          + "remaining, outcome and breached; intervals, a table of clock, kind (counted, paused, outside), from, to "
          + "and time; and why.", returns: "report",
        units:
          "outcome: met, late, overdue, open, waived (closed before its time); due is nil while a hold lasts; "
          + "time: of the clock's own kind",
        errors: [
          "ticket.order", "ticket.kind", "calendar.coverage", "policy.unknown", "record.missing",
        ],
        example: "local c\nplan(function()\n" + Self.ticketExample
          + "  local t = ticket{grade = \"serious\"}\n"
          + "  c = service.clocks(t, {as_of = instant\"2026-06-30T08:00\"})\nend)\n"
          + "local r = c.clocks[2]\nreturn r.clock, r.kind, r.due, r.remaining, c.intervals[1].time",
        result:
          "\"resolve\"  \"wall\"  instant\"2026-06-30T10:00:00+08:00\"  span\"2h\"  span\"2h\"",
        seeAlso: ["service.sla", "service.breaches", "service.hold", "why"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "service.clocks", at: 1, allowing: ["as_of", "policy"])
      let clocks = try ticketClocks(options, policies)
      try results.add(Value.object(try clockReport(clocks, ticket(try arguments[0]))))
    }
  }

  /// The clocks of a call, as of its moment.
  func ticketClocks(_ options: NamedArguments, _ policies: EnginePolicies) throws -> TicketClocks {
    TicketClocks(
      try policies.desk(options["policy"]),
      now: try options.moment("as_of") ?? self.options.clock)
  }

  private func clockReport(_ clocks: TicketClocks, _ ticket: Ticket) throws -> ReportObject {
    let holds = try related(TicketHold.self, by: "ticket", to: ticket.id)
    let readings = try clocks.readings(of: ticket, holds)
    return ReportObject([
      .init("as_of", .scalar(clocks.now.scalar)),
      .init("clocks", .object(Self.table(of: readings, clocks))),
      .init("intervals", .object(try Self.intervals(of: readings, clocks, ticket, holds))),
      .init(
        "why", .object(WhyObject(try clocks.explain(readings, of: ticket, holds))), text: ""),
    ])
  }

  private static func table(
    of readings: [TicketClocks.Reading], _ clocks: TicketClocks
  ) -> ResultTable {
    ResultTable(
      columns: [
        "clock", "kind", "calendar", "start", "target", "due", "done", "elapsed", "remaining",
        "outcome",
      ].map { .init($0) } + [.init("breached", .bool)],
      rows: readings.map { reading in
        let (plan, state) = (reading.plan, reading.state)
        let calendar = clocks.desk.policy.calendars[plan.calendar].key
        return [
          .string(clocks.clock(reading).key), .string(plan.timeline.kind.rawValue),
          plan.timeline.calendar == nil ? .nil : .string(calendar), .scalar(state.start.scalar),
          .scalar(state.target.scalar), state.due.scriptValue, state.done.scriptValue,
          .scalar(state.elapsed.scalar), .scalar(state.remaining.scalar),
          .string(state.outcome.rawValue), .bool(state.outcome.isMissed),
        ]
      })
  }

  private static func intervals(
    of readings: [TicketClocks.Reading], _ clocks: TicketClocks, _ ticket: Ticket,
    _ holds: [TicketHold]
  ) throws -> ResultTable {
    ResultTable(
      columns: ["clock", "kind", "from", "to", "time"].map { .init($0) },
      rows: try readings.flatMap { reading in
        try clocks.intervals(of: reading, ticket, holds).map { interval in
          [
            .string(clocks.clock(reading).key), .string(interval.kind.rawValue),
            .scalar(interval.from.scalar), .scalar(interval.to.scalar),
            .scalar(interval.time.scalar),
          ]
        }
      })
  }

  // MARK: Why

  func explainTicketDue(_ row: BlockRow) throws -> Explanation {
    let (ticket, clocks, holds) = try clocksForWhy(row)
    return try clocks.explain(clocks.readings(of: ticket, holds), of: ticket, holds)
  }

  /// What its clocks have reached by now, and what they have not.
  func explainTicketEscalation(_ row: BlockRow) throws -> Explanation {
    let (ticket, clocks, holds) = try clocksForWhy(row)
    let policy = clocks.desk.policy
    let readings = try clocks.readings(of: ticket, holds)
    let reached = readings.compactMap { clocks.escalation($0) }.max()
    return Explanation(
      "escalation", .step, value: reached.map { .text(policy.escalations[$0].key) } ?? .null,
      reason: "the highest that was reached stays", source: policy.header.source,
      children: policy.escalations.enumerated().map { place, step in
        Explanation(
          step.key, place <= reached ?? -1 ? .matched : .notMatched,
          reason: readings.map {
            "\(clocks.clock($0).key) \($0.state.outcome.rawValue), \($0.state.elapsed) of "
              + "\($0.state.target)"
          }.joined(separator: "; "), source: step.source)
      })
  }

  private func clocksForWhy(_ row: BlockRow) throws -> (Ticket, TicketClocks, [TicketHold]) {
    let ticket = try Ticket(reading: row)
    return (
      ticket, try ticketClocks(NamedArguments("why"), EnginePolicies(self)),
      try related(TicketHold.self, by: "ticket", to: ticket.id)
    )
  }
}
