import Lua
import SalesKernel
import SalesStore
import Values

/// `forecast.simulate`: the open deals played through many times.
extension ScriptHost {
  func defineForecastSimulation(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "forecast.simulate",
        "forecast.simulate{of = opportunities, runs = 10000, seed = n, probability = \"playbook\", by = \"month\", "
          + "slip = {share = 0.3, days = 30}, target = money, amount = rule, close = rule, as_of = day, region =, "
          + "rep =, product =, policy =}",
        "Plays the open deals through many times, each won or lost by its probability: mean, deviation, percentiles "
          + "(share, label, amount), histogram (from, upto, runs), groups (a row a group), reach (share of the runs "
          + "that reach the target), runs, seed, deals, notes, why.", returns: "report",
        units:
          "Sums are exact; the mean to the fen. A percentile is the least amount that so many runs do not exceed. "
          + "slip: the share of won deals that close so many days later. seed: the run's unless given; the same seed, "
          + "the same result",
        errors: [
          "forecast.runs", "forecast.slip", "forecast.by", "forecast.probability",
          "forecast.amount",
          "playbook.unknown", "money.overflow", "policy.unknown",
        ],
        example:
          "local s\nplan(function()\n"
          + "  opportunities:create{playbook = \"fastener\", stage = \"proposal\", status = \"open\", name = \"help\", "
          + "amount = wan(10), opened_on = today(), expected_close = date\"2026-07-31\"}\n"
          + "  s = forecast.simulate{of = opportunities:where{name = \"help\"}, probability = 1, runs = 100}\n"
          + "end)\nreturn s.mean, s.percentiles[1].amount, s.deviation, s.histogram[1].runs",
        result: "money\"100000.00\"  money\"100000.00\"  0.0  100",
        seeAlso: ["forecast.pipeline", "why"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "forecast.simulate",
        allowing: PipelineReader.options + ["runs", "seed", "slip", "target"])
      let policy = try policies.forecasts(options["policy"])
      try results.add(Value.object(try simulate(options, policy, policies)))
    }
  }

  private func simulate(
    _ options: NamedArguments, _ policy: ForecastPolicy, _ policies: EnginePolicies
  ) throws -> ReportObject {
    let slip = try slip(options)
    let reader = try PipelineReader(
      options, policy, policies, slip: slip.map { Int(clamping: $0.days) }, host: self)
    let runs = try options.integer("runs") ?? Int64(policy.pipeline.runs)
    // Amounts of all runs and groups are kept for the percentiles.
    let most = policy.pipeline.mostRuns / max(1, reader.groups.count / 20)
    guard runs >= 1, runs <= Int64(most) else {
      throw ArgumentError(
        "\(runs) runs of \(reader.groups.count.text("group")) are outside 1–\(most)",
        code: "forecast.runs", remedy: "give fewer runs, or longer periods")
    }
    let seed = try options.integer("seed").map { UInt64(bitPattern: $0) } ?? self.options.seed
    let played = try PipelineSimulation(
      reader.deals, groups: reader.groups.count, slip: slip?.share ?? 0
    ).run(Int(runs), seed: seed) { try work("simulation", $0, of: Int(runs)) }
    return try SimulationReport(
      reader: reader, played: played, policy: policy, runs: runs, seed: seed,
      target: try options.amount("target")
    ).report
  }

  private func slip(_ options: NamedArguments) throws -> (share: Double, days: Int64)? {
    guard let value = options["slip"] else { return nil }
    let table = try NamedArguments(value, of: "slip", allowing: ["share", "days"])
    guard let share = try table.number("share"), let days = try table.integer("days"), share >= 0,
      share <= 1, days >= 0, days <= 36_500
    else {
      throw ArgumentError(
        "slip is a share of 0 to 1 and a number of days", code: "forecast.slip",
        remedy: "as slip = {share = 0.3, days = 30}")
    }
    return (share, days)
  }
}

/// What a simulation gave, as a script reads it.
struct SimulationReport {
  let reader: PipelineReader
  let played: PipelineSimulation.Outcome
  let policy: ForecastPolicy
  let runs: Int64
  let seed: UInt64
  let target: Money?

  var report: ReportObject {
    get throws {
      let all = OutcomeSummary(sorted: played.total)
      let mean = try all.mean(policy.rounding)
      return ReportObject(
        [
          .init("as_of", .scalar(reader.asOf.scalar)),
          .init("mean", .scalar(mean.scalar)),
          .init("deviation", .number(all.deviation)),
          .init("reach", .optional(target.map { all.share(reaching: $0) })),
          .init("percentiles", .object(percentiles(all))),
          .init("groups", .object(try groups)),
          .init("histogram", .object(histogram(all)), text: ""),
          .init("runs", .integer(runs)),
          .init("seed", .integer(Int64(bitPattern: seed))),
          .init("deals", .integer(Int64(reader.deals.count))),
          .init("basis", .string(reader.basis)),
          .init(
            "notes", .table(Table(list: reader.notes.map(Value.string))),
            text: reader.notes.joined(separator: "; ")),
          .init("why", .object(WhyObject(try explanation(mean))), text: ""),
        ], pictures: [picture(all.histogram(policy.pipeline.bars))])
    }
  }

  private func label(_ share: Double) -> String {
    "p" + FieldValue.number((share * 10_000).rounded() / 100).display
  }

  private func percentiles(_ all: OutcomeSummary) -> ResultTable {
    ResultTable(
      columns: [.init("label"), .init("share", .number), .init("amount", .number)],
      rows: policy.pipeline.percentiles.map {
        [.string(label($0)), .number($0), .scalar(all.percentile($0).scalar)]
      })
  }

  private func histogram(_ all: OutcomeSummary) -> ResultTable {
    ResultTable(
      columns: [.init("from", .number), .init("upto", .number), .init("runs", .number)],
      rows: all.histogram(policy.pipeline.bars).map {
        [.scalar($0.from.scalar), .scalar($0.upto.scalar), .integer(Int64($0.runs))]
      })
  }

  private var groups: ResultTable {
    get throws {
      let shares = policy.pipeline.percentiles
      var counts = Array(repeating: 0, count: reader.groups.count)
      for deal in reader.deals { counts[deal.group] += 1 }
      let rows = try reader.groups.indices.map { place -> [Value] in
        let part = OutcomeSummary(sorted: played.groups[place])
        return reader.cells(of: reader.groups[place])
          + [
            .integer(Int64(counts[place])), .scalar(try part.mean(policy.rounding).scalar),
            .number(part.deviation),
          ] + shares.map { .scalar(part.percentile($0).scalar) }
      }
      return ResultTable(
        columns: reader.columns + [
          .init("deals", .number), .init("mean", .number), .init("deviation", .number),
        ] + shares.map { .init(label($0), .number) }, rows: rows)
    }
  }

  private func explanation(_ mean: Money) throws -> Explanation {
    var weighted = WeightedPipeline()
    for deal in reader.deals { try weighted.add(deal) }
    return Explanation(
      "simulation", .step, value: .money(mean),
      reason:
        "mean of \(Int(runs).text("run")) of \(reader.deals.count.text("deal")), seed \(seed)",
      source: policy.pipeline.source,
      children: [
        Explanation("probability", .input, reason: reader.basis),
        Explanation(
          "weighted value", .step, value: .money(try weighted.value(policy.rounding)),
          reason: "what the mean comes to with more runs; deviation "
            + FieldValue.number(weighted.deviation).display),
      ] + reader.notes.map { Explanation("note", .step, reason: $0) })
  }
}
