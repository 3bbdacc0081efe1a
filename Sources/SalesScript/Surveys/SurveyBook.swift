import Lua
import SalesKernel
import SalesStore
import Values

/// The answers that a question about surveys is about, read once by chunks and counted by group.
struct SurveyBook {
  let kind: SurveyPolicy.Kind
  let groups: FigureGroups<SurveyTally>
  let split: FigureSplit?
  let from: Day
  let to: Day

  static let options = ["kind", "by", "from", "to", "of", "policy"]
  private static let subject = FigureSubject(
    name: "a survey", code: "survey.split",
    examples: "rep, channel, ticket, or a field of customers as level, region or owner")

  /// - Throws: `survey.window`, `survey.split`.
  init(_ kind: SurveyPolicy.Kind, _ options: NamedArguments, _ host: ScriptHost) throws {
    self.kind = kind
    from = try options.day("from") ?? .first
    to = try options.day("to") ?? host.options.clock.day()
    guard from <= to else {
      throw ArgumentError(
        "the window is from \(from) to \(to): it ends before it begins", code: "survey.window",
        remedy: "give from and to the other way round")
    }
    let entity = SurveyAnswer.schema.entity
    let customers = try options["of"].map { _ in
      RecordIndex(try host.requireSession().ids(host.customers(options, "of").resolved()).sorted())
    }
    let split = try options.string("by").map {
      try FigureSplitReader(host, entity, $0, of: Self.subject)
    }
    let names = ["score", "answered_on", "customer"]
    let slots = try names.map { try entity.requireSlot(of: $0) } + (split?.slot.map { [$0] } ?? [])
    let table = try host.requireSession().columns(
      of: Selection(
        entity, equals: [(slot: try entity.requireSlot(of: "kind"), value: .text(kind.key))]),
      slots: slots, poll: host.state.checkStop)
    var answers = SurveyAnswers(kind)
    var rows: [Int] = []
    for row in 0..<table.count {
      guard let day = table.columns[1].bits(row), day >= from.number, day <= to.number,
        let score = table.columns[0].bits(row), let customer = table.columns[2].bits(row),
        customers.map({ $0.place(of: customer) != nil }) ?? true
      else { continue }
      answers.add(score, on: Int32(truncatingIfNeeded: day))
      rows.append(row)
    }
    self.split = try split?.split { FigureCodes(table.columns[names.count], rows: rows) }
    groups = answers.tally(by: self.split?.grouping)
  }

  /// What every report of a survey opens with.
  private var opening: [ReportObject.Part] {
    var parts: [ReportObject.Part] = [
      .init("kind", .string(kind.key)), .init("title", kind.title),
      .init("from", from == .first ? .nil : .scalar(from.scalar)), .init("to", .scalar(to.scalar)),
    ]
    if groups.total.strange > 0 {
      parts.append(
        .init(
          "strange", Value(groups.total.strange),
          text: "\(groups.total.strange) left out: not on the scale from \(kind.scale.lowerBound) "
            + "to \(kind.scale.upperBound)"))
    }
    parts.append(.init("n", Value(groups.total.count)))
    if groups.total.count == 0 {
      parts.append(.init("note", .string("no data: nobody answered")))
    }
    return parts
  }

  /// - Parameter cells: of one tally, under the columns given.
  private func table(
    _ columns: [ResultTable.Column], _ cells: (SurveyTally) -> [Value]
  ) -> [ReportObject.Part] {
    guard let split else { return [] }
    let rows = split.sorted(groups.groups).map { $0.cells + cells($0.tally) }
    return [.init("groups", .object(ResultTable(columns: split.columns + columns, rows: rows)))]
  }

  private func goal(_ figure: CSATFigure?) -> [ReportObject.Part] {
    guard let goal = kind.goal else { return [] }
    return [
      .init("goal", .number(goal.over), text: "over \(ShareText.of(goal.over)), \(goal.source)"),
      .init("meets", figure.map { .bool($0.meets(goal)) } ?? .nil),
    ]
  }

  var satisfaction: ReportObject {
    let figure = groups.total.csat
    let columns: [ResultTable.Column] = [
      .init("n", .number), .init("top", .number), .init("share", .number), .init("low", .number),
      .init("high", .number), .init("meets", .bool),
    ]
    return ReportObject(
      opening + [
        .init("top", figure.map { Value($0.top) } ?? .nil),
        .init(
          "share", Value(figure?.share),
          text: figure.map {
            "\(ShareText.of($0.share)), 95 % between \(ShareText.of($0.interval.low)) and "
              + ShareText.of($0.interval.high)
          } ?? ""),
        .init("low", Value(figure?.interval.low), text: ""),
        .init("high", Value(figure?.interval.high), text: ""),
      ] + goal(figure)
        + table(columns) { tally in
          let figure = tally.csat
          return [
            Value(tally.count), figure.map { Value($0.top) } ?? .nil, Value(figure?.share),
            Value(figure?.interval.low), Value(figure?.interval.high),
            figure.flatMap { figure in kind.goal.map { .bool(figure.meets($0)) } } ?? .nil,
          ]
        } + [.init(why: why(figure))])
  }

  var nps: ReportObject {
    let (figure, recommendation) = (groups.total.nps, groups.total.recommendation)
    let columns: [ResultTable.Column] = [
      "n", "promoters", "passives", "detractors", "nps", "low", "high", "recommend",
    ].map { .init($0, .number) }
    return ReportObject(
      opening + [
        .init("promoters", figure.map { Value($0.promoters) } ?? .nil),
        .init("passives", figure.map { Value($0.passives) } ?? .nil),
        .init("detractors", figure.map { Value($0.detractors) } ?? .nil),
        .init("nps", Value(figure?.score)),
        .init("low", Value(figure?.interval.low)), .init("high", Value(figure?.interval.high)),
        .init(
          "recommend", Value(recommendation?.share),
          text: recommendation.map { "\(ShareText.of($0.share)) answer \(kind.recommend) or more" }
            ?? ""),
      ] + goal(recommendation)
        + table(columns) { tally in
          let figure = tally.nps
          return [
            Value(tally.count), figure.map { Value($0.promoters) } ?? .nil,
            figure.map { Value($0.passives) } ?? .nil,
            figure.map { Value($0.detractors) } ?? .nil, Value(figure?.score),
            Value(figure?.interval.low), Value(figure?.interval.high),
            Value(tally.recommendation?.share),
          ]
        } + [.init(why: why(figure))])
  }

  private func why(_ figure: CSATFigure?) -> Explanation {
    Explanation(
      "top_box", .step, value: figure.map { .number($0.share) } ?? .null,
      reason: figure.map { "\($0.top) of \($0.count) answers from \(kind.top) up" }
        ?? "nobody answered from \(from) to \(to)",
      source: kind.source, children: explainedGoal(figure))
  }

  private func why(_ figure: NPSFigure?) -> Explanation {
    Explanation(
      "nps", .step, value: figure.map { .number($0.score) } ?? .null,
      reason: figure.map { figure in
        "100 × (\(figure.promoters) promoters, \(kind.top) up, − \(figure.detractors) detractors, "
          + "\(kind.low) down) / \(figure.count); interval ± 100 × 1.96 × √((p + d − (p − d)²) / n)"
      } ?? "nobody answered from \(from) to \(to)",
      source: kind.source, children: explainedGoal(groups.total.recommendation))
  }

  private func explainedGoal(_ figure: CSATFigure?) -> [Explanation] {
    guard let goal = kind.goal, let figure else { return [] }
    let meets = figure.meets(goal)
    return [
      Explanation(
        "goal", meets ? .matched : .notMatched, value: .number(goal.over),
        reason: "\(ShareText.of(figure.share)) is \(meets ? "over" : "not over") "
          + ShareText.of(goal.over), source: goal.source)
    ]
  }
}
