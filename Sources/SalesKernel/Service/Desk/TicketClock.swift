import Values

/// By when something is done about a ticket: from when it counts, what ends it, and how long it may take by
/// channel, class, grade or whatever else is known of the ticket.
/// - Source: SV3, SV4, SV7.
public struct TicketClock {
  /// How much time tickets of a sort have; the first that fits counts.
  public struct Target {
    public let kind: Timeline.Kind
    public let time: ClockTarget
    public let source: String
    let when: RecordCondition
  }

  public let key: String
  public let title: Label
  public let source: String
  /// Kind of the inbox that tells of it; nil where nobody is told.
  public let alert: String?
  /// The moment that it counts from, and the one that ends it.
  let start: TicketMoment
  let done: TicketMoment
  public let targets: [Target]

  /// - Throws: ``PolicyError``.
  init(_ at: PolicyDecoder) throws(PolicyError) {
    let table = try at.table(keys: ["key", "title", "source", "alert", "from", "done", "targets"])
    key = try table["key"].key()
    title = try table["title"].label()
    source = try table.source()
    alert = try table["alert"].ifPresent?.key()
    start = try table["from"].oneOf(TicketMoment.self)
    done = try table["done"].oneOf(TicketMoment.self)
    targets = try table["targets"].filledList { at throws(PolicyError) in
      let entry = try at.table(keys: ClockTarget.keys + ["when", "kind", "source"])
      let kind = try entry["kind"].oneOf(Timeline.Kind.self)
      return Target(
        kind: kind, time: try ClockTarget(entry, kind), source: try entry.source(),
        when: try RecordCondition(entry["when"], of: Ticket.schema.entity))
    }
  }
}
