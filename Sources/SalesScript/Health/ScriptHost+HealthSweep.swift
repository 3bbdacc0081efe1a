import Lua
import SalesKernel
import SalesStore
import Values

/// `health.sweep`: the health of all customers in one run.
extension ScriptHost {
  func defineHealthSweep(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "health.sweep", "health.sweep{to = query, model =, as_of = day}",
        "Scores all customers by a health model, keeps the history, tells of those who do badly, settles the alerts "
          + "of those who recovered, and opens the recovery plan of each new alert for the success manager.",
        returns: "report",
        units:
          "bands: customers by level and band; falls: the largest since the score before; alerts only of the "
          + "levels and up to the number that the model says, left: those beyond; as_of: the run's day unless given",
        changes:
          "health, health_band, health_on and health_model of the customers; health_scores, alerts and tasks",
        errors: [
          "health.as_of", "health.order", "policy.unknown", "policy.value", "alert.kind",
          "survey.kind",
        ],
        example: """
          local s
          plan(function() s = health.sweep{model = "health_signals"} end)
          return s.scanned, s.kept == s.scored
          """, result: "200  true",
        seeAlso: ["health.score", "health.movers", "health.trend", "inbox.open", "inbox.due"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "health.sweep", allowing: ["to", "model", "as_of"])
      let policy = try policies.health(options["model"])
      let sweep = HealthSweep(
        host: self, policies: policies, policy: policy, asOf: try healthDay(options))
      let result = try sweep.run(of: customers(options, "to"))
      try results.add(Value.object(try report(result, sweep)))
    }
  }

  private func report(_ result: HealthSweep.Result, _ sweep: HealthSweep) throws -> ReportObject {
    let found = result.found
    let scored = found.scores.count { !$0.isNaN }
    return ReportObject([
      .init("model", .string(sweep.policy.header.name)),
      .init("as_of", .scalar(sweep.asOf.scalar)), .init("scanned", Value(found.scores.count)),
      .init("scored", Value(scored)), .init("changed", Value(result.changed)),
      .init("kept", Value(result.kept)), .init("raised", Value(result.alerts.raised)),
      .init("known", Value(result.alerts.known)), .init("settled", Value(result.alerts.settled)),
      .init("left", Value(result.alerts.left)), .init("tasks", Value(result.alerts.tasks)),
      .init("bands", .object(bandTable(found, sweep.policy))),
      .init("falls", .object(try falls(found))),
    ])
  }

  /// One row a level: how many customers are in each band, and their mean.
  private func bandTable(_ found: HealthSweep.Found, _ policy: HealthPolicy) -> ResultTable {
    let levels = [""] + found.roster.levels
    let width = policy.bands.count
    var counts = levels.map { _ in [Int](repeating: 0, count: width + 1) }
    var sums = [Double](repeating: 0, count: levels.count)
    for place in found.scores.indices {
      let level = found.roster.level(place)
      guard let score = found.score(place) else {
        counts[level][width] += 1
        continue
      }
      counts[level][policy.place(of: score)] += 1
      sums[level] += score
    }
    let order = levels.indices.filter { counts[$0].contains { $0 > 0 } }.sorted {
      $0 == 0 ? false : $1 == 0 ? true : levels[$0] < levels[$1]
    }
    return ResultTable(
      columns: [.init("level")] + policy.bands.map { .init($0.key, .number) }
        + [.init("unscored", .number), .init("mean", .number)],
      rows: order.map { level in
        let scored = counts[level].dropLast().reduce(0, +)
        let mean = scored == 0 ? nil : (sums[level] / Double(scored) * 10).rounded() / 10
        return [level == 0 ? .nil : .string(levels[level])] + counts[level].map { Value($0) }
          + [Value(mean)]
      })
  }

  private func falls(_ found: HealthSweep.Found) throws -> ResultTable {
    let fallen = found.scores.indices.compactMap { place in
      found.change(place).flatMap { $0 < 0 ? (place: place, change: $0) : nil }
    }
    return try moverTable(
      fallen.map {
        HealthMove(
          customer: found.roster.customers.ids[$0.place], before: found.before[$0.place],
          after: found.scores[$0.place])
      }, limit: Self.shownMoves)
  }
}
