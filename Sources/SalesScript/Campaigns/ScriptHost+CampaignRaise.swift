import Lua
import SalesKernel
import SalesStore
import Values

/// `campaign.raise_line`: more budget for a product line that promotes well.
extension ScriptHost {
  func defineCampaignRaise(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "campaign.raise_line", "campaign.raise_line(campaign[, {as_of = day}])",
        "Raises the marketing budget of a campaign's product line where the campaign worked: where all of the "
          + "interval of its lift is above zero. Gives raised, before, after, period, why; raised is false and "
          + "nothing is written where it did not. A campaign raises a line once.",
        units: "by the share of the campaign policy (20 %), to the fen; period: that of as_of",
        changes: "planned and note of one budget line",
        errors: [
          "campaign.product", "campaign.budget_line", "campaign.raised", "record.missing",
        ],
        example: Self.campaignExample + """
            r = select(2, pcall(campaign.raise_line, "Q3")).code
          end)
          return r
          """, result: "\"campaign.product\"", seeAlso: ["campaign.report", "budget_lines"])
    ) { [unowned self] arguments, results in
      let (campaign, options) = try campaign(arguments, "campaign.raise_line", ["as_of"])
      try results.add(
        Value.object(
          try raise(
            campaign, figures(campaign, options, policies.campaigns()),
            policies.campaigns().lineRaise)))
    }
  }

  private func raise(
    _ campaign: Campaign, _ figures: CampaignFigures, _ rule: CampaignPolicy.LineRaise
  ) throws -> ReportObject {
    guard let product = campaign.product else {
      throw ValidationError(
        "campaign.product", "the campaign \(campaign.code) is for no product line",
        remedy: "launch it with product = a category of products", field: "product")
    }
    let period = Period(rule.period, of: figures.asOf)
    let found = try records(
      BudgetLine.self,
      where: [
        ("period", .text(period.text)), ("line", .text(rule.line)), ("scope", .text(product)),
      ])
    guard let line = found.first else {
      throw ValidationError(
        "campaign.budget_line",
        "there is no budget of \(rule.line) for \(product) in \(period.text)",
        remedy:
          "create it: budget_lines:create{period = \"\(period.text)\", line = \"\(rule.line)\", "
          + "scope = \"\(product)\", planned = …}")
    }
    let mark = "+ \(CampaignFigures.percent(rule.rate.double)) by campaign \(campaign.code)"
    guard !(line.note ?? "").contains(mark) else {
      throw ValidationError(
        "campaign.raised", "\(campaign.code) has raised the budget of \(product) already",
        remedy: "undo that run, or change the budget line itself")
    }
    let worked = figures.lift.map { $0.share.low > 0 } ?? false
    var after = line.planned
    if worked {
      after = try line.planned.adding(
        try ExactAmount(line.planned).product(rule.rate).rounded(.halfUp, to: .document))
      try set(
        BudgetLine.self, line.id,
        [
          "planned": .money(after),
          "note": .text([line.note, mark].compactMap { $0 }.joined(separator: "; ")),
        ])
    }
    let interval = figures.lift.map {
      "\(CampaignFigures.percent($0.share.low)) to \(CampaignFigures.percent($0.share.high))"
    }
    return ReportObject([
      .init("raised", .bool(worked)), .init("before", .scalar(line.planned.scalar)),
      .init("after", .scalar(after.scalar)), .init("period", .string(period.text)),
      .init(
        why: Explanation(
          "planned", worked ? .matched : .notMatched, value: .money(after),
          reason: interval.map {
            "lift of \(campaign.code) is \($0): "
              + (worked ? "all above zero, \(mark)" : "not all above zero")
          } ?? "lift of \(campaign.code) cannot be told", source: rule.source)),
    ])
  }
}

extension ExactAmount {
  fileprivate func product(_ rate: Rate) throws(ValueError) -> ExactAmount {
    var product = self
    try product.multiply(by: rate)
    return product
  }
}
