import Lua
import SalesKernel
import SalesStore
import Values

/// `campaign.spend`, `campaign.stop`, `campaign.close`.
extension ScriptHost {
  func defineCampaignMoves(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "campaign.spend", "campaign.spend(campaign, amount)",
        "Adds to what a campaign has cost beside its offer, negative to take back. Gives spent and left, nil without "
          + "a budget.", returns: "report",
        changes: "spent of the campaign", errors: ["campaign.budget", "record.missing"],
        example: Self.campaignExample + """
            r = campaign.spend("Q3", yuan(400)).left
          end)
          return r
          """, result: "money\"9600.00\"", seeAlso: ["campaign.report", "campaign.sweep"])
    ) { [unowned self] arguments, results in
      let campaign = try Campaign(
        reading: row(arguments[0], of: Campaign.schema.entity, as: "campaign"))
      try results.add(
        Value.object(try spend(try arguments.decode(1, as: Money.self), on: campaign)))
    }
    try define(
      HelpEntry(
        "campaign.stop", "campaign.stop(campaign[, reason])",
        "Stops a campaign on the run's day: from that day on it gives no promotion, and its open tasks go. What was "
          + "done up to then counts.", returns: "table",
        changes: "state, ended_on and reason of the campaign; its open tasks; its members' figures",
        errors: ["campaign.state", "record.missing"],
        example: Self.campaignExample + """
            campaign.stop("Q3", "prices have changed")
            r = campaigns:where{code = "Q3"}:first().state
          end)
          return r
          """, result: "\"stopped\"", seeAlso: ["campaign.close", "campaign.sweep"])
    ) { [unowned self] arguments, results in
      let campaign = try Campaign(
        reading: row(arguments[0], of: Campaign.schema.entity, as: "campaign"))
      let dropped = try stop(
        campaign, try arguments.decode(1, as: String?.self), policies.campaigns())
      try results.add(
        Value.table(Table(fields: [("tasks_dropped", Value(dropped))])))
    }
    try define(
      HelpEntry(
        "campaign.close", "campaign.close(campaign)",
        "Ends a campaign whose last day is over, with its members' figures. Gives its report.",
        changes: "state and ended_on of the campaign; its open tasks; its members' figures",
        errors: ["campaign.state", "campaign.running", "record.missing"],
        example: """
          local s
          plan(function()
            campaign.launch{code = "Q3", audience = "true", arms = {{key = "offer", offer = "PUSH"}},
              starts_on = today(), ends_on = today()}
            s = select(2, pcall(campaign.close, "Q3")).code
          end)
          return s
          """, result: "\"campaign.running\"", seeAlso: ["campaign.stop", "campaign.sweep"])
    ) { [unowned self] arguments, results in
      let (campaign, options) = try campaign(arguments, "campaign.close", [])
      let policy = try policies.campaigns()
      try close(campaign, policy)
      let closed = try record(Campaign.self, id: campaign.id)
      try results.add(Value.object(try figures(closed, options, policy).report(self)))
    }
  }

  private func spend(_ amount: Money, on campaign: Campaign) throws -> ReportObject {
    let spent = try (campaign.spent ?? .zero).adding(amount)
    guard spent >= .zero else {
      throw ValidationError(
        "campaign.budget",
        "the campaign \(campaign.code) would have spent \(spent), below zero",
        remedy: "take back at most \((campaign.spent ?? .zero).grouped)")
    }
    try set(Campaign.self, campaign.id, ["spent": .money(spent)])
    let left = try campaign.budget?.subtracting(spent)
    return ReportObject([
      .init("spent", .scalar(spent.scalar)), .init("left", left.map { .scalar($0.scalar) } ?? .nil),
    ])
  }

  /// - Throws: `campaign.state` for one that is over.
  private func requireAlive(_ campaign: Campaign) throws {
    guard campaign.state == .planned || campaign.state == .running else {
      throw ValidationError(
        "campaign.state",
        "the campaign \(campaign.code) is \(campaign.state.rawValue)"
          + (campaign.endedOn.map { " since \($0)" } ?? ""),
        remedy: "campaign.report tells what came of it")
    }
  }

  /// - Returns: how many open tasks went.
  @discardableResult
  func stop(_ campaign: Campaign, _ reason: String?, _ policy: CampaignPolicy) throws -> Int {
    try requireAlive(campaign)
    let today = options.clock.day()
    return try requireSession().savepoint {
      try set(
        Campaign.self, campaign.id,
        [
          "state": .text(Campaign.State.stopped.rawValue), "ended_on": .day(today),
          "reason": reason.fieldValue,
        ])
      let stopped = try record(Campaign.self, id: campaign.id)
      try measure(CampaignBook(self, stopped, asOf: today), policy)
      return try dropTasks(of: campaign)
    }
  }

  /// - Throws: `campaign.running` before its last day is over.
  func close(_ campaign: Campaign, _ policy: CampaignPolicy) throws {
    try requireAlive(campaign)
    let today = options.clock.day()
    guard today > campaign.endsOn else {
      throw ValidationError(
        "campaign.running", "the campaign \(campaign.code) runs until \(campaign.endsOn)",
        remedy: "stop it with campaign.stop, or wait")
    }
    try requireSession().savepoint {
      try set(
        Campaign.self, campaign.id,
        [
          "state": .text(Campaign.State.ended.rawValue), "ended_on": .day(campaign.endsOn),
        ])
      let ended = try record(Campaign.self, id: campaign.id)
      try measure(CampaignBook(self, ended, asOf: today), policy)
      try dropTasks(of: campaign)
    }
  }
}
