import Lua
import SalesKernel
import SalesStore
import Values

/// `planning`: plans by phases and milestones, risks, budgets and what they return.
extension ScriptHost {
  func definePlanning(_ policies: EnginePolicies) throws {
    try definePlanPacks(policies)
    try definePlanReports(policies)
    try definePlanMarks(policies)
    try defineStageChecks(policies)
    try defineRisks(policies)
    try defineBudgets(policies)
    try defineInvestment(policies)
    try defineNineBox(policies)
  }

  static let planStart = "planning.start{policy = \"planning_launch\", from = date\"2026-01-01\"}"

  private func definePlanPacks(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "planning.plan", "planning.plan(pack)",
        "A plan as its pack brings it: phases with goals, milestones and questions. planning_launch is S0's first year, "
          + "planning_quarters S1's, planning_stages S4's four stages.", returns: "report",
        units: "months: of the plan, from 1", errors: ["policy.unknown", "policy.value"],
        example:
          "local p = planning.plan(\"planning_launch\")\nreturn #p.phases, #p.goals, p.goals[3].goal",
        result: "3  11  \"revenue=100000.00..\"", seeAlso: ["planning.start", "planning.progress"])
    ) { arguments, results in
      let given = try arguments[0]
      let pack = try policies.plan(given.isNil ? nil : given, policies.planning().figures)
      try results.add(Value.object(Self.packReport(pack)))
    }
    try define(
      HelpEntry(
        "planning.start",
        "planning.start{policy = pack, from = day, plan = name, owner = rep}",
        "Puts a plan into the book: its phases and milestones, dated from its first day. Gives its name.",
        returns: "string",
        units:
          "policy: planning_launch unless given; from: the run's day unless given; plan: the pack's name unless given",
        changes: "plan_phases and plan_milestones",
        errors: ["planning.started", "policy.unknown", "policy.value", "record.missing"],
        example: "local n\nplan(function() " + Self.planStart
          + "\n  n = plan_phases:count() .. \" \" .. plan_milestones:count() end)\nreturn n",
        result: "\"3 5\"", seeAlso: ["planning.plan", "planning.progress", "planning.sweep"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "planning.start", allowing: ["policy", "from", "plan", "owner"])
      let name = try requireSession().savepoint { try startPlan(options, policies) }
      try results.add(Value.string(name))
    }
  }

  private func startPlan(_ options: NamedArguments, _ policies: EnginePolicies) throws -> String {
    let pack = try policies.plan(options["policy"], policies.planning().figures)
    let name = try options.string("plan") ?? pack.header.name
    guard try records(PlanPhase.self, where: [("plan", .text(name))]).isEmpty else {
      throw ValidationError(
        "planning.started", "the plan \"\(name.excerpt)\" is in the book already",
        remedy: "give another name as plan =, or look at planning.progress{plan = …}",
        field: "plan")
    }
    let owner = try options["owner"].map { try row($0, of: Rep.schema.entity, as: "owner").id }
    let from = try options.day("from") ?? self.options.clock.day()
    for (phase, marks) in try pack.schedule(name, from: from) {
      let id = try requireSession().create(PlanPhase.schema.entity, phase.values)
      for var mark in marks {
        (mark.phase, mark.owner) = (id, owner)
        try requireSession().create(PlanMilestone.schema.entity, mark.values)
      }
    }
    return name
  }

  private static func packReport(_ pack: PlanPack) -> ReportObject {
    func table(_ columns: [ResultTable.Column], _ rows: [[Value]]) -> Value {
      .object(ResultTable(columns: columns, rows: rows))
    }
    return ReportObject([
      .init("plan", .string(pack.header.name)), .init("title", pack.header.title),
      .init("source", .string(pack.header.source)),
      .init(
        "phases",
        table(
          [.init("phase"), .init("title"), .init("months"), .init("tasks"), .init("source")],
          pack.phases.map { phase in
            [
              .string(phase.key), .string(phase.label),
              .string("\(phase.months.lowerBound)–\(phase.months.upperBound)"),
              .string(phase.tasks.map(\.both).joined(separator: "; ")), .string(phase.source),
            ]
          })),
      .init(
        "goals",
        table(
          [.init("phase"), .init("goal"), .init("figure")],
          pack.phases.flatMap { phase in
            phase.goals.map { [.string(phase.key), .string($0.text), .string($0.figure)] }
          })),
      .init(
        "milestones",
        table(
          [.init("phase"), .init("milestone"), .init("month", .number), .init("contingency")],
          pack.phases.flatMap { phase in
            phase.marks.map {
              [
                .string(phase.key), .string($0.title.both), Value($0.month),
                Value($0.contingency?.both),
              ]
            }
          })),
      .init(
        "questions",
        table(
          [.init("phase"), .init("question"), .init("title"), .init("figure")],
          pack.phases.flatMap { phase in
            phase.questions.map {
              [.string(phase.key), .string($0.key), .string($0.title.both), Value($0.figure)]
            }
          })),
    ])
  }

  private func definePlanReports(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "planning.progress", "planning.progress{plan = name, as_of = day, policy =}",
        "How far a plan is: phases, goals against what was reached, milestones, the share of those due that are reached, "
          + "and whether that is enough.", returns: "report",
        units:
          "as_of: the run's day unless given; figures count from the plan's first day to the end of the phase or the day, "
          + "so goals are cumulative; share is nil where nothing is due yet",
        errors: ["planning.unknown", "plan.goals"],
        example: "local p\nplan(function() " + Self.planStart
          + "\n  p = planning.progress{plan = \"planning_launch\", as_of = date\"2026-04-15\"} end)\n"
          + "return p.phases[1].state, p.phases[2].state, p.due, p.done, p.meets",
        result: "\"ended\"  \"running\"  2  0  false",
        seeAlso: ["planning.start", "planning.milestone_done", "planning.sweep"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "planning.progress", allowing: ["plan", "as_of", "policy"])
      let progress = try PhaseProgress(
        self, policies.planning(options["policy"]),
        plan: options.required("plan", options.string("plan")),
        on: options.day("as_of") ?? self.options.clock.day())
      try results.add(Value.object(progress.report()))
    }
  }
}
