import Lua
import SalesKernel
import SalesStore
import Values

/// `health.backtest`: whether low health told who would be lost.
extension ScriptHost {
  func defineHealthBacktest(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "health.backtest",
        "health.backtest{model =, from = day, to = day, step = word, horizon = span, of = query}",
        "Scores the customers on past days from what was known on each, and counts how often those with low health were "
          + "lost within the horizon. Lost: no order for the months of the churn policy, complete within the horizon. "
          + "Customers who never ordered, or were lost already, are not counted.",
        returns: "report",
        units:
          "from, to: the first and the last day of scoring; step: day, week, month, quarter or year; horizon: "
          + "days after each; both of the model unless given; precision, recall, base_rate: shares of 1; lift: "
          + "precision / base_rate; lead_days: median days from the first alert to the loss",
        errors: ["health.window", "health.horizon", "health.as_of", "policy.unknown"],
        example: """
          local b = health.backtest{model = "health_signals", from = date"2025-09-30", to = date"2026-03-31"}
          return #b.days, b.counted == b.hits + b.false_alarms + b.misses + b.quiet
          """, result: "7  true", seeAlso: ["health.score", "health.sweep", "churn.signal"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "health.backtest",
        allowing: ["model", "from", "to", "step", "horizon", "of"])
      let policy = try policies.health(options["model"])
      try results.add(Value.object(try backtest(options, policy, policies)))
    }
  }

  private func backtest(
    _ options: NamedArguments, _ policy: HealthPolicy, _ policies: EnginePolicies
  ) throws -> ReportObject {
    let plan = try HealthBacktestPlan(options, policy, today: self.options.clock.day())
    let chosen = HealthCustomers(
      try requireSession().ids(customers(options, "of").resolved()).sorted())
    let churn = try policies.churn()
    let orders = try orderDays(of: chosen)
    var test = HealthBacktest(customers: chosen.count)
    for day in plan.days {
      test.begin(day)
      let last = try day.adding(plan.horizon)
      let board = try HealthReader(
        host: self, policies: policies, policy: policy, customers: chosen, asOf: day
      ).board()
      for place in chosen.ids.indices {
        if place & 0x3FFF == 0 { try state.checkStop() }
        let fate = try orders.fate(
          of: place, after: day, upto: last, months: churn.purchaseMonths)
        if fate == .outside { continue }
        test.add(place, score: board.score(place), below: policy.alert.below, fate: fate)
      }
    }
    return report(test, plan, policy, months: churn.purchaseMonths)
  }

  /// The days on which customers ordered, up to the run's; orders that were cancelled as a whole are none.
  private func orderDays(of customers: HealthCustomers) throws -> OrderDays {
    let entity = Order.schema.entity
    let slots = try ["customer", "ordered_on", "amount", "status"].map {
      try entity.requireSlot(of: $0)
    }
    var cancelled = WordFilter([try cancelledWord()])
    let today = options.clock.day().number
    var orders: [(place: Int32, day: Int32)] = []
    try requireSession().forEachChunk(of: Selection(entity), slots: slots) { chunk in
      try state.checkStop()
      for row in 0..<chunk.count {
        let day = Int32(truncatingIfNeeded: chunk.bits(1)[row])
        guard day <= today, let place = customers.index.place(of: chunk.bits(0)[row]),
          chunk.bits(2)[row] != 0 || !cancelled.admits(chunk, 3, row)
        else { continue }
        orders.append((Int32(truncatingIfNeeded: place), day))
      }
    }
    return OrderDays(customers: customers.count, orders: orders)
  }

  private func report(
    _ test: HealthBacktest, _ plan: HealthBacktestPlan, _ policy: HealthPolicy, months: Int
  ) -> ReportObject {
    let counts = test.total
    let columns: [ResultTable.Column] =
      [.init("day")]
      + [
        "counted", "hits", "false_alarms", "misses", "quiet", "precision", "recall", "base_rate",
      ].map { .init($0, .number) }
    let rows: [[Value]] = test.days.map { day, counts in
      [
        .scalar(day.scalar), Value(counts.all), Value(counts.hits), Value(counts.falseAlarms),
        Value(counts.misses), Value(counts.quiet), Value(counts.precision), Value(counts.recall),
        Value(counts.baseRate),
      ]
    }
    func share(_ name: String, _ share: Double?) -> ReportObject.Part {
      .init(name, Value(share), text: share.map { ShareText.of($0) } ?? "")
    }
    let below = FieldValue.number(policy.alert.below).display
    let meaning =
      "lost: no order for \(months.text("month")), complete within \(plan.horizon) after the day; told: "
      + "health below \(below)"
    return ReportObject([
      .init("model", .string(policy.header.name)), .init("meaning", .string(meaning)),
      .init("counted", Value(counts.all)), .init("unscored", Value(test.unscored)),
      .init("hits", Value(counts.hits)), .init("false_alarms", Value(counts.falseAlarms)),
      .init("misses", Value(counts.misses)), .init("quiet", Value(counts.quiet)),
      share("precision", counts.precision), share("recall", counts.recall),
      share("base_rate", counts.baseRate),
      .init("lift", Value(counts.lift), text: counts.lift.map { FractionText.of($0) } ?? ""),
      .init("told", Value(test.leads.days.count)), .init("lead_days", Value(test.leads.median)),
      .init("days", .object(ResultTable(columns: columns, rows: rows))),
      .init(
        why: Explanation(
          "backtest", .step, value: counts.lift.map(FieldValue.number) ?? .null,
          reason: "lift = precision \(counts.hits) / \(counts.hits + counts.falseAlarms) over base "
            + "rate \(counts.hits + counts.misses) / \(counts.all); \(meaning)",
          source: policy.header.source)),
    ])
  }
}

/// On which days a back-test scores, and how far it looks from each.
struct HealthBacktestPlan {
  let days: [Day]
  let horizon: Span

  private static let most = 400

  /// - Throws: `health.window`, `health.horizon`.
  init(_ options: NamedArguments, _ policy: HealthPolicy, today: Day) throws {
    let from = try options.required("from", options.day("from"))
    let to = try options.required("to", options.day("to"))
    guard from <= to else {
      throw ArgumentError(
        "the window is from \(from) to \(to): it ends before it begins", code: "health.window",
        remedy: "give from and to the other way round")
    }
    let word = try options.string("step") ?? policy.backtest.step.rawValue
    guard let step = Grain(rawValue: word) else {
      throw ArgumentError(
        "step: there is no period '\(word)'", code: "health.window",
        remedy: Suggestion.sentence(for: word, among: Grain.allCases.map(\.rawValue)))
    }
    horizon = try Self.horizon(options) ?? policy.backtest.horizon
    let last = try to.adding(horizon)
    guard last <= today else {
      throw ArgumentError(
        "what becomes of customers within \(horizon) of \(to) is known on \(last), and today is "
          + "\(today)", code: "health.horizon",
        remedy: "end at \(try today.subtracting(horizon)), or give a shorter horizon")
    }
    var days: [Day] = []
    while let day = try? step.start(from, adding: days.count), day <= to {
      guard days.count < Self.most else {
        throw ArgumentError(
          "from \(from) to \(to) by \(word) is more than \(Self.most) days", code: "health.window",
          remedy: "give a longer step")
      }
      days.append(day)
    }
    self.days = days
  }

  private static func horizon(_ options: NamedArguments) throws -> Span? {
    guard let value = options["horizon"] else { return nil }
    guard case .scalar(let scalar) = value, case .span(let span) = try TypedScalar(scalar),
      span.milliseconds >= Span.millisecondsPerDay
    else {
      throw ArgumentError(
        "horizon: expected a span of a day or more, got \(value.typeName)", code: "health.horizon",
        remedy: "as days(90)")
    }
    return span
  }
}
