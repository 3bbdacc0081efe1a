import Lua
import SalesKernel
import SalesStore
import Values

/// `forecast.accuracy`: kept forecasts against what then happened, and against the goals.
extension ScriptHost {
  private static let groupings = [
    "step", "region", "rep", "product", "method", "forecast", "period",
  ]

  func defineForecastAccuracy(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "forecast.accuracy",
        "forecast.accuracy{by = word, name =, forecast =, grain =, use = \"model\", of =, value =, day =, "
          + "as_of = day, policy =}",
        "Kept forecasts against what then happened, for the periods that are over: groups (a row a period length "
          + "and group), points (a row a period), n, accuracy, wape, bias, tracking_signal, value_added, why.",
        returns: "report",
        units:
          "by: step (default), region, rep, product, method, forecast or period. use: \"model\", or \"combined\" with "
          + "calls and adjustments. of, value, day: what happened, as in forecast.series; the region, rep and product "
          + "are the forecast's. inside: share of actuals within their interval. goal, met: of the policy. The naive "
          + "forecast is the last whole period before the forecast was made",
        errors: [
          "forecast.by", "record.missing", "entity.field", "forecast.unit", "policy.unknown",
        ],
        example:
          "local a\nplan(function()\n"
          + "  local s = forecast.series{as_of = date\"2026-05-31\"}\n"
          + "  forecast.save(forecast.run{series = s, method = \"naive\", horizon = 1})\n"
          + "  a = forecast.accuracy{}\nend)\n"
          + "return a.n, a.value_added, a.groups[1].step, a.points[1].actual == orders:where("
          + "\"ordered_on >= date'2026-06-01' and status ~= 'cancelled'\"):sum(\"amount\")",
        result: "1  0.0  1  true", seeAlso: ["forecast.save", "forecast.deviation", "why"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "forecast.accuracy",
        allowing: [
          "by", "name", "forecast", "grain", "use", "of", "value", "day", "as_of", "policy",
        ])
      let policy = try policies.forecasts(options["policy"])
      let by = try options.string("by") ?? "step"
      guard Self.groupings.contains(by) else {
        throw ArgumentError(
          "by: forecasts are not grouped by '\(by)'", code: "forecast.by",
          remedy: Suggestion.sentence(for: by, among: Self.groupings))
      }
      let book = try accuracyBook(options, policy)
      try results.add(Value.object(try report(book, by: by, policy)))
    }
  }

  private func accuracyBook(
    _ options: NamedArguments, _ policy: ForecastPolicy
  ) throws -> AccuracyBook {
    let asOf = try options.day("as_of") ?? self.options.clock.day()
    let use = try options.string("use") ?? "model"
    guard ["model", "combined"].contains(use) else {
      throw unknown("number of a forecast", use, among: ["model", "combined"])
    }
    let name = try options.string("name")
    let grain = try options.grain("grain")
    var forecasts = try records(Forecast.self).filter {
      (name == nil || $0.name == name) && (grain == nil || $0.grain == grain)
    }
    if options["forecast"] != nil {
      let one = try record(Forecast.self, options, "forecast").id
      forecasts = forecasts.filter { $0.id == one }
    }
    return try AccuracyBook(
      forecasts, asOf: asOf,
      { scope, grain in
        let reader = try SeriesReader(
          options, policy.actuals, scope: scope, grain: grain, host: self)
        return try reader.totals(since: nil, asOf: asOf)
      },
      points: { forecast in
        try combined(forecast, taking: policy.combining.calls, asOf: asOf, policy).map {
          ($0.point, use == "combined" ? $0.combined.combined : $0.point.value)
        }
      })
  }

  private func report(
    _ book: AccuracyBook, by: String, _ policy: ForecastPolicy
  ) throws -> ReportObject {
    let all = AccuracyBook.tallies(book.pairs)
    let groups = try accuracyGroups(book, by: by)
    let added = all.comparable.valueAdded(over: all.naive)
    let why = Explanation(
      "accuracy", .step, value: all.own.accuracy.map(FieldValue.number),
      reason:
        "1 − Σ|forecast − actual| / Σ|actual| over \(all.own.count.text("period")) that ended by "
        + "\(book.asOf)", source: "FC4",
      children: groups.map { group in
        let tally = AccuracyBook.tallies(group.pairs).own
        return Explanation(
          "\(group.grain.rawValue), \(by) \(group.key.display)", .step,
          value: tally.accuracy.map(FieldValue.number), reason: tally.count.text("period"))
      })
    return ReportObject([
      .init("as_of", .scalar(book.asOf.scalar)),
      .init("n", .integer(Int64(all.own.count))),
      .init("accuracy", optional: all.own.accuracy),
      .init("wape", optional: all.own.wape),
      .init("bias", optional: all.own.bias),
      .init("tracking_signal", .optional(all.own.trackingSignal)),
      .init("value_added", optional: added),
      .init("groups", .object(try groupTable(groups, by: by, policy))),
      .init("points", .object(try pointTable(book.pairs)), text: ""),
      .init("why", .object(WhyObject(why)), text: ""),
    ])
  }

  private typealias Group = (grain: Grain, key: FieldValue, pairs: [AccuracyBook.Pair])

  private func accuracyGroups(_ book: AccuracyBook, by: String) throws -> [Group] {
    var groups: [[FieldValue]: [AccuracyBook.Pair]] = [:]
    for pair in book.pairs {
      let key: FieldValue =
        switch by {
        case "step": .integer(pair.point.step)
        case "region": pair.forecast.region.fieldValue
        case "rep": pair.forecast.rep.fieldValue
        case "product": pair.forecast.product.fieldValue
        case "method": .text(pair.forecast.method)
        case "forecast": pair.forecast.code.fieldValue
        default: .text(pair.forecast.grain.text(of: pair.point.startsOn))
        }
      groups[[pair.forecast.grain.fieldValue, key], default: []].append(pair)
    }
    return groups.compactMap { key, pairs -> Group? in
      guard let grain = Grain(fieldValue: key[0]) else { return nil }
      return (grain, key[1], pairs)
    }.sorted { a, b in
      if a.grain != b.grain { return a.grain.rawValue < b.grain.rawValue }
      if a.key.isNull != b.key.isNull { return a.key.isNull }
      return FieldOrder.isBefore(a.key, b.key) ?? false
    }
  }

  private func groupTable(
    _ groups: [Group], by: String, _ policy: ForecastPolicy
  ) throws -> ResultTable {
    let rows = groups.map { group -> [Value] in
      let tallies = AccuracyBook.tallies(group.pairs)
      let goal = policy.goal(of: group.grain, by: by)
      let met = goal.flatMap { goal in tallies.own.accuracy.map { goal.isMet(by: $0) } }
      return [.string(group.grain.rawValue), group.key.scriptValue]
        + AccuracyColumns.cells(tallies.own)
        + [
          .optional(tallies.comparable.valueAdded(over: tallies.naive)),
          .number(Double(tallies.inside) / Double(max(1, group.pairs.count))),
          goal.map { .string($0.text) } ?? .nil, met.map(Value.bool) ?? .nil,
        ]
    }
    return ResultTable(
      columns: [.init("grain"), .init(by)] + AccuracyColumns.columns
        + [
          .init("value_added", .number), .init("inside", .number), .init("goal"),
          .init("met", .bool),
        ], rows: rows)
  }

  private func pointTable(_ pairs: [AccuracyBook.Pair]) throws -> ResultTable {
    ResultTable(
      columns: [
        .init("forecast"), .init("as_of"), .init("step", .number), .init("period"),
        .init("value", .number), .init("actual", .number), .init("error", .number),
        .init("inside", .bool),
      ],
      rows: try pairs.map { pair in
        [
          .string(pair.forecast.code ?? "\(pair.forecast.id)"), .scalar(pair.forecast.asOf.scalar),
          .integer(pair.point.step), .string(pair.forecast.grain.text(of: pair.point.startsOn)),
          .scalar(pair.value.scalar), .scalar(pair.actual.scalar),
          .scalar(try pair.value.subtracting(pair.actual).scalar), .bool(pair.isInside),
        ]
      })
  }
}

extension ForecastPolicy {
  /// The goal of a period length: that of the parts where forecasts are looked at by part.
  func goal(of grain: Grain, by: String) -> ForecastGoal? {
    goals.first { $0.grain == grain && $0.by == by }
      ?? goals.first { $0.grain == grain && $0.by == nil }
  }
}

extension ReportObject.Part {
  /// A share, or nothing.
  fileprivate init(_ name: String, optional share: Double?) {
    self.init(name, .optional(share), text: share.map(ShareText.of) ?? "")
  }
}
