import Lua
import SalesKernel
import SalesStore
import Values

/// The members of one campaign with what they did in its days, a column each.
struct CampaignBook {
  let campaign: Campaign
  let terms: CampaignTerms
  /// In the order in which they were given; the hold-out first.
  let arms: [CampaignArm]
  /// Customers, going up.
  let customers: [Int64]
  /// Place of each customer's arm in `arms`.
  private(set) var arm: [UInt8]
  /// Day of the first response; ``never`` without one.
  private(set) var responded: [Int32]
  /// What was bought, in 1/10,000 yuan.
  private(set) var units: [Int64]
  /// Days that count; nil before the first.
  let days: ClosedRange<Day>?
  static let never = Int32.max

  private let host: ScriptHost
  private let index: RecordIndex

  /// - Throws: `campaign.rules`, `money.overflow`.
  init(_ host: ScriptHost, _ campaign: Campaign, asOf day: Day) throws {
    (self.host, self.campaign) = (host, campaign)
    terms = try CampaignTerms(parsing: campaign.rules ?? "")
    arms = try host.records(CampaignArm.self, where: [("campaign", .integer(campaign.id))])
    let last = min(day, campaign.endedOn ?? campaign.endsOn, campaign.endsOn)
    days = campaign.startsOn <= last ? campaign.startsOn...last : nil
    let entity = CampaignMember.schema.entity
    let table = try host.requireSession().columns(
      of: Selection(
        entity, equals: [(try entity.requireSlot(of: "campaign"), .integer(campaign.id))]),
      slots: try ["customer", "arm"].map { try entity.requireSlot(of: $0) },
      poll: host.state.checkStop)
    let ids = table.columns[0]
    let keys = arms.map(\.key)
    let words =
      [0]
      + table.columns[1].distinctTexts.map { word in
        UInt8(truncatingIfNeeded: keys.firstIndex(of: word) ?? 0)
      }
    var order = Array(0..<table.count)
    if !zip(order, order.dropFirst()).allSatisfy({ (ids.bits($0) ?? 0) < (ids.bits($1) ?? 0) }) {
      order.sort { (ids.bits($0) ?? 0) < (ids.bits($1) ?? 0) }
    }
    customers = order.map { ids.bits($0) ?? 0 }
    arm = order.map { words[table.columns[1].code($0)] }
    index = RecordIndex(customers)
    responded = Array(repeating: Self.never, count: customers.count)
    units = Array(repeating: 0, count: customers.count)
    guard let days else { return }
    if campaign.product == nil { try readOrders(days) } else { try readLines(days) }
    try readActivities(days)
  }

  private static func first(_ days: ClosedRange<Day>) -> ClosedRange<Int64> {
    Int64(days.lowerBound.number)...Int64(days.upperBound.number)
  }

  private mutating func buy(_ place: Int, _ day: Int64, _ amount: Int64) throws {
    let (sum, overflow) = units[place].addingReportingOverflow(amount)
    guard !overflow else {
      throw ValueError(
        "money.overflow", "customer \(customers[place]) bought more than an amount holds",
        remedy: "correct the amounts of its orders")
    }
    units[place] = sum
  }

  private mutating func respond(_ place: Int, _ day: Int64) {
    responded[place] = min(responded[place], Int32(truncatingIfNeeded: day))
  }

  /// Orders of the days; one that was cancelled as a whole is none.
  private mutating func readOrders(_ days: ClosedRange<Day>) throws {
    let entity = Order.schema.entity
    let slots = OrderSlots()
    let range = Self.first(days)
    var cancelled = WordFilter([try host.cancelledWord()])
    let (orders, least) = (terms.response.orders, terms.response.least.units)
    try host.requireSession().forEachChunk(
      of: Selection(entity), slots: [slots.customer, slots.orderedOn, slots.amount, slots.status]
    ) { chunk in
      try host.state.checkStop()
      for row in 0..<chunk.count {
        let (day, amount) = (chunk.bits(1)[row], chunk.bits(2)[row])
        guard range.contains(day), let place = index.place(of: chunk.bits(0)[row]) else { continue }
        if amount == 0, cancelled.admits(chunk, 3, row) { continue }
        try buy(place, day, amount)
        if orders, amount >= least { respond(place, day) }
      }
    }
  }

  /// The same of the lines of one product line: what an order holds of it stands for the order.
  private mutating func readLines(_ days: ClosedRange<Day>) throws {
    let range = Self.first(days)
    let slots = OrderSlots()
    var (ids, places, when): ([Int64], [Int32], [Int32]) = ([], [], [])
    try host.requireSession().forEachChunk(
      of: Selection(Order.schema.entity), slots: [slots.customer, slots.orderedOn]
    ) { chunk in
      try host.state.checkStop()
      for row in 0..<chunk.count {
        let day = chunk.bits(1)[row]
        guard range.contains(day), let place = index.place(of: chunk.bits(0)[row]) else { continue }
        ids.append(chunk.ids[row])
        places.append(Int32(truncatingIfNeeded: place))
        when.append(Int32(truncatingIfNeeded: day))
      }
    }
    let orders = RecordIndex(ids)
    let products = RecordSet(
      try host.query(
        Product.self, where: [("category", .text(campaign.product ?? ""))]
      ).ids().sorted())
    var sums = [Int64](repeating: 0, count: ids.count)
    var isHeld = [Bool](repeating: false, count: ids.count)
    let entity = OrderLine.schema.entity
    try host.requireSession().forEachChunk(
      of: Selection(entity),
      slots: try ["order", "product", "amount"].map { try entity.requireSlot(of: $0) }
    ) { chunk in
      try host.state.checkStop()
      for row in 0..<chunk.count {
        guard let order = orders.place(of: chunk.bits(0)[row]),
          products.contains(chunk.bits(1)[row])
        else { continue }
        sums[order] = sums[order] &+ chunk.bits(2)[row]
        isHeld[order] = true
      }
    }
    for order in ids.indices where isHeld[order] && sums[order] > 0 {
      let (place, day) = (Int(places[order]), Int64(when[order]))
      try buy(place, day, sums[order])
      if terms.response.orders, sums[order] >= terms.response.least.units { respond(place, day) }
    }
  }

  private mutating func readActivities(_ days: ClosedRange<Day>) throws {
    guard !terms.response.activities.isEmpty else { return }
    let entity = Activity.schema.entity
    let range = Self.first(days)
    var kinds = WordFilter(terms.response.activities)
    try host.requireSession().forEachChunk(
      of: Selection(entity),
      slots: try ["customer", "at", "kind"].map { try entity.requireSlot(of: $0) }
    ) { chunk in
      try host.state.checkStop()
      for row in 0..<chunk.count where kinds.admits(chunk, 2, row) {
        guard let day = chunk.day(1, row), range.contains(Int64(day)),
          let place = index.place(of: chunk.bits(0)[row])
        else { continue }
        respond(place, Int64(day))
      }
    }
  }

  /// What each arm did.
  func tallies() -> [ArmTally] {
    var tallies = arms.map { _ in ArmTally() }
    guard !tallies.isEmpty else { return [] }
    for place in customers.indices {
      tallies[Int(arm[place])].add(
        responded: responded[place] != Self.never, units: units[place])
    }
    return tallies
  }

  func place(of customer: Int64) -> Int? { index.place(of: customer) }
}
