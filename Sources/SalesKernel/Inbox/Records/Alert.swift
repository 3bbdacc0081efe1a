import Values

/// Something that a person must look at, once, however often it is found.
/// - Source: AU2.
public struct Alert: SalesRecord, Hashable {
  /// What became of it.
  public enum State: String, FieldChoice {
    case open, snoozed, resolved
  }

  public var id: Int64
  public var kind: String
  public var key: String
  public var entity: String?
  public var record: Int64?
  public var owner: Int64?
  public var message: String
  public var severity: String?
  public var state: State
  public var raisedAt: Instant
  public var lastSeenAt: Instant
  public var times: Int64
  public var snoozedUntil: Day?
  public var resolvedAt: Instant?
  public var reason: String?

  public init(id: Int64 = 0, kind: String, key: String, message: String, raisedAt: Instant) {
    self.id = id
    self.kind = kind
    self.key = key
    self.message = message
    self.state = .open
    self.raisedAt = raisedAt
    self.lastSeenAt = raisedAt
    self.times = 1
  }

  public static func blank(id: Int64) -> Alert {
    Alert(id: id, kind: "", key: "", message: "", raisedAt: .first)
  }

  public static let schema = Schema<Alert>(
    "alerts", singular: "alert", label: Label("alerts", "预警"),
    help: "The one inbox of warnings: each finding once, with its owner and what became of it.",
    columns: [
      Column(
        "kind", \.kind, .text, Label("kind", "类型"), help: "A kind of the inbox policy.",
        source: "AU2", required: true),
      Column(
        "key", \.key, .text, Label("key", "去重键"),
        help: "What makes it the same finding, as lead_follow_up/17.", source: "AU2",
        required: true,
        unique: true),
      Column(
        "entity", \.entity, .text, Label("entity", "对象类型"),
        help: "Kind of record that it is about, as leads."),
      Column("record", \.record, .integer, Label("record", "对象编号"), help: "Id of that record."),
      Column(
        "owner", \.owner, .reference("reps"), Label("owner", "负责人"), help: "Who must look at it.",
        source: "AU2"),
      Column(
        "message", \.message, .text, Label("message", "内容"), help: "What was found.",
        required: true),
      Column(
        "severity", \.severity, .text, Label("severity", "级别"),
        help: "A word of the inbox policy, as high."),
      Column(
        "state", \.state, State.fieldType, Label("state", "状态"), help: "What became of it.",
        source: "AU2", required: true),
      Column(
        "raised_at", \.raisedAt, .instant, Label("raised at", "产生时间"), help: "First found.",
        required: true),
      Column(
        "last_seen_at", \.lastSeenAt, .instant, Label("last seen at", "最近发现时间"),
        help: "Last found.", required: true),
      Column(
        "times", \.times, .integer, Label("times", "次数"), help: "How often it was found.",
        required: true, bounds: .atLeast(1)),
      Column(
        "snoozed_until", \.snoozedUntil, .day, Label("snoozed until", "暂缓至"),
        help: "Day on which it is open again.", source: "AU2"),
      Column(
        "resolved_at", \.resolvedAt, .instant, Label("resolved at", "解决时间"),
        help: "When it was settled."),
      Column("reason", \.reason, .text, Label("reason", "原因"), help: "How it was settled."),
    ])
}
