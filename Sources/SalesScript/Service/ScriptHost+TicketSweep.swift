import Lua
import SalesKernel
import SalesStore
import Values

/// `service.sweep`: tells who must know of clocks that run out or ran out, each once.
extension ScriptHost {
  func defineTicketSweep(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "service.sweep", "service.sweep{policy =}",
        "Looks at the clocks of all open tickets: notes the gravest escalation that each ticket has reached, and "
          + "raises an alert for every one that a clock has reached, to whom the policy says. What is done, closed or "
          + "merged settles by itself. Gives raised, known, settled and escalated, the tickets that came higher.",
        returns: "table",
        units: "raised, known and settled: alerts",
        changes: "escalation of the tickets; alerts of the kinds that the clocks name",
        errors: ["alert.kind", "alert.severity", "ticket.order", "calendar.coverage"],
        example: "local a, b\nplan(function()\n" + Self.ticketExample
          + "  local t = ticket{grade = \"major\"}\n  service.sweep{}\n"
          + "  a, b = tickets:get(t.id).escalation, service.sweep{}.raised\nend)\nreturn a, b",
        result: "\"manager\"  0", seeAlso: ["service.breaches", "inbox.open", "why"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(arguments, of: "service.sweep", allowing: ["policy"])
      let question = try TicketQuestion(
        self, options, policies, slots: TicketQuestion.reachSlots())
      try results.add(try escalate(question, policies))
    }
  }

  private func escalate(
    _ question: TicketQuestion, _ policies: EnginePolicies
  ) throws -> Value {
    let clocks = question.clocks
    let reaches = try question.reaches { clocks.escalation($0) != nil }
    let desk = try AlertDesk(self, policies)
    let people = DeskPeople(try records(Rep.self), on: options.clock.day())
    var all = (raised: 0, known: 0, settled: 0)
    let escalated = try requireSession().savepoint {
      for kind in Set(question.policy.clocks.compactMap(\.alert)).sorted() {
        let drafts = reaches.filter { clocks.clock($0.reading).alert == kind }
          .flatMap { Self.drafts(of: $0, clocks, kind, people) }
        let swept = try desk.sweep(kind, drafts, settledAs: "nobody waits for it any more")
        all = (
          all.raised + swept.raised, all.known + swept.known, all.settled + swept.settled
        )
      }
      return try noteEscalations(reaches, clocks)
    }
    return .table(
      Table(fields: [
        ("raised", Value(all.raised)), ("known", Value(all.known)),
        ("settled", Value(all.settled)), ("escalated", Value(escalated)),
      ]))
  }

  /// One alert an escalation that the clock has reached, so that each is told once and to its own recipient.
  private static func drafts(
    of reach: TicketReach, _ clocks: TicketClocks, _ kind: String, _ people: DeskPeople
  ) -> [AlertDraft] {
    let clock = clocks.clock(reach.reading)
    return clocks.escalations(reach.reading).map { escalation in
      let grade = reach.grade.map { ", \($0)" } ?? ""
      return AlertDraft(
        kind: kind, key: "\(kind)/ticket/\(reach.ticket)/\(clock.key)/\(escalation.key)",
        entity: Ticket.schema.entity.name, record: reach.ticket,
        owner: people.recipient(escalation.recipient, of: reach.owner),
        message: "\(reach.kind) \(reach.code)\(grade) (\(reach.subject)): "
          + "\(escalation.title.en), \(clock.key) "
          + (reach.state.outcome == .overdue
            ? "was due \(reach.state.dueText), \(reach.state.over) over"
            : "is due \(reach.state.dueText)"),
        severity: escalation.severity)
    }
  }

  /// - Returns: how many tickets came to a graver escalation than they had.
  private func noteEscalations(_ reaches: [TicketReach], _ clocks: TicketClocks) throws -> Int {
    let steps = clocks.desk.policy.escalations
    var highest: [Int64: Int] = [:]
    for reach in reaches {
      guard let place = clocks.escalation(reach.reading) else { continue }
      highest[reach.ticket] = max(highest[reach.ticket] ?? place, place)
    }
    var escalated = 0
    for (id, place) in highest.sorted(by: { $0.key < $1.key }) {
      let known = try record(Ticket.self, id: id).escalation
      let before = steps.firstIndex { $0.key == known } ?? -1
      guard place > before else { continue }
      try set(Ticket.self, id, ["escalation": .text(steps[place].key)])
      escalated += 1
    }
    return escalated
  }
}

/// Who is told: owners, those they report to, those with a role.
private struct DeskPeople {
  private let reps: [Int64: Rep]
  private let named: [String: Int64]
  private let roles: [String: Int64]

  /// Of several with a name or role, the lowest id who is with us counts.
  init(_ reps: [Rep], on day: Day) {
    let present = reps.filter { $0.isWithUs(on: day) }.sorted { $0.id < $1.id }
    self.reps = Dictionary(reps.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    named = Dictionary(
      present.flatMap { rep in [rep.code, rep.name].compactMap(\.self).map { ($0, rep.id) } },
      uniquingKeysWith: { first, _ in first })
    roles = Dictionary(
      present.compactMap { rep in rep.role.map { ($0, rep.id) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// Nobody reports to the owner's manager where that is not known: then the owner is told.
  func recipient(_ recipient: Escalation.Recipient, of owner: Int64?) -> Int64? {
    switch recipient {
    case .owner: owner
    case .manager: owner.flatMap { reps[$0]?.manager }.flatMap { named[$0] } ?? owner
    case .role(let role): roles[role] ?? owner
    }
  }
}
