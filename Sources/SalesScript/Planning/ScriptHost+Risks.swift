import Lua
import SalesKernel
import SalesStore
import Values

/// `planning.risk`, `planning.review` and `planning.risks`: the register of risks.
extension ScriptHost {
  func defineRisks(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "planning.risk",
        "planning.risk{kind = word, title = text, impact = n, probability = n, response = text, owner = rep, code = text, "
          + "policy =}",
        "Enters a risk; what is not said is the kind's: title, impact, probability, response, and the first rep of the "
          + "kind's role as owner. Gives the risk.", returns: "risk",
        units: "impact and probability: 1 to the policy's scale", changes: "one new risk",
        errors: ["risk.kind", "risk.scale", "record.missing"],
        example: """
          local code, exposure
          plan(function()
            local r = planning.risk{kind = "competition", impact = 5}
            code, exposure = r.code, r.impact * r.probability
          end)
          return code, exposure
          """, result: "\"RK-0001\"  20", seeAlso: ["planning.review", "planning.risks"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "planning.risk",
        allowing: [
          "kind", "title", "impact", "probability", "response", "owner", "code", "policy",
        ])
      let rules = try policies.planning(options["policy"]).risks
      let id = try requireSession().savepoint { try addRisk(options, rules) }
      try results.add(try binding(Risk.schema.entity).record(id))
    }
    try define(
      HelpEntry(
        "planning.review",
        "planning.review(risk, {impact = n, probability = n, state = word, on = day, note = text, policy =})",
        "Notes that a risk was looked at, and what it is now. Gives the risk.", returns: "risk",
        units: "state: open, happened or closed; on: the run's day unless given",
        changes: "the risk", errors: ["risk.scale", "risk.day", "risk.closed", "record.missing"],
        example: """
          local due
          plan(function()
            local r = planning.risk{kind = "staff"}
            planning.review(r, {probability = 1})
            due = planning.risks{}.risks[1].review_due
          end)
          return due
          """, result: "date\"2026-09-28\"", seeAlso: ["planning.risk", "planning.risks"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "planning.review", at: 1,
        allowing: ["impact", "probability", "state", "on", "note", "policy"])
      let before = try Risk(reading: row(try arguments[0], of: Risk.schema.entity, as: "risk"))
      try review(before, options, policies.planning(options["policy"]).risks)
      try results.add(try binding(Risk.schema.entity).record(before.id))
    }
    try define(
      HelpEntry(
        "planning.risks", "planning.risks{as_of = day, state = word, policy =}",
        "The register: risks by exposure (impact × probability), gravest first, with grade and the day by which each must "
          + "be looked at; and how many are in each cell of impact by probability.",
        returns: "report",
        units: "state: those not closed unless given; as_of: the run's day unless given",
        errors: ["script.argument"],
        example: """
          local g
          plan(function()
            planning.risk{kind = "economy"}
            planning.risk{kind = "competition"}
            g = planning.risks{}
          end)
          return g.risks[1].kind, g.risks[1].exposure, g.risks[1].grade, g.matrix[2].p4
          """, result: "\"competition\"  16  \"severe\"  1",
        seeAlso: ["planning.risk", "planning.review", "planning.sweep"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "planning.risks", allowing: ["as_of", "state", "policy"])
      try results.add(
        Value.object(
          try riskReport(options, policies.planning(options["policy"]).risks)))
    }
  }

  private func addRisk(_ options: NamedArguments, _ rules: RiskRules) throws -> Int64 {
    let kind = try rules.kind(options.required("kind", options.string("kind")))
    var risk = Risk(
      kind: kind.key, title: try options.string("title") ?? kind.title.both,
      impact: try rules.require(options.integer("impact") ?? kind.impact, "impact"),
      probability: try rules.require(
        options.integer("probability") ?? kind.probability, "probability"),
      openedOn: self.options.clock.day())
    risk.response = try options.string("response") ?? kind.response.both
    risk.code = try options.string("code")
    if let value = options["owner"] {
      risk.owner = try row(value, of: Rep.schema.entity, as: "owner").id
    } else if let role = kind.role {
      let today = self.options.clock.day()
      risk.owner = try records(Rep.self, where: [("role", .text(role))]).first {
        ($0.leftOn ?? .last) >= today
      }?.id
    }
    if risk.code == nil { return try createNumbered(risk, rules.number) }
    return try requireSession().create(Risk.schema.entity, risk.values)
  }

  private func review(_ before: Risk, _ options: NamedArguments, _ rules: RiskRules) throws {
    if before.state == .closed {
      throw ValidationError(
        "risk.closed",
        "risk \(before.code ?? "\(before.id)") was closed on "
          + (before.closedOn?.description ?? "a day before"), remedy: "enter a new one")
    }
    var risk = before
    let today = self.options.clock.day()
    let day = try options.day("on") ?? today
    guard day >= (before.reviewedOn ?? before.openedOn), day <= today else {
      throw ValidationError(
        "risk.day", "risk \(before.code ?? "\(before.id)") cannot be looked at on \(day)",
        remedy: "give a day from \(before.reviewedOn ?? before.openedOn) to \(today)",
        field: "reviewed_on")
    }
    if let impact = try options.integer("impact") {
      risk.impact = try rules.require(impact, "impact")
    }
    if let probability = try options.integer("probability") {
      risk.probability = try rules.require(probability, "probability")
    }
    if let word = try options.string("state") { risk.state = try Self.riskState(word) }
    if let note = try options.string("note") { risk.note = note }
    risk.reviewedOn = day
    if risk.state == .closed { risk.closedOn = day }
    try store(risk, from: before)
  }

  private static func riskState(_ word: String) throws -> Risk.State {
    if let state = Risk.State(rawValue: word) { return state }
    throw ArgumentError(
      "state: there is no '\(word.excerpt)'",
      remedy: Suggestion.sentence(for: word, among: Risk.State.allCases.map(\.rawValue)))
  }

  private func riskReport(_ options: NamedArguments, _ rules: RiskRules) throws -> ReportObject {
    let day = try options.day("as_of") ?? self.options.clock.day()
    let state = try options.string("state").map(Self.riskState)
    let names = try repNames()
    let risks = try records(Risk.self).filter {
      state == nil ? $0.state != .closed : $0.state == state
    }.sorted {
      let (one, other) = (Self.exposure($0), Self.exposure($1))
      return one == other ? $0.id < $1.id : one > other
    }
    let table = ResultTable(
      columns: [
        .init("id", .number), .init("kind"), .init("title"), .init("impact", .number),
        .init("probability", .number), .init("exposure", .number), .init("grade"),
        .init("owner"), .init("review_due"), .init("is_due", .bool), .init("response"),
      ],
      rows: risks.map { risk in
        let due = rules.reviewDue(risk)
        return [
          .integer(risk.id), .string(risk.kind), .string(risk.title), .integer(risk.impact),
          .integer(risk.probability), .integer(Self.exposure(risk)),
          .string(rules.grade(of: risk).key), Value(risk.owner.flatMap { names[$0] }),
          Value(due), .bool(due.map { $0 <= day } ?? false), Value(risk.response),
        ]
      })
    return ReportObject([
      .init("as_of", .scalar(day.scalar)), .init("risks", .object(table)),
      .init("due", Value(risks.count { (rules.reviewDue($0) ?? .last) <= day })),
      .init("matrix", .object(Self.matrix(risks, rules))),
    ])
  }

  private static func exposure(_ risk: Risk) -> Int64 {
    let (product, overflow) = risk.impact.multipliedReportingOverflow(by: risk.probability)
    return overflow ? .max : product
  }

  /// One row an impact, the gravest first; one column a probability.
  private static func matrix(_ risks: [Risk], _ rules: RiskRules) -> ResultTable {
    ResultTable(
      columns: [.init("impact", .number)] + (1...rules.scale).map { .init("p\($0)", .number) },
      rows: (1...rules.scale).reversed().map { impact in
        [.integer(impact)]
          + (1...rules.scale).map { probability in
            Value(risks.count { $0.impact == impact && $0.probability == probability })
          }
      })
  }
}
