import Lua
import SalesKernel
import SalesStore
import Values

/// `success.milestone`, `success.milestone_done`, `success.progress` and `success.overdue`.
extension ScriptHost {
  func defineSuccessMilestones(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "success.milestone",
        "success.milestone(plan, {title = text, metric = word, target = number, due_on = day, note = text, policy =})",
        "Adds a milestone to a plan, behind the others. Gives the milestone.",
        returns: "success_milestone",
        units: "target: in the unit of its metric", changes: "one new milestone",
        errors: ["success.metric", "success.day", "success.closed", "record.missing"],
        example: "local position\nplan(function()\n" + Self.planExample
          + "  position = success.milestone(plan_of(1), {title = \"line 2\"}).position\nend)\nreturn position",
        result: "2", seeAlso: ["success.plan", "success.milestone_done"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "success.milestone", at: 1,
        allowing: ["title", "metric", "target", "due_on", "note", "policy"])
      let plan = try openPlan(arguments)
      var draft = try milestone(options, of: plan, try policies.success(options["policy"]))
      let others = try related(SuccessMilestone.self, by: "plan", to: plan.id)
      draft.position = (others.map(\.position).max() ?? 0) + 1
      let id = try requireSession().create(SuccessMilestone.schema.entity, draft.values)
      try results.add(try binding(SuccessMilestone.schema.entity).record(id))
    }
    try define(
      HelpEntry(
        "success.milestone_done",
        "success.milestone_done(milestone, {actual = number, on = day, note = text})",
        "Notes that a milestone was reached, and what was measured. Gives the milestone.",
        returns: "success_milestone",
        units: "on: the run's day unless given; actual: in the unit of its metric",
        changes: "the milestone",
        errors: ["success.done", "success.day", "success.closed", "record.missing"],
        example: "local p\nplan(function()\n" + Self.planExample
          + "  local made = plan_of(1)\n  local m = made:success_milestones():first()\n"
          + "  success.milestone_done(m, {actual = 0.34})\n  p = success.progress(made)\nend)\n"
          + "return p.done, p.met, p.late",
        result: "1  1  0", seeAlso: ["success.progress", "success.overdue"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "success.milestone_done", at: 1, allowing: ["actual", "on", "note"])
      let id = try milestoneDone(arguments, options)
      try results.add(try binding(SuccessMilestone.schema.entity).record(id))
    }
  }

  private func milestoneDone(_ arguments: Arguments, _ options: NamedArguments) throws -> Int64 {
    let milestone = try SuccessMilestone(
      reading: row(try arguments[0], of: SuccessMilestone.schema.entity, as: "milestone"))
    let plan = try record(SuccessPlan.self, id: milestone.plan)
    try plan.requireOpen()
    if let day = milestone.doneOn {
      throw ValidationError(
        "success.done", "the milestone \"\(milestone.title)\" was reached on \(day)",
        remedy: "what was measured later is a milestone of its own", field: "done_on")
    }
    let today = self.options.clock.day()
    let day = try options.day("on") ?? today
    guard day >= plan.beginsOn, day <= today else {
      throw ValidationError(
        "success.day", "the milestone \"\(milestone.title)\" cannot be reached on \(day)",
        remedy: "give a day from \(plan.beginsOn), when the plan begins, to \(today)",
        field: "done_on")
    }
    let actual = try options.finiteNumber("actual") ?? milestone.actual
    let note = try options.string("note") ?? milestone.note
    try set(
      SuccessMilestone.self, milestone.id,
      [
        "done_on": .day(day), "actual": actual.map(FieldValue.number) ?? .null,
        "note": note.fieldValue,
      ])
    return milestone.id
  }

  func definePlanProgress(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "success.progress", "success.progress(plan, {as_of = day, policy =})",
        "How far a plan is: step, progress (milestones done of all), done, late, met and measured (targets), next (what "
          + "the following step lacks), milestones, why.", returns: "report",
        units: "as_of: the run's day unless given; late: not done and past its day",
        errors: ["record.missing", "success.step"],
        example: "local p\nplan(function()\n" + Self.planExample
          + "  p = success.progress(plan_of(1), {as_of = date\"2026-08-01\"})\nend)\nreturn p.late, p.milestones[1].state",
        result: "1  \"late\"", seeAlso: ["success.plan", "success.overdue"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "success.progress", at: 1, allowing: ["as_of", "policy"])
      let policy = try policies.success(options["policy"])
      let plan = try successPlan(arguments)
      let milestones = try related(SuccessMilestone.self, by: "plan", to: plan.id)
      let progress = PlanProgress(
        milestones, on: try options.day("as_of") ?? self.options.clock.day())
      try results.add(
        Value.object(try report(plan, progress, PlanCase(plan, milestones), policy)))
    }
    try define(
      HelpEntry(
        "success.overdue", "success.overdue{as_of = day, owner = rep}",
        "Milestones of open plans whose day is past, the longest late first.", returns: "results",
        units: "as_of: the run's day unless given", errors: ["record.missing"],
        example: "local n\nplan(function()\n" + Self.planExample
          + "  plan_of(1)\n  n = success.overdue{as_of = date\"2026-08-03\"}[1].days_late\nend)\nreturn n",
        result: "3", seeAlso: ["success.progress", "inbox.due"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "success.overdue", allowing: ["as_of", "owner"])
      try results.add(Value.object(try overdueMilestones(options)))
    }
  }

  private func report(
    _ plan: SuccessPlan, _ progress: PlanProgress, _ item: PlanCase, _ policy: SuccessPolicy
  ) throws -> ReportObject {
    let step = try policy.steps.step(plan.step)
    let (met, measured) = progress.met
    let lacking = try step.next.flatMap { key -> [[Value]] in
      try policy.steps.missing(for: policy.steps.step(key), item).map {
        [.string(key), .string($0.title.en), .string($0.title.zh)]
      }
    }
    return ReportObject([
      .init("plan", .string(plan.name)), .init("goal", .string(plan.goal)),
      .init("step", .string(step.key)), .init("title", step.title),
      .init("progress", Value(progress.share)), .init("done", Value(progress.done)),
      .init("late", Value(progress.late)), .init("met", Value(met)),
      .init("measured", Value(measured)),
      .init("milestones", .object(Self.table(of: progress))),
      .init(
        "next",
        .object(
          ResultTable(
            columns: [.init("step"), .init("lacks"), .init("缺少")], rows: lacking))),
      .init(
        "why", .object(WhyObject(progress.explanation(source: policy.header.source))), text: ""),
    ])
  }

  private static func table(of progress: PlanProgress) -> ResultTable {
    ResultTable(
      columns: [
        .init("id", .number), .init("position", .number), .init("title"), .init("metric"),
        .init("target", .number), .init("actual", .number), .init("met", .bool),
        .init("due_on"), .init("done_on"), .init("state"), .init("days_late", .number),
      ],
      rows: progress.marks.map { mark in
        let milestone = mark.milestone
        return [
          .integer(milestone.id), .integer(milestone.position), .string(milestone.title),
          Value(milestone.metric), Value(milestone.target), Value(milestone.actual),
          mark.isMet.map { .bool($0) } ?? .nil, Value(milestone.dueOn), Value(milestone.doneOn),
          .string(mark.state.rawValue), mark.daysLate.map { Value($0) } ?? .nil,
        ]
      })
  }

  private func overdueMilestones(_ options: NamedArguments) throws -> ResultTable {
    let today = try options.day("as_of") ?? self.options.clock.day()
    let owner = try options["owner"].map { try row($0, of: Rep.schema.entity, as: "owner").id }
    var rows: [(late: Int, id: Int64, cells: [Value])] = []
    for plan in try records(SuccessPlan.self)
    where plan.closedOn == nil && (owner == nil || plan.owner == owner) {
      let milestones = try related(SuccessMilestone.self, by: "plan", to: plan.id)
      for mark in PlanProgress(milestones, on: today).marks where mark.state == .late {
        let late = mark.daysLate ?? 0
        rows.append(
          (
            late, mark.milestone.id,
            [
              .string(plan.name), .integer(plan.customer), Value(plan.owner),
              .integer(mark.milestone.id), .string(mark.milestone.title),
              Value(mark.milestone.dueOn), Value(late),
            ]
          ))
      }
    }
    return ResultTable(
      columns: [
        .init("plan"), .init("customer", .number), .init("owner", .number),
        .init("milestone", .number), .init("title"), .init("due_on"), .init("days_late", .number),
      ], rows: rows.sorted { ($1.late, $0.id) < ($0.late, $1.id) }.map(\.cells))
  }
}
