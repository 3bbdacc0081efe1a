import Values

/// A moment of a ticket, by the name of its field.
enum TicketMoment: String, CaseIterable, Sendable {
  case opened = "opened_at"
  case responded = "responded_at"
  case resolved = "resolved_at"
  case closed = "closed_at"
}

/// The moments of a ticket: what its clocks and the measures of quality are made of.
public struct TicketFacts: Sendable {
  public var opened: Instant
  public var responded: Instant?
  public var resolved: Instant?
  public var closed: Instant?
  public var reopened: Int64

  public init(
    opened: Instant, responded: Instant?, resolved: Instant?, closed: Instant?, reopened: Int64
  ) {
    (self.opened, self.responded, self.resolved) = (opened, responded, resolved)
    (self.closed, self.reopened) = (closed, reopened)
  }

  public init(_ ticket: Ticket) {
    self.init(
      opened: ticket.openedAt, responded: ticket.respondedAt, resolved: ticket.resolvedAt,
      closed: ticket.closedAt, reopened: ticket.reopened)
  }

  @inline(__always)
  subscript(moment: TicketMoment) -> Instant? {
    switch moment {
    case .opened: opened
    case .responded: responded
    case .resolved: resolved
    case .closed: closed
    }
  }

  /// As it was known at a moment: what came later had not happened. A reopening that was still to come
  /// makes it look done.
  @inline(__always)
  public func known(at now: Instant, _ pauses: TicketPauses) -> TicketFacts {
    var facts = self
    if let at = responded, at > now { facts.responded = nil }
    if let at = resolved, at > now { facts.resolved = nil }
    if let at = closed, at > now { facts.closed = nil }
    if let at = pauses.takenBack {
      facts.resolved = facts.resolved ?? at
      facts.closed = facts.closed ?? at
    }
    return facts
  }

  /// - Throws: `ticket.order` for a ticket with something done before it was opened.
  @inline(__always)
  public func requireOrder(_ id: Int64) throws(ValidationError) {
    if responded ?? opened < opened || resolved ?? opened < opened || closed ?? opened < opened {
      throw disorder(id)
    }
  }

  private func disorder(_ id: Int64) -> ValidationError {
    let moment = [TicketMoment.responded, .resolved, .closed].first {
      self[$0].map { $0 < opened } ?? false
    }
    let field = moment?.rawValue ?? ""
    let at = moment.flatMap { self[$0] }.map { "\($0)" } ?? ""
    return ValidationError(
      "ticket.order", "ticket \(id): \(field) \(at) is before it was opened, \(opened)",
      remedy: "correct \(field) or opened_at", field: field)
  }
}
