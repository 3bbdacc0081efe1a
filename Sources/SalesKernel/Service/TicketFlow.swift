import Values

/// A ticket that something is done with: the steps that its kind allows, its moments and its pauses.
///
/// Nothing is written: each verb gives the ticket as it is then, with what is to be noted beside it.
/// ```
///   open ── move … ── resolve ── close          hold ◇ resume: time that no clock counts
///     ▲                  │         │
///     └── move back ◄────┘         │            going back behind the resolving step, and reopening,
///     └── reopen ◄─────────────────┘            leave the time since as a pause: the clock goes on
/// ```
/// - Source: SV3, SV4, SV7.
public struct TicketFlow {
  public let policy: DeskPolicy
  public let kind: TicketKind
  public internal(set) var ticket: Ticket
  public let holds: [TicketHold]
  /// When it last moved.
  public let last: Instant
  /// The step that it left, where it moved.
  public internal(set) var left: String?
  /// A pause that begins or ended here, to be written.
  public private(set) var pause: TicketHold?

  /// - Parameters:
  ///   - holds: Those of the ticket.
  ///   - last: When it last moved; its opening where it did not.
  /// - Throws: `ticket.kind` where the policy does not have its kind.
  public init(
    _ ticket: Ticket, holds: [TicketHold], last: Instant, _ policy: DeskPolicy
  ) throws(ValidationError) {
    (self.policy, self.ticket, self.holds) = (policy, ticket, holds)
    self.last = max(last, ticket.openedAt)
    kind = try policy.kind(ticket.kind)
  }

  private var openHold: TicketHold? { holds.first { $0.toAt == nil } }

  // MARK: Steps

  /// - Throws: `ticket.closed`, `ticket.step`, `ticket.move`, `ticket.reason`, `ticket.missing`, `ticket.order`.
  public mutating func move(
    to word: String, at moment: Instant, reason: String?
  ) throws(ValidationError) {
    try requireOpen("moved")
    let (from, to) = (try kind.step(ticket.step), try kind.step(word))
    let allowed = kind.steps[from].next
    guard allowed.contains(word) else {
      throw ValidationError(
        "ticket.move", "\(kind.key) \(ticket.title) is at \(ticket.step) and cannot go to \(word)",
        remedy: allowed.isEmpty
          ? "\(ticket.step) is its last step" : "it can go to \(allowed.joined(separator: ", "))",
        field: "step")
    }
    try require(moment, after: last, "its last move")
    if to < from { try require(reason, "going back from \(ticket.step) to \(word)") }
    if to < kind.resolving { takeBack(at: moment) }
    try requireFields(of: kind.steps[to])
    left = ticket.step
    ticket.step = word
    try set(kind.steps[to].marks, at: moment)
  }

  private func requireFields(of step: TicketKind.Step) throws(ValidationError) {
    let missing = step.needs.filter { Ticket.schema.value(of: ticket, slot: $0).isNull }
      .map { Ticket.schema.entity.fields[$0].name }
    guard missing.isEmpty else {
      throw ValidationError(
        "ticket.missing",
        "\(kind.key) \(ticket.title) needs \(missing.joined(separator: ", ")) to come to \(step.key)",
        remedy: "give it with the move, as \(missing[0]) = …", field: missing[0])
    }
  }

  /// - Throws: `ticket.order` where it is on hold from later on.
  private mutating func set(
    _ marks: Set<TicketMark>, at moment: Instant
  ) throws(ValidationError) {
    if marks.contains(.responded) || marks.contains(.resolved) {
      ticket.respondedAt = ticket.respondedAt ?? moment
    }
    if marks.contains(.resolved) { ticket.resolvedAt = ticket.resolvedAt ?? moment }
    if marks.contains(.closed) {
      try end(as: .closed, at: moment)
    } else if marks.contains(.resolved), let open = openHold {
      try end(open, at: moment)
    }
  }

  /// - Throws: `ticket.order`.
  mutating func end(as state: Ticket.State, at moment: Instant) throws(ValidationError) {
    ticket.closedAt = moment
    ticket.state = state
    if let open = openHold { try end(open, at: moment) }
  }

  /// What was resolved is not, after all: the time since is a pause.
  private mutating func takeBack(at moment: Instant) {
    guard let since = ticket.resolvedAt ?? ticket.closedAt else { return }
    ticket.resolvedAt = nil
    ticket.closedAt = nil
    ticket.reopened += 1
    var hold = TicketHold(ticket: ticket.id, fromAt: since)
    hold.toAt = moment
    hold.reason = policy.reopened
    pause = hold
  }

  /// - Throws: `ticket.open`, `ticket.reopen`, `ticket.reason`, `ticket.order`.
  public mutating func reopen(at moment: Instant, reason: String?) throws(ValidationError) {
    guard ticket.state == .closed, let closed = ticket.closedAt else {
      throw ValidationError(
        "ticket.open", "\(kind.key) \(ticket.title) is \(ticket.state.rawValue)",
        remedy: ticket.state == .merged
          ? "reopen the ticket that it was merged into" : "only closed tickets are reopened",
        field: "state")
    }
    try require(moment, after: max(last, closed), "it was closed")
    try require(reason, "reopening")
    let limit = kind.reopening.within
    guard moment.span(since: closed) <= limit else {
      throw ValidationError(
        "ticket.reopen",
        "\(kind.key) \(ticket.title) was closed at \(closed), \(moment.span(since: closed)) before \(moment)",
        remedy: "it can be reopened for \(limit); open a new one: service.open", field: "at")
    }
    takeBack(at: moment)
    left = ticket.step
    ticket.step = kind.reopening.step
    ticket.state = .open
  }

  // MARK: Answer

  /// The first answer counts; a later one changes nothing.
  /// - Throws: `ticket.closed`, `ticket.order`.
  public mutating func respond(at moment: Instant) throws(ValidationError) {
    try requireOpen("answered")
    try require(moment, after: ticket.openedAt, "it was opened")
    ticket.respondedAt = min(ticket.respondedAt ?? moment, moment)
  }

  // MARK: Pauses

  /// - Throws: `ticket.closed`, `ticket.hold` for an unknown reason, `ticket.overlap`, `ticket.order`.
  public mutating func hold(from moment: Instant, reason: String) throws(ValidationError) {
    try requireOpen("put on hold")
    let words = policy.holds.filter { $0.key != policy.reopened }
    _ = try words.require(reason, "ticket.hold", "reason to wait", field: "reason")
    if let open = openHold {
      throw ValidationError(
        "ticket.overlap",
        "\(kind.key) \(ticket.title) is on hold since \(open.fromAt)\(open.reason.map { ", \($0)" } ?? "")",
        remedy: "end that first: service.resume(ticket)", field: "from")
    }
    try require(moment, after: ticket.openedAt, "it was opened")
    if let other = holds.first(where: { moment < $0.toAt ?? .last }) {
      throw ValidationError(
        "ticket.overlap",
        "a hold from \(moment) runs into that of \(ticket.title) from \(other.fromAt) to "
          + "\(other.toAt.map { "\($0)" } ?? "now")",
        remedy: "give a moment from its end on", field: "from")
    }
    if let resolved = ticket.resolvedAt {
      throw ValidationError(
        "ticket.hold", "\(kind.key) \(ticket.title) was resolved at \(resolved): no clock waits",
        remedy: "move it back first where it is not", field: "from")
    }
    var hold = TicketHold(ticket: ticket.id, fromAt: moment)
    hold.reason = reason
    pause = hold
  }

  /// - Throws: `ticket.closed`, `ticket.resume` where it is not on hold, `ticket.order`.
  public mutating func resume(at moment: Instant) throws(ValidationError) {
    try requireOpen("resumed")
    guard let open = openHold else {
      throw ValidationError(
        "ticket.resume", "\(kind.key) \(ticket.title) is not on hold",
        remedy: "service.hold(ticket, {reason = …}) puts it on hold", field: "state")
    }
    try end(open, at: moment)
  }

  private mutating func end(_ open: TicketHold, at moment: Instant) throws(ValidationError) {
    try require(moment, after: open.fromAt, "its hold began")
    var hold = open
    hold.toAt = moment
    pause = hold
  }

  // MARK: What is required

  /// - Throws: `ticket.closed`.
  public func requireOpen(_ what: String) throws(ValidationError) {
    guard ticket.state != .open else { return }
    throw ValidationError(
      "ticket.closed",
      "\(kind.key) \(ticket.title) is \(ticket.state.rawValue) and cannot be \(what)",
      remedy: ticket.state == .merged
        ? "go on with ticket \(ticket.mergedInto.map { "\($0)" } ?? "it was merged into")"
        : "open it again first: service.reopen(ticket, {reason = …})", field: "state")
  }

  func require(
    _ moment: Instant, after earliest: Instant, _ what: String
  ) throws(ValidationError) {
    guard moment < earliest else { return }
    throw ValidationError(
      "ticket.order", "\(kind.key) \(ticket.title): \(moment) is before \(what), \(earliest)",
      remedy: "give a moment from then on", field: "at")
  }

  private func require(_ reason: String?, _ what: String) throws(ValidationError) {
    guard reason?.isEmpty ?? true else { return }
    throw ValidationError(
      "ticket.reason", "\(what) asks for a reason", remedy: "give reason = \"…\"", field: "reason")
  }
}

extension Ticket {
  /// How messages name it.
  public var title: String { code ?? "\(id)" }
}
