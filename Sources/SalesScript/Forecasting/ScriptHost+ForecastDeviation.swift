import Lua
import SalesKernel
import SalesStore
import Values

/// `forecast.deviation` and `forecast.cause`: why a kept forecast was off.
extension ScriptHost {
  func defineForecastDeviation(_ policies: EnginePolicies) throws {
    try defineCause(policies)
    try define(
      HelpEntry(
        "forecast.deviation",
        "forecast.deviation{forecast = f, step = 1, of =, value =, day =, policy =}",
        "What the difference between a forecast and what happened is made of: forecast, actual, difference, "
          + "volume, price_mix, slipped, slipped_deals, unexplained, causes (a table of those noted), why.",
        returns: "report",
        units:
          "difference = actual − forecast = volume + price_mix, to the fen. volume: orders more or fewer than the "
          + "forecast stands for, at the mean order value of the policy's base periods before; price_mix: orders worth "
          + "more or less. slipped: deals that were expected in the period as of the forecast's day, and were neither "
          + "won nor lost by its end. unexplained: difference less the amounts of noted causes",
        errors: [
          "forecast.open", "forecast.step", "record.missing", "entity.field", "forecast.unit",
          "policy.unknown",
        ],
        example:
          "local d\nplan(function()\n"
          + "  local s = forecast.series{as_of = date\"2026-05-31\"}\n"
          + "  local f = forecast.save(forecast.run{series = s, method = \"naive\", horizon = 1})\n"
          + "  d = forecast.deviation{forecast = f, step = 1}\nend)\n"
          + "return d.volume + d.price_mix == d.difference, d.actual - d.forecast == d.difference",
        result: "true  true", seeAlso: ["forecast.accuracy", "forecast.cause", "why"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "forecast.deviation",
        allowing: ["forecast", "step", "of", "value", "day", "policy"])
      let policy = try policies.forecasts(options["policy"])
      let (forecast, point) = try point(options)
      let made = try deviation(forecast, point, options, policy, policies)
      let causes: [ForecastCause] = try related(ForecastCause.self, by: "point", to: point.id)
      try results.add(Value.object(try Self.report(made, causes)))
    }
  }

  /// The point that a call names, whose period is over.
  /// - Throws: `forecast.step`, `forecast.open`.
  private func point(
    _ options: NamedArguments
  ) throws -> (forecast: Forecast, point: ForecastPoint) {
    let forecast = try record(Forecast.self, options, "forecast")
    let step = try options.integer("step") ?? 1
    let points: [ForecastPoint] = try related(ForecastPoint.self, by: "forecast", to: forecast.id)
    guard let point = points.first(where: { $0.step == step }) else {
      throw ArgumentError(
        "forecast \(forecast.code ?? "\(forecast.id)") has no step \(step)", code: "forecast.step",
        remedy: "it has steps 1 to \(forecast.horizon)")
    }
    guard point.endsOn <= self.options.clock.day() else {
      throw ArgumentError(
        "\(forecast.grain.text(of: point.startsOn)) ends on \(point.endsOn) and is not over",
        code: "forecast.open", remedy: "ask for a step whose period is over")
    }
    return (forecast, point)
  }

  private func deviation(
    _ forecast: Forecast, _ point: ForecastPoint, _ options: NamedArguments,
    _ policy: ForecastPolicy, _ policies: EnginePolicies
  ) throws -> ForecastDeviation {
    let reader = try SeriesReader(
      options, policy.actuals, scope: forecast.scope, grain: forecast.grain, host: self)
    let totals = try reader.totals(since: nil, asOf: point.endsOn)
    let base = try totals.total(
      before: forecast.grain.start(of: forecast.asOf.adding(days: 1)), periods: policy.basePeriods)
    return try ForecastDeviation(
      forecast: point.value, actual: try totals.money(of: point.startsOn),
      orders: Int64(totals.count(of: point.startsOn)), base: base,
      slipped: try slipped(forecast, point))
  }

  /// Deals that were expected in the period as of the forecast's day and were still undecided at
  /// its end;
  /// nil where there are no opportunities at all.
  private func slipped(
    _ forecast: Forecast, _ point: ForecastPoint
  ) throws -> (amount: Money, deals: Int)? {
    let all = try query(Opportunity.self)
    guard try all.count() > 0 else { return nil }
    let whole = try ScopedQuery(all, forecast.scope, host: self)
    let book = try PipelineBook(whole, asOf: forecast.asOf, host: self)
    var (amount, deals) = (Money.zero, 0)
    for deal in book.deals {
      guard let close = deal.expectedClose, let value = deal.amount,
        point.startsOn <= close, close <= point.endsOn,
        deal.opportunity.closedOn.map({ $0 > point.endsOn }) ?? true
      else { continue }
      amount = try amount.adding(value)
      deals += 1
    }
    return (amount, deals)
  }

  private static func report(
    _ made: ForecastDeviation, _ causes: [ForecastCause]
  ) throws -> ReportObject {
    func cell(_ money: Money?) -> Value { money.map { .scalar($0.scalar) } ?? .nil }
    let noted = try causes.reduce(Money.zero) { try $0.adding($1.amount ?? .zero) }
    let table = ResultTable(
      columns: [
        .init("cause"), .init("amount", .number), .init("correction"), .init("noted_at"),
      ],
      rows: causes.map { cause in
        [
          .string(cause.cause), cell(cause.amount),
          cause.correction.map(Value.string) ?? .nil, .scalar(cause.notedAt.scalar),
        ]
      })
    return ReportObject([
      .init("forecast", cell(made.forecast)), .init("actual", cell(made.actual)),
      .init("difference", cell(made.difference)), .init("volume", cell(made.volume)),
      .init("price_mix", cell(made.value)), .init("slipped", cell(made.slipped)),
      .init("slipped_deals", .integer(Int64(made.slippedDeals))),
      .init("unexplained", cell(try made.difference?.subtracting(noted))),
      .init("causes", .object(table)), .init(why: made.explanation),
    ])
  }

  private func defineCause(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "forecast.cause",
        "forecast.cause{forecast = f, step = 1, cause = word, amount = money, correction = text, policy =}",
        "Notes a cause of a deviation, a word of the forecast policy, and what is done about it. Gives the cause.",
        returns: "forecast_cause",
        units: "amount: how much of actual − forecast it explains",
        changes: "one new forecast_cause",
        errors: ["forecast.cause", "forecast.open", "forecast.step", "record.missing"],
        example:
          "local c\nplan(function()\n"
          + "  local s = forecast.series{as_of = date\"2026-05-31\"}\n"
          + "  local f = forecast.save(forecast.run{series = s, method = \"naive\", horizon = 1})\n"
          + "  c = forecast.cause{forecast = f, cause = \"timing\", amount = yuan(-100)}.cause\nend)\nreturn c",
        result: "\"timing\"", seeAlso: ["forecast.deviation"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "forecast.cause",
        allowing: ["forecast", "step", "cause", "amount", "correction", "policy"])
      let policy = try policies.forecasts(options["policy"])
      let word = try options.required("cause", try options.string("cause"))
      guard policy.causes.contains(where: { $0.key == word }) else {
        throw ArgumentError(
          "there is no cause '\(word)'", code: "forecast.cause",
          remedy: Suggestion.sentence(for: word, among: policy.causes.map(\.key)))
      }
      var cause = ForecastCause(
        point: try point(options).point.id, cause: word, notedAt: self.options.clock)
      cause.amount = try options.amount("amount")
      cause.correction = try options.string("correction")
      cause.notedBy = self.options.actor
      let entity = ForecastCause.schema.entity
      let id = try requireSession().create(entity, cause.values)
      try results.add(try binding(entity).record(id))
    }
  }
}
