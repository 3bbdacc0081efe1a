import Lua
import SalesKernel
import SalesStore
import Values

/// `success`: plans of what customers are to reach, step by step.
extension ScriptHost {
  func defineSuccess(_ policies: EnginePolicies) throws {
    try definePlans(policies)
    try definePlanSteps(policies)
    try defineSuccessMilestones(policies)
    try definePlanProgress(policies)
    try defineHandOver(policies)
    try defineJoining(policies)
    try defineRenewals(policies)
    try defineReviews(policies)
    try defineLadder(policies)
  }

  static let planExample = """
    local function plan_of(customer)
      return success.plan{customer = customer, goal = "halve the stock", path = "VMI", owner = 1,
        milestones = {{title = "first month", metric = "first_month_use", target = 0.3, due_on = date"2026-07-31"}}}
    end

    """

  private func definePlans(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "success.plan",
        "success.plan{customer = c, goal = text, path = text, resources = text, risks = text, owner = rep, "
          + "contract = k, begins_on = day, ends_on = day, note = text, milestones = {{title =, metric =, target =, "
          + "due_on =}, …}, policy =}",
        "Writes what a customer is to reach: a plan at the policy's first step, with its milestones; those of the "
          + "policy's template where none are named. Gives the plan.", returns: "success_plan",
        units:
          "owner: the customer's success manager unless given; begins_on: the run's day unless given; target: in the "
          + "unit of its metric",
        changes: "one new plan with its milestones",
        errors: [
          "success.metric", "success.day", "success.customer", "record.missing",
          "script.argument",
        ],
        example: "local n, step\nplan(function()\n" + Self.planExample
          + "  local p = plan_of(1)\n  n, step = p:success_milestones():count(), p.step\nend)\nreturn n, step",
        result: "1  \"understand\"",
        seeAlso: ["success.step", "success.milestone_done", "success.progress"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "success.plan",
        allowing: [
          "customer", "goal", "path", "resources", "risks", "owner", "contract", "begins_on",
          "ends_on", "note", "milestones", "policy",
        ])
      let desk = try SuccessDesk(self, policies, options)
      let id = try requireSession().savepoint { try writePlan(options, desk) }
      try results.add(try binding(SuccessPlan.schema.entity).record(id))
    }
  }

  private func writePlan(_ options: NamedArguments, _ desk: SuccessDesk) throws -> Int64 {
    let customer = try Customer(
      reading: row(
        try options.required("customer", options["customer"]), of: Customer.schema.entity,
        as: "customer"))
    let begin = try options.day("begins_on") ?? desk.today
    var plan = SuccessPlan(
      customer: customer.id, goal: try options.required("goal", options.string("goal")),
      step: desk.policy.steps.first.key, beginsOn: begin)
    plan.path = try options.string("path")
    plan.resources = try options.string("resources")
    plan.risks = try options.string("risks")
    plan.note = try options.string("note")
    plan.endsOn = try options.day("ends_on")
    if let end = plan.endsOn, end < begin {
      throw ValidationError(
        "success.day", "the plan would end on \(end), before it begins on \(begin)",
        remedy: "give the earlier day as begins_on", field: "ends_on")
    }
    plan.owner =
      try options["owner"].map { try row($0, of: Rep.schema.entity, as: "owner").id }
      ?? customer.csm
    plan.contract = try options["contract"].map { value in
      let contract = try Contract(
        reading: row(value, of: Contract.schema.entity, as: "contract"))
      guard contract.customer == customer.id else {
        throw ValidationError(
          "success.customer",
          "contract \(contract.code ?? "\(contract.id)") is of another customer",
          remedy: "give one of customer \(customer.id)", field: "contract")
      }
      return contract.id
    }
    let id = try createNumbered(plan, desk.policy.number)
    plan.id = id
    let drafts = try milestoneDrafts(options, plan, desk.policy)
    for (index, draft) in drafts.enumerated() {
      var milestone = draft
      milestone.position = Int64(index + 1)
      try requireSession().create(SuccessMilestone.schema.entity, milestone.values)
    }
    return id
  }

  private func milestoneDrafts(
    _ options: NamedArguments, _ plan: SuccessPlan, _ policy: SuccessPolicy
  ) throws -> [SuccessMilestone] {
    guard let value = options["milestones"] else {
      return try policy.template.map { template in
        var milestone = SuccessMilestone(
          plan: plan.id, position: 1, title: "\(template.title.en) · \(template.title.zh)")
        milestone.metric = template.metric
        milestone.target = template.target
        milestone.dueOn = try plan.beginsOn.adding(days: template.days)
        return milestone
      }
    }
    guard case .table(let table) = value, table.fields.isEmpty else {
      throw ArgumentError(
        "milestones: expected a list", remedy: "as milestones = {{title = \"…\"}, {title = \"…\"}}")
    }
    return try table.list.map { entry in
      try milestone(
        try NamedArguments(
          entry, of: "success.plan", allowing: ["title", "metric", "target", "due_on", "note"]),
        of: plan, policy)
    }
  }

  /// A milestone as a call names it.
  /// - Throws: `success.metric`, `success.day`.
  func milestone(
    _ options: NamedArguments, of plan: SuccessPlan, _ policy: SuccessPolicy
  ) throws -> SuccessMilestone {
    var milestone = SuccessMilestone(
      plan: plan.id, position: 1,
      title: try options.required("title", options.string("title")))
    milestone.metric = try options.string("metric")
    if let metric = milestone.metric { try policy.requireMetric(metric) }
    milestone.target = try options.finiteNumber("target")
    milestone.dueOn = try options.day("due_on")
    milestone.note = try options.string("note")
    if let due = milestone.dueOn, due < plan.beginsOn {
      throw ValidationError(
        "success.day",
        "the milestone \"\(milestone.title)\" is due on \(due), before the plan begins on \(plan.beginsOn)",
        remedy: "give a day from then on", field: "due_on")
    }
    return milestone
  }

  private func definePlanSteps(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "success.step", "success.step(plan, step, {policy =})",
        "Takes a plan to a step that its step leads to, once it has what the policy asks for there. Gives the plan.",
        returns: "success_plan",
        changes: "the plan's step", errors: ["success.step", "success.needs", "success.closed"],
        example: "local step, problem\nplan(function()\n" + Self.planExample
          + "  local p = plan_of(1)\n  for _, word in ipairs{\"define\", \"design\", \"resource\"} do success.step(p, word) end\n"
          + "  step = success_plans:get(p.id).step\n  local _, e = pcall(success.step, p, \"track\")\n  problem = e.code\nend)\n"
          + "return step, problem",
        result: "\"resource\"  \"success.needs\"",
        seeAlso: ["success.plan", "success.close", "success.progress"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "success.step", at: 2, allowing: ["policy"])
      let policy = try policies.success(options["policy"])
      let plan = try openPlan(arguments)
      let target = try policy.steps.requireMove(
        PlanCase(plan, try related(SuccessMilestone.self, by: "plan", to: plan.id)),
        code: plan.name, to: try arguments.decode(1, as: String.self))
      try set(SuccessPlan.self, plan.id, ["step": .text(target.key)])
      try results.add(try binding(SuccessPlan.schema.entity).record(plan.id))
    }
    try define(
      HelpEntry(
        "success.close", "success.close(plan, {on = day, note = text})",
        "Ends a plan on a day. Gives the plan.", returns: "success_plan",
        units: "on: the run's day unless given",
        changes: "the plan's closed_on and note", errors: ["success.closed", "success.day"],
        example: "local day\nplan(function()\n" + Self.planExample
          + "  day = success.close(plan_of(1), {note = \"reached\"}).closed_on\nend)\nreturn day",
        result: "date\"2026-06-30\"", seeAlso: ["success.step", "success.progress"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "success.close", at: 1, allowing: ["on", "note"])
      let plan = try openPlan(arguments)
      let day = try options.day("on") ?? self.options.clock.day()
      guard day >= plan.beginsOn, day <= self.options.clock.day() else {
        throw ValidationError(
          "success.day", "plan \(plan.name) cannot end on \(day)",
          remedy: "give a day from \(plan.beginsOn) to \(self.options.clock.day())",
          field: "closed_on")
      }
      let note = try options.string("note") ?? plan.note
      try set(
        SuccessPlan.self, plan.id, ["closed_on": .day(day), "note": note.fieldValue])
      try results.add(try binding(SuccessPlan.schema.entity).record(plan.id))
    }
  }

  /// The plan of a call.
  func successPlan(_ arguments: Arguments) throws -> SuccessPlan {
    try SuccessPlan(reading: row(try arguments[0], of: SuccessPlan.schema.entity, as: "plan"))
  }

  /// The same, not yet ended.
  /// - Throws: `success.closed`.
  func openPlan(_ arguments: Arguments) throws -> SuccessPlan {
    let plan = try successPlan(arguments)
    try plan.requireOpen()
    return plan
  }
}

extension SuccessPlan {
  /// As messages name it.
  var name: String { code ?? "\(id)" }

  /// - Throws: `success.closed`.
  func requireOpen() throws(ValidationError) {
    guard let closedOn else { return }
    throw ValidationError(
      "success.closed", "plan \(name) was ended on \(closedOn)", remedy: "write a new one",
      field: "closed_on")
  }
}

extension NamedArguments {
  /// A number that is neither infinite nor none.
  func finiteNumber(_ name: String) throws -> Double? {
    guard let number = try number(name) else { return nil }
    guard number.isFinite else {
      throw ArgumentError("\(name): \(NumberText.of(number)) is not a finite number")
    }
    return number
  }
}
