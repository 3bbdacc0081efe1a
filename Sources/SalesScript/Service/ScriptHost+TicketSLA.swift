import Lua
import SalesKernel
import SalesStore
import Values

/// `service.sla`: how many clocks were met, over many tickets, without a call of Lua a ticket.
extension ScriptHost {
  func defineTicketSLA(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "service.sla",
        "service.sla{by = field, from = day, to = day, where = condition, as_of = instant, policy =}",
        "Clocks of tickets met and missed: groups (by and clock, tickets, met, late, overdue, missed, open, waived, "
          + "rate), total (the same over all clocks), problems (tickets with moments or holds out of order or outside the calendar, which count nowhere) and why. Doubles that "
          + "were merged into others do not count.", returns: "report",
        units:
          "by: a word or reference of tickets, a word of their customers as region, or a period of the opening; kind "
          + "unless given; from and to: days of the opening; rate: met / (met + missed), 0–1",
        errors: [
          "service.split", "service.window", "entity.field", "calendar.coverage",
          "policy.unknown",
        ],
        example: "local s\nplan(function()\n" + Self.ticketExample
          + "  service.respond(ticket(), {at = instant\"2026-06-29T11:00\"})\n  ticket()\n"
          + "  s = service.sla{where = {subject = \"cracked heads\"}}\nend)\n"
          + "local g = s.groups[1]\nreturn g.kind, g.clock, g.met, g.missed, g.rate, s.total.open",
        result: "\"complaint\"  \"respond\"  1  1  0.5  2",
        seeAlso: ["service.clocks", "service.breaches", "service.quality", "why"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "service.sla", allowing: TicketQuestion.options)
      let question = try TicketQuestion(self, options, policies, by: "kind")
      try results.add(Value.object(try slaReport(question)))
    }
  }

  /// - Complexity: O(tickets × clocks + holds · log holds).
  private func slaReport(_ question: TicketQuestion) throws -> ReportObject {
    let clocks = question.clocks
    var tally = SLATally<Int32?>(clocks: question.policy.clocks.count)
    var last: (group: Int32?, place: Int)?
    let problems = try question.forEach { row, group in
      if last == nil || last?.group != group { last = (group, tally.place(of: group)) }
      let place = last?.place ?? 0
      for plan in row.sort.plans {
        guard let state = try clocks.state(plan, of: row.facts, row.pauses) else { continue }
        tally.add(state.outcome, clock: plan.clock, at: place)
      }
    }
    let total = tally.total
    return ReportObject(
      question.opening + [
        .init("groups", .object(slaTable(tally, question))),
        .init(
          "total",
          .table(
            Table(
              fields: zip(["clocks"] + Self.slaNames.dropFirst(), Self.cells(of: total))
                .map { ($0, $1) })),
          text: "\(total.met) met, \(total.missed) missed, \(total.open) open"
            + (total.rate.map { ", \(ShareText.of($0))" } ?? "")),
        TicketQuestion.part(of: problems),
        .init("why", .object(WhyObject(Self.explain(tally, clocks))), text: ""),
      ])
  }

  private static let slaNames = [
    "tickets", "met", "late", "overdue", "missed", "open", "waived", "rate",
  ]

  private static func cells(of counts: SLACounts) -> [Value] {
    [
      counts.all, counts.met, counts.late, counts.overdue, counts.missed, counts.open,
      counts.waived,
    ].map { Value($0) } + [Value(counts.rate)]
  }

  private func slaTable(_ tally: SLATally<Int32?>, _ question: TicketQuestion) -> ResultTable {
    var groups: [Int32?: [(clock: Int, counts: SLACounts)]] = [:]
    for row in tally.rows(by: { ($0 ?? -1) < ($1 ?? -1) }) {
      groups[row.group, default: []].append((row.clock, row.counts))
    }
    let split = question.split
    let rows = split?.sorted(groups).flatMap { group in
      group.tally.map { clock, counts in
        group.cells + [.string(question.policy.clocks[clock].key)] + Self.cells(of: counts)
      }
    }
    return ResultTable(
      columns: (split?.columns ?? []) + [.init("clock")]
        + Self.slaNames.map { .init($0, .number) },
      rows: rows ?? [])
  }

  private static func explain(_ tally: SLATally<Int32?>, _ clocks: TicketClocks) -> Explanation {
    let total = tally.total
    let inputs = [
      ("met", total.met), ("late", total.late), ("overdue", total.overdue), ("open", total.open),
      ("waived", total.waived),
    ].map { Explanation($0.0, .input, value: .integer(Int64($0.1))) }
    let rules = clocks.desk.policy.clocks.enumerated().map { place, clock in
      let own = tally.total(of: place)
      return Explanation(
        clock.key, .matched, value: own.rate.map(FieldValue.number) ?? .null,
        reason: "\(clock.title.en): \(own.met) of \(own.met + own.missed) met",
        source: clock.source)
    }
    return Explanation(
      "rate", .step, value: total.rate.map(FieldValue.number) ?? .null,
      reason: "met / (met + late + overdue); open and waived count nowhere, as of \(clocks.now)",
      source: clocks.desk.policy.header.source, children: inputs + rules)
  }
}
