import Lua
import SalesKernel
import SalesStore
import Values

/// `funnel.watch`: what in the funnel calls for somebody, as alerts.
extension ScriptHost {
  func defineFunnelWatch(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "funnel.watch", "funnel.watch{of = query, playbook =, as_of = day, policy =}",
        "Looks for what the funnel policy minds and raises it in the inbox, settling what is no longer so: cycles "
          + "longer than the industry's, regions that convert too few leads, stale opportunities. Gives one row a "
          + "kind of alert.", returns: "results",
        units: "raised, known and settled: alerts",
        changes: "alerts of the kinds that the policy names",
        errors: [
          "funnel.split", "playbook.unknown", "playbook.won", "policy.unknown", "alert.kind",
        ],
        example: """
          local t
          plan(function() t = funnel.watch{} end)
          return t[1].alert
          """,
        result: "\"conversion_cycle\"",
        seeAlso: ["funnel.results", "inbox.open", "selling.hygiene"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "funnel.watch", allowing: ["of", "playbook", "as_of", "policy"])
      let policy = try policies.funnel(options["policy"])
      let watch = FunnelWatch(
        host: self, policies: policies, policy: policy,
        asOf: try options.day("as_of") ?? self.options.clock.day())
      let rows = try requireSession().savepoint {
        try watch.run(
          of: options.query("of", of: Opportunity.schema.entity), playbook: options["playbook"])
      }
      let counts: [ResultTable.Column] = ["raised", "known", "settled"].map { .init($0, .number) }
      try results.add(Value.object(ResultTable(columns: [.init("alert")] + counts, rows: rows)))
    }
  }
}

/// Finds what a funnel policy minds.
struct FunnelWatch {
  let host: ScriptHost
  let policies: EnginePolicies
  let policy: FunnelWatchPolicy
  let asOf: Day

  func run(of query: QueryObject?, playbook: Value?) throws -> [[Value]] {
    let desk = try AlertDesk(host, policies)
    let found = [
      (policy.cycle.alert, try longCycles(of: query, playbook)),
      (policy.conversion.alert, try lowRegions()),
      (policy.stale.alert, try staleOnes(of: query)),
    ]
    return try found.map { alert, drafts in
      let swept = try desk.sweep(alert, drafts, settledAs: "no longer so")
      return [.string(alert), Value(swept.raised), Value(swept.known), Value(swept.settled)]
    }
  }

  /// The whole, and each group, whose mean cycle is beyond the limit.
  private func longCycles(of query: QueryObject?, _ playbook: Value?) throws -> [AlertDraft] {
    let rule = policy.cycle
    let book = try FunnelReader(host, policies, asOf: asOf).book(
      of: query, playbook: playbook, by: rule.by)
    let from = try asOf.adding(months: -rule.months).adding(days: 1)
    let results = try book.history.results(
      from: from.number, upto: asOf.number, asOf: asOf.number, reasons: book.reasons,
      by: book.split?.grouping, poll: host.state.checkStop)
    var drafts: [AlertDraft] = []
    let groups = book.split?.sorted(results.groups) ?? []
    for (cells, tally) in [([.string("all")], results.total)] + groups {
      guard tally.cycle.count >= rule.least, let days = tally.cycle.meanDays, days > rule.limit,
        let word = cells.last, !word.isNil
      else { continue }
      drafts.append(
        AlertDraft(
          kind: rule.alert, key: "\(rule.alert)/\(book.history.stages.playbook)/\(word.plain)",
          message: "\(word.plain): \(FractionText.of(days)) days from first stage to win, mean of "
            + "\(tally.cycle.count) from \(from) to \(asOf); the limit is "
            + "\(FractionText.of(rule.limit)) → \(rule.action.en) · \(rule.action.zh)"))
    }
    return drafts
  }

  /// Regions whose last whole months converted too few leads.
  private func lowRegions() throws -> [AlertDraft] {
    let rule = policy.conversion
    let months = try LeadMonths(host, before: asOf.startOfMonth, count: rule.reach)
    return months.regions.sorted { $0.key < $1.key }.compactMap { region, counts in
      let running = rule.running(counts)
      guard let step = rule.step(of: running) else { return nil }
      let last = counts[0]
      return AlertDraft(
        kind: rule.alert, key: "\(rule.alert)/\(region)",
        message: "\(region): \(last.converted) of \(last.arrived) leads converted in "
          + "\(months.last), below \(ShareText.of(rule.least)) for \(running.text("month")) running → "
          + "\(step.action.en) · \(step.action.zh)",
        severity: step.severity)
    }
  }

  private func staleOnes(of query: QueryObject?) throws -> [AlertDraft] {
    let hygiene = try policies.hygiene()
    return try host.hygieneCases(of: query, on: asOf).compactMap { item in
      let found = try hygiene.findings(of: item).filter {
        policy.stale.findings.contains($0.key)
      }
      guard let first = found.first else { return nil }
      let opportunity = item.opportunity
      return AlertDraft(
        kind: policy.stale.alert, of: Opportunity.schema.entity, item.id, owner: opportunity.rep,
        message: "\(opportunity.code ?? "\(item.id)") at \(opportunity.stage): \(first.title.en) · "
          + first.title.zh)
    }
  }
}

/// Leads that arrived and that were converted, by region and month.
private struct LeadMonths {
  /// The last whole month, as `2026-05`.
  let last: String
  /// The last month first.
  private(set) var regions: [String: [(arrived: Int, converted: Int)]] = [:]

  /// - Parameter start: The first day behind the last month.
  init(_ host: ScriptHost, before start: Day, count: Int) throws {
    let entity = Lead.schema.entity
    let first = try start.adding(months: -count)
    let table = try host.requireSession().columns(
      of: Selection(entity),
      slots: try ["region", "arrived_at", "closed_at", "status"].map {
        try entity.requireSlot(of: $0)
      },
      poll: host.state.checkStop)
    last = String(try start.adding(days: -1).description.prefix(7))
    let converted = table.columns[3].distinctTexts.firstIndex(of: Lead.Status.converted.rawValue)
    func place(_ milliseconds: Int64?) throws -> Int? {
      guard let milliseconds else { return nil }
      let day = try Instant(milliseconds: milliseconds).day()
      guard day >= first, day < start else { return nil }
      let (year, month, _) = try start.adding(days: -1).civil
      return (year - day.year) * 12 + month - day.month
    }
    let words = table.columns[0].distinctTexts
    for row in 0..<table.count where table.columns[0].code(row) > 0 {
      let region = words[table.columns[0].code(row) - 1]
      var months = regions[region] ?? Array(repeating: (0, 0), count: count)
      if let place = try place(table.columns[1].bits(row)) { months[place].arrived += 1 }
      if converted.map({ table.columns[3].code(row) == $0 + 1 }) ?? false,
        let place = try place(table.columns[2].bits(row))
      {
        months[place].converted += 1
      }
      regions[region] = months
    }
  }
}
