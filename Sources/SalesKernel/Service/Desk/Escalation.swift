import Values

/// When somebody is told that a clock runs out or ran out, and who.
/// - Source: SV4.
public struct Escalation: Sendable {
  /// When it is reached.
  public enum Limit: Hashable, Sendable {
    /// So much of the time is used, as a share.
    case share(Double)
    /// So long after the time was over, on the clock's own kind of time.
    case after(Span)
  }

  /// Who is told.
  public enum Recipient: Hashable, Sendable {
    /// Who answers for the ticket.
    case owner
    /// Whom the owner reports to.
    case manager
    /// The rep with a role.
    case role(String)
  }

  public let key: String
  public let title: Label
  public let source: String
  public let limit: Limit
  public let recipient: Recipient
  /// Of the alert; nil for that of its kind.
  public let severity: String?
  /// Clocks that it is about; all of them where none is named.
  let clocks: [String]

  /// - Throws: ``PolicyError``.
  init(_ at: PolicyDecoder, clocks: [String]) throws(PolicyError) {
    let table = try at.table(keys: [
      "key", "title", "source", "share", "after", "to", "role", "severity", "clocks",
    ])
    key = try table["key"].key()
    title = try table["title"].label()
    source = try table.source()
    severity = try table["severity"].ifPresent?.text()
    self.clocks =
      try table["clocks"].ifPresent?.list { at throws(PolicyError) in
        try at.choice(clocks)
      } ?? []
    switch (table["share"].ifPresent, table["after"].ifPresent) {
    case (let at?, nil): limit = .share(try at.number(in: 0...1))
    case (nil, let at?): limit = .after(try at.duration())
    default:
      throw PolicyError(
        "policy.value", at: at.path, "needs one of share and after",
        remedy: "as share = 0.75 of the time, or after = hours(4) beyond it")
    }
    switch (table["to"].ifPresent, table["role"].ifPresent) {
    case (let at?, nil):
      recipient = try at.choice(["owner", "manager"]) == "owner" ? .owner : .manager
    case (nil, let at?): recipient = .role(try at.text())
    default:
      throw PolicyError(
        "policy.value", at: at.path, "needs one of to and role",
        remedy: "as to = \"owner\", to = \"manager\" or role = \"service_manager\"")
    }
  }

  /// Whether a clock that still runs has come so far.
  func isReached(_ clock: TicketClock, _ state: ClockState) -> Bool {
    guard clocks.isEmpty || clocks.contains(clock.key), state.isWaiting else { return false }
    switch limit {
    case .share(let share):
      return state.target > .zero
        && Double(state.elapsed.milliseconds) >= share * Double(state.target.milliseconds)
    case .after(let span): return state.outcome == .overdue && state.over >= span
    }
  }
}
