import Lua
import SalesKernel
import SalesStore
import Values

/// `campaign.of`, `campaign.arm`, `campaign.leave`: single customers of campaigns.
extension ScriptHost {
  func defineCampaignMembers(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "campaign.of", "campaign.of(customer[, day])",
        "The campaigns that a customer is in on a day: campaign, code, arm, is_held_out, promotion, starts_on, "
          + "ends_on, state.", returns: "results",
        units: "day: the run's day unless given", errors: ["record.missing"],
        example: """
          local n
          plan(function()
            campaign.launch{code = "Q3", audience = "true", arms = {{key = "offer", offer = "PUSH"}},
              starts_on = today(), ends_on = today() + days(99)}
            n = #campaign.of(1)
          end)
          return n
          """, result: "1", seeAlso: ["campaign.launch", "campaign.arm"])
    ) { [unowned self] arguments, results in
      let id = try row(arguments[0], of: Customer.schema.entity, as: "customer").id
      let day = try arguments.decode(1, as: Day?.self) ?? options.clock.day()
      try results.add(Value.object(try memberships(of: id, on: day)))
    }
    try define(
      HelpEntry(
        "campaign.arm", "campaign.arm(campaign, customer)",
        "Which arm a customer of a campaign falls into, member or not, computed anew: arm, position, is_held_out, "
          + "is_member, why.", returns: "report",
        units: "position 0–1: the hash of CODE/ID by FNV-1a and SplitMix64 over 2^64",
        errors: ["record.missing"],
        example: """
          local same
          plan(function()
            campaign.launch{code = "Q3", audience = "true", hold_out = 0.5,
              arms = {{key = "offer", offer = "PUSH"}}, starts_on = today(), ends_on = today() + days(99)}
            local m = campaign_members:first()
            same = campaign.arm("Q3", m.customer).arm == m.arm
          end)
          return same
          """, result: "true", seeAlso: ["campaign.of", "campaign.launch"])
    ) { [unowned self] arguments, results in
      let campaign = try Campaign(
        reading: row(arguments[0], of: Campaign.schema.entity, as: "campaign"))
      let customer = try row(arguments[1], of: Customer.schema.entity, as: "customer").id
      try results.add(Value.object(try arm(of: customer, in: campaign, policies.campaigns())))
    }
    try define(
      HelpEntry(
        "campaign.leave", "campaign.leave(campaign, customer[, reason])",
        "Takes a customer out of a campaign from the run's day on: no offer any more, the open task goes. The "
          + "customer still counts in its arm, so that the comparison stays fair.",
        changes: "the member, its open task", errors: ["campaign.member", "record.missing"],
        example: """
          local n
          plan(function()
            campaign.launch{code = "Q3", audience = "true", arms = {{key = "offer", offer = "PUSH"}},
              starts_on = today(), ends_on = today() + days(99)}
            campaign.leave("Q3", 1, "asked to")
            n = #campaign.of(1)
          end)
          return n
          """, result: "0", seeAlso: ["campaign.of"])
    ) { [unowned self] arguments, _ in
      let campaign = try Campaign(
        reading: row(arguments[0], of: Campaign.schema.entity, as: "campaign"))
      let customer = try row(arguments[1], of: Customer.schema.entity, as: "customer").id
      try leave(campaign, customer, try arguments.decode(2, as: String?.self))
    }
  }

  /// Why a member of a campaign is in its arm.
  func explainArm(of member: CampaignMember) throws -> Explanation {
    let campaign = try record(Campaign.self, id: member.campaign)
    return try place(member.customer, in: campaign, EnginePolicies(self).campaigns()).explanation
  }

  private func memberships(of customer: Int64, on day: Day) throws -> ResultTable {
    var rows: [[Value]] = []
    for member in try related(CampaignMember.self, by: "customer", to: customer) {
      let campaign = try record(Campaign.self, id: member.campaign)
      guard campaign.startsOn <= day, day <= (campaign.endedOn ?? campaign.endsOn),
        campaign.state != .stopped || campaign.endedOn.map({ day < $0 }) ?? true,
        member.leftOn.map({ day < $0 }) ?? true
      else { continue }
      let arm = try records(
        CampaignArm.self,
        where: [("campaign", .integer(campaign.id)), ("key", .text(member.arm))]
      ).first
      rows.append([
        .integer(campaign.id), .string(campaign.code), .string(member.arm),
        .bool(member.isHeldOut), arm?.promotion.map(Value.string) ?? .nil,
        .scalar(campaign.startsOn.scalar), .scalar(campaign.endsOn.scalar),
        .string(campaign.state.rawValue),
      ])
    }
    return ResultTable(
      columns: [
        .init("campaign", .number), .init("code"), .init("arm"), .init("is_held_out", .bool),
        .init("promotion"), .init("starts_on"), .init("ends_on"), .init("state"),
      ], rows: rows)
  }

  private func arm(
    of customer: Int64, in campaign: Campaign, _ policy: CampaignPolicy
  ) throws -> ReportObject {
    let (arm, position, explanation) = try place(customer, in: campaign, policy)
    let members = try records(
      CampaignMember.self,
      where: [("campaign", .integer(campaign.id)), ("customer", .integer(customer))])
    return ReportObject([
      .init("arm", arm.map { .string($0.key) } ?? .nil), .init("position", .number(position)),
      .init("is_held_out", .bool(arm?.isHeldOut ?? false)),
      .init("is_member", .bool(!members.isEmpty)), .init(why: explanation),
    ])
  }

  /// The arm that the hash of a customer chooses.
  private func place(
    _ customer: Int64, in campaign: Campaign, _ policy: CampaignPolicy
  ) throws -> (arm: CampaignArm?, position: Double, explanation: Explanation) {
    let arms = try related(CampaignArm.self, by: "campaign", to: campaign.id)
    let choice = try ArmChoice(
      code: campaign.code, parts: try arms.map { try Rate(exactly: $0.share) })
    let chosen = choice.place(of: customer)
    let position = choice.position(of: customer)
    let at = "position \(FractionText.of(position))"
    let steps = zip(arms, choice.ends).enumerated().map { index, pair in
      let (arm, end) = pair
      let reason =
        index == chosen
        ? "\(at) is below \(end)"
        : index < chosen ? "\(at) is not below \(end)" : "an arm before it has the customer"
      return Explanation(
        arm.key, index == chosen ? .matched : .notMatched, value: .text(end.description),
        reason: reason)
    }
    let arm = chosen < arms.count ? arms[chosen] : nil
    return (
      arm, position,
      Explanation(
        "arm", .step, value: arm.map { .text($0.key) } ?? .null,
        reason: "hash of \"\(campaign.code)/\(customer)\" by FNV-1a and SplitMix64, over 2^64",
        source: policy.header.source, children: steps)
    )
  }

  private func leave(_ campaign: Campaign, _ customer: Int64, _ reason: String?) throws {
    let members = try records(
      CampaignMember.self,
      where: [("campaign", .integer(campaign.id)), ("customer", .integer(customer))])
    guard let member = members.first, member.leftOn == nil else {
      throw ValidationError(
        "campaign.member",
        members.isEmpty
          ? "customer \(customer) is not in the campaign \(campaign.code)"
          : "customer \(customer) left the campaign \(campaign.code) on "
            + "\(members[0].leftOn.map { "\($0)" } ?? "")",
        remedy: "see campaign.of(\(customer))")
    }
    try requireSession().savepoint {
      try set(
        CampaignMember.self, member.id,
        ["left_on": .day(options.clock.day()), "note": reason.fieldValue])
      try dropTasks(of: campaign, customer: customer)
    }
  }
}
