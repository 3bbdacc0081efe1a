import Lua
import SalesKernel
import SalesStore
import Values

/// `forecast.call`, `forecast.adjust`, `forecast.combined`: what people expect, beside the
/// model's number.
extension ScriptHost {
  func defineForecastCalls(_ policies: EnginePolicies) throws {
    try defineCall(
      "call", .call, policies,
      "Notes what somebody expects of a period; the last call for the same holds. Gives the call.")
    try defineCall(
      "adjust", .adjustment, policies,
      "Notes by how much management moves the number of a period, with the reason; all adjustments for the "
        + "same add up. Gives the adjustment.")
    try define(
      HelpEntry(
        "forecast.combined",
        "forecast.combined{forecast = f, calls = \"own\", as_of = day, policy =}",
        "A kept forecast with the calls and adjustments for its periods, each apart and together: step, period, "
          + "starts_on, model, call, callers, adjustment, combined.", returns: "report",
        units:
          "combined = model_share × model + (1 − model_share) × call + adjustments, or model + adjustments where "
          + "nobody called. calls: \"own\" takes the call for the forecast's own scope, \"sum\" else adds up those "
          + "of the reps within it. What was said after as_of does not count",
        errors: ["record.missing", "policy.unknown", "money.overflow"],
        example:
          "local t\nplan(function()\n"
          + "  local f = forecast.save(forecast.run{series = {yuan(100)}, by = \"month\", "
          + "from = date\"2026-06-01\", method = \"naive\", horizon = 1}, {model_share = 0.25})\n"
          + "  forecast.call{period = date\"2026-07-01\", amount = yuan(200)}\n"
          + "  forecast.adjust{period = date\"2026-07-01\", amount = yuan(-5), reason = \"plant closed\"}\n"
          + "  t = forecast.combined{forecast = f}\nend)\nreturn t.points[1].combined",
        result: "money\"170.00\"", seeAlso: ["forecast.save", "forecast.call", "forecast.adjust"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "forecast.combined", allowing: ["forecast", "calls", "as_of", "policy"])
      let policy = try policies.forecasts(options["policy"])
      let forecast = try record(Forecast.self, options, "forecast")
      let taking = try takenCalls(options) ?? policy.combining.calls
      let asOf = try options.day("as_of") ?? self.options.clock.day()
      let points = try combined(forecast, taking: taking, asOf: asOf, policy)
      try results.add(Value.object(Self.report(points, grain: forecast.grain, policy)))
    }
  }

  private func takenCalls(_ options: NamedArguments) throws -> CombinedForecast.Calls? {
    guard let word = try options.string("calls") else { return nil }
    guard let calls = CombinedForecast.Calls(rawValue: word) else {
      throw unknown(
        "way to take calls", word, among: CombinedForecast.Calls.allCases.map(\.rawValue))
    }
    return calls
  }

  private func defineCall(
    _ name: String, _ kind: ForecastCall.Kind, _ policies: EnginePolicies, _ summary: String
  ) throws {
    let full = "forecast.\(name)"
    let reason = kind == .adjustment ? ", reason = \"plant closed\"" : ""
    try define(
      HelpEntry(
        full,
        "\(full){period = day, by = \"month\", amount = money, region =, rep =, product =, reason = text, policy =}",
        summary, returns: "forecast_call",
        units: "period: any day of it; by: the policy's period length unless given",
        changes: "one new forecast_call",
        errors: ["forecast.amount", "forecast.reason", "record.missing", "policy.unknown"],
        example:
          "local c\nplan(function()\n  c = \(full){period = date\"2026-07-15\", amount = wan(12)\(reason)}"
          + ".starts_on\nend)\nreturn c",
        result: "date\"2026-07-01\"", seeAlso: ["forecast.combined"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: full,
        allowing: ["period", "by", "amount", "region", "rep", "product", "reason", "policy"])
      let policy = try policies.forecasts(options["policy"])
      let entity = ForecastCall.schema.entity
      let id = try requireSession().create(entity, try call(kind, options, policy).values)
      try results.add(try binding(entity).record(id))
    }
  }

  private func call(
    _ kind: ForecastCall.Kind, _ options: NamedArguments, _ policy: ForecastPolicy
  ) throws -> ForecastCall {
    let grain = try options.grain("by") ?? policy.actuals.grain
    let period = try options.required("period", try options.day("period"))
    let amount = try options.required("amount", try options.amount("amount"))
    let reason = try options.string("reason")
    if kind == .call, amount < .zero {
      throw ArgumentError(
        "nobody expects sales of \(amount.grouped)", code: "forecast.amount",
        remedy: "give what is expected in all; a difference is an adjustment")
    }
    if kind == .adjustment, reason?.isEmpty ?? true {
      throw ArgumentError(
        "nothing is adjusted without a reason", code: "forecast.reason",
        remedy: "give reason = \"…\"")
    }
    let scope = try forecastScope(options)
    var call = ForecastCall(
      kind: kind, startsOn: try grain.start(of: period), grain: grain, amount: amount,
      madeAt: self.options.clock)
    (call.region, call.rep, call.product) = (scope.region, scope.rep, scope.product)
    call.reason = reason
    call.madeBy = self.options.actor
    return call
  }

  /// The points of a kept forecast with what people said of them by a day.
  func combined(
    _ forecast: Forecast, taking: CombinedForecast.Calls, asOf: Day, _ policy: ForecastPolicy
  ) throws -> [(point: ForecastPoint, combined: CombinedForecast)] {
    let points: [ForecastPoint] = try related(
      ForecastPoint.self, by: "forecast", to: forecast.id)
    let calls = try records(ForecastCall.self, where: [("grain", forecast.grain.fieldValue)])
      .filter { $0.madeAt.day() <= asOf }
    let share = try Rate(exactly: forecast.modelShare)
    return try points.sorted { $0.step < $1.step }.map { point in
      (
        point,
        try CombinedForecast(
          model: point.value, scope: forecast.scope, share: share,
          calls: calls.filter { $0.startsOn == point.startsOn }, taking: taking,
          rounding: policy.rounding)
      )
    }
  }

  private static func report(
    _ points: [(point: ForecastPoint, combined: CombinedForecast)], grain: Grain,
    _ policy: ForecastPolicy
  ) -> ReportObject {
    let rows = points.map { point, combined -> [Value] in
      [
        .integer(point.step), .string(grain.text(of: point.startsOn)),
        .scalar(point.startsOn.scalar), .scalar(combined.model.scalar),
        combined.call.map { .scalar($0.scalar) } ?? .nil, .integer(Int64(combined.callers)),
        .scalar(combined.adjustment.scalar), .scalar(combined.combined.scalar),
      ]
    }
    let table = ResultTable(
      columns: [
        .init("step", .number), .init("period"), .init("starts_on"), .init("model", .number),
        .init("call", .number), .init("callers", .number), .init("adjustment", .number),
        .init("combined", .number),
      ], rows: rows)
    let why = Explanation(
      "combined", .step, reason: "each period by itself", source: policy.combining.source,
      children: points.map { point, combined in
        var node = combined.explanation
        node.label = grain.text(of: point.startsOn)
        return node
      })
    return ReportObject([
      .init("points", .object(table)), .init("why", .object(WhyObject(why)), text: ""),
    ])
  }
}
