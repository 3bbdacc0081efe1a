import Values

extension TicketFlow {
  /// Sets fields of an open ticket. Where a step that asks for one of them comes next, the ticket goes there;
  /// else it is noted where it stands.
  /// - Throws: `ticket.closed`, `ticket.order`, and for words that the policy does not have.
  public mutating func amend(
    _ fields: [(slot: Int, value: FieldValue)], at moment: Instant
  ) throws {
    try requireOpen("changed")
    try set(fields)
    let from = try kind.step(ticket.step)
    let asked = Set(fields.map(\.slot))
    let step = kind.steps.indices.first { place in
      place > from && kind.steps[from].next.contains(kind.steps[place].key)
        && kind.steps[place].needs.contains { asked.contains($0) }
        && kind.steps[place].needs.allSatisfy {
          !Ticket.schema.value(of: ticket, slot: $0).isNull
        }
    }
    if let step {
      try move(to: kind.steps[step].key, at: moment, reason: nil)
    } else {
      try require(moment, after: last, "its last move")
      left = ticket.step
    }
  }

  /// Sets fields on the way to a move.
  /// - Throws: as ``DeskPolicy/require(_:)``.
  public mutating func set(_ fields: [(slot: Int, value: FieldValue)]) throws {
    for (slot, value) in fields { try Ticket.schema.set(&ticket, slot: slot, to: value) }
    try policy.require(ticket)
  }
}
