import Lua
import SalesKernel
import SalesStore
import Values

/// `churn.backtest`: how well the signal told who was lost.
extension ScriptHost {
  func defineChurnBacktest(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "churn.backtest",
        "churn.backtest{from = day, to = day, horizon = months, lost = months, of = query, policy =}",
        "The churn signal on the last day of each past month, by what was known on it, against who was lost: customers, "
          + "flagged (warning or at risk), lost, hits, precision, recall, base (lost of all), lead_days (mean) and "
          + "median_lead from the first flag to the loss, months, why.", returns: "report",
        units:
          "lost: silent for so many months, the policy's unless given, within horizon months of the check (as many unless "
          + "given); checks whose horizon is not over are left out; to: the last such day, from: twelve months before; "
          + "an e-mail opened after a check is not known on it",
        errors: ["churn.horizon", "churn.period", "day.range"],
        example: """
          local b = churn.backtest{from = date"2025-01-01"}
          return b.hits <= b.flagged, b.hits <= b.lost, b.lost <= b.customers, #b.months
          """, result: "true  true  true  12", seeAlso: ["churn.signal", "churn.notice"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "churn.backtest",
        allowing: ["from", "to", "horizon", "lost", "of", "policy"])
      try results.add(Value.object(try churnBacktest(options, policies)))
    }
  }

  private func churnBacktest(
    _ options: NamedArguments, _ policies: EnginePolicies
  ) throws -> ReportObject {
    let policy = try policies.churn(options["policy"])
    let months = try self.months(options, "lost") ?? policy.lostMonths
    let horizon = try self.months(options, "horizon") ?? months
    let today = self.options.clock.day()
    let last = try Self.lastCheck(
      by: try options.day("to") ?? today, horizon: horizon, today: today)
    let from = try options.day("from") ?? last.startOfMonth.adding(months: -11)
    let days = try Self.checks(from, last, horizon: horizon, today: today)
    let roster = try ChurnRoster(self, of: try LoyaltyQuestion.customers(options, self))
    let test = try ChurnBacktest(
      roster.book, emails: roster.emails, policy: policy, days: days, months: months,
      horizon: horizon, poll: state.checkStop)
    return Self.report(test, policy, months: months, horizon: horizon)
  }

  private func months(_ options: NamedArguments, _ name: String) throws -> Int? {
    guard let number = try options.integer(name) else { return nil }
    guard (1...120).contains(number) else {
      throw ArgumentError(
        "\(name): \(number) is outside 1–120 months", code: "churn.horizon",
        remedy: "as \(name) = 6")
    }
    return Int(number)
  }

  /// The last end of a month, up to a day, whose horizon is over.
  private static func lastCheck(by to: Day, horizon: Int, today: Day) throws -> Day {
    var last = min(try today.adding(months: -horizon).endOfMonth, to.endOfMonth)
    while try last > to || last.adding(months: horizon) > today {
      last = try last.startOfMonth.adding(days: -1)
    }
    return last
  }

  /// The last days of the months from one day to another.
  private static func checks(
    _ from: Day, _ to: Day, horizon: Int, today: Day
  ) throws -> [Day] {
    var days: [Day] = []
    if from <= to {
      guard to.days(since: from) <= 366 * 50 else {
        throw ArgumentError(
          "from \(from) to \(to) are more than 50 years", code: "churn.period",
          remedy: "give a later from")
      }
      var day = from.endOfMonth
      while day <= to {
        days.append(day)
        day = try day.adding(days: 1).endOfMonth
      }
    }
    guard !days.isEmpty else {
      throw ArgumentError(
        "no month ends from \(from) to \(to) of which \(horizon.text("month")) are over on \(today)",
        code: "churn.period", remedy: "give an earlier from, or a shorter horizon")
    }
    return days
  }

  private static func report(
    _ test: ChurnBacktest, _ policy: ChurnPolicy, months: Int, horizon: Int
  ) -> ReportObject {
    func cells(_ counts: WarningCounts) -> [Value] {
      [
        Value(counts.all), Value(counts.told), Value(counts.lost), Value(counts.hits),
        Value(counts.precision), Value(counts.recall), Value(counts.baseRate),
      ]
    }
    let names = ["customers", "flagged", "lost", "hits", "precision", "recall", "base"]
    let total = test.total
    let why = Explanation(
      "recall", .step, value: total.recall.map(FieldValue.number) ?? .null,
      reason: "\(total.hits) of \(total.lost) losses were flagged", source: policy.header.source,
      children: [
        Explanation(
          "lost", .step, value: .integer(Int64(total.lost)),
          reason: "silent for \(months.text("month")) within \(horizon.text("month")) of the check"),
        Explanation(
          "precision", .step, value: total.precision.map(FieldValue.number) ?? .null,
          reason: "\(total.hits) of \(total.told) flags were losses"),
        Explanation(
          "base", .step, value: total.baseRate.map(FieldValue.number) ?? .null,
          reason: "flagging by chance would have this precision"),
      ])
    return ReportObject(
      [.init("lost_months", Value(months)), .init("horizon", Value(horizon))]
        + zip(names, cells(total)).map { .init($0, $1) }
        + [
          .init("lead_days", Value(test.leads.mean)),
          .init("median_lead", Value(test.leads.median)),
          .init("leads", Value(test.leads.days.count)),
          .init(
            "months",
            .object(
              ResultTable(
                columns: [.init("day")] + names.map { .init($0, .number) },
                rows: test.checks.map { [.scalar($0.day.scalar)] + cells($0.counts) }))),
          .init("why", .object(WhyObject(why)), text: ""),
        ])
  }
}
