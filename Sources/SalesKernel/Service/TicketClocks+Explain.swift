import Values

/// Why a ticket's clocks stand where they do.
extension TicketClocks {
  /// The clocks of a ticket: target, calendar and intervals of each, with the rules that did not fit.
  public func explain(
    _ readings: [Reading], of ticket: Ticket, _ holds: [TicketHold]
  ) throws -> Explanation {
    let first = readings.first { $0.state.outcome == .open || $0.state.outcome == .overdue }
    let shown = first ?? readings.last
    return Explanation(
      "due", .step, value: shown?.state.due.fieldValue ?? .null,
      reason: "ticket \(ticket.title) as of \(now)"
        + (shown.map { ": \(clock($0).key) is \($0.state.outcome.rawValue)" } ?? ""),
      source: desk.policy.header.source,
      children: try readings.map { try explain($0, of: ticket, holds) })
  }

  public func clock(_ reading: Reading) -> TicketClock { desk.policy.clocks[reading.plan.clock] }

  /// How the time of a clock counted so far.
  /// - Throws: `calendar.coverage`.
  public func intervals(
    of reading: Reading, _ ticket: Ticket, _ holds: [TicketHold]
  ) throws -> [ClockInterval] {
    let pauses = try pauses(holds)
    let facts = TicketFacts(ticket).known(at: now, pauses)
    let end = facts[reading.plan.done] ?? facts.closed ?? now
    return try reading.plan.timeline.intervals(
      from: reading.state.start, to: end, holds: pauses.list)
  }

  private func explain(
    _ reading: Reading, of ticket: Ticket, _ holds: [TicketHold]
  ) throws -> Explanation {
    let (clock, plan, state) = (clock(reading), reading.plan, reading.state)
    let left = state.remaining >= .zero ? "\(state.remaining) left" : "\(state.over) over"
    var children = try targets(of: clock, plan.target, ticket.reader)
    if plan.timeline.calendar != nil { children += try calendars(plan, ticket.reader) }
    children.append(
      Explanation(
        clock.done.rawValue, .input,
        value: TicketFacts(ticket)[clock.done].map { .instant($0) } ?? .null))
    children += try intervals(of: reading, ticket, holds).map(Self.explain)
    return Explanation(
      clock.key, .step, value: state.due.fieldValue,
      reason: "\(state.start) + \(state.target) on the \(plan.timeline.kind.rawValue) clock"
        + (plan.timeline.calendar.map { " of \($0)" } ?? "")
        + " = \(state.dueText); \(state.outcome.rawValue), \(state.elapsed) counted, \(left)",
      source: clock.targets[plan.target].source, children: children)
  }

  private static func explain(_ interval: ClockInterval) -> Explanation {
    Explanation(
      interval.kind.rawValue, .step, value: .text("\(interval.time)"),
      reason: "\(interval.from) to \(interval.to)")
  }

  /// The targets up to the one that fits, with what the others ask for.
  private func targets(
    of clock: TicketClock, _ chosen: Int, _ ticket: any RecordReader
  ) throws -> [Explanation] {
    try clock.targets[...chosen].enumerated().map { place, target in
      let time =
        switch target.time {
        case .span(let span): "\(span)"
        case .workingDays(let days): Int(days).text("working day")
        }
      return Explanation(
        "target \(time), \(target.kind.rawValue)", place == chosen ? .matched : .notMatched,
        reason: try target.when.failure(ticket)
          ?? (target.when.asksNothing ? "fits all" : "fits"),
        source: target.source)
    }
  }

  private func calendars(
    _ plan: ServiceDesk.Plan, _ ticket: any RecordReader
  ) throws -> [Explanation] {
    let choices = desk.policy.choices[...(plan.choice ?? desk.policy.choices.count - 1)]
    return try choices.enumerated().map { place, choice in
      Explanation(
        "calendar \(desk.policy.calendars[choice.calendar].key)",
        place == plan.choice ? .matched : .notMatched,
        reason: try choice.when.failure(ticket)
          ?? (choice.when.asksNothing ? "fits all" : "fits"),
        source: choice.source)
    }
  }
}
