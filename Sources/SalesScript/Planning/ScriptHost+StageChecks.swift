import Lua
import SalesKernel
import SalesStore
import Values

/// `planning.self_check`: the questions that a stage asks the organisation.
extension ScriptHost {
  func defineStageChecks(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "planning.self_check",
        "planning.self_check{phase = word, from = day, answers = {question = bool, …}, pack = plan, as_of = day, policy =}",
        "Asks the questions of a phase of a plan and keeps the answers: those that the book can tell are counted from the "
          + "plan's first day, the others are taken from the call and are open where it does not say. Gives the answers, "
          + "how many pass, fail and are open, and whether the phase is passed.", returns: "report",
        units:
          "pack: planning_stages unless given; from: the first day that figures count from, the plan's in the book unless "
          + "given; as_of: the run's day unless given",
        changes: "one self_checks record a question",
        errors: ["plan.phase", "self_check.question", "policy.unknown", "script.argument"],
        example: """
          local c
          plan(function()
            c = planning.self_check{phase = "from_0_to_1", from = date"2026-04-01", answers = {scene_pain = true}}
          end)
          return #c.answers, c.open, c.ready
          """, result: "6  3  false",
        seeAlso: ["planning.plan", "planning.progress", "training.report"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "planning.self_check",
        allowing: ["phase", "from", "answers", "pack", "as_of", "policy"])
      let report = try requireSession().savepoint { try selfCheck(options, policies) }
      try results.add(Value.object(report))
    }
  }

  private func selfCheck(
    _ options: NamedArguments, _ policies: EnginePolicies
  ) throws -> ReportObject {
    let policy = try policies.planning(options["policy"])
    let pack = try policies.plan(options["pack"] ?? .string("planning_stages"), policy.figures)
    let phase = try pack.phase(options.required("phase", options.string("phase")))
    let day = try options.day("as_of") ?? self.options.clock.day()
    let begun = try records(PlanPhase.self, where: [("plan", .text(pack.header.name))])
      .map(\.startsOn).min()
    guard let from = try options.day("from") ?? begun, from <= day else {
      throw ArgumentError(
        "from which day on is the plan counted?",
        remedy: "give from = date\"…\", no later than \(day), or begin the plan: planning.start{…}")
    }
    let given = try answers(options, phase)
    var found: [(question: SelfQuestion, record: SelfCheck)] = []
    for question in phase.questions {
      var check = SelfCheck(
        check: "\(pack.header.name)/\(phase.key)", question: question.key, answeredOn: day)
      try answer(&check, question, given[question.key], from: from, policy, policies)
      check.passes = check.answer.map { $0 == question.wish }
      check.id = try requireSession().create(SelfCheck.schema.entity, check.values)
      found.append((question, check))
    }
    return selfCheckReport(found, phase, pack)
  }

  private func answers(
    _ options: NamedArguments, _ phase: PlanPack.Phase
  ) throws -> [String: Bool] {
    guard let value = options["answers"] else { return [:] }
    guard case .table(let table) = value, table.list.isEmpty, table.others.isEmpty else {
      throw ArgumentError(
        "answers: expected answers by question", remedy: "as answers = {scene_pain = true}")
    }
    var answers: [String: Bool] = [:]
    for (key, value) in table.fields {
      let words = phase.questions.map(\.key)
      guard words.contains(key) else {
        throw ValidationError(
          "self_check.question", "\(phase.key) has no question \"\(key.excerpt)\"",
          remedy: Suggestion.sentence(for: key, among: words), field: "question")
      }
      guard case .bool(let answer) = value else {
        throw ArgumentError("answers.\(key): expected true or false, got \(value.typeName)")
      }
      answers[key] = answer
    }
    return answers
  }

  /// What a figure tells, else what the call says.
  private func answer(
    _ check: inout SelfCheck, _ question: SelfQuestion, _ given: Bool?, from: Day,
    _ policy: PlanningPolicy, _ policies: EnginePolicies
  ) throws {
    guard let key = question.figure, let least = question.from else {
      check.answer = given
      check.evidence = given == nil ? nil : "answered"
      return
    }
    let day = check.answeredOn
    let number: Double?
    if SelfQuestion.rates.contains(key) {
      let deals = try FirstDeals(self, policies.training(), from: from, upto: day)
      number = deals.share
      check.evidence = "\(deals.signed) of \(deals.ripe) new people"
    } else {
      let figure = try policy.figure(key)
      let value = try figure.value(
        PlanFigureReader(host: self).sum(figure, from: from, upto: day))
      number =
        switch value {
        case .money(let money): Double(money.units) / Double(Money.unitsPerYuan)
        case .integer(let count): Double(count)
        default: nil
        }
      check.evidence = "\(key) from \(from) to \(day)"
    }
    check.value = number
    check.answer = number.map { $0 >= least }
  }

  private func selfCheckReport(
    _ found: [(question: SelfQuestion, record: SelfCheck)], _ phase: PlanPack.Phase,
    _ pack: PlanPack
  ) -> ReportObject {
    let passed = found.count { $0.record.passes == true }
    let failed = found.count { $0.record.passes == false }
    let table = ResultTable(
      columns: [
        .init("question"), .init("title"), .init("answer", .bool), .init("passes", .bool),
        .init("value", .number), .init("evidence"), .init("source"),
      ],
      rows: found.map { question, check in
        [
          .string(question.key), .string(question.title.both),
          check.answer.map { .bool($0) } ?? .nil, check.passes.map { .bool($0) } ?? .nil,
          Value(check.value), Value(check.evidence), .string(question.source),
        ]
      })
    return ReportObject([
      .init("phase", .string(phase.key)), .init("title", phase.title),
      .init("answers", .object(table)), .init("passed", Value(passed)),
      .init("failed", Value(failed)), .init("open", Value(found.count - passed - failed)),
      .init("ready", .bool(passed == found.count)),
      .init("source", .string(phase.source)),
    ])
  }
}
