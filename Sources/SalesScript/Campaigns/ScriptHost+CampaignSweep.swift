import Lua
import SalesKernel
import SalesStore
import Values

/// `campaign.sweep`: starts, stops and ends campaigns by their days and stop rules.
extension ScriptHost {
  func defineCampaignSweep(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "campaign.sweep", "campaign.sweep{}",
        "Looks at every campaign that is not over: one whose first day has come runs; one that does harm or has "
          + "spent its budget is stopped and its owner told; one whose last day is over ends. Gives a table: "
          + "campaign, code, before, state, reason.", returns: "results",
        changes: "state of campaigns, their open tasks, their members' figures; alerts",
        errors: ["campaign.rules", "alert.kind"],
        example: Self.campaignExample + """
            campaign.spend("Q3", wan(1))
            r = campaign.sweep{}[1].reason
          end)
          return r
          """, result: "\"budget spent: 10,000.00 of 10,000.00\"",
        seeAlso: ["campaign.stop", "campaign.close", "inbox.open"])
    ) { [unowned self] arguments, results in
      _ = try NamedArguments(arguments, of: "campaign.sweep", allowing: [])
      try results.add(Value.object(try sweepCampaigns(policies)))
    }
  }

  private func sweepCampaigns(_ policies: EnginePolicies) throws -> ResultTable {
    let policy = try policies.campaigns()
    let today = options.clock.day()
    let desk = try AlertDesk(self, policies)
    var rows: [[Value]] = []
    try requireSession().savepoint {
      for campaign in try records(Campaign.self)
      where campaign.state == .planned || campaign.state == .running {
        guard campaign.launchedOn != nil, campaign.startsOn <= today else { continue }
        var (state, reason) = (Campaign.State.running, String?.none)
        switch try figures(campaign, NamedArguments("campaign.sweep"), policy).verdict() {
        case .goesOn:
          if campaign.state == .planned {
            try set(Campaign.self, campaign.id, ["state": .text(state.rawValue)])
          }
        case .ends:
          try close(campaign, policy)
          state = .ended
        case .stops(let why):
          try stop(campaign, why, policy)
          (state, reason) = (.stopped, why)
          try desk.raise(
            AlertDraft(
              kind: policy.alertKind, of: Campaign.schema.entity, campaign.id,
              owner: campaign.owner, message: "campaign \(campaign.code) was stopped: \(why)"))
        }
        rows.append([
          .integer(campaign.id), .string(campaign.code), .string(campaign.state.rawValue),
          .string(state.rawValue), reason.map(Value.string) ?? .nil,
        ])
      }
    }
    return ResultTable(
      columns: [
        .init("campaign", .number), .init("code"), .init("before"), .init("state"),
        .init("reason"),
      ], rows: rows)
  }
}
