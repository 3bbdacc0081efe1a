import Lua
import SalesKernel
import SalesStore
import Values

/// `mix`: customers and revenue by level against what a policy expects, and how concentrated
/// revenue is.
extension ScriptHost {
  func defineMix(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "mix.report", "mix.report{policy = name, field = \"level\", of = query}",
        "Actual against expected customers and revenue per level, and concentration: levels, "
          + "top_1, top_5, top_10, hhi, gini, why.", returns: "report",
        units: "shares 0–1; hhi 0–10,000 points; gini 0–1",
        errors: ["policy.unknown", "entity.field", "money.overflow"],
        example:
          "local m = mix.report{policy = \"fastener\"}\nreturn m.levels[1].level, "
          + "m.levels[1].expected_customers, m.top_1 <= m.top_5",
        result: "\"A\"  0.1  true", seeAlso: ["quality.report", "tiering.apply"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "mix.report", allowing: ["policy", "field", "of"])
      let expected = try expectedMix(try options.string("policy"), policies.mixes())
      let query = try customers(options, "of")
      let slot = try query.slot(try options.string("field") ?? "level")
      let report = try levelMix(query, by: slot).report(against: expected)
      try results.add(Value.object(report.object))
    }
    try defineMixWatch(policies)
  }

  private func defineMixWatch(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "mix.watch", "mix.watch{of = query}",
        "Raises an alert for each limit of concentration that the yearly purchases go beyond, and settles those "
          + "that hold again.", returns: "table",
        units: "raised, known and settled: alerts",
        changes: "alerts of the kind that the policy names",
        errors: ["alert.kind", "money.overflow"],
        example: """
          local t
          plan(function() t = mix.watch{of = customers:limit(1)} end)
          return t.raised
          """, result: "3", seeAlso: ["mix.report", "inbox.open"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(arguments, of: "mix.watch", allowing: ["of"])
      let (query, watch) = (try customers(options, "of"), try policies.mixes().watch)
      let slot = try query.slot("level")
      let report = try levelMix(query, by: slot).report(against: nil)
      let drafts = watch.exceeded(by: report.concentration).map { limit, value in
        AlertDraft(
          kind: watch.alert, key: "\(watch.alert)/\(limit.measure.rawValue)",
          message:
            "\(limit.measure.rawValue) of yearly purchases is \(FractionText.of(value)) over "
            + "\(report.concentration.count.text("buyer")); the limit is \(FractionText.of(limit.most))"
        )
      }
      let swept = try requireSession().savepoint {
        try AlertDesk(self, policies).sweep(watch.alert, drafts, settledAs: "within the limits")
      }
      try results.add(Self.table(of: swept))
    }
  }

  /// The mix with a name; without one, that of the pack that answers for levels.
  private func expectedMix(_ name: String?, _ policy: MixPolicy) throws -> MixPolicy.Mix? {
    if let name {
      if let mix = policy.mix(named: name) { return mix }
      throw unknown("expected mix", name, among: policy.mixes.map(\.name))
    }
    guard case .table(let defaults) = try library.table("defaults", host: self),
      case .string(let pack) = defaults["level"]
    else { return nil }
    return policy.mix(named: pack)
  }

  private func levelMix(_ query: QueryObject, by slot: Int) throws -> LevelMix {
    let revenue = try query.slot(PurchaseFact.annualPurchase.rawValue)
    var mix = LevelMix()
    try query.forEachBlock(reading: [slot, revenue]) { block, rows in
      for row in rows {
        let level = try block.value(row, slot)
        guard case .money(let amount) = try block.value(row, revenue) else {
          mix.add(level: level.isNull ? nil : level.text, revenue: nil)
          continue
        }
        mix.add(level: level.isNull ? nil : level.text, revenue: amount)
      }
      return true
    }
    return mix
  }
}

extension LevelMixReport {
  var object: ReportObject {
    ReportObject([
      .init("levels", .object(levelTable)),
      .init("top_1", share: concentration.top1),
      .init("top_5", share: concentration.top5),
      .init("top_10", share: concentration.top10),
      .init("hhi", .number(concentration.hhi)),
      .init("gini", .number(concentration.gini)),
      .init("buyers", .integer(Int64(concentration.count))),
      .init("source", source.map(Value.string) ?? .nil),
      .init("why", .object(WhyObject(explanation)), text: ""),
    ])
  }

  private var levelTable: ResultTable {
    let numbers = [
      "customers", "customer_share", "expected_customers", "revenue", "revenue_share",
      "expected_revenue",
    ]
    return ResultTable(
      columns: [.init("level")] + numbers.map { .init($0, .number) },
      rows: rows.map { row in
        [
          row.level.map(Value.string) ?? .nil, .integer(Int64(row.customers)),
          Self.number(row.customerShare), Self.number(row.expectedCustomers),
          .scalar(row.revenue.scalar), Self.number(row.revenueShare),
          Self.number(row.expectedRevenue),
        ]
      })
  }

  private static func number(_ share: Double?) -> Value { share.map(Value.number) ?? .nil }
}
