import Values

/// A calendar that tickets may count on: one of the calendar policies, with days of its own where it has some.
/// - Source: SV1, SV7.
public struct DeskCalendar: Sendable {
  /// What it is made of.
  public enum Base: Sendable {
    /// A calendar policy by its name.
    case named(String)
    case own(CalendarPolicy)
  }

  public let key: String
  public let source: String
  public let base: Base
  /// Days that go before those of the base: of one team, of one site.
  public let exceptions: [Day: CalendarPolicy.Exception]

  /// - Throws: ``PolicyError``.
  init(_ at: PolicyDecoder) throws(PolicyError) {
    let table = try at.table(keys: ["key", "policy", "exceptions", "source"])
    key = try table["key"].key()
    source = try table.source()
    if case .text(let name) = table["policy"].value {
      base = .named(name)
    } else {
      base = .own(try CalendarPolicy(table["policy"]))
    }
    exceptions =
      try table["exceptions"].ifPresent.map { at throws(PolicyError) in
        try CalendarPolicy.Exception.days(at)
      } ?? [:]
  }

  /// A rule that says which tickets count on which calendar.
  public struct Choice {
    /// Place in the policy's calendars.
    public let calendar: Int
    public let source: String
    let when: RecordCondition

    /// - Throws: ``PolicyError``.
    init(_ at: PolicyDecoder, among calendars: [DeskCalendar]) throws(PolicyError) {
      let table = try at.table(keys: ["when", "calendar", "source"])
      let word = try table["calendar"].choice(calendars.map(\.key))
      calendar = calendars.firstIndex { $0.key == word } ?? 0
      source = try table.source()
      when = try RecordCondition(table["when"], of: Ticket.schema.entity)
    }
  }
}
