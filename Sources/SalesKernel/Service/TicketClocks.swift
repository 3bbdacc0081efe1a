import Values

/// The clocks of tickets at one moment, from values at native speed.
///
/// What happened after the moment does not count, so that a past moment gives what it showed then.
/// - Source: SV3, SV4, SV7.
public struct TicketClocks {
  /// A clock that runs or ran for a ticket.
  public struct Reading {
    public let plan: ServiceDesk.Plan
    public let state: ClockState

    public init(plan: ServiceDesk.Plan, state: ClockState) {
      (self.plan, self.state) = (plan, state)
    }
  }

  public let desk: ServiceDesk
  public let now: Instant

  public init(_ desk: ServiceDesk, now: Instant) { (self.desk, self.now) = (desk, now) }

  /// Where one clock stands; nil where it did not run yet.
  ///
  /// - Parameters:
  ///   - facts: As ``TicketFacts/known(at:_:)`` gives them.
  /// - Throws: `calendar.coverage`.
  @inline(__always)
  public func state(
    _ plan: ServiceDesk.Plan, of facts: TicketFacts, _ pauses: TicketPauses
  ) throws -> ClockState? {
    guard let start = facts[plan.start] else { return nil }
    return try ClockState(
      plan.time, from: start, done: facts[plan.done], ended: facts.closed, now: now,
      holds: pauses.list, on: plan.timeline)
  }

  /// From when a clock that nothing has ended yet counts, and when it is due; nil for others. A deadline
  /// beyond the calendar is nil too.
  public func deadline(
    _ plan: ServiceDesk.Plan, of facts: TicketFacts, _ pauses: TicketPauses
  ) throws -> (start: Instant, due: Instant?)? {
    guard let start = facts[plan.start], facts[plan.done] == nil, facts.closed == nil else {
      return nil
    }
    do {
      return (start, try plan.timeline.due(after: start, plan.time, holds: pauses.list))
    } catch let error as ValidationError where error.code == "calendar.coverage" {
      return (start, nil)
    }
  }

  /// All clocks of one ticket.
  /// - Throws: `ticket.order`, `calendar.coverage`.
  public func readings(of ticket: Ticket, _ holds: [TicketHold]) throws -> [Reading] {
    let pauses = try pauses(holds)
    let facts = TicketFacts(ticket)
    try facts.requireOrder(ticket.id)
    guard facts.opened <= now else { return [] }
    let known = facts.known(at: now, pauses)
    return try desk.plans(of: ticket.reader).compactMap { plan in
      try state(plan, of: known, pauses).map { Reading(plan: plan, state: $0) }
    }
  }

  public func pauses(_ holds: [TicketHold]) throws -> TicketPauses {
    try TicketPauseBook(holds, reopened: desk.policy.reopened, knownAt: now).only
  }

  /// The escalations that a clock has reached.
  public func escalations(_ reading: Reading) -> [Escalation] {
    let clock = desk.policy.clocks[reading.plan.clock]
    return desk.policy.escalations.filter { $0.isReached(clock, reading.state) }
  }

  /// The gravest escalation that a clock has reached, by its place; nil for none.
  public func escalation(_ reading: Reading) -> Int? {
    let clock = desk.policy.clocks[reading.plan.clock]
    return desk.policy.escalations.lastIndex { $0.isReached(clock, reading.state) }
  }
}
