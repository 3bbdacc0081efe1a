import Lua
import SalesKernel
import SalesStore
import Values

/// `planning.milestone_done` and `planning.sweep`.
extension ScriptHost {
  func definePlanMarks(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "planning.milestone_done", "planning.milestone_done(milestone, {on = day, note = text})",
        "Notes that a milestone of a plan is reached. Gives the milestone.",
        returns: "plan_milestone",
        units: "on: the run's day unless given", changes: "the milestone",
        errors: ["planning.done", "planning.day", "record.missing"],
        example: "local state\nplan(function() " + Self.planStart
          + "\n  planning.milestone_done(plan_milestones:first(), {on = date\"2026-01-20\"})\n"
          + "  state = planning.progress{plan = \"planning_launch\"}.milestones[1].state end)\nreturn state",
        result: "\"done\"", seeAlso: ["planning.progress", "planning.sweep"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "planning.milestone_done", at: 1, allowing: ["on", "note"])
      let entity = PlanMilestone.schema.entity
      let mark = try PlanMilestone(reading: row(try arguments[0], of: entity, as: "milestone"))
      try markDone(mark, options)
      try results.add(try binding(entity).record(mark.id))
    }
    try define(
      HelpEntry(
        "planning.sweep", "planning.sweep{as_of = day, policy =}",
        "Looks at all plans, risks and budgets: an alert for every late milestone with the task of its contingency plan, for "
          + "every risk that must be looked at, for every budget line that is overspent; settles those that are so no longer.",
        returns: "report",
        units: "as_of: the run's day unless given", changes: "alerts and tasks",
        errors: ["alert.kind", "policy.value"],
        example: "local s\nplan(function() " + Self.planStart
          + "\n  s = planning.sweep{as_of = date\"2026-03-15\"} end)\nreturn s.late, s.tasks",
        result: "2  2",
        seeAlso: ["planning.progress", "planning.risks", "planning.budgets", "inbox.open"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "planning.sweep", allowing: ["as_of", "policy"])
      let policy = try policies.planning(options["policy"])
      let day = try options.day("as_of") ?? self.options.clock.day()
      let report = try requireSession().savepoint { try sweepPlans(policy, day, policies) }
      try results.add(Value.object(report))
    }
  }

  /// - Throws: `planning.done`, `planning.day`.
  private func markDone(_ mark: PlanMilestone, _ options: NamedArguments) throws {
    if let day = mark.doneOn {
      throw ValidationError(
        "planning.done", "the milestone \"\(mark.title)\" was reached on \(day)",
        remedy: "take it back first, where that was wrong: its done_on = nil", field: "done_on")
    }
    let phase = try record(PlanPhase.self, id: mark.phase)
    let today = self.options.clock.day()
    let day = try options.day("on") ?? today
    guard day >= phase.startsOn, day <= today else {
      throw ValidationError(
        "planning.day", "the milestone \"\(mark.title)\" cannot be reached on \(day)",
        remedy: day > today
          ? "give \(today) or a day before"
          : "its phase begins on \(phase.startsOn): give a day from then on", field: "done_on")
    }
    let note = try options.string("note") ?? mark.note
    try set(
      PlanMilestone.self, mark.id, ["done_on": .day(day), "note": note.fieldValue])
  }

  private func sweepPlans(
    _ policy: PlanningPolicy, _ day: Day, _ policies: EnginePolicies
  ) throws -> ReportObject {
    let desk = try AlertDesk(self, policies)
    let late = try records(PlanMilestone.self).filter {
      $0.dueOn < day && ($0.doneOn ?? .last) > day
    }
    var tasks = 0
    let slot = try DueTask.schema.entity.requireSlot(of: "key")
    for mark in late {
      guard let plan = mark.contingency else { continue }
      let key = "\(policy.contingency.kind)/plan_milestone/\(mark.id)"
      let known = try requireSession().holder(
        DueTask.schema.entity, slot: slot, value: .text(key))
      if known != nil { continue }
      var task = DueTask(
        kind: policy.contingency.kind, key: key, title: "\(mark.title): \(plan)",
        dueOn: try day.adding(days: policy.contingency.days))
      task.owner = mark.owner
      (task.entity, task.record) = (PlanMilestone.schema.entity.name, mark.id)
      _ = try openTask(task)
      tasks += 1
    }
    let lateAlerts = late.map { mark in
      AlertDraft(
        kind: policy.alerts.milestone, of: PlanMilestone.schema.entity, mark.id,
        owner: mark.owner,
        message: "\(mark.title): due on \(mark.dueOn), \(day.days(since: mark.dueOn).text("day")) "
          + "late" + (mark.contingency.map { "; contingency: \($0)" } ?? ""))
    }
    let marks = try desk.sweep(policy.alerts.milestone, lateAlerts, settledAs: "reached")
    let dueRisks = try records(Risk.self).filter {
      (policy.risks.reviewDue($0) ?? .last) <= day
    }
    let risks = try desk.sweep(
      policy.alerts.risk,
      dueRisks.map { risk in
        AlertDraft(
          kind: policy.alerts.risk, of: Risk.schema.entity, risk.id, owner: risk.owner,
          message: "\(risk.title): \(policy.risks.grade(of: risk).key), to be looked at since "
            + "\(policy.risks.reviewDue(risk)?.description ?? "")")
      }, settledAs: "looked at")
    let over = try records(BudgetLine.self).filter { $0.spent.map { $0 > .zero } ?? false }
      .filter { ($0.spent ?? .zero) > $0.planned }
    let budgets = try desk.sweep(
      policy.alerts.budget,
      over.map { line in
        AlertDraft(
          kind: policy.alerts.budget, of: BudgetLine.schema.entity, line.id, owner: nil,
          message: "\(line.period) \(line.line)\(line.scope.map { " \($0)" } ?? ""): "
            + "\((line.spent ?? .zero).grouped) spent of \(line.planned.grouped)")
      }, settledAs: "within the budget")
    return ReportObject([
      .init("late", Value(late.count)), .init("tasks", Value(tasks)),
      .init("risks", Value(dueRisks.count)), .init("budgets", Value(over.count)),
      .init("raised", Value(marks.raised + risks.raised + budgets.raised)),
      .init("known", Value(marks.known + risks.known + budgets.known)),
      .init("settled", Value(marks.settled + risks.settled + budgets.settled)),
    ])
  }
}
