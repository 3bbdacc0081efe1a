import Lua
import SalesKernel
import SalesStore
import Values

/// `forecast.run`: a series carried on, by a method or by the best of several.
extension ScriptHost {
  func defineForecastRun(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "forecast.run",
        "forecast.run{series = s, method = \"auto\", horizon = n, level = 0.8, season = n, methods = {…}, "
          + "window =, weights =, alpha =, beta =, gamma =, phi =, by =, from =, as_of =, policy =}",
        "How a series goes on: value (of the first step), points, method, parameters, tournament, steps, "
          + "level, spread, notes, why. \"auto\" takes the method with the least WAPE from rolling origins, "
          + "each seeing only what is before it.", returns: "report",
        units:
          "series: of forecast.series, or a list of numbers or amounts (with by and from it has periods); "
          + "amounts to the fen, half up. Parameters that are not given are fitted by the least squared "
          + "one-step errors. points: step, period, starts_on, value, low, high",
        errors: [
          "forecast.empty", "forecast.number", "forecast.unit", "forecast.short", "forecast.season",
          "forecast.positive", "forecast.method", "forecast.horizon", "forecast.level",
          "forecast.parameter", "forecast.window", "forecast.weights", "forecast.overflow",
          "forecast.long", "policy.unknown",
        ],
        example:
          "local f = forecast.run{series = {10, 20, 30, 40, 12, 22, 33, 43}, method = "
          + "\"holt_winters_additive\", season = 4, alpha = 0.5, beta = 0.1, gamma = 0.2, horizon = 4}\n"
          + "return (\"%.6f\"):format(f.value), (\"%.6f\"):format(f.points[4].value)",
        result: "\"14.234210\"  \"45.890127\"", seeAlso: ["forecast.series", "why"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "forecast.run", allowing: ForecastReader.options)
      let policy = try policies.forecasts(options["policy"])
      let reader = try ForecastReader(options, policy, today: self.options.clock.day())
      var fits = 0
      let made = try SalesForecast(reader.series.series, reader.request, policy) {
        fits += 1
        try self.work("forecast: fits", fits, of: nil)
      }
      try results.add(Value.object(MadeForecast(forecast: made, named: reader.series).report))
    }
  }
}

/// A forecast with what it forecasts, as `orders.amount`.
struct MadeForecast {
  let forecast: SalesForecast
  let named: NamedSeries

  /// The forecast as a script reads it.
  var report: ReportObject {
    let fit = forecast.fit
    let parameters = fit.parameters.map { (key: $0.name, value: Value.number($0.value)) }
    var parts: [ReportObject.Part] = [
      .init("name", .string(named.name)),
      .init("method", .string(fit.method.rawValue)),
      .init("value", forecast.points.first?.value.scriptValue ?? .nil, text: ""),
      .init("level", share: forecast.level),
      .init("points", .object(points)),
      .init("parameters", .table(Table(fields: parameters))),
      .init("spread", .string(fit.spread.text)),
      .init("as_of", .scalar(forecast.series.asOf.scalar)),
    ]
    if let tournament = forecast.tournament, tournament.origins > 0 {
      let tables = TournamentTables(tournament, winner: fit.method)
      parts.append(.init("origins", .integer(Int64(tournament.origins))))
      parts.append(.init("tournament", .object(tables.methods)))
      parts.append(.init("steps", .object(tables.steps), text: ""))
    } else {
      parts.append(.init("origins", .integer(0), text: ""))
      parts.append(.init("tournament", .nil))
      parts.append(.init("steps", .nil))
    }
    parts.append(
      .init(
        "notes", .table(Table(list: forecast.notes.map(Value.string))),
        text: forecast.notes.joined(separator: "; ")))
    parts.append(.init("why", .object(WhyObject(forecast.explanation)), text: ""))
    return ReportObject(parts, pictures: [picture], content: self)
  }

  private var points: ResultTable {
    let grain = forecast.series.grain
    return ResultTable(
      columns: [
        .init("step", .number), .init("period"), .init("starts_on"), .init("value", .number),
        .init("low", .number), .init("high", .number),
      ],
      rows: forecast.points.map { point in
        [
          .integer(Int64(point.step)),
          point.start.flatMap { start in grain.map { .string($0.text(of: start)) } } ?? .nil,
          point.start.map { .scalar($0.scalar) } ?? .nil, point.value.scriptValue,
          point.low.scriptValue, point.high.scriptValue,
        ]
      })
  }
}
