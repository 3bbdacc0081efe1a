import SalesKernel
import SalesStore
import Values

/// Who explains a field that an engine makes, when no run at hand does: by entity and field.
enum FieldExplainers {
  typealias Explainer = @Sendable (ScriptHost, BlockRow) throws -> Explanation

  static func explainer(of field: String, of entity: String) -> Explainer? {
    switch entity {
    case Customer.schema.entity.name: ofCustomers[field]
    case QuoteLine.schema.entity.name: ofQuoteLines[field]
    case Order.schema.entity.name: ofOrders[field]
    case OrderLine.schema.entity.name: ofOrderLines[field]
    case RebateEntry.schema.entity.name: ofRebateEntries[field]
    case PayLine.schema.entity.name: ofPayLines[field]
    case ForecastPoint.schema.entity.name: ofForecastPoints[field]
    case Opportunity.schema.entity.name: ofOpportunities[field]
    case Lead.schema.entity.name: ofLeads[field]
    case Ticket.schema.entity.name: ofTickets[field]
    case CampaignMember.schema.entity.name: ofCampaignMembers[field]
    case Agent.schema.entity.name: ofAgents[field]
    case Target.schema.entity.name: ofTargets[field]
    default: nil
    }
  }

  private static let ofCampaignMembers: [String: Explainer] = [
    "arm": { host, row in try host.explainArm(of: CampaignMember(reading: row)) },
    "is_held_out": { host, row in try host.explainArm(of: CampaignMember(reading: row)) },
  ]

  private static let ofAgents: [String: Explainer] = [
    "rank": { host, row in try host.explainRank(of: Agent(reading: row)) }
  ]

  private static let ofTargets: [String: Explainer] = [
    "amount": { host, row in try host.explainTarget(row) },
    "number": { host, row in try host.explainTarget(row) },
  ]

  private static let ofQuoteLines: [String: Explainer] = [
    "unit_price": { host, row in try host.explainQuoteLine(row) },
    "amount": { host, row in try host.explainQuoteLine(row) },
  ]

  private static let ofLeads: [String: Explainer] = [
    "grade": { host, row in try host.explainLead("grade", row) },
    "score": { host, row in try host.explainLead("score", row) },
    "owner": { host, row in try host.explainLeadOwner(row) },
  ]

  private static let ofOrders: [String: Explainer] = [
    "amount": { host, row in try host.explainOrder(row) }
  ]

  private static let ofOrderLines: [String: Explainer] = [
    "amount": { host, row in try host.explainOrderLine(row) }
  ]

  private static let ofRebateEntries: [String: Explainer] = [
    "amount": { host, row in try host.explainRebateEntry(row) }
  ]

  private static let ofPayLines: [String: Explainer] = [
    "amount": { host, row in try host.explainPayLine(row) }
  ]

  private static let ofOpportunities: [String: Explainer] = [
    "stage": { host, row in try host.sellingDesk(of: row).stageExplanation() }
  ]

  /// Who explains what a record has without it being a field, as the probability of an opportunity.
  static func derived(_ name: String, of entity: String) -> Explainer? {
    switch entity {
    case Opportunity.schema.entity.name: derivedOfOpportunities[name]
    case Ticket.schema.entity.name: derivedOfTickets[name]
    default: nil
    }
  }

  private static let derivedOfOpportunities: [String: Explainer] = [
    "probability": { host, row in try host.sellingDesk(of: row).probabilityExplanation() }
  ]

  private static let ofTickets: [String: Explainer] = [
    "team": { host, row in try host.explainTicketTeam(row) },
    "owner": { host, row in try host.explainTicketOwner(row) },
    "escalation": { host, row in try host.explainTicketEscalation(row) },
  ]

  private static let derivedOfTickets: [String: Explainer] = [
    "due": { host, row in try host.explainTicketDue(row) }
  ]

  private static let ofForecastPoints: [String: Explainer] = [
    "value": { host, row in try host.explainForecastPoint(row) },
    "low": { host, row in try host.explainForecastPoint(row) },
    "high": { host, row in try host.explainForecastPoint(row) },
  ]

  private static let ofCustomers: [String: Explainer] = {
    var all: [String: Explainer] = [
      "churn": { host, row in
        let policy = try EnginePolicies(host).churn()
        return try host.churnSignal(of: row, by: policy, asOf: host.options.clock.day())
          .explanation
      },
      "ladder": { host, row in try host.explainLadder(row) },
      "stage": { host, row in
        let stages = try EnginePolicies(host).lifecycle().stages
        return try stages.explain(row, ranks: try host.ranks(of: stages))
      },
    ]
    for field in ["health", "health_band"] {
      all[field] = { host, row in try host.explainHealth(row) }
    }
    for fact in PurchaseFact.allCases {
      all[fact.rawValue] = { host, row in
        let policy = try EnginePolicies(host).purchases()
        let window = try PurchaseWindow(
          endingOn: host.options.clock.day(), months: policy.months)
        return try host.explainPurchases(fact, of: row, window, source: policy.source)
      }
    }
    return all
  }()
}
