import Lua
import SalesKernel
import SalesStore
import Values

/// `qualification.clocks` and `qualification.breaches`.
extension ScriptHost {
  func defineLeadClocks(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "qualification.clocks", "qualification.clocks(lead, {as_of = instant, policy =})",
        "The clocks of a lead: clocks, a table of clock, start, target, due, done, elapsed, remaining, state and "
          + "breached, and why.", returns: "report",
        units:
          "state: met, late (done after its time), overdue, open, waived (the lead was closed first); "
          + "remaining is negative once the time is over",
        errors: ["lead.order", "calendar.coverage", "policy.unknown", "record.missing"],
        example: "local c\nplan(function()\n" + Self.leadExample
          + "  local l = lead()\n  qualification.grade{lead = l}\n"
          + "  c = qualification.clocks(l, {as_of = now() + hours(50)}).clocks\nend)\n"
          + "return c[1].state, c[2].clock, c[2].due, c[2].remaining, c[2].breached",
        result: "\"met\"  \"follow_up\"  instant\"2026-07-02T09:00:00+08:00\"  span\"-2h\"  true",
        seeAlso: ["qualification.sla", "qualification.breaches", "why"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "qualification.clocks", at: 1, allowing: ["as_of", "policy"])
      let lead = try lead(arguments)
      let clocks = try leadClocks(options, policies)
      let readings = try clocks.readings(of: lead.reader)
      let why = try Explanation(
        "lead \(lead.title)", .step, reason: "as of \(clocks.now)",
        source: policies.leads(options["policy"]).header.source,
        children: readings.map { try clocks.explain($0, of: lead.reader) })
      try results.add(
        Value.object(
          ReportObject([
            .init("as_of", .scalar(clocks.now.scalar)),
            .init("clocks", .object(Self.table(of: readings, clocks))), .init(why: why),
          ])))
    }
    try defineBreaches(policies)
  }

  /// The clocks of a call, as of its moment.
  func leadClocks(_ options: NamedArguments, _ policies: EnginePolicies) throws -> LeadClocks {
    let policy = try policies.leads(options["policy"])
    return try LeadClocks(policy.clocks, now: try options.moment("as_of") ?? self.options.clock) {
      try policies.calendar()
    }
  }

  private static func table(of readings: [LeadClocks.Reading], _ clocks: LeadClocks) -> ResultTable
  {
    ResultTable(
      columns: [
        .init("clock"), .init("kind"), .init("start"), .init("target"), .init("due"), .init("done"),
        .init("elapsed"), .init("remaining"), .init("state"), .init("breached", .bool),
      ],
      rows: readings.map { reading in
        let (clock, state) = (clocks.clocks[reading.clock], reading.state)
        return [
          .string(clock.key), .string(clock.kind.rawValue), .scalar(state.start.scalar),
          .scalar(state.target.scalar), state.due.scriptValue,
          state.done.map { .scalar($0.scalar) } ?? .nil, .scalar(state.elapsed.scalar),
          .scalar(state.remaining.scalar), .string(state.outcome.rawValue),
          .bool(state.outcome.isMissed),
        ]
      })
  }

  private func defineBreaches(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "qualification.breaches",
        "qualification.breaches{of = query, as_of = instant, overdue = bool, policy =}",
        "Missed clocks, the longest due first: lead, code, company, grade (that the clock goes by), owner, "
          + "name, clock, due, done, over, "
          + "state. With overdue = true only those that still wait.", returns: "results",
        units: "over: time beyond the target, on the clock's own kind of time",
        errors: ["lead.order", "calendar.coverage", "policy.unknown"],
        example: "local b\nplan(function()\n" + Self.leadExample
          + "  lead()\n  b = qualification.breaches{of = leads:where{company = \"Star Ltd.\"}, as_of = now() + hours(25)}\nend)\n"
          + "return #b, b[1].clock, b[1].over",
        result: "1  \"grading\"  span\"1h\"",
        seeAlso: ["qualification.clocks", "qualification.sweep", "qualification.sla"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "qualification.breaches", allowing: ["of", "as_of", "overdue", "policy"])
      let clocks = try leadClocks(options, policies)
      let waiting = try options.bool("overdue") ?? false
      let breaches = try breaches(clocks, try leads(options)).filter {
        !waiting || $0.state.outcome == .overdue
      }
      try results.add(Value.object(try table(of: breaches, clocks)))
    }
  }

  /// A clock that was missed, with what is told of its lead.
  struct Breach {
    let lead: Int64
    let code: String
    let company: String
    let grade: String?
    let owner: Int64?
    let clock: Int
    let state: ClockState
  }

  /// - Throws: `lead.order`.
  func breaches(_ clocks: LeadClocks, _ query: QueryObject) throws -> [Breach] {
    let slots = try ["code", "company", "owner"].map {
      try query.entity.requireSlot(of: $0)
    }
    var found: [Breach] = []
    try query.forEachBlock(reading: clocks.slots) { block, rows in
      for row in rows {
        let grade = try clocks.grade(of: block.reader(row))
        for reading in try clocks.readings(of: block.reader(row))
        where reading.state.outcome.isMissed {
          let facts = try slots.map { try block.value(row, $0) }
          let id = block.ids[row]
          found.append(
            Breach(
              lead: id, code: String(fieldValue: facts[0]) ?? "\(id)",
              company: String(fieldValue: facts[1]) ?? "", grade: grade,
              owner: Int64(fieldValue: facts[2]), clock: reading.clock, state: reading.state))
        }
      }
      return true
    }
    return found.sorted {
      ($0.state.due ?? .last, $0.lead, $0.clock) < ($1.state.due ?? .last, $1.lead, $1.clock)
    }
  }

  private func table(of breaches: [Breach], _ clocks: LeadClocks) throws -> ResultTable {
    let names = try repNames()
    return ResultTable(
      columns: [
        .init("lead", .number), .init("code"), .init("company"), .init("grade"),
        .init("owner", .number), .init("name"), .init("clock"), .init("due"), .init("done"),
        .init("over"), .init("state"),
      ],
      rows: breaches.map { breach in
        [
          .integer(breach.lead), .string(breach.code), .string(breach.company),
          breach.grade.map(Value.string) ?? .nil, breach.owner.map { .integer($0) } ?? .nil,
          breach.owner.flatMap { names[$0] }.map(Value.string) ?? .nil,
          .string(clocks.clocks[breach.clock].key), breach.state.due.scriptValue,
          breach.state.done.map { .scalar($0.scalar) } ?? .nil, .scalar(breach.state.over.scalar),
          .string(breach.state.outcome.rawValue),
        ]
      })
  }
}
