import Lua
import SalesKernel
import SalesStore
import Values

/// `selling.hygiene` and `selling.key`: open opportunities to look after.
extension ScriptHost {
  func defineHygiene(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "selling.hygiene", "selling.hygiene{of = query, on = day, policy =}",
        "Open opportunities that nobody looks after, one row a finding of the policy hygiene: opportunity, code, "
          + "rep, stage, finding, title, idle_days, late_days, stage_days. The longest left alone come first.",
        returns: "results",
        units: "calendar days; late_days below 0: days left",
        errors: ["policy.unknown", "rule.unknown_name"],
        example: "local a, b\nplan(function()\n"
          + "  local o = selling.open{customer = 1, amount = wan(3), at = date\"2026-06-20\"}\n"
          + "  local t = selling.hygiene{of = opportunities:where{id = o.id}}\n"
          + "  a, b = #t, t[1].finding .. \" \" .. t[1].idle_days\nend)\nreturn a, b",
        result: "3  \"stale 10\"", seeAlso: ["selling.key", "selling.revise", "inbox.task"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "selling.hygiene", allowing: ["of", "on", "policy"])
      let policy = try policies.hygiene(options["policy"])
      let on = try options.day("on") ?? self.options.clock.day()
      let cases = try hygieneCases(
        of: options.query("of", of: Opportunity.schema.entity), on: on)
      try results.add(Value.object(try hygieneTable(cases, policy)))
    }
    try defineKey(policies)
  }

  /// Open opportunities with what conditions of hygiene measure, the longest left alone first.
  func hygieneCases(of query: QueryObject?, on day: Day) throws -> [HygieneCase] {
    let name = Opportunity.schema.entity.name
    let tasks = try Dictionary(
      grouping: records(DueTask.self, where: [("entity", .text(name))])
        .filter { $0.doneOn == nil }, by: \.record)
    let moves = try Dictionary(
      grouping: records(StageMove.self).filter { $0.fromStage != $0.stage }, by: \.opportunity)
    let cases = try opportunities(of: query).filter { $0.status == .open }.map { item in
      HygieneCase(
        item, on: day, stageSince: moves[item.id]?.map(\.movedAt).max()?.day(),
        nextSteps: tasks[item.id]?.count ?? 0)
    }
    return cases.sorted {
      let days = ($0.looked, $1.looked)
      return days.0 == days.1 ? $0.id < $1.id : days.0 < days.1
    }
  }

  private func hygieneTable(
    _ cases: [HygieneCase], _ policy: HygienePolicy
  ) throws -> ResultTable {
    let measures = ["idle_days", "late_days", "stage_days"]
    var rows: [[Value]] = []
    for item in cases {
      for finding in try policy.findings(of: item) {
        rows.append(
          [
            .integer(item.id), item.opportunity.code.scriptValue,
            item.opportunity.rep.scriptValue, .string(item.opportunity.stage),
            .string(finding.key), .string(finding.title.both),
          ] + measures.map { item.measure($0).scriptValue })
      }
    }
    return ResultTable(
      columns: [
        .init("opportunity", .number), .init("code"), .init("rep", .number), .init("stage"),
        .init("finding"), .init("title"),
      ] + measures.map { .init($0, .number) }, rows: rows)
  }

  private func defineKey(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "selling.key", "selling.key{of = query, policy =}",
        "The key opportunities that are open, by the rule of the policy, the largest first: opportunity, code, "
          + "name, customer, rep, stage, probability, amount, weighted, expected_close, updated_on.",
        returns: "results",
        units: "amount, weighted: yuan; weighted: amount × probability to the fen, half up",
        errors: ["policy.unknown", "playbook.version"],
        example: "local a, b\nplan(function()\n" + Self.dealExample
          + "  local o, p = deal{amount = wan(60)}, deal{amount = wan(50)}\n"
          + "  local t = selling.key{of = opportunities:where(function(x) return x.id == o.id or x.id == p.id end)}\n"
          + "  a, b = #t, t[1].weighted\nend)\nreturn a, b",
        result: "1  money\"60000.00\"", seeAlso: ["selling.hygiene", "selling.show"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(arguments, of: "selling.key", allowing: ["of", "policy"])
      let policy = try policies.selling(options["policy"])
      try results.add(Value.object(try keyTable(options, policy, policies)))
    }
  }

  private func keyTable(
    _ options: NamedArguments, _ policy: SellingPolicy, _ policies: EnginePolicies
  ) throws -> ResultTable {
    let open = try opportunities(options).filter { $0.status == .open }
    let session = try requireSession()
    let entity = Opportunity.schema.entity
    let key = try open.filter { item in
      let row = try session.block(of: entity, ids: [item.id]).reader(0)
      switch try policy.keyRule.evaluate(row) {
      case .null, .bool(false): return false
      default: return true
      }
    }.sorted {
      let amounts = ($0.amount ?? .zero, $1.amount ?? .zero)
      return amounts.0 == amounts.1 ? $0.id < $1.id : amounts.0 > amounts.1
    }
    return ResultTable(
      columns: [
        .init("opportunity", .number), .init("code"), .init("name"), .init("customer", .number),
        .init("rep", .number), .init("stage"), .init("probability", .number),
        .init("amount", .number), .init("weighted", .number), .init("expected_close"),
        .init("updated_on"),
      ],
      rows: try key.map { item in
        let desk = try SellingDesk(self, policies, item, options.without(["of"]))
        let probability = try desk.probability()
        return [
          .integer(item.id), item.code.scriptValue, item.name.scriptValue,
          item.customer.scriptValue, item.rep.scriptValue, .string(item.stage),
          .number(probability.double), item.amount.scriptValue,
          try item.amount?.times(probability, rounding: .halfUp, to: .document).scriptValue
            ?? .nil, item.expectedClose.scriptValue, item.updatedOn.scriptValue,
        ]
      })
  }
}

extension HygieneCase {
  /// Day that it was last looked after.
  fileprivate var looked: Day { opportunity.updatedOn ?? opportunity.openedOn }
}
