import Lua
import SalesKernel

/// The policies of the engines beside tiering, by the packs that they stand in.
final class EnginePolicies {
  unowned let host: ScriptHost

  init(_ host: ScriptHost) { self.host = host }

  /// - Throws: ``PolicyError``.
  private func policy<Policy>(
    _ name: String, _ decode: (PolicyValue) throws -> Policy
  ) throws -> Policy {
    try host.library.policy(nil, standing: name, host: host, decode)
  }

  func purchases() throws -> PurchasePolicy {
    try policy("purchases") { try PurchasePolicy(decoding: $0) }
  }
  func console() throws -> ConsolePolicy {
    try policy("console") { try ConsolePolicy(decoding: $0) }
  }
  /// Of churn; by name, or a table of a script's own.
  func churn(_ value: Value? = nil) throws -> ChurnPolicy {
    try host.library.policy(value, standing: "churn", host: host) {
      try ChurnPolicy(decoding: $0)
    }
  }
  func lifecycle() throws -> Lifecycle {
    try policy("lifecycle") {
      try Lifecycle(
        decoding: $0, entity: Customer.schema.entity, compiler: LuaRuleCompiler(host: host))
    }
  }
  func mixes() throws -> MixPolicy { try policy("mix") { try MixPolicy(decoding: $0) } }
  func quality() throws -> QualityPolicy {
    try policy("quality") { try QualityPolicy(decoding: $0, entity: Customer.schema.entity) }
  }
  func service() throws -> ServicePolicy {
    try policy("service") { try ServicePolicy(decoding: $0) }
  }
  func strategy() throws -> StrategyPolicy {
    try policy("strategy") { try StrategyPolicy(decoding: $0) }
  }
  func decisions() throws -> DecisionPolicy {
    try policy("decisions") { try DecisionPolicy(decoding: $0) }
  }
  func book() throws -> BookPolicy { try policy("book") { try BookPolicy(decoding: $0) } }
  func agreements() throws -> AgreementPolicy {
    try policy("agreements") { try AgreementPolicy(decoding: $0) }
  }
  func quotes() throws -> QuotePolicy { try policy("quotes") { try QuotePolicy(decoding: $0) } }
  /// Of approvals; by name, or a table of a script's own.
  func approvals(_ value: Value? = nil) throws -> ApprovalPolicy {
    try host.library.policy(
      value, standing: "approvals", over: ApprovalCase.schema.entity, host: host
    ) { try ApprovalPolicy(decoding: $0, compiler: LuaRuleCompiler(host: host)) }
  }
  /// Of contracts; by name, or a table of a script's own.
  func contracts(_ value: Value? = nil) throws -> ContractPolicy {
    try host.library.policy(value, standing: "contracts", host: host) {
      try ContractPolicy(decoding: $0)
    }
  }
  /// Of orders; by name, or a table of a script's own.
  func orders(_ value: Value? = nil) throws -> OrderPolicy {
    try host.library.policy(value, standing: "orders", host: host) {
      try OrderPolicy(decoding: $0)
    }
  }
  func configurator(_ value: Value? = nil) throws -> ConfiguratorPolicy {
    try host.library.policy(value, standing: "configurator", host: host) {
      try ConfiguratorPolicy(decoding: $0)
    }
  }
  func suggestions(_ value: Value? = nil) throws -> SuggestionPolicy {
    try host.library.policy(
      value, standing: "suggestions", over: Product.schema.entity, host: host
    ) { try SuggestionPolicy(decoding: $0, compiler: LuaRuleCompiler(host: host)) }
  }
  func value(_ value: Value? = nil) throws -> ValuePolicy {
    try host.library.policy(value, standing: "value", host: host) {
      try ValuePolicy(decoding: $0)
    }
  }
  func funnel(_ value: Value? = nil) throws -> FunnelWatchPolicy {
    try host.library.policy(value, standing: "funnel", host: host) {
      try FunnelWatchPolicy(decoding: $0)
    }
  }
  /// Of surveys; by name, or a table of a script's own.
  func surveys(_ value: Value? = nil) throws -> SurveyPolicy {
    try host.library.policy(value, standing: "surveys", host: host) {
      try SurveyPolicy(decoding: $0)
    }
  }
  /// A model of health; by name, or a table of a script's own.
  func health(_ value: Value? = nil) throws -> HealthPolicy {
    try host.library.policy(value, standing: "health", host: host) {
      try HealthPolicy(decoding: $0)
    }
  }
  /// Of loyalty and value; by name, or a table of a script's own.
  func loyalty(_ value: Value? = nil) throws -> LoyaltyPolicy {
    try host.library.policy(value, standing: "loyalty", host: host) {
      try LoyaltyPolicy(decoding: $0)
    }
  }
  /// Of the value ladder; by name, or a table of a script's own.
  func ladder(_ value: Value? = nil) throws -> LadderPolicy {
    try host.library.policy(value, standing: "ladder", host: host) {
      try LadderPolicy(decoding: $0, compiler: LuaRuleCompiler(host: host))
    }
  }
  /// Of success; by name, or a table of a script's own.
  func success(_ value: Value? = nil) throws -> SuccessPolicy {
    try host.library.policy(
      value, standing: "success", over: SuccessPlan.schema.entity, host: host
    ) { try SuccessPolicy(decoding: $0, compiler: LuaRuleCompiler(host: host)) }
  }
  /// Of campaigns; by name, or a table of a script's own.
  func campaigns(_ value: Value? = nil) throws -> CampaignPolicy {
    try host.library.policy(value, standing: "campaigns", host: host) {
      try CampaignPolicy(decoding: $0)
    }
  }
  /// Of pay; by name, or a table of a script's own.
  func incentive(_ value: Value? = nil) throws -> IncentivePlan {
    try host.library.policy(value, standing: "incentive", host: host) {
      try IncentivePlan(decoding: $0)
    }
  }
  func inbox() throws -> InboxPolicy { try policy("inbox") { try InboxPolicy(decoding: $0) } }
  /// Of key figures; by name, or a table of a script's own.
  func kpis(_ value: Value? = nil) throws -> KPIPolicy {
    try host.library.policy(value, standing: "kpi", host: host) { try KPIPolicy(decoding: $0) }
  }
  /// Of scorecards; by name, or a table of a script's own.
  func scorecards(_ value: Value? = nil) throws -> ScorecardPolicy {
    try host.library.policy(value, standing: "scorecards", host: host) {
      try ScorecardPolicy(decoding: $0)
    }
  }
  /// Of self-checks; by name, or a table of a script's own.
  func selfChecks(_ value: Value? = nil) throws -> SelfCheckPolicy {
    try host.library.policy(value, standing: "self_checks", host: host) {
      try SelfCheckPolicy(decoding: $0)
    }
  }
  /// Of forecasts; by name, or a table of a script's own.
  func forecasts(_ value: Value? = nil) throws -> ForecastPolicy {
    try host.library.policy(
      value, standing: "forecast", over: Order.schema.entity, host: host
    ) { try ForecastPolicy(decoding: $0) }
  }
  /// Of plans, risks and budgets; by name, or a table of a script's own.
  func planning(_ value: Value? = nil) throws -> PlanningPolicy {
    try host.library.policy(value, standing: "planning", host: host) {
      try PlanningPolicy(decoding: $0)
    }
  }
  /// A plan; by name, or a table of a script's own.
  func plan(_ value: Value?, _ figures: [PlanFigure]) throws -> PlanPack {
    try host.library.policy(value, standing: "planning_launch", host: host) {
      try PlanPack(decoding: $0, figures)
    }
  }
  /// Of the nine-box; by name, or a table of a script's own.
  func nineBox(_ value: Value? = nil) throws -> NineBoxPolicy {
    try host.library.policy(value, standing: "nine_box", host: host) {
      try NineBoxPolicy(decoding: $0)
    }
  }
  /// Of training; by name, or a table of a script's own.
  func training(_ value: Value? = nil) throws -> TrainingPolicy {
    try host.library.policy(value, standing: "training", host: host) {
      try TrainingPolicy(decoding: $0)
    }
  }
  /// Of the knowledge base; by name, or a table of a script's own.
  func knowledge(_ value: Value? = nil) throws -> KnowledgePolicy {
    try host.library.policy(value, standing: "knowledge", host: host) {
      try KnowledgePolicy(decoding: $0)
    }
  }
  /// Of daily reports; by name, or a table of a script's own.
  func daily(_ value: Value? = nil) throws -> DailyPolicy {
    try host.library.policy(value, standing: "daily", host: host) {
      try DailyPolicy(decoding: $0)
    }
  }
  /// Of targets; by name, or a table of a script's own.
  func targets(_ value: Value? = nil) throws -> TargetPolicy {
    try host.library.policy(value, standing: "targets", host: host) {
      try TargetPolicy(decoding: $0)
    }
  }
  func kinds() throws -> KindPolicy { try policy("kinds") { try KindPolicy(decoding: $0) } }
  func buying() throws -> BuyingPolicy { try policy("buying") { try BuyingPolicy(decoding: $0) } }
  /// Of jobs; by name, or a table of a script's own.
  func schedule(_ value: Value? = nil) throws -> SchedulePolicy {
    try host.library.policy(value, standing: "schedule", host: host) {
      try SchedulePolicy(decoding: $0)
    }
  }
  /// The working calendar: hours and exceptions by a policy, holidays by the data that it names.
  func calendar(_ value: Value? = nil) throws -> WorkingCalendar {
    try host.library.policy(value, standing: "calendar", host: host) {
      try calendar(of: CalendarPolicy(decoding: $0))
    }
  }
  /// The working calendar of a policy, with the data that it names.
  func calendar(of policy: CalendarPolicy) throws -> WorkingCalendar {
    guard case .statutory(let name) = policy.holidays else {
      return try WorkingCalendar(policy, nil)
    }
    let data = try host.library.policy(nil, standing: name, host: host) {
      try StatutoryCalendar(decoding: $0)
    }
    return try WorkingCalendar(policy, data)
  }
  /// The service desk with its calendars; by name, or a table of a script's own.
  func desk(_ value: Value? = nil) throws -> ServiceDesk {
    try host.library.policy(value, standing: "desk", over: Ticket.schema.entity, host: host) {
      try ServiceDesk(DeskPolicy(decoding: $0)) { try calendar(of: $0) }
    }
  }
  /// A calendar of the desk: that of its policy, with the days of its own.
  func calendar(of entry: DeskCalendar) throws -> WorkingCalendar {
    switch entry.base {
    case .own(let policy): return try calendar(of: policy.adding(entry.exceptions))
    case .named(let name):
      let standing = try calendar(.string(name))
      return entry.exceptions.isEmpty
        ? standing : try calendar(of: standing.policy.adding(entry.exceptions))
    }
  }
  /// Of leads; by name, or a table of a script's own.
  func leads(_ value: Value? = nil) throws -> LeadPolicy {
    try host.library.policy(value, standing: "leads", over: Lead.schema.entity, host: host) {
      try LeadPolicy(decoding: $0, compiler: LuaRuleCompiler(host: host))
    }
  }
  /// Of prospects; by name, or a table of a script's own.
  func prospects(_ value: Value? = nil) throws -> ProspectPolicy {
    try host.library.policy(value, standing: "prospects", host: host) {
      try ProspectPolicy(decoding: $0, compiler: LuaRuleCompiler(host: host))
    }
  }
}
