import Lua
import Pictures
import SalesKernel
import Values

/// Part of a report of a funnel: its figures, and what draws them.
struct FunnelSection {
  let parts: [ReportObject.Part]
  var pictures: [Picture] = []
}

/// The figures of a funnel as reports.
struct FunnelReports {
  let question: FunnelQuestion
  let poll: () throws -> Void

  var stages: FunnelStages { question.stages }
  private var grouping: FigureGrouping? { question.book.split?.grouping }
  private var asOf: Int32 { question.asOf.number }
  private var window: (from: Int32, upto: Int32) { (question.from.number, question.upto.number) }

  private static let stageColumns: [ResultTable.Column] = [
    .init("stage"), .init("title"), .init("阶段"),
  ]

  private func stageCells(_ place: Int) -> [Value] {
    let stage = stages.stages[place]
    return [.string(stage.key), .string(stage.title.en), .string(stage.title.zh)]
  }

  // MARK: Cohort

  func cohort() throws -> FunnelSection {
    let cohort = try question.history.cohort(
      from: window.from, upto: window.upto, asOf: asOf, by: grouping, poll: poll)
    let total = cohort.total
    let open = total.entered - total.won - total.lost
    let parts: [ReportObject.Part] =
      [
        .init("entered", Value(total.entered)), .init("won", Value(total.won)),
        .init("lost", Value(total.lost)), .init("open", Value(open)),
        .init("win_rate", Value(total.winRate)), .init("conversion", Value(total.conversion)),
        .init("won_amount", Value(try total.wonAmount())),
        .init("cycle_days", Value(total.cycle.meanDays)),
        .init("stages", .object(stageTable(total))),
      ]
      + (try question.groups(
        cohort,
        ["entered", "won", "lost", "open", "win_rate", "conversion", "won_amount", "cycle_days"]
          .map { .init($0, .number) }
      ) { tally in
        [
          Value(tally.entered), Value(tally.won), Value(tally.lost),
          Value(tally.entered - tally.won - tally.lost), Value(tally.winRate),
          Value(tally.conversion), Value(try tally.wonAmount()), Value(tally.cycle.meanDays),
        ]
      }) + [.init("why", .object(WhyObject(explain(total))), text: "")]
    return FunnelSection(parts: parts, pictures: [picture(of: total)])
  }

  /// Each stage with the share that came to it from the one before, and how long it took to leave.
  private func stageTable(_ tally: CohortTally) -> ResultTable {
    let columns =
      ["reached", "conversion", "of_all", "lost_here", "open_here"]
      + ["mean_days", "median_days"]
    return ResultTable(
      columns: Self.stageColumns + columns.map { .init($0, .number) },
      rows: stages.stages.indices.map { place in
        let before = place == 0 ? tally.entered : tally.reached[place - 1]
        let stays = tally.stays[place]
        return stageCells(place) + [
          Value(tally.reached[place]), Value(FunnelShare.of(tally.reached[place], before)),
          Value(FunnelShare.of(tally.reached[place], tally.entered)), Value(tally.lostFrom[place]),
          Value(tally.open[place]), Value(place == stages.won ? nil : stays.meanDays),
          Value(place == stages.won ? nil : stays.medianDays),
        ]
      })
  }

  private func explain(_ tally: CohortTally) -> Explanation {
    Explanation(
      "conversion", .step, value: tally.conversion.map(FieldValue.number) ?? .null,
      reason: "\(tally.won) won of \(tally.entered) opened from "
        + "\(question.from) to \(question.upto), as of \(question.asOf)",
      source: "FU6, \(stages.source)",
      children: stages.stages.enumerated().dropFirst().map { place, stage in
        Explanation(
          stage.key, .step,
          value: FunnelShare.of(tally.reached[place], tally.reached[place - 1]).map(
            FieldValue.number)
            ?? .null,
          reason: "\(tally.reached[place]) of \(tally.reached[place - 1]) came to it or beyond",
          source: stage.source)
      })
  }

  // MARK: Snapshot

  func snapshot() throws -> FunnelSection {
    let snapshot = try question.history.snapshot(asOf: asOf, by: grouping, poll: poll)
    let total = snapshot.total
    let chances = question.probabilities
    let parts: [ReportObject.Part] =
      [
        .init("open", Value(total.count)), .init("unknown_amounts", Value(total.unknown)),
        .init("amount", Value(try total.amount())),
        .init("weighted", Value(try total.weighted(chances))),
        .init("spread", Self.estimate(total.spread(chances))),
        .init("stages", .object(try openTable(total))),
      ]
      + (try question.groups(
        snapshot,
        ["open", "unknown_amounts", "amount", "weighted", "spread"].map { .init($0, .number) }
      ) { tally in
        [
          Value(tally.count), Value(tally.unknown), Value(try tally.amount()),
          Value(try tally.weighted(chances)), Self.estimate(tally.spread(chances)),
        ]
      }) + [.init("why", .object(WhyObject(try explain(total))), text: "")]
    return FunnelSection(parts: parts, pictures: [try picture(of: total)])
  }

  private static func estimate(_ yuan: Double?) -> Value {
    yuan.flatMap { Money(estimate: $0) }.map { Value($0) } ?? .nil
  }

  private func openTable(_ tally: SnapshotTally) throws -> ResultTable {
    let columns = ["open", "unknown_amounts", "amount", "probability", "weighted", "age_days"]
    return ResultTable(
      columns: Self.stageColumns + columns.map { .init($0, .number) },
      rows: try tally.places.enumerated().map { index, place in
        let chance = stages.stages[index].probability
        return stageCells(index) + [
          Value(place.count), Value(place.unknown), Value(try place.amount()),
          .number(chance.double), Value(try place.weighted(chance)), Value(place.meanAge),
        ]
      })
  }

  private func explain(_ tally: SnapshotTally) throws -> Explanation {
    Explanation(
      "weighted", .step, value: .money(try tally.weighted(question.probabilities)),
      reason: "Σ amount × probability of \(tally.count) open ones, of which "
        + " \(tally.unknown) have no known amount; spread = √Σ a²·p·(1 − p)",
      source: "standards: weighted pipeline (FU6)",
      children: try tally.places.enumerated().map { index, place in
        let stage = stages.stages[index]
        return Explanation(
          stage.key, .step, value: .money(try place.weighted(stage.probability)),
          reason: "\(place.count) with \(try place.amount()) × \(stage.probability)",
          source: stage.source)
      })
  }

  // MARK: Results

  func results(topReasons: Int?) throws -> FunnelSection {
    let history = question.history
    let results = try history.results(
      from: window.from, upto: window.upto, asOf: asOf, reasons: question.book.reasons,
      by: grouping, poll: poll)
    let total = results.total
    let open = try history.snapshot(asOf: asOf, poll: poll).total.count
    let parts: [ReportObject.Part] =
      [
        .init("decided", Value(total.decided)), .init("won", Value(total.won.count)),
        .init("lost", Value(total.lost.count)), .init("win_rate", Value(total.winRate)),
        .init("won_amount", Value(try total.won.amount())),
        .init("lost_amount", Value(try total.lost.amount())),
        .init("mean_won", Self.estimate(total.meanWon)),
        .init("cycle_days", Value(total.cycle.meanDays)),
        .init("cycle_median", Value(total.cycle.medianDays)),
        .init("velocity", Self.estimate(total.velocity(open: open))),
      ]
      + (try question.groups(
        results,
        ["won", "lost", "win_rate", "won_amount", "mean_won", "cycle_days", "cycle_median"]
          .map { .init($0, .number) }
      ) { tally in
        [
          Value(tally.won.count), Value(tally.lost.count), Value(tally.winRate),
          Value(try tally.won.amount()), Self.estimate(tally.meanWon),
          Value(tally.cycle.meanDays), Value(tally.cycle.medianDays),
        ]
      }) + [
        .init("leaks", .object(try leaks(total))),
        .init("reasons", .object(try reasons(total, top: topReasons))),
        .init("why", .object(WhyObject(explain(total, open: open))), text: ""),
      ]
    return FunnelSection(parts: parts)
  }

  private func leaks(_ tally: ResultTally) throws -> ResultTable {
    ResultTable(
      columns: Self.stageColumns + ["lost", "share", "amount"].map { .init($0, .number) },
      rows: try tally.leaks.enumerated().filter { $1.count > 0 }.map { place, part in
        stageCells(place) + [
          Value(part.count), Value(FunnelShare.of(part.count, tally.lost.count)),
          Value(try part.amount()),
        ]
      })
  }

  /// The most frequent first, ties by the word; without a limit all of them.
  private func reasons(_ tally: ResultTally, top: Int?) throws -> ResultTable {
    let words = question.book.reasonWords
    let all = tally.reasons.map { code, part in
      (word: code > 0 ? words[Int(code) - 1] : "", part: part)
    }.sorted { ($1.part.count, $0.word) < ($0.part.count, $1.word) }
    let shown = all.prefix(top ?? all.count)
    return ResultTable(
      columns: [.init("reason")] + ["lost", "share", "amount"].map { .init($0, .number) },
      rows: try shown.map { reason in
        [
          reason.word.isEmpty ? .nil : .string(reason.word), Value(reason.part.count),
          Value(FunnelShare.of(reason.part.count, tally.lost.count)),
          Value(try reason.part.amount()),
        ]
      }, omitted: all.count - shown.count)
  }

  private func explain(_ tally: ResultTally, open: Int) -> Explanation {
    var children = [
      Explanation("open", .input, value: .integer(Int64(open))),
      Explanation("win_rate", .input, value: tally.winRate.map(FieldValue.number) ?? .null),
      Explanation("mean_won", .input, value: tally.meanWon.map(FieldValue.number) ?? .null),
      Explanation(
        "cycle_days", .input, value: tally.cycle.meanDays.map(FieldValue.number) ?? .null),
    ]
    children[1].reason =
      "\(tally.won.count) won of \(tally.decided) decided from "
      + "\(question.from) to \(question.upto)"
    let velocity = tally.velocity(open: open)
    return Explanation(
      "velocity", .step, value: velocity.map(FieldValue.number) ?? .null,
      reason: velocity == nil
        ? "nothing won, or won at once: there is no velocity"
        : "open × win_rate × mean_won / cycle_days, in yuan a day",
      source: "FU6", children: children)
  }

  // MARK: Calibration

  func calibration() throws -> FunnelSection {
    let calibration = try question.history.calibration(
      from: window.from, upto: window.upto, asOf: asOf, poll: poll)
    let columns = ["decided", "won", "observed", "low", "high", "estimate", "policy", "difference"]
    let rows = (0..<stages.won).map { place -> [Value] in
      let range = calibration.interval(place)
      let estimate = calibration.probability(place)
      let policy = stages.stages[place].probability.double
      return stageCells(place) + [
        Value(calibration.decided[place]), Value(calibration.won[place]),
        Value(FunnelShare.of(calibration.won[place], calibration.decided[place])),
        Value(range?.low),
        Value(range?.high), .number(estimate), .number(policy), .number(estimate - policy),
      ]
    }
    let table = ResultTable(
      columns: Self.stageColumns + columns.map { .init($0, .number) }, rows: rows)
    return FunnelSection(
      parts: [.init("open", Value(calibration.open)), .init("stages", .object(table))],
      pictures: [picture(of: calibration)])
  }
}
