import Lua
import SalesKernel
import SalesStore
import Values

/// `forecast.pipeline` and `forecast.stages`: what the open deals are worth.
extension ScriptHost {
  func defineForecastPipeline(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "forecast.pipeline",
        "forecast.pipeline{of = opportunities, by = \"month\", probability = \"playbook\", amount = rule, close = rule, "
          + "as_of = day, region =, rep =, product =, policy =}",
        "The weighted value of the deals that are open on a day, with its spread: value, deviation, amount, deals, "
          + "groups (a row a group), left_out, basis, notes, why.", returns: "report",
        units:
          "value: Σ amount × probability, to the fen; deviation: √Σ amount² p (1 − p) in yuan, deals taken as "
          + "independent. by: a period of the expected close, or rep, region, product, stage. probability: "
          + "\"playbook\" (the stage's), \"history\" (see forecast.stages), a number, or a rule over the opportunity. "
          + "Stage, amount and expected close are as of as_of; amount and close are rules for deals of which they are "
          + "not known",
        errors: [
          "forecast.by", "forecast.probability", "forecast.amount", "forecast.close",
          "playbook.unknown",
          "playbook.stage", "forecast.scope", "rule.syntax", "policy.unknown",
        ],
        example:
          "local p\nplan(function()\n"
          + "  for _, d in ipairs{{100, 0.1}, {200, 0.5}, {50, 0.9}} do\n"
          + "    opportunities:create{playbook = \"fastener\", stage = \"proposal\", status = \"open\", name = \"help\", "
          + "amount = yuan(d[1]), opened_on = today(), expected_close = date\"2026-07-31\"}\n  end\n"
          + "  p = forecast.pipeline{of = opportunities:where{name = \"help\"},\n"
          + "    probability = function(o) return o.amount == yuan(100) and 0.1 or o.amount == yuan(200) and 0.5 or 0.9 end}\n"
          + "end)\nreturn p.value, (\"%.1f\"):format(p.deviation), p.groups[1].period",
        result: "money\"155.00\"  \"105.5\"  \"2026-07\"",
        seeAlso: ["forecast.simulate", "forecast.stages", "why"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "forecast.pipeline", allowing: PipelineReader.options)
      let policy = try policies.forecasts(options["policy"])
      let reader = try PipelineReader(options, policy, policies, slip: nil, host: self)
      try results.add(Value.object(try Self.report(reader, policy)))
    }
    try defineStages(policies)
  }

  private static func report(
    _ reader: PipelineReader, _ policy: ForecastPolicy
  ) throws -> ReportObject {
    var total = WeightedPipeline()
    var parts = Array(repeating: WeightedPipeline(), count: reader.groups.count)
    for deal in reader.deals {
      try total.add(deal)
      try parts[deal.group].add(deal)
    }
    let value = try total.value(policy.rounding)
    let rows = try zip(reader.groups, parts).map { group, part -> [Value] in
      reader.cells(of: group)
        + [
          .integer(Int64(part.deals)), .scalar(try part.amount().scalar),
          .scalar(try part.value(policy.rounding).scalar), .number(part.deviation),
        ]
    }
    return ReportObject([
      .init("as_of", .scalar(reader.asOf.scalar)),
      .init("value", .scalar(value.scalar)),
      .init("deviation", .number(total.deviation)),
      .init("amount", .scalar(try total.amount().scalar)),
      .init("deals", .integer(Int64(total.deals))),
      .init("left_out", .integer(Int64(reader.left))),
      .init("basis", .string(reader.basis)),
      .init(
        "groups",
        .object(
          ResultTable(
            columns: reader.columns + [
              .init("deals", .number), .init("amount", .number), .init("value", .number),
              .init("deviation", .number),
            ], rows: rows))),
      .init(
        "notes", .table(Table(list: reader.notes.map(Value.string))),
        text: reader.notes.joined(separator: "; ")),
      .init("why", .object(WhyObject(explain(reader, total, value, policy))), text: ""),
    ])
  }

  private static func explain(
    _ reader: PipelineReader, _ total: WeightedPipeline, _ value: Money, _ policy: ForecastPolicy
  ) -> Explanation {
    Explanation(
      "pipeline", .step, value: .money(value),
      reason:
        "Σ amount × probability of \(total.deals.text("deal")) open on \(reader.asOf); deviation "
        + FieldValue.number(total.deviation).display, source: policy.pipeline.source,
      children: [Explanation("probability", .input, reason: reader.basis)]
        + reader.notes.map { Explanation("note", .step, reason: $0) }
        + reader.deals.prefix(Self.shownDeals).map { deal in
          Explanation(
            "opportunity \(deal.id)", .input, value: .money(deal.amount),
            reason: "probability \(FieldValue.number(deal.probability).display)")
        })
  }

  /// Deals that a why-tree shows one by one.
  private static var shownDeals: Int { 20 }

  private func defineStages(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "forecast.stages", "forecast.stages{of = opportunities, as_of = day, policy =}",
        "How often deals that came to a stage were won, by what is decided by a day: playbook, stage, entered, "
          + "won, probability.", returns: "results",
        units:
          "probability: (won + prior.won) / (entered + prior.entered) of the policy, (won + 1) / (entered + 2)",
        errors: ["policy.unknown"],
        example:
          "local p\nplan(function()\n"
          + "  local o = opportunities:create{playbook = \"fastener\", stage = \"contract_signed\", status = \"won\", "
          + "name = \"help\", amount = yuan(1), opened_on = date\"2026-06-01\", closed_on = date\"2026-06-10\"}\n"
          + "  stage_moves:create{opportunity = o.id, moved_at = instant\"2026-06-01T09:00:00\", stage = \"proposal\"}\n"
          + "  p = forecast.stages{of = opportunities:where{name = \"help\"}}[1]\n"
          + "end)\nreturn p.stage, p.won, (\"%.4f\"):format(p.probability)",
        result: "\"proposal\"  1  \"0.6667\"", seeAlso: ["forecast.pipeline"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "forecast.stages", allowing: ["of", "as_of", "policy"])
      let policy = try policies.forecasts(options["policy"])
      let query =
        try options.query("of", of: Opportunity.schema.entity) ?? query(Opportunity.self)
      let book = try PipelineBook(
        ScopedQuery(query, ForecastScope(), host: self),
        asOf: try options.day("as_of") ?? self.options.clock.day(), host: self)
      try results.add(Value.object(Self.table(book.history, policy.pipeline.prior)))
    }
  }

  private static func table(
    _ history: [String: StageHistory], _ prior: (won: Double, entered: Double)
  ) -> ResultTable {
    let rows = history.sorted { $0.key < $1.key }.flatMap { playbook, history in
      history.stages.sorted { $0.key < $1.key }.map { stage, counts -> [Value] in
        [
          .string(playbook), .string(stage), .integer(Int64(counts.entered)),
          .integer(Int64(counts.won)), .number(history.probability(of: stage, prior: prior)),
        ]
      }
    }
    return ResultTable(
      columns: [
        .init("playbook"), .init("stage"), .init("entered", .number), .init("won", .number),
        .init("probability", .number),
      ], rows: rows)
  }
}
