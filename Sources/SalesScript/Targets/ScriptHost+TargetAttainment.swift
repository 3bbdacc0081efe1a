import Lua
import SalesKernel
import SalesStore
import Values

/// `target.attainment` and `target.run_rate`: how far targets are.
extension ScriptHost {
  func defineTargetAttainment(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "target.attainment",
        "target.attainment{period = text or target = t, by = word, metric = word, as_of = day, policy =}",
        "How far the targets of a period are: target, reached, share, gap, what an even pace would have reached by now, "
          + "what the pace gives at the end, and what every working day that is left must give. Of a target: it and its "
          + "parts.", returns: "results",
        units:
          "by: a level, or product, region or kind; all targets unless given; as_of: the run's day unless given, and it "
          + "counts as gone; share and expected: of the target; projection and needed are nil before the period begins or "
          + "where the working calendar does not reach",
        errors: [
          "period.unknown", "target.none", "target.by", "target.metric", "target.product",
          "record.missing",
        ],
        example: """
          local share
          plan(function()
            local t = target.set{period = "2026-Q2", growth = true}
            target.split{target = t, by = "area"}
            share = #target.attainment{period = "2026-Q2", by = "area"}
          end)
          return share > 1
          """, result: "true", seeAlso: ["target.run_rate", "target.split", "target.tree"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "target.attainment",
        allowing: ["period", "target", "by", "metric", "as_of", "policy"])
      let desk = try TargetDesk(self, policies, options)
      let rates = try rates(
        of: asked(options, desk), on: options.day("as_of") ?? self.options.clock.day(), desk,
        policies)
      try results.add(Value.object(try attainmentTable(rates)))
    }
  }

  /// Targets that a call asks about.
  private func asked(_ options: NamedArguments, _ desk: TargetDesk) throws -> [Target] {
    let policy = desk.policy
    let metric = try options["metric"] == nil ? nil : policy.metric(options.string("metric"))
    let facet = try options.string("by").map { word -> TargetFacet in
      word == policy.levels[0].key ? .level(0) : try TargetFacet(word, policy)
    }
    var targets: [Target]
    if let value = options["target"] {
      let whole = try Target(reading: row(value, of: Target.schema.entity, as: "target"))
      targets = [whole] + (try desk.children(of: whole))
    } else {
      let period = try Period(parsing: options.required("period", options.string("period")))
      targets = try records(Target.self, where: [("period", .text(period.text))])
    }
    if let metric { targets.removeAll { $0.metric != metric.key } }
    if let facet { targets.removeAll { !facet.isSaid(of: $0, policy) } }
    guard !targets.isEmpty else {
      let periods = Set(try records(Target.self).map(\.period)).sorted()
      throw ValidationError(
        "target.none", "there are no such targets",
        remedy: periods.isEmpty
          ? "set one: target.set{period = \"2026-Q2\", amount = wan(100)}"
          : "there are targets of \(periods.joined(separator: ", "))", field: "period")
    }
    return targets
  }

  /// Targets with what was reached of each, by one pass over the records a metric.
  func rates(
    of targets: [Target], on day: Day, _ desk: TargetDesk, _ policies: EnginePolicies
  ) throws -> [TargetRate] {
    let scopes = try targets.map { try TargetScope($0, desk.policy) }
    let calendar = try policies.calendar()
    var rates: [TargetRate] = []
    for (target, scope) in zip(targets, scopes) {
      let metric = try desk.policy.metric(target.metric)
      let same = zip(targets, scopes).filter { $0.0.metric == target.metric }.map(\.1)
      let cells = try desk.cells(
        metric, from: same.map(\.period.first).min() ?? scope.period.first,
        upto: min(day, same.map(\.period.last).max() ?? scope.period.last),
        byProduct: same.contains { $0.product != nil })
      let sum = cells.reduce(Int128(0)) { scope.holds($1, in: desk.org) ? $0 + $1.sum : $0 }
      rates.append(
        TargetRate(
          target: target, scope: scope, name: desk.name(scope),
          rate: RunRate(
            try desk.value(of: target), reached: try TargetValue(sum, metric.unit),
            in: scope.period, on: day, days: calendar.days(of: scope.period, upto: day))))
    }
    return rates
  }

  private func attainmentTable(_ rates: [TargetRate]) throws -> ResultTable {
    ResultTable(
      columns: [
        .init("id", .number), .init("metric"), .init("target_of"), .init("target", .number),
        .init("reached", .number), .init("share", .number), .init("gap", .number),
        .init("expected", .number), .init("projection", .number), .init("needed", .number),
      ],
      rows: try rates.map { entry in
        let rate = entry.rate
        return [
          .integer(entry.target.id), .string(entry.target.metric), .string(entry.name),
          rate.target.fieldValue.scriptValue, rate.reached.fieldValue.scriptValue,
          Value(rate.share.map(Self.tenThousandth)), try rate.gap().fieldValue.scriptValue,
          Value(rate.expected.map(Self.tenThousandth)),
          try rate.projection()?.fieldValue.scriptValue ?? .nil,
          try rate.needed()?.fieldValue.scriptValue ?? .nil,
        ]
      })
  }

  static func tenThousandth(_ number: Double) -> Double { (number * 10_000).rounded() / 10_000 }

  func defineRunRate(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "target.run_rate", "target.run_rate(target, {as_of = day, policy =})",
        "How far a target is on a day: reached, share, expected, per_day, projection at that pace, needed a working day, "
          + "state (not_begun, running, ended) and why.", returns: "report",
        units:
          "as_of: the run's day unless given, and it counts as gone; days are working days of the calendar",
        errors: ["record.missing", "target.product"],
        example: """
          local r
          plan(function()
            r = target.run_rate(target.set{period = "2026-Q2", amount = wan(100)}, {as_of = date"2026-05-15"})
          end)
          return r.state, r.days, r.days_gone, r.days_left
          """, result: "\"running\"  61  30  31",
        seeAlso: ["target.attainment", "calendar.working_days", "why"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "target.run_rate", at: 1, allowing: ["as_of", "policy"])
      let desk = try TargetDesk(self, policies, options)
      let target = try Target(
        reading: row(try arguments[0], of: Target.schema.entity, as: "target"))
      let day = try options.day("as_of") ?? self.options.clock.day()
      let rate = try rates(of: [target], on: day, desk, policies)[0]
      try results.add(Value.object(try runRateReport(rate, on: day)))
    }
  }

  private func runRateReport(_ entry: TargetRate, on day: Day) throws -> ReportObject {
    let rate = entry.rate
    func part(_ name: String, _ value: TargetValue?) -> ReportObject.Part {
      .init(name, value?.fieldValue.scriptValue ?? .nil)
    }
    func share(_ name: String, _ share: Double?) -> ReportObject.Part {
      share.map { .init(name, share: $0) } ?? .init(name, .nil)
    }
    return ReportObject([
      .init("target_of", .string(entry.name)), .init("as_of", .scalar(day.scalar)),
      .init("state", .string(rate.state.rawValue)), part("target", rate.target),
      part("reached", rate.reached), share("share", rate.share),
      share("expected", rate.expected), part("gap", try rate.gap()),
      .init("days", rate.days.map { Value($0.whole) } ?? .nil),
      .init("days_gone", rate.days.map { Value($0.gone) } ?? .nil),
      .init("days_left", rate.left.map { Value($0) } ?? .nil),
      part("per_day", try rate.perDay()), part("projection", try rate.projection()),
      part("needed", try rate.needed()), .init(why: try entry.explanation(on: day)),
    ])
  }
}

/// A target with how far it is.
struct TargetRate {
  let target: Target
  let scope: TargetScope
  let name: String
  let rate: RunRate

  func explanation(on day: Day) throws -> Explanation {
    let days = rate.days.map { "\($0.gone) of \($0.whole) working days are gone on \(day)" }
    let projection = try rate.projection()
    return Explanation(
      "run_rate", .step, value: projection?.fieldValue ?? .null,
      reason: projection == nil
        ? "no pace: \(rate.state.rawValue), \(days ?? "the calendar does not reach so far")"
        : rate.state == .ended
          ? "the period has ended: what was reached"
          : "reached × working days / days gone, to the fen or the piece",
      children: [
        Explanation("target", .input, value: rate.target.fieldValue, reason: name),
        Explanation(
          "reached", .input, value: rate.reached.fieldValue,
          reason: "\(target.metric) from \(scope.period.first) to \(min(day, scope.period.last))"),
        Explanation("days", .input, reason: days ?? "the working calendar does not reach so far"),
        Explanation(
          "needed", .step, value: try rate.needed()?.fieldValue ?? .null,
          reason: "(target − reached) / working days left, rounded up"),
      ])
  }
}

extension WorkingCalendar {
  /// Working days of a period, and those up to a day; nil where the calendar does not reach over all of it.
  func days(of period: Period, upto day: Day) -> (whole: Int, gone: Int)? {
    guard let whole = try? workingDays(from: period.first, to: period.last) else { return nil }
    if day < period.first { return (whole, 0) }
    if day >= period.last { return (whole, whole) }
    return (try? workingDays(from: period.first, to: day)).map { (whole, $0) }
  }
}

extension TargetFacet {
  /// Whether it is what a target is told apart by.
  func isSaid(of target: Target, _ policy: TargetPolicy) -> Bool {
    switch self {
    case .level(let place):
      target.level == policy.levels[place].key && target.product == nil && target.region == nil
        && target.kind == nil
    case .product: target.product != nil
    case .region: target.region != nil
    case .kind: target.kind != nil
    case .period(let unit): (try? Period(parsing: target.period))?.unit == unit
    }
  }
}
