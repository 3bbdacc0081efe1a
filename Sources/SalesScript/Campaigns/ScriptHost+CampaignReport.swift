import CRows
import Lua
import SalesKernel
import SalesStore
import Values

/// `campaign.report` and `campaign.measure`: what came of a campaign.
extension ScriptHost {
  static let campaignExample = """
    local r
    plan(function()
      campaign.launch{code = "Q3", audience = "true", hold_out = 0.5, budget = wan(1),
        arms = {{key = "offer", offer = "PUSH"}}, starts_on = today(), ends_on = today() + days(9)}
      local inside = campaign_members:where{is_held_out = false}:first().customer
      orders:create{customer = inside, amount = yuan(1000), ordered_on = today()}

    """

  func defineCampaignReport(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "campaign.report", "campaign.report(campaign[, {as_of = day, margin = share}])",
        "What came of a campaign, every customer counted in its arm whether reached or not: arms with customers, "
          + "responded, share and its interval, amount, per_head, lift; then of all treated against those held out "
          + "lift, lift_low, lift_high, significant, lift_per_head, incremental, gross, spent, budget, net, roi, "
          + "why. Without a hold-out, lift and roi are nil: no data.", returns: "report",
        units:
          "shares 0–1; intervals with the confidence of the policy, Wilson for shares, Newcombe for lift; money to the "
          + "fen, per_head to 4 decimals half-even; margin: the policy's unless given; only the days from starts_on "
          + "to ends_on, the stop or as_of count",
        errors: ["record.missing", "campaign.rules", "campaign.margin"],
        example: Self.campaignExample + """
            r = campaign.report("Q3")
          end)
          return r.arms[2].responded >= 1, r.state
          """, result: "true  \"running\"", seeAlso: ["campaign.measure", "campaign.launch", "why"])
    ) { [unowned self] arguments, results in
      let (campaign, options) = try campaign(arguments, "campaign.report", ["as_of", "margin"])
      try results.add(
        Value.object(try figures(campaign, options, policies.campaigns()).report(self)))
    }
    try define(
      HelpEntry(
        "campaign.measure", "campaign.measure(campaign[, {as_of = day, margin = share}])",
        "Writes into the members what they did: responded_on, amount, and treated_on from the tasks that were done. "
          + "Gives what campaign.report gives.", returns: "report",
        changes: "responded_on, amount and treated_on of the members",
        errors: ["record.missing", "campaign.rules"],
        example: Self.campaignExample + """
            campaign.measure("Q3")
            r = campaign_members:where{customer = inside}:first().responded_on
          end)
          return r
          """, result: "date\"2026-06-30\"", seeAlso: ["campaign.report"])
    ) { [unowned self] arguments, results in
      let (campaign, options) = try campaign(arguments, "campaign.measure", ["as_of", "margin"])
      let policy = try policies.campaigns()
      let figures = try figures(campaign, options, policy)
      try measure(figures.book, policy)
      try results.add(Value.object(try figures.report(self)))
    }
  }

  /// The campaign of a call like `campaign.report("Q2", {…})`.
  func campaign(
    _ arguments: Arguments, _ function: String, _ names: [String]
  ) throws -> (Campaign, NamedArguments) {
    (
      try Campaign(reading: row(arguments[0], of: Campaign.schema.entity, as: "campaign")),
      try NamedArguments(arguments, of: function, at: 1, allowing: names)
    )
  }

  func figures(
    _ campaign: Campaign, _ options: NamedArguments, _ policy: CampaignPolicy
  ) throws -> CampaignFigures {
    let day = try options.day("as_of") ?? self.options.clock.day()
    let margin = try options.number("margin").map { share in
      guard (0...1).contains(share) else {
        throw ArgumentError(
          "margin: \(share) is no share", code: "campaign.margin",
          remedy: "give a share from 0 to 1")
      }
      return try Rate(exactly: share)
    }
    return try CampaignFigures(
      CampaignBook(self, campaign, asOf: day), policy, margin: margin, asOf: day)
  }

  /// Writes what the members did; those held out are never treated.
  func measure(_ book: CampaignBook, _ policy: CampaignPolicy) throws {
    let entity = CampaignMember.schema.entity
    let customer = try entity.requireSlot(of: "customer")
    let held = try entity.requireSlot(of: "is_held_out")
    let done = try doneTasks(of: book.campaign, kind: policy.taskKind)
    let texts = KeptText()
    func cell(_ value: FieldValue) -> row_cell { CellCoding.cell(value) { texts.keep($0) } }
    func rule(
      _ field: String, reading: [Int], _ value: @escaping (Int, row_cell) throws -> row_cell
    ) throws -> Session.FieldRule {
      Session.FieldRule(slot: try entity.requireSlot(of: field), reading: reading) {
        block, cells in
        try self.state.checkStop()
        for row in 0..<block.count {
          let base = row * block.width
          guard let place = book.place(of: block.cells[base + customer].bits) else { continue }
          cells[row] = try value(place, block.cells[base + held])
        }
      }
    }
    var rules = [
      try rule("responded_on", reading: [customer, held]) { place, _ in
        let day = book.responded[place]
        return cell(day == CampaignBook.never ? .null : .day(try Day(number: day)))
      },
      try rule("amount", reading: [customer, held]) { place, _ in
        cell(.money(Money(units: book.units[place])))
      },
    ]
    if !done.isEmpty {
      rules.append(
        try rule("treated_on", reading: [customer, held]) { place, held in
          guard held.bits == 0, let day = done[book.customers[place]] else {
            return row_cell(bits: 0, length: 0, kind: UInt32(CELL_UNLOADED))
          }
          return cell(.day(day))
        })
    }
    _ = try requireSession().update(
      Selection(
        entity, equals: [(try entity.requireSlot(of: "campaign"), .integer(book.campaign.id))]),
      rules)
  }
}
