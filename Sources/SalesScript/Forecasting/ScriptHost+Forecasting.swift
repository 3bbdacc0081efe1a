import Lua
import SalesKernel
import SalesStore
import Values

/// `forecast`: series of what was sold, and how they go on.
extension ScriptHost {
  func defineForecasting(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "forecast.policy", "forecast.policy(name or table)",
        "The forecast policy as a table, to read or to change before working with it; a table is checked.",
        returns: "table",
        errors: ["policy.unknown", "policy.value"],
        example: "return forecast.policy().level", result: "0.8",
        seeAlso: ["forecast.run", "policies.use"])
    ) { [unowned self] arguments, results in
      if case .table = try arguments[0] {
        _ = try policies.forecasts(arguments[0])
        return try results.add(try arguments[0])
      }
      let name = try arguments.decode(0, as: String?.self) ?? "forecast"
      try results.add(try library.table(name, host: self))
    }
    try defineSeries(policies)
    try defineForecastRun(policies)
    try defineForecastSaving(policies)
    try defineForecastCalls(policies)
    try defineForecastAccuracy(policies)
    try defineForecastDeviation(policies)
    try defineForecastCalendar(policies)
    try defineForecastPipeline(policies)
    try defineForecastSimulation(policies)
    try defineRegression()
    try defineGoalSeek(policies)
  }

  private func defineSeries(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "forecast.series",
        "forecast.series{of = query, value = field or rule, day = field, by = period, since = day, "
          + "as_of = day, region =, rep =, product =, policy =}",
        "Sums of records by period, oldest first: values, periods (a table), count, filled, grain, unit, "
          + "as_of. Without of: the orders that the policy counts.", returns: "report",
        units:
          "by: day, week, month, quarter or year. Whole periods only: one that ends after as_of (default: "
          + "today) is left out, and no record after as_of is looked at. Periods without records count as 0 "
          + "(filled); the first is that of the first record, or of since. region, rep, product: only what is "
          + "theirs; of a product, its order lines",
        errors: [
          "forecast.empty", "forecast.unit", "forecast.long", "entity.field", "rule.syntax",
          "sum.overflow", "forecast.scope", "record.missing", "policy.unknown",
        ],
        example:
          "local s = forecast.series{of = orders, value = \"amount\", day = \"ordered_on\", "
          + "by = \"month\", since = date\"2026-01-01\"}\n"
          + "local sum = yuan(0)\nfor _, v in ipairs(s.values) do sum = sum + v end\n"
          + "return s.count, sum == orders:where(\"ordered_on >= date'2026-01-01'\"):sum(\"amount\")",
        result: "6  true", seeAlso: ["forecast.run", "query:group_by"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "forecast.series",
        allowing: SeriesReader.options + ["since", "as_of", "policy"])
      let policy = try policies.forecasts(options["policy"])
      let reader = try SeriesReader(options, policy.actuals, host: self)
      let asOf = try options.day("as_of") ?? self.options.clock.day()
      let since = try options.day("since").map(reader.grain.start(of:))
      let totals = try reader.totals(since: since, asOf: asOf)
      let series = try totals.series(since: since, asOf: asOf, most: policy.mostPoints)
      try results.add(
        Value.object(NamedSeries(series: series, name: reader.name, scope: reader.scope).report))
    }
  }
}

extension NamedSeries {
  /// The series as a script reads it.
  var report: ReportObject {
    let values = series.values.indices.map { series.value(at: $0).scriptValue }
    return ReportObject(
      [
        .init("name", .string(name)),
        .init("grain", series.grain.map { .string($0.rawValue) } ?? .nil),
        .init("unit", .string(series.unit.rawValue)),
        .init("count", .integer(Int64(values.count))),
        .init("filled", .integer(Int64(series.filled))),
        .init("as_of", .scalar(series.asOf.scalar)),
        .init("values", .table(Table(list: values)), text: ""),
        .init("periods", .object(periods(values))),
      ], content: self)
  }

  /// The period of a place, or its number where there are none.
  private func label(_ place: Int) -> Value {
    guard let grain = series.grain, !series.starts.isEmpty else {
      return .integer(Int64(place + 1))
    }
    return .string(grain.text(of: series.starts[place]))
  }

  private func periods(_ values: [Value]) -> ResultTable {
    let rows = values.indices.map { place -> [Value] in
      [
        label(place),
        series.starts.isEmpty ? .nil : .scalar(series.starts[place].scalar), values[place],
        series.counts.isEmpty ? .nil : .integer(Int64(series.counts[place])),
      ]
    }
    return ResultTable(
      columns: [
        .init("period"), .init("starts_on"), .init("value", .number), .init("records", .number),
      ], rows: rows)
  }
}
