// Damaged policies: every pack, with places removed or replaced at random, is refused or accepted,
// and what is accepted can be run and explained. Nothing traps.
import Testing
import Values

@testable import SalesKernel

@Suite struct PolicyFuzzTests {
  @Test(arguments: [
    "fastener", "fastener_strict", "director", "keyaccount", "handbook", "growth", "lifecycle",
    "service", "desk", "strategy", "kinds", "decisions", "buying", "quality", "churn", "mix",
    "contracts", "orders", "leads", "leads_s1", "calendar", "calendar_7x24", "calendar_cn",
    "prospects",
    "receivables", "rebates", "forecast", "inbox", "funnel", "surveys", "health",
    "health_signals", "health_card", "loyalty", "success", "ladder",
    "campaigns", "channels",
    "kpi", "scorecards", "self_checks",
    "targets", "planning", "planning_launch", "planning_quarters", "planning_stages", "nine_box",
    "training", "knowledge", "daily", "schedule",
    "playbook_fastener", "playbook_pipeline", "selling", "hygiene", "milestones", "diagnosis",
    "incentive", "incentive_director",
  ])
  func damagedPacksNeverTrap(_ name: String) throws {
    let seed: UInt64 = 42
    var random = SeededGenerator(seed: seed)
    let pack = try LuaTable.policy(name)
    let record = customer(3) { ($0.annualPurchase, $0.fitScore) = (wan(60), 5) }
    for round in 0..<300 {
      var value = pack
      for _ in 0..<Int.random(in: 1...3, using: &random) { value = damage(value, &random) }
      try attempt(value, record, "\(name), seed \(seed), round \(round)")
    }
  }

  private func attemptFigures(_ value: PolicyValue) {
    _ = try? KPIPolicy(decoding: value)
    _ = try? SelfCheckPolicy(decoding: value)
    guard let policy = try? ScorecardPolicy(decoding: value) else { return }
    for card in policy.cards {
      let readings = card.parts.indices.map {
        (attained: [nil, -1e300, .infinity, 0.5][$0 % 4], reason: "", inputs: [Explanation]())
      }
      _ = ScorecardResult(card, by: policy, readings).explanation
    }
    _ = policy.bottom.bottom([nil, .infinity, -.infinity, 1, 1])
    _ = policy.bottom.outcome(before: 1 << 20)
  }

  private func attempt(_ value: PolicyValue, _ record: Customer, _ comment: String) throws {
    let entity = Customer.schema.entity
    if let policy = try? TieringPolicy(
      decoding: value, entity: entity, compiler: NoExpressions())
    {
      let assignment = try policy.assign(record.reader)
      let why = try policy.explain(record.reader)
      let code = policy.code(of: assignment).map(FieldValue.text) ?? .null
      #expect(why.value == code, "\(comment)")
    }
    _ = try? Lifecycle(decoding: value, entity: entity, compiler: YesCompiler())
    _ = try? ServicePolicy(decoding: value)
    _ = try? StrategyPolicy(decoding: value)
    _ = try? KindPolicy(decoding: value)
    _ = try? DecisionPolicy(decoding: value)
    _ = try? BuyingPolicy(decoding: value)
    _ = try? MixPolicy(decoding: value)
    _ = try? OrderPolicy(decoding: value)
    try attemptLeads(value)
    try attemptDesk(value)
    _ = try? CampaignPolicy(decoding: value)
    try attemptChannels(value)
    if let policy = try? ProspectPolicy(decoding: value, compiler: YesCompiler()) {
      for list in policy.lists { _ = try policy.holds(list, of: record.reader) }
    }
    if let policy = try? CalendarPolicy(decoding: value) {
      let calendar = try WorkingCalendar(
        policy, StatutoryCalendar(decoding: LuaTable.policy("calendar_cn")))
      _ = try CalendarDiff(from: calendar, to: calendar).days.isEmpty
      _ = try? calendar.due(after: .last, Span(milliseconds: .max))
      _ = try? calendar.explain(day("2026-02-14"))
    }
    if let data = try? StatutoryCalendar(decoding: value) {
      let calendar = try WorkingCalendar(
        CalendarPolicy(decoding: LuaTable.policy("calendar")), data)
      _ = try? calendar.elapsed(from: .first, to: .last)
      _ = try? calendar.day(.max, workingDaysAfter: data.coverage.upperBound)
    }
    if let policy = try? ContractPolicy(decoding: value) {
      for step in policy.steps { _ = try? step.dueOn(signed: .last, due: .first) }
      for industry in policy.library.industries {
        for clause in try policy.library.clauses(of: industry.key) {
          _ = try? clause.text(.en, [:])
        }
      }
      let penalty = try LatePenalty(
        value: Money(units: .max), dueOn: .first, until: .last, terms: policy.penalty)
      _ = try? penalty.explanation()
    }
    if let policy = try? ReceivablesPolicy(decoding: value, compiler: YesCompiler()) {
      let contract = Contract(customer: 1, amount: yuan(1), status: .signed)
      for plan in policy.plans { _ = try? plan.instalments(of: contract) }
      for days in [Int.min, 0, .max] { _ = policy.ageing.index(of: days) }
    }
    if let policy = try? RebatePolicy(decoding: value, compiler: YesCompiler()) {
      for program in policy.programs {
        for volume in [Money(units: .min), .zero, wan(60), Money(units: .max)] {
          _ = try? program.bands.explain(volume, rounding: policy.rounding, source: "fuzz")
        }
      }
    }
    if let policy = try? ForecastPolicy(decoding: value) {
      let series = try PeriodSeries(list: [3, 1, 4, 1, 5, 9, 2, 6], unit: .number, asOf: .last)
      let request = SalesForecast.Request(
        method: .naive, methods: policy.methods, settings: policy.settings(season: 2), horizon: 2,
        level: policy.level)
      if let made = try? SalesForecast(series, request, policy, poll: {}) { _ = made.explanation }
      _ = try? policy.calendar.due(in: Day.first...Day.first.adding(days: 400))
      _ = try? policy.calendar.due(in: Day.last.adding(days: -400)...Day.last)
    }
    try attemptSelling(value, comment)
    try attemptHealth(value)
    _ = try? InboxPolicy(decoding: value)
    attemptJobs(value)
    attemptFigures(value)
    try attemptSuccess(value)
    attemptIncentives(value)
    try attemptPlanning(value)
    _ = try? FunnelWatchPolicy(decoding: value)
    if let policy = try? QualityPolicy(decoding: value, entity: entity) {
      var quality = DataQuality(policy: policy, asOf: .first)
      try quality.add(record.reader)
      _ = quality.report().explanation
    }
  }

  /// What a damaged plan pays may be refused; it must not trap.
  private func attemptIncentives(_ value: PolicyValue) {
    guard let plan = try? IncentivePlan(decoding: value) else { return }
    let reps = roster(2) { $0.role = plan.roles.first?.words.first }
    for amount in [Money(units: .min), .zero, wan(60), Money(units: .max)] {
      let deals = [Deal(rep: 0, day: .first, amount: amount)]
      _ = try? pay(
        plan, deals, reps: reps, targets: [0: amount, 1: Money(units: 1)],
        figures: [0: ["year_end": .infinity]], awards: [0: amount], explained: true
      ).explanation(of: 0)
    }
  }

  private static let figures =
    (try? PlanningPolicy(decoding: LuaTable.policy("planning")).figures) ?? []

  private func attemptPlanning(_ value: PolicyValue) throws {
    if let policy = try? TargetPolicy(decoding: value) {
      let org = TargetOrg([Rep(id: 1, name: "a")], levels: policy.levels)
      let scope = TargetScope(period: Period(.year, of: .last), level: 0)
      for word in TargetFacet.words(policy) {
        let facet = try TargetFacet(word, policy)
        _ = try? facet.parts(of: scope, in: org, words: ["x"], policy)
      }
      _ = try? TargetValue.money(Money(units: .max)).grown(by: policy.growth, rounding: .up)
    }
    if let policy = try? PlanningPolicy(decoding: value) {
      for amount in [Money.zero, yuan(7), Money(units: Money.tagRange.upperBound)] {
        _ = try? policy.budget.split(amount)
      }
      _ = try? policy.investment.explanation()
      for kind in policy.risks.kinds {
        let risk = Risk(
          kind: kind.key, title: "", impact: .max, probability: .max, openedOn: .last)
        _ = policy.risks.reviewDue(risk)
      }
    }
    let figures = Self.figures
    if let pack = try? PlanPack(decoding: value, figures) {
      for day in [Day.first, .last] { _ = try? pack.schedule("x", from: day) }
      for phase in pack.phases {
        #expect(try PlanGoal.parse(PlanGoal.text(phase.goals), figures) == phase.goals)
      }
    }
    if let policy = try? NineBoxPolicy(decoding: value) {
      for number in [-Double.infinity, 0, 1, .infinity] {
        _ = policy.box(results: number, output: number)
      }
    }
    _ = try? TrainingPolicy(decoding: value)
    _ = try? KnowledgePolicy(decoding: value)
    _ = try? DailyPolicy(decoding: value)
  }

  private func attemptSuccess(_ value: PolicyValue) throws {
    if let policy = try? ChurnPolicy(decoding: value) {
      for day in [Day.first, .last] {
        guard
          let silence = try? policy.silence(
            lastOrder: day, first: day, orders: 5, lastEmailOpened: nil, asOf: .last)
        else { continue }
        _ = try? policy.notice(of: silence, asOf: day)
      }
    }
    if let policy = try? LadderPolicy(decoding: value, compiler: YesCompiler()) {
      _ = try policy.explain(
        CustomerWithFacts(Customer(id: 1, name: "甲").reader, policy.facts.map { _ in 0 }))
    }
    if let policy = try? SuccessPolicy(decoding: value, compiler: YesCompiler()) {
      let subject = TaskSubject(Customer.schema.entity, 1, name: "甲", people: [.owner: 1])
      for list in [policy.handOver.list, policy.joining.list, policy.triangle, policy.renewal.list]
      {
        for day in [Day.first, .last] {
          _ = try? list.tasks(of: subject, on: day, mark: "x", today: day)
        }
      }
      let item = PlanCase(SuccessPlan(customer: 1, goal: "g", step: "s", beginsOn: .first), [])
      for step in policy.steps.steps {
        _ = try? policy.steps.requireMove(item, code: "x", to: step.key)
      }
    }
    if let policy = try? LoyaltyPolicy(decoding: value) {
      for score in RFMScore.all { #expect(!policy.rfm.segments.explain(score).isEmpty) }
    }
  }

  private func attemptDesk(_ value: PolicyValue) throws {
    guard let policy = try? DeskPolicy(decoding: value) else { return }
    let desk = try ServiceDesk(policy) { entry in
      guard case .own(let own) = entry.base else { return try calendar() }
      return try WorkingCalendar(own, StatutoryCalendar(decoding: LuaTable.policy("calendar_cn")))
    }
    for kind in policy.kinds {
      var ticket = Ticket(
        kind: kind.key, subject: "甲", step: kind.steps[0].key, openedAt: .first)
      (ticket.channel, ticket.class) = ("hotline", kind.classes[0].key)
      _ = try policy.team(for: ticket.reader)
      var flow = try TicketFlow(ticket, holds: [], last: .first, policy)
      for step in kind.steps { try? flow.move(to: step.key, at: .last, reason: "fuzz") }
      try? flow.reopen(at: .last, reason: "fuzz")
      for now in [Instant.first, .last, try moment("2026-06-30T09:00")] {
        let clocks = TicketClocks(desk, now: now)
        guard let readings = try? clocks.readings(of: flow.ticket, []) else { continue }
        _ = try? clocks.explain(readings, of: flow.ticket, [])
        _ = readings.map { clocks.escalation($0) }
      }
    }
    _ = CausePareto(["a": 1, "b": 2], vital: policy.causes.vital)
  }

  private func attemptLeads(_ value: PolicyValue) throws {
    guard let policy = try? LeadPolicy(decoding: value, compiler: NoExpressions()) else { return }
    var lead = Lead(id: 1, company: "甲", arrivedAt: .first)
    (lead.budget, lead.intent, lead.region) = (90, 50, "east")
    for now in [Instant.first, .last] {
      let grading = LeadGrading(try policy.model(nil), nurture: policy.nurture, now: now)
      lead = try grading.graded(lead)
      #expect(lead.score.map(\.isFinite) ?? true)
      _ = try grading.explain(lead.reader)
      let clocks = try LeadClocks(policy.clocks, now: now) {
        try WorkingCalendar(
          CalendarPolicy(decoding: LuaTable.policy("calendar")),
          StatutoryCalendar(decoding: LuaTable.policy("calendar_cn")))
      }
      _ = try? clocks.readings(of: lead.reader)
      _ = try policy.assignment.choose(
        for: lead.reader, among: [.init(Rep(id: 1, name: "甲"), load: 0)], on: now.day())
    }
  }

  private func attemptJobs(_ value: PolicyValue) {
    guard let policy = try? SchedulePolicy(decoding: value) else { return }
    var job = Job(
      name: "a", script: "a.lua", scriptHash: "", schedule: "* * * * *", activeSince: .first,
      policy.defaults)
    job.backoff = .max
    for failures in [Int.min, 0, 3, .max] {
      #expect(policy.delay(of: job, failures: failures) <= policy.longestBackoff)
    }
  }

  private func attemptHealth(_ value: PolicyValue) throws {
    if let policy = try? SurveyPolicy(decoding: value) {
      for kind in policy.kinds {
        var answers = SurveyAnswers(kind)
        for score: Int64 in [.min, 0, 5, 10, .max] { answers.add(score, on: .max) }
        let total = answers.tally(by: .period(.month)).total
        _ = (total.csat, total.nps, total.mean, total.recommendation)
      }
    }
    guard let policy = try? HealthPolicy(decoding: value) else { return }
    for day in [Day.first, try Day(parsing: "2026-06-30"), .last] {
      guard var board = try? HealthBoard(policy, asOf: day, count: 2) else { continue }
      board.note(orderOf: 0, on: day.number)
      board.fill(board.slots.filter { ![.customer, .contacts].contains($0.measure.source) }) {
        for index in $0.indices { $0[index].add(0, day.number, 1e300, of: 1e300) }
      }
      let result = board.explained(0)
      #expect(result.score.map { (0...100).contains($0) } ?? true)
      var text = HealthFactorsText(policy)
      _ = text.text(board, 1)
    }
  }

  private func attemptSelling(_ value: PolicyValue, _ comment: String) throws {
    let opportunity = Opportunity(playbook: "p", stage: "s", openedOn: .last)
    if let playbook = try? Playbook(
      decoding: value, entity: Opportunity.schema.entity, compiler: YesCompiler())
    {
      _ = playbook.lint()
      for from in playbook.stages.indices {
        for to in playbook.stages.indices {
          let missing = try playbook.missing(for: opportunity.reader, [:], from: from, to: to)
          _ = try? playbook.require("x", from: from, to: to, missing: missing)
        }
        let step = StageWalk.Step(from: nil, to: playbook.stages[from].key, at: .last)
        let walk = StageWalk([step], through: playbook)
        _ = try? ProcessCompliance(walk, [:], end: .won(.first), on: .last, playbook: playbook)
          .explanation(source: comment)
      }
    }
    _ = try? SellingPolicy(decoding: value, compiler: YesCompiler())
    _ = try? DiagnosisPolicy(decoding: value).diagnose([])
    if let policy = try? HygienePolicy(decoding: value, compiler: YesCompiler()) {
      for day in [Day.first, .last] {
        let item = HygieneCase(opportunity, on: day, stageSince: .first, nextSteps: .max)
        _ = try policy.findings(of: item)
      }
    }
    if let policy = try? MilestonePolicy(decoding: value) {
      for step in policy.steps { _ = try? Day.last.adding(days: Int(step.days)) }
    }
  }

  /// One random place replaced; the deeper, the more often.
  private func damage(_ value: PolicyValue, _ random: inout SeededGenerator) -> PolicyValue {
    guard Int.random(in: 0..<8, using: &random) > 0 else { return junk(&random) }
    switch value {
    case .list(var items) where !items.isEmpty:
      let index = Int.random(in: 0..<items.count, using: &random)
      if Int.random(in: 0..<8, using: &random) == 0 {
        items.append(items[index])
      } else {
        items[index] = damage(items[index], &random)
      }
      return .list(items)
    case .table(var entries) where !entries.isEmpty:
      let key = entries.keys.sorted()[Int.random(in: 0..<entries.count, using: &random)]
      entries[key] = damage(entries[key] ?? .null, &random)
      return .table(entries)
    default: return junk(&random)
    }
  }

  private func junk(_ random: inout SeededGenerator) -> PolicyValue {
    let values: [PolicyValue] = [
      .null, .bool(true), .integer(.max), .integer(.min), .integer(0), .number(.nan),
      .number(.infinity), .number(-0.5), .text(""), .text("A"), .text("credit"), .text("level"),
      .text("annual_purchase"), .text("updated_on"), .money(Money(units: .max)),
      .money(Money(units: .min)), .money(.zero), .day(.last), .span(Span(milliseconds: .min)),
      .span(Span(milliseconds: .max)), .list([]), .table([:]), .list([.null]),
      .table(["is": .text("high")]), .table(["from": .integer(.max), "below": .integer(.min)]),
    ]
    return values[Int.random(in: 0..<values.count, using: &random)]
  }

  private func attemptChannels(_ value: PolicyValue) throws {
    guard let policy = try? ChannelPolicy(decoding: value, compiler: YesCompiler()) else { return }
    let agent = Agent(id: 1, name: "a")
    var sale = ChannelCase(agent: agent, customer: 1, on: .last)
    (sale.price, sale.listPrice) = (yuan(1), Money(units: .max))
    _ = try? policy.split(yuan(1), of: sale, try policy.conflicts(sale))
    _ = try? policy.explain(sale)
    _ = try? policy.registration(sale)
    _ = try? AgentAssessment(
      policy, agent: agent, volume: Money(units: .max), yearly: Money(units: .min), months: 12,
      breaches: .max, on: .last)
  }
}
