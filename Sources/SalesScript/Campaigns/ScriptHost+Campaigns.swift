import Lua
import SalesKernel
import SalesStore
import Values

/// `campaign`: offers and talks for an audience, with an untreated part to measure against.
extension ScriptHost {
  func defineCampaigns(_ policies: EnginePolicies) throws {
    try defineCampaignPlan(policies)
    try defineCampaignLaunch(policies)
    try defineCampaignPacks()
    try defineCampaignMembers(policies)
    try defineCampaignReport(policies)
    try defineCampaignMoves(policies)
    try defineCampaignSweep(policies)
    try defineCampaignRaise(policies)
  }

  static let campaignOptions =
    "code =, name =, audience = rule, arms = list, hold_out = share, starts_on =, ends_on =, budget =, "
    + "kind =, product =, response =, stop =, overlap =, owner =, note =, policy ="

  private static let campaignErrors = [
    "campaign.audience", "campaign.shares", "campaign.hold_out", "campaign.dates",
    "campaign.budget", "campaign.promotion", "campaign.overlap", "campaign.launched",
    "campaign.kind", "campaign.code", "policy.key", "policy.missing",
  ]

  private func defineCampaignPlan(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "campaign.define", "campaign.define{\(Self.campaignOptions)}",
        "What a campaign would be, nothing written: audience, enrolled, treated, held_out, left_out, arms, tasks, "
          + "notes, why. Give it to campaign.launch. An arm is {key =, share =, offer = promotion | task = "
          + "{title =, days =}, talk = text}; the shares of the arms sum to 1, hold_out is apart. response is "
          + "{orders = true, least = money, activities = kinds}; stop is {harm = confidence or false, least = n, "
          + "budget = bool}; overlap is \"skip\", \"refuse\" or \"allow\".", returns: "report",
        units: "shares 0–1; days of a task from the first day",
        errors: Self.campaignErrors,
        example: """
          local c = campaign.define{code = "SPRING", audience = "level == 'A'", hold_out = 0.2,
            arms = {{key = "call", task = {title = "call", days = 10}}},
            starts_on = today(), ends_on = today() + days(30)}
          return c.audience == c.treated + c.held_out, c.enrolled == customers:where("level == 'A'"):count()
          """, result: "true  true", seeAlso: ["campaign.launch", "campaign.pack"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "campaign.define", allowing: CampaignPlanner.names)
      let plan = try CampaignPlanner(host: self, policies: policies).plan(
        options, function: "campaign.define")
      try results.add(Value.object(try report(plan, options)))
    }
  }

  private func defineCampaignLaunch(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "campaign.launch", "campaign.launch{as campaign.define} or campaign.launch(defined)",
        "Starts a campaign: enrols the audience, chooses each customer's arm by a hash of the campaign's code and "
          + "the customer's id, and opens the tasks of reps. Customers of an arm with an offer get that promotion "
          + "wherever they are priced on its days; those held out never do. Gives what campaign.define gives, and "
          + "campaign, the record.", returns: "report",
        units: "shares 0–1",
        changes: "one campaign, its arms and members; tasks; all taken back by undoing the run",
        errors: Self.campaignErrors + ["campaign.tasks"],
        example: """
          local price, held
          plan(function()
            local c = campaign.launch{code = "Q3", audience = "true", hold_out = 0.5,
              arms = {{key = "offer", offer = "PUSH"}}, starts_on = today(), ends_on = today() + days(99)}
            local member = campaign_members:where{is_held_out = false}:first()
            local out = campaign_members:where{is_held_out = true}:first()
            local line = {product = 1, quantity = 10}
            line.customer = member.customer
            price = why(pricing.price(line)):json():find("promotion.push", 1, true) ~= nil
            held = campaign.of(out.customer)[1].is_held_out
          end)
          return price, held
          """, result: "true  true",
        seeAlso: ["campaign.define", "campaign.report", "campaign.stop", "undo"])
    ) { [unowned self] arguments, results in
      let options: NamedArguments
      if case .object(let object) = try arguments[0], let defined = object as? ReportObject,
        let known = defined.content as? NamedArguments
      {
        options = known
      } else {
        options = try NamedArguments(
          arguments, of: "campaign.launch", allowing: CampaignPlanner.names)
      }
      let plan = try CampaignPlanner(host: self, policies: policies).plan(
        options, function: "campaign.launch")
      let result = try CampaignLaunch(host: self, plan: plan).run()
      try results.add(Value.object(try report(plan, options, launched: result.campaign)))
    }
  }

  private func report(
    _ plan: CampaignPlan, _ options: NamedArguments, launched: Int64? = nil
  ) throws -> ReportObject {
    var parts: [ReportObject.Part] = [
      .init("code", .string(plan.draft.code)), .init("name", .string(plan.draft.name)),
      .init("audience", Value(plan.audience)), .init("enrolled", Value(plan.customers.count)),
      .init("treated", Value(plan.treated)), .init("held_out", Value(plan.heldOut)),
      .init("left_out", Value(plan.left)), .init("tasks", Value(plan.tasks)),
      .init("arms", .object(armTable(plan))),
      .init(
        "notes", .table(Table(list: plan.notes.map(Value.string))),
        text: plan.notes.joined(separator: "; ")),
    ]
    if let launched {
      parts.append(
        .init("campaign", try binding(Campaign.schema.entity).record(launched), text: ""))
    }
    parts.append(.init(why: explanation(plan)))
    return ReportObject(parts, content: options)
  }

  private func armTable(_ plan: CampaignPlan) -> ResultTable {
    ResultTable(
      columns: [
        .init("arm"), .init("share", .number), .init("customers", .number), .init("offer"),
        .init("task"), .init("talk"),
      ],
      rows: plan.counts.indices.map { part in
        let arm = part == 0 ? nil : plan.draft.arms[part - 1]
        return [
          .string(plan.key(part)), .number(plan.shares[part].double), Value(plan.counts[part]),
          arm?.promotion.map(Value.string) ?? .nil, arm?.task.map { .string($0.title) } ?? .nil,
          arm?.talk.map(Value.string) ?? .nil,
        ]
      })
  }

  private func explanation(_ plan: CampaignPlan) -> Explanation {
    let parts = plan.counts.indices.map { part in
      Explanation(
        plan.key(part), .step, value: .integer(Int64(plan.counts[part])),
        reason: "hash of \(plan.draft.code)/id within its share of \(plan.shares[part])")
    }
    let skipped = plan.skipped.map {
      Explanation(
        $0.campaign, .notMatched, value: .integer(Int64($0.customers)),
        reason: "in that campaign at the same time: left out")
    }
    return Explanation(
      "enrolled", .step, value: .integer(Int64(plan.customers.count)),
      reason: "\(plan.audience.text("customer")) by \(plan.audienceText)",
      source: plan.policy.header.source, children: parts + skipped)
  }
}
