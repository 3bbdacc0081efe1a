import Lua
import SalesKernel
import SalesStore
import Values

/// `selling.compliance`: how well sales keep to their playbooks.
extension ScriptHost {
  func defineCompliance(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "selling.compliance",
        "selling.compliance{by = field, of = query, on = day, policy =} or "
          + "selling.compliance{opportunity = o, on = day, playbook = table, policy =}",
        "Required nodes of playbooks that were done in time, of those that count: done ones, late ones, and on a "
          + "sale all of the way there. Of one opportunity: share, on_time, counted, goal, meets, outside, "
          + "commission_cut, breaches, nodes and why. Of many, by a field of theirs (rep unless given): "
          + "opportunities, counted, on_time, share, goal, meets, points, won, outside.",
        returns: "report",
        units: "share, goal, commission_cut: 0–1; points: of 100 in an assessment, weight × share",
        errors: ["entity.field", "playbook.unknown", "record.missing"],
        example: "local a, b, c\nplan(function()\n" + Self.dealExample
          + "  local o = deal{playbook = \"director\", at = date\"2026-06-01\"}\n"
          + "  selling.deliver(o, \"lead_registered\", {on = date\"2026-06-02\"})\n"
          + "  selling.deliver(o, \"lead_screened\", {on = date\"2026-06-03\"})\n"
          + "  local r = selling.compliance{opportunity = o}\n"
          + "  a, b, c = r.on_time, r.counted, r.meets\nend)\nreturn a, b, c",
        result: "1  3  false", seeAlso: ["selling.deliver", "selling.missing"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "selling.compliance",
        allowing: ["by", "of", "on", "opportunity", "playbook", "policy"])
      let policy = try policies.selling(options["policy"])
      let on = try options.day("on") ?? self.options.clock.day()
      guard options["opportunity"] != nil else {
        return try results.add(
          Value.object(try complianceTable(options, policy, on, policies)))
      }
      let item = try record(Opportunity.self, options, "opportunity")
      let desk = try SellingDesk(self, policies, item, options)
      let book = try ProcessBook(self, policies)
      let compliance = try book.compliance(of: item, on: on, playbook: desk.playbook)
      try results.add(Value.object(complianceReport(compliance, policy.process, desk)))
    }
  }

  private func complianceReport(
    _ compliance: ProcessCompliance, _ process: SellingPolicy.Process, _ desk: SellingDesk
  ) -> ReportObject {
    ReportObject([
      .init("opportunity", .string(desk.code)),
      .init("share", compliance.share.scriptValue, text: compliance.share.map(ShareText.of)),
      .init("on_time", .integer(Int64(compliance.onTime))),
      .init("counted", .integer(Int64(compliance.counted))),
      .init("goal", share: process.goal.double),
      .init("meets", compliance.share.map { .bool($0 >= process.goal.double) } ?? .nil),
      .init("outside", .bool(compliance.isOutside)),
      .init(
        "commission_cut", .number(compliance.isOutside ? process.commissionCut.double : 0)),
      .init(
        "breaches",
        .object(
          ResultTable(
            columns: [.init("breach")], rows: compliance.breaches.map { [.string($0)] }))),
      .init("nodes", .object(nodeTable(compliance))),
      .init(
        "why", .object(WhyObject(compliance.explanation(source: process.source))), text: ""),
    ])
  }

  private func nodeTable(_ compliance: ProcessCompliance) -> ResultTable {
    ResultTable(
      columns: ["stage", "node", "role", "due_on", "done_on", "state"].map { .init($0) },
      rows: compliance.nodes.map { item in
        [
          .string(item.stage), .string(item.node.key), .string(item.node.role),
          item.dueOn.scriptValue, item.doneOn.scriptValue, .string(item.state.rawValue),
        ]
      })
  }

  private struct Tally {
    var opportunities = 0
    var counted = 0
    var onTime = 0
    var won = 0
    var outside = 0
  }

  private func complianceTable(
    _ options: NamedArguments, _ policy: SellingPolicy, _ day: Day, _ policies: EnginePolicies
  ) throws -> ResultTable {
    let entity = Opportunity.schema.entity
    let slot = try entity.requireSlot(of: try options.string("by") ?? "rep")
    let book = try ProcessBook(self, policies)
    var tallies: [FieldValue: Tally] = [:]
    for item in try opportunities(options) {
      try state.checkStop()
      let compliance = try book.compliance(of: item, on: day)
      let key = Opportunity.schema.value(of: item, slot: slot)
      var tally = tallies[key] ?? Tally()
      tally.opportunities += 1
      tally.counted += compliance.counted
      tally.onTime += compliance.onTime
      if item.status == .won { tally.won += 1 }
      if compliance.isOutside { tally.outside += 1 }
      tallies[key] = tally
    }
    let sorted = tallies.sorted { $0.key.isOrdered(before: $1.key) }
    return ResultTable(
      columns: [.init(entity.fields[slot], of: entity)] + [.init("name")]
        + ["opportunities", "counted", "on_time", "share", "goal"].map { .init($0, .number) }
        + [.init("meets", .bool)]
        + ["points", "won", "outside"].map { .init($0, .number) },
      rows: try sorted.map { key, tally in
        try complianceRow(key, tally, policy.process, entity.fields[slot])
      })
  }

  private func complianceRow(
    _ key: FieldValue, _ tally: Tally, _ process: SellingPolicy.Process, _ field: Field
  ) throws -> [Value] {
    let share = tally.counted == 0 ? nil : Double(tally.onTime) / Double(tally.counted)
    let goal = process.goal.double
    return [
      key.scriptValue, try nameOf(key, field), .integer(Int64(tally.opportunities)),
      .integer(Int64(tally.counted)), .integer(Int64(tally.onTime)), share.scriptValue,
      .number(goal), share.map { .bool($0 >= goal) } ?? .nil,
      share.map { .number($0 * process.weight.double * 100) } ?? .nil,
      .integer(Int64(tally.won)), .integer(Int64(tally.outside)),
    ]
  }

  /// The name of the record that a value refers to; nothing for other values.
  func nameOf(_ value: FieldValue, _ field: Field) throws -> Value {
    guard case .reference(let target) = field.type, case .integer(let id) = value else {
      return .nil
    }
    let entity = try catalog.require(target)
    guard entity.slot(of: "name") != nil else { return .nil }
    return try row(.integer(id), of: entity, as: field.name).text("name").scriptValue
  }
}

extension FieldValue {
  /// Numbers by their size, all else by how it reads; nothing comes last.
  func isOrdered(before other: FieldValue) -> Bool {
    switch (self, other) {
    case (.null, _): false
    case (_, .null): true
    case (.integer(let left), .integer(let right)): left < right
    default: display < other.display
    }
  }
}
