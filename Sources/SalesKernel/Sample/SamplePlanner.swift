import Values

/// Decides what each customer is and buys, from the profile, the seed and the customer's index alone.
struct SamplePlanner {
  let profile: SampleProfile
  let territory: SampleTerritory
  private let seed: UInt64
  private let asOf: Int32
  private let recent: SampleSeason
  private let earlier: SampleSeason

  /// - Throws: `day.range` where two years before `asOf` is no day.
  init(_ profile: SampleProfile, seed: UInt64, customers: Int64, asOf: Day) throws {
    self.profile = profile
    self.seed = seed
    self.asOf = asOf.number
    territory = SampleTerritory(profile, customers: customers)
    let year = try asOf.adding(months: -12)
    recent = try SampleSeason(after: year, upto: asOf, quarters: profile.season)
    earlier = try SampleSeason(
      after: try asOf.adding(months: -24), upto: year, quarters: profile.season)
  }

  /// Fills the plan of the customer with an id of 1 or more. The plan's buffers are used again.
  func fill(_ plan: inout SamplePlan, id: Int64) {
    var random = SampleRandom(seed: seed, .plan, index: id)
    let who = identity(&random)
    plan.id = id
    plan.level = who.level
    plan.kind = who.kind
    plan.city = who.city
    plan.isTwin = false
    if who.isCopy, id > 1 {
      var before = SampleRandom(seed: seed, .plan, index: id - 1)
      let original = identity(&before)
      if !original.isCopy {
        plan.isTwin = true
        plan.kind = original.kind
        plan.city = original.city
      }
    }
    let reps = territory.regions[territory.regionOfCity[plan.city]].reps
    plan.owner = random.integer(in: reps)
    plan.contacts = random.integer(in: profile.levels[plan.level].contacts)
    planOrders(&plan, &random)
    planActivities(&plan, &random)
  }

  private func identity(
    _ random: inout SampleRandom
  ) -> (level: Int, kind: Int, city: Int, isCopy: Bool) {
    let level = profile.levels.index(&random)
    let kind = profile.kindsOfLevel[level].pick(&random)
    let city = profile.cities.index(&random)
    let isCopy = random.happens(profile.enteredTwice) && profile.levels[level].annual.isEmpty
    return (level, kind, city, isCopy)
  }
}

/// Orders: how many, when, and what of, so that they sum to what the level buys.
extension SamplePlanner {
  private func planOrders(_ plan: inout SamplePlan, _ random: inout SampleRandom) {
    let level = profile.levels[plan.level]
    plan.orders.removeAll(keepingCapacity: true)
    plan.annual = 0
    plan.recentOrders = random.integer(in: level.recent)
    if plan.recentOrders > 0 {
      let count = plan.recentOrders
      add(count, worth: worth(level, &random), in: recent, to: &plan, &random)
      plan.annual = plan.orders.reduce(0) { $0 + $1.amount }
      let earlierCount = random.integer(in: level.earlier)
      if earlierCount > 0 {
        let whole = worth(level, &random) / level.recent.upperBound * earlierCount
        add(earlierCount, worth: whole, in: earlier, to: &plan, &random)
      }
      plan.orders.sort { ($0.day, $0.product, $0.amount) < ($1.day, $1.product, $1.amount) }
    }
    if let first = plan.orders.first {
      plan.createdOn = first.day - Int32(random.integer(in: profile.createdBeforeOrder))
    } else {
      plan.createdOn = asOf - Int32(random.integer(in: profile.createdProspect))
    }
  }

  /// Purchases of twelve months, in 1/10,000 yuan.
  private func worth(_ level: SampleLevel, _ random: inout SampleRandom) -> Int64 {
    let band = level.annual.pick(&random)
    return band.lowerBound + random.below(band.upperBound - band.lowerBound)
  }

  /// Orders that together come to just under `worth`, none of more than 2.5 times another's value.
  private func add(
    _ count: Int64, worth: Int64, in season: SampleSeason, to plan: inout SamplePlan,
    _ random: inout SampleRandom
  ) {
    var left = worth
    for remaining in stride(from: count, through: 1, by: -1) {
      let even = left / remaining
      let value = remaining == 1 ? left : even * (70 + random.below(61)) / 100
      left -= value
      plan.orders.append(order(worth: value, season.pick(&random), plan.level, &random))
    }
  }

  /// As many whole packs as the value buys of a product that it can buy; one of the smallest otherwise.
  private func order(
    worth: Int64, _ day: Int32, _ level: Int, _ random: inout SampleRandom
  ) -> SamplePlan.Order {
    var index = profile.productsOfLevel[level].pick(&random)
    if profile.products[index].packUnits > worth { index = profile.smallest }
    let product = profile.products[index]
    let quantity = max(1, worth / product.packUnits) * product.pack
    return SamplePlan.Order(
      day: day, product: index, quantity: quantity, amount: quantity * product.price.units)
  }
}

/// Activities: what happened since the record was made, up to yesterday.
extension SamplePlanner {
  private func planActivities(_ plan: inout SamplePlan, _ random: inout SampleRandom) {
    plan.activities.removeAll(keepingCapacity: true)
    plan.lastOpened = nil
    let (level, kinds) = (profile.levels[plan.level], profile.activities.kinds)
    let from = max(plan.createdOn, asOf - 1 - Int32(level.days))
    guard from < asOf else { return }
    for _ in 0..<random.integer(in: level.activities) {
      let day = from + Int32(random.below(Int64(asOf - from)))
      let hours = profile.activities.hours
      let minute = random.integer(in: hours.lowerBound * 60...hours.upperBound * 60 + 59)
      let kind = kinds.index(&random)
      plan.activities.append(SamplePlan.Activity(day: day, minute: minute, kind: kind))
      if kinds[kind].isOpened { plan.lastOpened = max(plan.lastOpened ?? day, day) }
    }
    plan.activities.sort { ($0.day, $0.minute, $0.kind) < ($1.day, $1.minute, $1.kind) }
  }
}
