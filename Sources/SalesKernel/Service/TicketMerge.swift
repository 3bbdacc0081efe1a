import Values

extension TicketFlow {
  /// Two tickets as one: the double ends, and the older one goes on with the first answer of the two.
  ///
  /// Moves and holds of the double stay its own, and are found by ``Ticket/mergedInto``.
  /// - Throws: `ticket.closed`, `ticket.merge` for itself, one of another customer, or one that is younger.
  public mutating func merge(
    into other: inout TicketFlow, at moment: Instant
  ) throws(ValidationError) {
    try requireOpen("merged")
    let into = other.ticket
    guard ticket.id != into.id else { throw refusal(into, "it is the same ticket") }
    guard into.state != .merged else {
      throw refusal(
        into, "\(into.title) is merged itself",
        remedy: "merge it into ticket \(into.mergedInto.map { "\($0)" } ?? "it was merged into")")
    }
    try other.requireOpen("merged into")
    guard ticket.customer == into.customer else {
      throw refusal(into, "they are of different customers")
    }
    guard into.openedAt <= ticket.openedAt else {
      throw refusal(
        into, "\(into.title) was opened later, and its clocks would start anew",
        remedy: "merge \(into.title) into \(ticket.title)")
    }
    try require(moment, after: max(last, other.last), "the last move")
    if let answered = ticket.respondedAt { try other.respond(at: answered) }
    try end(as: .merged, at: moment)
    (left, other.left) = (ticket.step, into.step)
    ticket.mergedInto = into.id
  }

  private func refusal(_ into: Ticket, _ why: String, remedy: String = "") -> ValidationError {
    ValidationError(
      "ticket.merge", "ticket \(ticket.title) cannot be merged into \(into.title): \(why)",
      remedy: remedy, field: "merged_into")
  }
}
