import SalesKernel
import SalesStore
import Values

/// Puts findings into the inbox, each once.
final class AlertDesk {
  private unowned let host: ScriptHost
  private let policy: InboxPolicy
  private let now: Instant

  /// - Throws: ``PolicyError`` of the inbox policy.
  init(_ host: ScriptHost, _ policies: EnginePolicies) throws {
    self.host = host
    policy = try policies.inbox()
    now = host.options.clock
  }

  /// Raises a finding, or notes that one which is there was found again.
  /// - Returns: the alert's id, and whether somebody must look at it now who did not have to before.
  /// - Throws: `alert.kind`, `alert.severity`.
  @discardableResult
  func raise(_ draft: AlertDraft) throws -> (id: Int64, isNew: Bool) {
    let kind = try policy.kind(draft.kind)
    if let severity = draft.severity { try policy.requireSeverity(severity) }
    guard let known = try alert(key: draft.key) else {
      let alert = Alert(draft, severity: kind.severity, at: now)
      return (try host.requireSession().create(Alert.schema.entity, alert.values), true)
    }
    let again = known.found(again: draft, kind: kind, at: now)
    try store(again)
    return (known.id, !known.isOpen(on: now.day()) && again.isOpen(on: now.day()))
  }

  /// Raises all findings of a kind, and settles its open alerts that were not found this time.
  /// - Returns: how many are new, were known, and are settled.
  func sweep(
    _ kind: String, _ drafts: [AlertDraft], settledAs reason: String
  ) throws -> (raised: Int, known: Int, settled: Int) {
    _ = try policy.kind(kind)
    var result = (raised: 0, known: 0, settled: 0)
    var found: Set<String> = []
    for draft in drafts where found.insert(draft.key).inserted {
      if try raise(draft).isNew { result.raised += 1 } else { result.known += 1 }
    }
    for alert in try host.records(Alert.self, where: [("kind", .text(kind))])
    where alert.state != .resolved && !found.contains(alert.key) {
      try resolve(alert, reason: reason)
      result.settled += 1
    }
    return result
  }

  /// - Throws: `alert.resolved`.
  func resolve(_ alert: Alert, reason: String?) throws {
    try alert.requireUnsettled()
    var settled = alert
    settled.state = .resolved
    settled.snoozedUntil = nil
    settled.resolvedAt = now
    settled.reason = reason
    try store(settled)
  }

  /// Puts an alert off until a day.
  /// - Throws: `alert.resolved`, `alert.snooze` for a day that is past or too far away.
  func snooze(_ alert: Alert, until day: Day, reason: String?) throws {
    try alert.requireUnsettled()
    let today = now.day()
    let days = day.number - today.number
    guard days >= 1, days <= policy.snoozeDays else {
      throw ValidationError(
        "alert.snooze", "an alert cannot be put off from \(today) until \(day)",
        remedy: "give a day after today, at most \(policy.snoozeDays) days ahead",
        field: "snoozed_until")
    }
    var later = alert
    later.state = .snoozed
    later.snoozedUntil = day
    later.reason = reason ?? alert.reason
    try store(later)
  }

  func store(_ alert: Alert) throws {
    let slots = Alert.schema.entity.fields.indices
    try host.requireSession().set(
      Alert.schema.entity, id: alert.id,
      slots.map { (slot: $0, value: Alert.schema.value(of: alert, slot: $0)) })
  }

  private func alert(key: String) throws -> Alert? {
    let entity = Alert.schema.entity
    let slot = try entity.requireSlot(of: "key")
    return try host.requireSession().holder(entity, slot: slot, value: .text(key)).map {
      try host.record(Alert.self, id: $0)
    }
  }
}
