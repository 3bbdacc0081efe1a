import Values

/// A desk's policy with the calendars that it names: what every clock of a ticket needs.
public final class ServiceDesk {
  public let policy: DeskPolicy
  /// In the policy's order.
  public let calendars: [WorkingCalendar]
  /// Fields by which a ticket's clocks and calendar are chosen.
  public let words: [Int]

  /// - Parameter calendar: The working calendar of a calendar policy.
  public init(
    _ policy: DeskPolicy, calendar: (DeskCalendar) throws -> WorkingCalendar
  ) throws {
    self.policy = policy
    calendars = try policy.calendars.map(calendar)
    let conditions =
      policy.choices.map(\.when) + policy.clocks.flatMap { $0.targets.map(\.when) }
    words = Set(conditions.flatMap { $0.limits.map(\.slot) }).sorted()
  }

  /// The same with another calendar in the place of each that bears its name, for what would change.
  public func replacing(
    _ name: String, _ calendar: (DeskCalendar) throws -> WorkingCalendar
  ) throws -> ServiceDesk {
    try ServiceDesk(policy) { entry in
      let place = policy.calendars.firstIndex { $0.key == entry.key } ?? 0
      let standing = calendars[place]
      return standing.policy.header.name == name ? try calendar(entry) : standing
    }
  }

  /// A clock as it runs for tickets of one sort.
  public struct Plan: Sendable {
    /// Place in the policy's clocks, and in its targets.
    public let clock: Int
    public let target: Int
    public let time: Span
    let start: TicketMoment
    let done: TicketMoment
    public let timeline: Timeline
    /// Place in the policy's calendars, also where the clock is on the wall.
    public let calendar: Int
    /// Place in the policy's choices of calendars; nil where none fits and the first calendar counts.
    public let choice: Int?
  }

  /// The clocks that run for a ticket.
  /// - Throws: what the record throws, `span.overflow`.
  public func plans(of ticket: any RecordReader) throws -> [Plan] {
    let (calendar, choice) = try calendar(of: ticket)
    var plans: [Plan] = []
    for index in policy.clocks.indices {
      let targets = policy.clocks[index].targets
      guard let place = try targets.firstIndex(where: { try $0.when.failure(ticket) == nil })
      else { continue }
      let timeline: Timeline =
        targets[place].kind == .wall ? .wall : .working(calendars[calendar])
      plans.append(
        Plan(
          clock: index, target: place, time: try targets[place].time.span(on: timeline),
          start: policy.clocks[index].start, done: policy.clocks[index].done, timeline: timeline,
          calendar: calendar, choice: choice))
    }
    return plans
  }

  /// The calendar of a ticket, by its place, and the rule that chose it: the first calendar where none did.
  public func calendar(
    of ticket: any RecordReader
  ) throws -> (calendar: Int, choice: Int?) {
    let choice = try policy.choices.firstIndex { try $0.when.failure(ticket) == nil }
    return (choice.map { policy.choices[$0].calendar } ?? 0, choice)
  }
}
