/// The entities of a product, in the order that tables, help and sample data go.
public struct Catalog: Sendable {
  public let entities: [Entity]
  private let index: [String: Int]

  public init(_ entities: [Entity]) {
    self.entities = entities
    var index: [String: Int] = [:]
    for (position, entity) in entities.enumerated() { index[entity.name] = position }
    self.index = index
  }

  /// The entity with a plural name.
  public func entity(named name: String) -> Entity? { index[name].map { entities[$0] } }

  /// The entity with a plural name, or an error with the nearest name.
  /// - Throws: `catalog.entity`.
  public func require(_ name: String) throws(ValidationError) -> Entity {
    if let entity = entity(named: name) { return entity }
    throw ValidationError(
      "catalog.entity", "there is no entity \"\(name.excerpt)\"",
      remedy: Suggestion.sentence(for: name, among: entities.map(\.name)))
  }

  /// What a sales book holds, area by area. Referred-to entities come first.
  public static let sales = Catalog([
    Setting.schema.entity, RuleSet.schema.entity, Rep.schema.entity, Product.schema.entity,
    KitItem.schema.entity, ModuleRule.schema.entity,
    Customer.schema.entity, Contact.schema.entity, Referral.schema.entity,
    Agreement.schema.entity,
    Quote.schema.entity, QuoteLine.schema.entity, Approval.schema.entity,
    Delegation.schema.entity,
    Contract.schema.entity, ContractClause.schema.entity, ContractStep.schema.entity,
    Agent.schema.entity, Territory.schema.entity, Registration.schema.entity,
    Order.schema.entity, OrderLine.schema.entity, Delivery.schema.entity,
    Instalment.schema.entity, Invoice.schema.entity, Payment.schema.entity,
    Allocation.schema.entity, RebateEntry.schema.entity, Activity.schema.entity,
    Lead.schema.entity,
    Opportunity.schema.entity, StageMove.schema.entity,
    Alert.schema.entity, DueTask.schema.entity,
    Forecast.schema.entity, ForecastPoint.schema.entity, ForecastCall.schema.entity,
    ForecastCause.schema.entity,
    Competitor.schema.entity, OpportunityCompetitor.schema.entity, Deliverable.schema.entity,
    DeliverableReview.schema.entity, Milestone.schema.entity,
    MilestoneSignature.schema.entity, NeedFinding.schema.entity,
    Ticket.schema.entity, TicketMove.schema.entity, TicketHold.schema.entity,
    Improvement.schema.entity, SurveyAnswer.schema.entity, Reading.schema.entity,
    HealthScore.schema.entity, SuccessPlan.schema.entity, SuccessMilestone.schema.entity,
    KPIValue.schema.entity, Scorecard.schema.entity, SelfCheck.schema.entity,
    Target.schema.entity, CreditSplit.schema.entity, Mentorship.schema.entity,
    PayPeriod.schema.entity, PayLine.schema.entity, Award.schema.entity, Scenario.schema.entity,
    Campaign.schema.entity, CampaignArm.schema.entity, CampaignMember.schema.entity,
    Resale.schema.entity,
    AgentReview.schema.entity, PlanPhase.schema.entity, PlanMilestone.schema.entity,
    Risk.schema.entity, BudgetLine.schema.entity, Training.schema.entity, Article.schema.entity,
    DailyReport.schema.entity, Job.schema.entity,
  ])
}

extension Entity {
  /// The field with a name.
  public func field(named name: String) -> Field? { slot(of: name).map { fields[$0] } }

  /// The slot of a name, or an error with the nearest name.
  /// - Throws: `entity.field`.
  public func requireSlot(of name: String) throws(ValidationError) -> Int {
    if let slot = slot(of: name) { return slot }
    let near = Suggestion.closest(to: name, among: fields.map(\.name))
    throw ValidationError(
      "entity.field", "\(self.name) has no field \"\(name.excerpt)\"",
      remedy: near.map { "did you mean \"\($0)\"?" } ?? "help(\(self.name)) lists the fields",
      field: name)
  }
}
