import Lua
import SalesKernel
import SalesStore
import Values

/// Questions that the organisation asks itself.
extension ScriptHost {
  func defineSelfChecks(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "kpi.self_check",
        "kpi.self_check{check = word, as_of = day, answers = {question = boolean}, policy =}",
        "Answers the questions of a self-check, by figures where they tell and by what is given, keeps the answers, "
          + "and says what is to be done where one is not well. dependence unless another is named.",
        returns: "report",
        units: "value: the figure behind an answer; a question that nobody answers stays open",
        changes:
          "self_checks, one a question; an alert where an answer is not well and the policy names a kind",
        errors: ["kpi.check", "kpi.question", "policy.unknown", "policy.value"],
        example: """
          local c
          plan(function() c = kpi.self_check{answers = {new_hires = true}} end)
          return c.check, #c.questions, c.questions[2].answer, c.questions[2].passes
          """, result: "\"dependence\"  3  true  true", seeAlso: ["kpi.value", "inbox.open"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "kpi.self_check", allowing: ["check", "as_of", "answers", "policy"])
      let policy = try policies.selfChecks(options["policy"])
      let check = try policy.check(try options.string("check") ?? policy.checks[0].key)
      let day = try options.day("as_of") ?? self.options.clock.day()
      let given = try Self.answers(options["answers"], check)
      try results.add(Value.object(try answer(check, given, day, policies)))
    }
  }

  private static func answers(
    _ value: Value?, _ check: SelfCheckPolicy.Check
  ) throws -> [String: Bool] {
    guard let value else { return [:] }
    guard case .table(let table) = value, table.list.isEmpty else {
      throw ArgumentError("answers: expected {question = true or false}", code: "kpi.question")
    }
    let keys = check.questions.map(\.key)
    return Dictionary(
      try table.fields.map { key, value in
        guard keys.contains(key) else {
          throw ArgumentError(
            "\(check.key) does not ask '\(key)'", code: "kpi.question",
            remedy: Suggestion.closest(to: key, among: keys).map { "did you mean '\($0)'?" }
              ?? "it asks \(keys.joined(separator: ", "))")
        }
        guard case .bool(let answer) = value else {
          throw ArgumentError(
            "\(key): expected true or false, got \(value.typeName)", code: "kpi.question")
        }
        return (key, answer)
      }, uniquingKeysWith: { first, _ in first })
  }

  private func answer(
    _ check: SelfCheckPolicy.Check, _ given: [String: Bool], _ day: Day, _ policies: EnginePolicies
  ) throws -> ReportObject {
    let lines = try check.questions.map { question in
      try answer(question, of: check, given[question.key], day)
    }
    let failing = zip(check.questions, lines).filter { $1.passes == false }.map(\.0)
    try requireSession().savepoint {
      for line in lines { _ = try requireSession().create(SelfCheck.schema.entity, line.values) }
      if let kind = check.alert { try raise(kind, check, failing, policies) }
    }
    let action = "\(check.action.en) · \(check.action.zh)"
    return ReportObject([
      .init("check", .string(check.key)), .init("as_of", .scalar(day.scalar)),
      .init("questions", .object(Self.table(check, lines))),
      .init(
        "passes",
        failing.isEmpty
          ? (lines.allSatisfy { $0.passes == true } ? .bool(true) : .nil) : .bool(false)),
      .init("action", failing.isEmpty ? .nil : .string(action)),
      .init("next_on", .scalar(try day.adding(months: check.every).scalar)),
    ])
  }

  private func answer(
    _ question: SelfCheckPolicy.Question, of check: SelfCheckPolicy.Check, _ given: Bool?,
    _ day: Day
  ) throws -> SelfCheck {
    var line = SelfCheck(check: check.key, question: question.key, answeredOn: day)
    if let measure = question.measure {
      let definition = try kpis.definition(measure.kpi, self)
      // The day after first: so the months up to the end of one begin with one.
      let first = try day.adding(days: 1).adding(months: -measure.months)
      let span = try KPISpan(first, day)
      if let value = try KPIRun(definition, span, host: self).whole().value?.amount {
        line.value = value
        line.answer = value >= measure.from
        line.evidence =
          "\(measure.kpi) \(FieldValue.number(value).display) in \(span.text), yes from "
          + FieldValue.number(measure.from).display
      } else {
        line.evidence = "\(measure.kpi): \(Self.noData)"
      }
    }
    if let given {
      line.answer = given
      line.evidence = [line.evidence, "answered"].compactMap { $0 }.joined(separator: "; ")
    }
    line.passes = line.answer.map { $0 == question.wished }
    return line
  }

  private func raise(
    _ kind: String, _ check: SelfCheckPolicy.Check, _ failing: [SelfCheckPolicy.Question],
    _ policies: EnginePolicies
  ) throws {
    let key = "\(kind)/\(check.key)"
    let drafts =
      failing.isEmpty
      ? []
      : [
        AlertDraft(
          kind: kind, key: key,
          message: "\(check.title.en) · \(check.title.zh): "
            + failing.map(\.key).joined(separator: ", ")
            + "; \(check.action.en) · \(check.action.zh)")
      ]
    let desk = try AlertDesk(self, policies)
    for draft in drafts { try desk.raise(draft) }
    guard drafts.isEmpty else { return }
    for alert in try records(Alert.self, where: [("key", .text(key))])
    where alert.state != .resolved {
      try desk.resolve(alert, reason: "all is well again")
    }
  }

  private static func table(_ check: SelfCheckPolicy.Check, _ lines: [SelfCheck]) -> ResultTable {
    ResultTable(
      columns: [
        .init("question"), .init("title"), .init("answer", .bool, empty: "open"),
        .init("passes", .bool), .init("value", .number), .init("evidence"), .init("source"),
      ],
      rows: zip(check.questions, lines).map { question, line in
        [
          .string(question.key), .string("\(question.title.en) · \(question.title.zh)"),
          line.answer.map(Value.bool) ?? .nil, line.passes.map(Value.bool) ?? .nil,
          line.value.map(Value.number) ?? .nil, line.evidence.map(Value.string) ?? .nil,
          .string(question.source),
        ]
      })
  }
}
