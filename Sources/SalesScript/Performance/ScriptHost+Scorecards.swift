import Lua
import SalesKernel
import SalesStore
import Values

/// Scorecards: reps by weighted parts, and assessments that follow from them.
extension ScriptHost {
  func defineScorecards(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "kpi.scorecard",
        "kpi.scorecard(rep, {period = text, card = word, given = {part = points}, policy =})",
        "How a rep stands by a scorecard: score, parts with weight and points, why. The card of the rep's role "
          + "unless one is named.", returns: "report",
        units:
          "points given: 0–100; score: 0–100 and above, to one decimal, nil where nothing is known; a part gives "
          + "its weight by the share of the goal that is reached, up to the policy's cap",
        errors: ["kpi.card", "kpi.points", "record.missing", "period.unknown", "policy.weights"],
        example: """
          local s = kpi.scorecard(reps:get(1), {period = "2026-Q2", card = "quarter"})
          return #s.parts, s.card
          """, result: "3  \"quarter\"", seeAlso: ["kpi.assess", "kpi.value", "why"])
    ) { [unowned self] arguments, results in
      let rep = try Rep(reading: row(try arguments[0], of: Rep.schema.entity, as: "rep"))
      let options = try NamedArguments(
        arguments, of: "kpi.scorecard", at: 1,
        allowing: KPISpan.options + ["card", "given", "policy"])
      let policy = try policies.scorecards(options["policy"])
      let span = try KPISpan(options, today: self.options.clock.day())
      let points = try options["given"].map { try Self.points($0, rep.name) } ?? [:]
      let card = try card(options, of: rep, policy)
      let reader = ScorecardReader(self, policy, span, given: [rep.id: points])
      try results.add(Value.object(report(try reader.result(of: rep, by: card), rep, span)))
    }
    try defineAssessment(policies)
  }

  private func card(
    _ options: NamedArguments, of rep: Rep, _ policy: ScorecardPolicy
  ) throws -> ScorecardPolicy.Card {
    if let key = try options.string("card") { return try policy.card(key) }
    guard let key = rep.role.flatMap({ policy.roles[$0] }) else {
      throw ArgumentError(
        "\(rep.name) has no role with a card\(rep.role.map { ": \($0)" } ?? "")", code: "kpi.card",
        remedy: "name one: card = \"\(policy.cards[0].key)\"")
    }
    return try policy.card(key)
  }

  /// - Throws: `kpi.points`.
  private static func points(_ value: Value, _ who: String) throws -> [String: Double] {
    guard case .table(let table) = value, table.list.isEmpty else {
      throw ArgumentError(
        "given: expected {part = points} of \(who), got \(value.typeName)", code: "kpi.points")
    }
    return Dictionary(
      try table.fields.map { part, value in
        let points: Double?
        switch value {
        case .integer(let integer): points = Double(integer)
        case .number(let number): points = number
        default: points = nil
        }
        guard let points, points >= 0, points <= 100 else {
          throw ArgumentError(
            "\(part) of \(who): points are 0 to 100, got \(value.plain)", code: "kpi.points")
        }
        return (part, points)
      }, uniquingKeysWith: { first, _ in first })
  }

  private func report(_ result: ScorecardResult, _ rep: Rep, _ span: KPISpan) -> ReportObject {
    let score: ReportObject.Part =
      result.score.map { .init("score", .number($0)) }
      ?? .init("score", .nil, text: Self.noData)
    return ReportObject(
      [
        .init("rep", .string(rep.name)), .init("card", .string(result.card.key)),
        .init("period", .string(span.text)), score, .init("parts", .object(Self.table(of: result))),
        .init(why: result.explanation),
      ], content: result)
  }

  private static func table(of result: ScorecardResult) -> ResultTable {
    ResultTable(
      columns: [
        .init("part"), .init("title"), .init("weight", .number),
        .init("attained", .number, empty: noData), .init("points", .number), .init("reason"),
        .init("source"),
      ],
      rows: result.lines.map { line in
        [
          .string(line.part.key), .string("\(line.part.title.en) · \(line.part.title.zh)"),
          .number(line.weight), line.attained.map(Value.number) ?? .nil, .number(line.points),
          .string(line.reason), .string(line.part.source),
        ]
      })
  }

  // MARK: Assessments

  private func defineAssessment(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "kpi.assess",
        "kpi.assess{card = word, period = text | from = day, upto = day, reps = query, given = {[rep] = {part = points}}, policy =}",
        "Assesses reps by a card and keeps the scorecards with their places; the lowest get what the policy says, "
          + "and more where they were among them before.", returns: "report",
        units:
          "reps: those with us at the end of the period, of the roles of the card where it is one of roles, "
          + "unless a query is given; given: by id or code of the rep",
        changes: "scorecards, one a rep; one that stands as it is now is not kept again",
        errors: ["kpi.card", "kpi.points", "kpi.period", "period.unknown", "policy.weights"],
        example: """
          local a
          plan(function() a = kpi.assess{card = "month", period = "2026-06"} end)
          return a.card, a.assessed == #a.table
          """, result: "\"month\"  true", seeAlso: ["kpi.scorecard"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "kpi.assess",
        allowing: KPISpan.options + ["card", "reps", "given", "policy"])
      let policy = try policies.scorecards(options["policy"])
      let span = try KPISpan(options, today: self.options.clock.day())
      let card = try policy.card(try options.required("card", options.string("card")))
      let assessment = try Assessment(self, policy, card, span, options, points: Self.points)
      try results.add(Value.object(try assessment.report()))
    }
  }
}
