import Values

/// Customers, with facts that agree with their orders and activities.
extension SampleGenerator {
  func generateCustomers(into sink: inout some SampleSink) throws {
    var names = SampleNameMaker(profile, seed: random(.name, 0).start)
    let codes = SampleCode(seed: random(.code, 0).start)
    var plan = SamplePlan()
    var before = ""
    var next: Int64 = 1
    while next <= count {
      let id = next
      next += 1
      planner.fill(&plan, id: id)
      var random = random(.customer, id)
      let name =
        plan.isTwin
        ? Self.halfWidth(before) : try names.name(kind: plan.kind, city: plan.city, &random)
      before = name
      var customer = Customer(id: id, name: name)
      try identify(&customer, plan, codes, &random)
      judge(&customer, plan, &random)
      try addFacts(&customer, plan, &random)
      for gap in profile.missing where random.happens(gap.share) {
        try Customer.schema.set(&customer, slot: gap.slot, to: .null)
      }
      try sink.append(customer)
    }
  }

  private func identify(
    _ customer: inout Customer, _ plan: SamplePlan, _ codes: SampleCode,
    _ random: inout SampleRandom
  ) throws {
    let (kind, city) = (profile.kinds[plan.kind], profile.cities[plan.city])
    customer.code = SampleCode.counted("C", plan.id, digits: 7)
    if !plan.isTwin {
      customer.uscc = try codes.uscc(
        register: kind.register, division: city.division, number: plan.id)
    }
    customer.industry = kind.industry.pick(&random)
    customer.industryEdition = .y2017
    customer.kind = kind.kind
    customer.region = city.region
    customer.owner = plan.owner
    customer.source = profile.sources.pick(&random)
    let size = profile.levels[plan.level].size.pick(&random)
    customer.size = size
    guard let sizes = profile.sizes[size] else { return }
    customer.headcount = random.integer(in: sizes.headcount)
    let steps = (sizes.revenue.upperBound - sizes.revenue.lowerBound) / sizes.revenueStep
    customer.revenue = Money(
      units: sizes.revenue.lowerBound + sizes.revenueStep * random.below(steps))
  }

  private func judge(
    _ customer: inout Customer, _ plan: SamplePlan, _ random: inout SampleRandom
  ) {
    let level = profile.levels[plan.level]
    customer.stage = level.stage.pick(&random)
    customer.credit = random.integer(in: level.credit)
    customer.influence = level.influence.pick(&random)
    customer.potential = level.potential.pick(&random)
    customer.repurchaseRate = Double(random.integer(in: level.repurchase)) / 100
    customer.referScore = random.integer(in: level.refer)
    customer.sizeScore = random.integer(in: level.scores)
    customer.fitScore = random.integer(in: level.scores)
    customer.urgencyScore = random.integer(in: level.scores)
    customer.budgetScore = random.integer(in: level.scores)
    customer.clarityScore = random.integer(in: level.scores)
    customer.industryScore = random.integer(in: level.scores)
  }

  private func addFacts(
    _ customer: inout Customer, _ plan: SamplePlan, _ random: inout SampleRandom
  ) throws {
    let level = profile.levels[plan.level]
    customer.createdOn = try Day(number: plan.createdOn)
    customer.updatedOn = try day(
      asOf.number, before: random.integer(in: profile.updated.pick(&random)),
      notBefore: plan.createdOn)
    customer.level =
      random.happens(profile.outOfDate) ? level.was.pick(&random) : level.name
    customer.annualPurchase = Money(units: plan.annual)
    customer.orderCount = plan.recentOrders
    if let first = plan.orders.first, let last = plan.orders.last {
      customer.firstOrder = try Day(number: first.day)
      customer.lastOrder = try Day(number: last.day)
    }
    if let last = plan.activities.last { customer.lastContact = try Day(number: last.day) }
    if let opened = plan.lastOpened { customer.lastEmailOpened = try Day(number: opened) }
  }

  /// As a second clerk would type it.
  private static func halfWidth(_ name: String) -> String {
    String(
      String.UnicodeScalarView(
        name.unicodeScalars.map { $0 == "（" ? "(" : $0 == "）" ? ")" : $0 })) + " "
  }
}
