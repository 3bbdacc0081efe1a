import Values

/// How tickets are taken, moved, timed, escalated and judged.
///
/// ```
///   kinds      steps and their moves, classes, grades, reopening     TicketKind
///   clocks     how much time by channel, class, grade                TicketClock
///   calendars  which one, by level and team                          DeskCalendar
///   routing    team, then owner                                      OwnerAssignment
///   escalations, holds, duplicates; quality, causes, improvements
/// ```
/// - Source: SV1–SV7; `stdlib-lua/policy/desk.lua`.
public struct DeskPolicy {
  /// A rule that says which team answers for a ticket.
  public struct Route {
    public let team: String
    public let source: String
    let when: RecordCondition
  }

  /// What makes two tickets the same matter.
  public struct Likeness: Sendable {
    /// Fields that are known of both, and the same.
    let same: [Int]
    /// Fields that do not differ where both are known.
    let alike: [Int]
    public let within: Span
    public let source: String
  }

  public let header: PolicyHeader
  public let number: DocumentNumber
  public let channels: [TitledWord]
  public let kinds: [TicketKind]
  public let clocks: [TicketClock]
  public let calendars: [DeskCalendar]
  /// The first that fits.
  public let choices: [DeskCalendar.Choice]
  public let teams: [TitledWord]
  public let routes: [Route]
  /// Whether the customer's owner goes before the rules of assignment.
  public let ownerFirst: Bool
  public let assignment: OwnerAssignment
  /// What may be waited for.
  public let holds: [TitledWord]
  /// The reason of the pause that a reopening leaves.
  public let reopened: String
  /// The gravest last.
  public let escalations: [Escalation]
  public let likeness: Likeness
  public let quality: [QualityMeasure]
  public let causes: CausePolicy
  public let improvements: ImprovementPolicy
}

extension DeskPolicy {
  private static let keys =
    PolicyHeader.keys + DocumentNumber.keys + [
      "channels", "kinds", "clocks", "calendars", "calendar", "teams", "routing", "owner_first",
      "assignment", "holds", "reopened", "escalations", "duplicates", "quality", "causes",
      "improvements",
    ]

  /// - Throws: ``PolicyError``.
  public init(decoding value: PolicyValue) throws(PolicyError) {
    let root = try PolicyDecoder(value).table(keys: Self.keys)
    let tickets = Ticket.schema.entity
    header = try PolicyHeader(root)
    number = try DocumentNumber(root)
    channels = try TitledWord.list(root["channels"])
    kinds = try root["kinds"].filledList { at throws(PolicyError) in try TicketKind(at) }
    try root["kinds"].refuseDuplicates(kinds.map(\.key))
    let clocks = try root["clocks"].filledList { at throws(PolicyError) in try TicketClock(at) }
    try root["clocks"].refuseDuplicates(clocks.map(\.key))
    self.clocks = clocks
    let calendars = try root["calendars"].filledList { at throws(PolicyError) in
      try DeskCalendar(at)
    }
    try root["calendars"].refuseDuplicates(calendars.map(\.key))
    self.calendars = calendars
    choices = try root["calendar"].filledList { at throws(PolicyError) in
      try DeskCalendar.Choice(at, among: calendars)
    }
    let teams = try TitledWord.list(root["teams"])
    self.teams = teams
    routes = try root["routing"].filledList { at throws(PolicyError) in
      let table = try at.table(keys: ["when", "team", "source"])
      return Route(
        team: try table["team"].choice(teams.map(\.key)), source: try table.source(),
        when: try RecordCondition(table["when"], of: tickets))
    }
    ownerFirst = try root["owner_first"].bool()
    assignment = try OwnerAssignment(
      root["assignment"], of: tickets, states: Ticket.State.allCases.map(\.rawValue))
    holds = try TitledWord.list(root["holds"])
    reopened = try root["reopened"].choice(holds.map(\.key))
    escalations = try root["escalations"].list { at throws(PolicyError) in
      try Escalation(at, clocks: clocks.map(\.key))
    }
    try root["escalations"].refuseDuplicates(escalations.map(\.key))
    likeness = try Likeness(root["duplicates"])
    quality = try root["quality"].list { at throws(PolicyError) in try QualityMeasure(at) }
    try root["quality"].refuseDuplicates(quality.map(\.key))
    causes = try CausePolicy(root["causes"])
    improvements = try ImprovementPolicy(root["improvements"])
  }
}

extension DeskPolicy.Likeness {
  fileprivate init(_ at: PolicyDecoder) throws(PolicyError) {
    let table = try at.table(keys: ["same", "alike", "within", "source"])
    let tickets = Ticket.schema.entity
    same = try table["same"].filledList { at throws(PolicyError) in try tickets.policySlot(at) }
    alike = try table["alike"].list { at throws(PolicyError) in try tickets.policySlot(at) }
    within = try table["within"].duration()
    source = try table.source()
  }

  /// A field that they have alike, to look for others by.
  public var firstField: Int? { same.first }

  /// The fields that two tickets have alike; nil where they are not the same matter.
  public func match(_ one: Ticket, _ other: Ticket) -> [String]? {
    let gap = one.openedAt.span(since: other.openedAt).milliseconds
    guard gap.magnitude <= within.milliseconds.magnitude else { return nil }
    let entity = Ticket.schema.entity
    var found: [String] = []
    for slot in same {
      let value = Ticket.schema.value(of: one, slot: slot)
      guard !value.isNull, value == Ticket.schema.value(of: other, slot: slot) else { return nil }
      found.append(entity.fields[slot].name)
    }
    for slot in alike {
      let (left, right) = (
        Ticket.schema.value(of: one, slot: slot), Ticket.schema.value(of: other, slot: slot)
      )
      if left.isNull || right.isNull { continue }
      if left != right { return nil }
      found.append(entity.fields[slot].name)
    }
    return found
  }
}

extension DeskPolicy {
  /// - Throws: `ticket.kind` with the nearest word.
  public func kind(_ word: String) throws(ValidationError) -> TicketKind {
    if let kind = kinds.first(where: { $0.key == word }) { return kind }
    throw ValidationError(
      "ticket.kind", "\"\(word.excerpt)\" is no kind of ticket",
      remedy: Suggestion.sentence(for: word, among: kinds.map(\.key)), field: "kind")
  }

  /// Refuses words of a ticket that the policy does not have.
  /// - Throws: `ticket.kind`, `ticket.channel`, `ticket.class`, `ticket.grade`, `ticket.team`, `ticket.cause`.
  public func require(_ ticket: Ticket) throws(ValidationError) {
    let kind = try kind(ticket.kind)
    if let word = ticket.channel {
      _ = try channels.require(word, "ticket.channel", "channel", field: "channel")
    }
    if let word = ticket.class {
      _ = try kind.classes.require(word, "ticket.class", "class of \(kind.key)", field: "class")
    }
    if let word = ticket.grade {
      guard !kind.grades.isEmpty else {
        throw ValidationError(
          "ticket.grade",
          "tickets of the kind \(kind.key) are not graded, and grade is \"\(word)\"",
          remedy: "leave grade out", field: "grade")
      }
      _ = try kind.grades.require(word, "ticket.grade", "grade of \(kind.key)", field: "grade")
    }
    if let word = ticket.team {
      _ = try teams.require(word, "ticket.team", "team", field: "team")
    }
    if let word = ticket.rootCause {
      _ = try causes.words.require(word, "ticket.cause", "root cause", field: "root_cause")
    }
  }

  /// The team that answers for a ticket, with the rules that did not fit; nil where none does.
  public func team(for ticket: any RecordReader) throws -> (team: String?, why: Explanation) {
    var chosen: Route?
    var nodes: [Explanation] = []
    for route in routes {
      if let chosen {
        nodes.append(
          Explanation(
            route.team, .notMatched, reason: "\(chosen.team) comes first", source: route.source))
      } else if let failure = try route.when.failure(ticket) {
        nodes.append(
          Explanation(route.team, .notMatched, reason: failure, source: route.source))
      } else {
        chosen = route
        nodes.append(
          Explanation(
            route.team, .matched, reason: route.when.asksNothing ? "fits all" : "fits",
            source: route.source))
      }
    }
    return (
      chosen?.team,
      Explanation(
        "team", .step, value: chosen.map { .text($0.team) } ?? .null, source: chosen?.source,
        children: nodes)
    )
  }
}
