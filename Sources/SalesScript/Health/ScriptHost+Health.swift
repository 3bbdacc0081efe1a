import Lua
import SalesKernel
import SalesStore
import Values

/// `health`: how well customers do with us, by a model, one by one and for all of them.
extension ScriptHost {
  func defineHealth(_ policies: EnginePolicies) throws {
    try defineHealthScore(policies)
    try defineHealthTable(policies)
    try defineHealthReading(policies)
    try defineHealthSweep(policies)
    try defineHealthTrend(policies)
    try defineHealthMovers(policies)
    try defineHealthBacktest(policies)
  }

  private func defineHealthScore(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "health.score", "health.score(customer[, {model =, as_of = day}])",
        "How well a customer does by a health model: score, band, the factors that led to it and why.",
        returns: "report",
        units:
          "score: 0–100 to one decimal, nil where the customer never ordered or too little is known; known: "
          + "weight, of 100, of the factors that are known; model: a policy or its table, health unless given; as_of: "
          + "what was known at the end of that day, the run's day unless given",
        errors: ["health.as_of", "policy.unknown", "policy.value", "record.missing"],
        example: """
          local h = health.score(customers:get(1), {model = "health_signals"})
          return h.score == nil or h.score >= 0 and h.score <= 100, h.model
          """, result: "true  \"health_signals\"",
        seeAlso: ["health.table", "health.sweep", "health.trend", "why"])
    ) { [unowned self] arguments, results in
      let (result, policy) = try healthResult(arguments, of: "health.score", policies)
      try results.add(Value.object(report(result, policy)))
    }
  }

  private func defineHealthTable(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "health.table", "health.table(customer[, {model =, as_of = day}])",
        "The factors of a customer's health as a table: what was read, the points, the weight and what it adds.",
        returns: "results",
        units:
          "share: percent that the factor weighs among those that count; adds: points of the score",
        errors: ["health.as_of", "policy.unknown", "policy.value", "record.missing"],
        example: "return #health.table(customers:get(1), {model = \"health_signals\"})",
        result: "4", seeAlso: ["health.score"])
    ) { [unowned self] arguments, results in
      let (result, _) = try healthResult(arguments, of: "health.table", policies)
      try results.add(Value.object(factorTable(result)))
    }
  }

  private func healthResult(
    _ arguments: Arguments, of function: String, _ policies: EnginePolicies
  ) throws -> (HealthResult, HealthPolicy) {
    let row = try row(arguments[0], of: Customer.schema.entity, as: "customer")
    let options = try NamedArguments(
      arguments, of: function, at: 1, allowing: ["model", "as_of"])
    let policy = try policies.health(options["model"])
    let day = try healthDay(options)
    return (try health(of: row.id, by: policy, asOf: day, policies), policy)
  }

  /// The health of one customer, from its own records alone.
  func health(
    of id: Int64, by policy: HealthPolicy, asOf day: Day, _ policies: EnginePolicies
  ) throws -> HealthResult {
    try HealthReader(
      host: self, policies: policies, policy: policy, customers: HealthCustomers([id]), asOf: day
    ).board().explained(0)
  }

  /// The day that health is asked of.
  /// - Throws: `health.as_of` for one that has not come yet.
  func healthDay(_ options: NamedArguments, _ name: String = "as_of") throws -> Day {
    let today = self.options.clock.day()
    guard let day = try options.day(name) else { return today }
    guard day <= today else {
      throw ArgumentError(
        "\(name): \(day) is after \(today): nothing is known of it yet", code: "health.as_of",
        remedy: "give \(today) or a day before")
    }
    return day
  }

  private func report(_ result: HealthResult, _ policy: HealthPolicy) -> ReportObject {
    ReportObject([
      .init("model", .string(policy.header.name)), .init("as_of", .scalar(result.asOf.scalar)),
      .init("score", Value(result.score)),
      .init("band", result.band.map { .string($0.key) } ?? .nil),
      .init("known", .integer(result.known)),
      .init(
        "note", result.score == nil ? .string(result.explanation.reason ?? "") : .nil),
      .init("factors", .object(factorTable(result))), .init(why: result.explanation),
    ])
  }

  private func factorTable(_ result: HealthResult) -> ResultTable {
    ResultTable(
      columns: [
        .init("factor"), .init("group"), .init("read"), .init("value"), .init("points", .number),
        .init("weight", .number), .init("share", .number), .init("adds", .number),
        .init("source"),
      ],
      rows: result.lines.map { line in
        [
          .string(line.factor.key), line.factor.group.map { .string($0) } ?? .nil,
          .string((line.reading ?? line.factor.readings[0]).measure.text),
          line.value.scriptValue, Value(line.points.map(Self.hundredth)),
          .integer(line.factor.weight), .number(Self.hundredth(line.share)),
          .number(Self.hundredth(line.contribution)), .string(line.factor.source),
        ]
      })
  }

  private static func hundredth(_ number: Double) -> Double { (number * 100).rounded() / 100 }

  /// Why the health of a customer is what it is: by its model, as of its day.
  func explainHealth(_ row: BlockRow) throws -> Explanation {
    let policies = EnginePolicies(self)
    let model = try row.text("health_model")
    let policy = try policies.health(model.map { .string($0) })
    let day = try row.day("health_on") ?? options.clock.day()
    return try health(of: row.id, by: policy, asOf: min(day, options.clock.day()), policies)
      .explanation
  }

  private func defineHealthReading(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "health.reading",
        "health.reading{customer =, metric = word, value = number, day = day, note = text, model =}",
        "Notes what was measured of a customer on a day and no other record tells: logins, cost saved, budget. "
          + "Gives the reading.", returns: "reading",
        units: "metric: a word of the model, in its unit; day: the run's day unless given",
        changes: "one new reading",
        errors: ["health.metric", "health.value", "health.as_of", "record.missing"],
        example: """
          local r
          plan(function() r = health.reading{customer = 1, metric = "logins", value = 12}.value end)
          return r
          """, result: "12.0", seeAlso: ["health.score"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "health.reading",
        allowing: ["customer", "metric", "value", "day", "note", "model"])
      let policy = try policies.health(options["model"])
      let metric = try policy.metric(options.required("metric", options.string("metric")))
      let value = try options.required("value", options.number("value"))
      guard value.isFinite else {
        throw ArgumentError(
          "value: \(NumberText.of(value)) is no reading of \(metric.key)", code: "health.value",
          remedy: "give a finite number, or leave the day out")
      }
      let customer = try row(options["customer"], of: Customer.schema.entity, as: "customer")
      var reading = Reading(
        customer: customer.id, metric: metric.key, day: try healthDay(options, "day"), value: value)
      reading.note = try options.string("note")
      let id = try requireSession().create(Reading.schema.entity, reading.values)
      try results.add(try binding(Reading.schema.entity).record(id))
    }
  }
}
