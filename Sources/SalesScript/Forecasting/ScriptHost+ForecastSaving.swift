import Lua
import SalesKernel
import SalesStore
import Values

/// `forecast.save`: forecasts kept as they were made.
extension ScriptHost {
  func defineForecastSaving(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "forecast.save",
        "forecast.save(result, {name = text, model_share = 0.5, note = text, policy =})",
        "Keeps what forecast.run gave: one forecast and its points, which never change. Gives the forecast. "
          + "Its region, rep and product are those of the series.", returns: "forecast",
        units:
          "name: what is forecast, as orders.amount unless given; model_share: weight of the model's number "
          + "where there is a call too",
        changes: "one new forecast with its forecast_points",
        errors: ["forecast.unit", "forecast.periods", "forecast.share", "policy.unknown"],
        example:
          "local f\nplan(function()\n"
          + "  local r = forecast.run{series = forecast.series{by = \"month\"}, method = \"naive\", horizon = 2}\n"
          + "  local s = forecast.save(r)\n"
          + "  f = s.code .. \" \" .. s:forecast_points():count() .. \" \" .. tostring(s.as_of)\nend)\nreturn f",
        result: "\"FC-00000001 2 2026-06-30\"",
        seeAlso: ["forecast.run", "forecast.accuracy", "forecast.combined"])
    ) { [unowned self] arguments, results in
      guard case .object(let object) = try arguments[0],
        let made = (object as? ReportObject)?.content as? MadeForecast
      else {
        throw ArgumentError(
          "argument #1: expected what forecast.run gave, got \(try arguments[0].typeName)",
          remedy: "as forecast.save(forecast.run{…})")
      }
      let options = try NamedArguments(
        arguments, of: "forecast.save", at: 1,
        allowing: ["name", "model_share", "note", "policy"])
      let policy = try policies.forecasts(options["policy"])
      let id = try requireSession().savepoint { try save(made, options, policy) }
      try results.add(try binding(Forecast.schema.entity).record(id))
    }
  }

  private func save(
    _ made: MadeForecast, _ options: NamedArguments, _ policy: ForecastPolicy
  ) throws -> Int64 {
    let forecast = made.forecast
    guard let grain = forecast.series.grain, forecast.points.allSatisfy({ $0.start != nil }) else {
      throw ArgumentError(
        "a forecast of a plain list has no periods to compare with later", code: "forecast.periods",
        remedy: "take the series of forecast.series, or give by = \"month\" and from = date\"…\"")
    }
    var record = Forecast(
      name: try options.string("name") ?? made.named.name, method: forecast.fit.method.rawValue,
      asOf: forecast.series.asOf, grain: grain, horizon: Int64(forecast.points.count),
      level: forecast.level,
      modelShare: try modelShare(options) ?? policy.combining.modelShare.double,
      takenAt: self.options.clock)
    (record.region, record.rep) = (made.named.scope.region, made.named.scope.rep)
    record.product = made.named.scope.product
    record.parameters = forecast.fit.parameters.map {
      "\($0.name) = \(FieldValue.number($0.value).display)"
    }.joined(separator: ", ")
    record.takenBy = self.options.actor
    record.note = try options.string("note")
    record.code = try nextForecastNumber(policy.number)
    let id = try requireSession().create(Forecast.schema.entity, record.values)
    for point in forecast.points {
      guard let start = point.start, let value = point.value.money, let low = point.low.money,
        let high = point.high.money
      else {
        throw ArgumentError(
          "only amounts of money are kept; this series counts numbers", code: "forecast.unit",
          remedy: "forecast a series of money")
      }
      let kept = ForecastPoint(
        forecast: id, step: Int64(point.step), startsOn: start, endsOn: try grain.last(of: start),
        value: value, low: low, high: high)
      try requireSession().create(ForecastPoint.schema.entity, kept.values)
    }
    return id
  }

  /// The first number from the count of forecasts on that is free; a ledger's record has it from the start.
  private func nextForecastNumber(_ number: DocumentNumber) throws -> String {
    let (session, entity) = (try requireSession(), Forecast.schema.entity)
    let slot = try entity.requireSlot(of: "code")
    var count = Int64(try session.count(Selection(entity))) + 1
    while try session.holder(entity, slot: slot, value: .text(number.text(count))) != nil {
      count += 1
    }
    return number.text(count)
  }

  private func modelShare(_ options: NamedArguments) throws -> Double? {
    guard let share = try options.number("model_share") else { return nil }
    guard share >= 0, share <= 1 else {
      throw ArgumentError(
        "model_share \(NumberText.of(share)) is outside 0–1", code: "forecast.share",
        remedy: "1 takes the model alone, 0 the call alone")
    }
    return share
  }
}
