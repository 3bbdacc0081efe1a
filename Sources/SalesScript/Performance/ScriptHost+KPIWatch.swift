import Lua
import SalesKernel
import SalesStore
import Values

/// Teams whose efficiency falls, and regions side by side.
extension ScriptHost {
  func defineKPIWatch(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "kpi.watch", "kpi.watch{as_of = day, kpi = name, by = word, policy =}",
        "Holds a figure of each team against the same days before and raises an alert for each that fell too much, "
          + "so that help starts; settles those that recovered.", returns: "report",
        units: "days and fall by the policy kpi: a week, 10 %; growth: share of the earlier value",
        changes: "alerts of the kind that the policy names",
        errors: ["kpi.unknown", "kpi.split", "alert.kind"],
        example: """
          local w
          plan(function() w = kpi.watch{} end)
          return w.kpi, w.raised <= #w.groups
          """, result: "\"efficiency\"  true", seeAlso: ["kpi.compare", "inbox.open"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "kpi.watch", allowing: ["as_of", "kpi", "by", "policy"])
      try results.add(
        Value.object(try watch(options, try policies.kpis(options["policy"]), policies)))
    }
    try define(
      HelpEntry(
        "kpi.compare",
        "kpi.compare{period = text | from = day, upto = day, names = list, by = word, policy =}",
        "Regions side by side, a row each, with the best of each figure: whose methods to take over.",
        returns: "report",
        units: "figures and how many of the best are named: by the policy kpi",
        errors: ["kpi.unknown", "kpi.split", "kpi.period", "period.unknown"],
        example: """
          local c = kpi.compare{period = "2026-Q2"}
          return c.best[1].rank, #c.groups > 2
          """, result: "1  true", seeAlso: ["kpi.watch", "kpi.table"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "kpi.compare", allowing: KPISpan.options + ["names", "by", "policy"])
      try results.add(
        Value.object(try compare(options, try policies.kpis(options["policy"]).comparison)))
    }
  }

  private func watch(
    _ options: NamedArguments, _ policy: KPIPolicy, _ policies: EnginePolicies
  ) throws -> ReportObject {
    let rule = policy.watch
    let definition = try kpis.definition(try options.string("kpi") ?? rule.kpi, self)
    let by = try options.string("by") ?? rule.by
    let day = try options.day("as_of") ?? self.options.clock.day()
    let span = try KPISpan(day.adding(days: 1 - rule.days), day)
    let now = try KPIRun(definition, span, by: [by], host: self).groups()
    let before = try KPIRun(definition, try span.previous(), by: [by], host: self).groups()
    var (drafts, rows): ([AlertDraft], [[Value]]) = ([], [])
    let keys = Set(now.map(\.key)).union(before.map(\.key)).sorted { KPIRun.isBefore($0, $1) }
    for key in keys where key[0].isNull == false {
      let value = now.first { $0.key == key }?.value
      let earlier = before.first { $0.key == key }?.value
      let growth = KPIStanding.growth(value, since: earlier)
      let isLow = growth.map { (definition.better == .higher ? -$0 : $0) >= rule.drop } ?? false
      rows.append([
        key[0].scriptValue, value?.scriptValue ?? .nil, earlier?.scriptValue ?? .nil,
        growth.map(Value.number) ?? .nil, .bool(isLow),
      ])
      guard isLow, let growth else { continue }
      drafts.append(
        AlertDraft(
          kind: rule.alert,
          key: "\(rule.alert)/\(definition.name)/\(by)/\(key[0].scriptValue.plain)",
          message: "\(by) \(key[0].scriptValue.plain): \(definition.name) "
            + "\(value?.display ?? "") after \(earlier?.display ?? ""), \(ShareText.of(growth)) in "
            + "\(span.text): start help"))
    }
    let result = try AlertDesk(self, policies).sweep(
      rule.alert, drafts, settledAs: "recovered by \(day)")
    return ReportObject([
      .init("kpi", .string(definition.name)), .init("period", .string(span.text)),
      .init("groups", .object(ResultTable(columns: Self.watchColumns(by), rows: rows))),
      .init("raised", .integer(Int64(result.raised))),
      .init("known", .integer(Int64(result.known))),
      .init("settled", .integer(Int64(result.settled))), .init("source", .string(rule.source)),
    ])
  }

  private static func watchColumns(_ by: String) -> [ResultTable.Column] {
    [
      .init(by), .init("value", .number, empty: noData), .init("before", .number, empty: noData),
      .init("growth", .number), .init("low", .bool),
    ]
  }

  private func compare(
    _ options: NamedArguments, _ rule: KPIPolicy.Comparison
  ) throws -> ReportObject {
    let names = try options["names"].map { try Self.kpiNames($0) } ?? rule.kpis
    let by = try options.string("by") ?? rule.by
    let span = try KPISpan(options, today: self.options.clock.day())
    var values: [FieldValue: [String: FieldValue]] = [:]
    var best: [[Value]] = []
    for name in names {
      let definition = try kpis.definition(name, self)
      let known = try KPIRun(definition, span, by: [by], host: self).groups().compactMap { group in
        group.value.map { (key: group.key[0], value: $0) }
      }.filter { !$0.key.isNull }
      for (key, value) in known { values[key, default: [:]][name] = value }
      let sorted = known.sorted { one, other in
        let (a, b) = (one.value.amount ?? 0, other.value.amount ?? 0)
        if a == b { return KPIRun.isBefore([one.key], [other.key]) }
        return definition.better == .higher ? a > b : a < b
      }
      for (place, entry) in sorted.prefix(rule.best).enumerated() {
        best.append([
          .string(name), .integer(Int64(place + 1)), entry.key.scriptValue, entry.value.scriptValue,
        ])
      }
    }
    let keys = values.keys.sorted { KPIRun.isBefore([$0], [$1]) }
    let groups = ResultTable(
      columns: [.init(by)] + names.map { .init($0, .number, empty: Self.noData) },
      rows: keys.map { key in
        [key.scriptValue] + names.map { values[key]?[$0]?.scriptValue ?? .nil }
      })
    let columns: [ResultTable.Column] = [
      .init("kpi"), .init("rank", .number), .init(by), .init("value", .number),
    ]
    return ReportObject([
      .init("period", .string(span.text)), .init("groups", .object(groups)),
      .init("best", .object(ResultTable(columns: columns, rows: best))),
      .init("source", .string(rule.source)),
    ])
  }
}
