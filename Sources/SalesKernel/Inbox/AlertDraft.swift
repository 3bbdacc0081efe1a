import Values

/// A finding, before it is known whether the inbox has it already.
public struct AlertDraft: Hashable, Sendable {
  public var kind: String
  /// What makes it the same finding; by default its kind and record.
  public var key: String
  public var entity: String?
  public var record: Int64?
  public var owner: Int64?
  public var message: String
  /// Nil for that of its kind.
  public var severity: String?

  public init(
    kind: String, key: String, entity: String? = nil, record: Int64? = nil, owner: Int64? = nil,
    message: String, severity: String? = nil
  ) {
    self.kind = kind
    self.key = key
    self.entity = entity
    self.record = record
    self.owner = owner
    self.message = message
    self.severity = severity
  }

  /// A finding about one record, known by its kind and that record.
  public init(
    kind: String, of entity: Entity, _ record: Int64, owner: Int64? = nil, message: String,
    severity: String? = nil
  ) {
    self.init(
      kind: kind, key: "\(kind)/\(entity.singular)/\(record)", entity: entity.name,
      record: record, owner: owner, message: message, severity: severity)
  }
}

extension Alert {
  /// Whether somebody must look at it on a day: open, or put off until that day.
  public func isOpen(on day: Day) -> Bool {
    switch state {
    case .open: true
    case .snoozed: snoozedUntil.map { $0 <= day } ?? true
    case .resolved: false
    }
  }

  /// The alert of a finding that the inbox does not have.
  public init(_ draft: AlertDraft, severity: String, at instant: Instant) {
    self.init(kind: draft.kind, key: draft.key, message: draft.message, raisedAt: instant)
    entity = draft.entity
    record = draft.record
    owner = draft.owner
    self.severity = draft.severity ?? severity
  }

  /// Found again: it counts once more and says what is so now. A settled one stays settled, unless
  /// its kind returns; one that is put off stays so until its day.
  public func found(
    again draft: AlertDraft, kind: InboxPolicy.Kind, at instant: Instant
  ) -> Alert {
    if state == .resolved, !kind.returns { return self }
    var alert = self
    alert.message = draft.message
    alert.owner = draft.owner ?? owner
    alert.severity = draft.severity ?? severity
    alert.lastSeenAt = max(lastSeenAt, instant)
    let (times, overflow) = times.addingReportingOverflow(1)
    alert.times = overflow ? self.times : times
    if state != .snoozed || isOpen(on: instant.day()) {
      alert.state = .open
      alert.snoozedUntil = nil
      alert.resolvedAt = nil
      alert.reason = nil
    }
    return alert
  }

  /// - Throws: `alert.resolved` where it is settled already.
  public func requireUnsettled() throws(ValidationError) {
    guard state == .resolved else { return }
    throw ValidationError(
      "alert.resolved", "alert \(id) (\(key)) was settled already",
      remedy: "it opens again by itself if it is found again and its kind returns")
  }
}
