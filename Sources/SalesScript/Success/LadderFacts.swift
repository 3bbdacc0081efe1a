import Lua
import SalesKernel
import SalesStore
import Values

/// What the rules of the value ladder read of customers beside their fields.
struct LadderFacts {
  private let policy: LadderPolicy
  private let index: RecordIndex
  /// By place: the facts of the policy, in its order.
  private var facts: [[Double]]

  /// - Parameter query: The customers that are asked about.
  init(
    _ host: ScriptHost, _ policy: LadderPolicy, _ success: SuccessPolicy, of query: QueryObject,
    on today: Day
  ) throws {
    self.policy = policy
    let book = try LoyaltyReader(host: host).book(of: query, by: nil)
    let index = RecordIndex(book.ids)
    self.index = index
    facts = Array(
      repeating: Array(repeating: 0, count: policy.facts.count), count: book.ids.count)
    let window = try DayWindow(months: policy.months, endingOn: today)
    for place in book.ids.indices {
      facts[place][0] = Double(book.orders.purchases(of: place, in: window).count)
      if let first = book.orders.orders(of: place).first {
        facts[place][1] = Double(max(0, today.number - book.orders.days[first]))
      }
    }
    func count(_ fact: LadderPolicy.Fact, _ customers: some Sequence<Int64>) {
      guard let slot = LadderPolicy.Fact.allCases.firstIndex(of: fact) else { return }
      for customer in customers {
        if let place = index.place(of: customer) { facts[place][slot] += 1 }
      }
    }
    count(
      .contracts,
      try host.records(Contract.self).lazy.filter {
        ($0.status == .signed || $0.status == .completed)
          && $0.endsOn.map { $0 >= today } ?? ($0.status == .signed)
      }.map(\.customer))
    count(
      .plans,
      try host.records(SuccessPlan.self).lazy.filter { $0.closedOn == nil }.map(\.customer))
    let reviews = success.reviews
    count(
      .reviews,
      try host.records(DueTask.self, where: [("kind", .text(reviews.list.kind))]).filter {
        reviews.list.item(of: $0)?.key == reviews.held
          && $0.doneOn.map { window.holds($0.number) } ?? false
      }.compactMap(\.record))
    count(
      .referred,
      try host.records(Referral.self).lazy.filter { $0.referredOn <= today }.map(\.customer))
    try read(policy.metrics, host, window)
  }

  private mutating func read(
    _ metrics: [String], _ host: ScriptHost, _ window: DayWindow
  ) throws {
    for (place, metric) in metrics.enumerated() {
      let slot = LadderPolicy.Fact.allCases.count + place
      let readings = try host.records(Reading.self, where: [("metric", .text(metric))])
        .filter { window.holds($0.day.number) }.sorted { ($0.day, $0.id) < ($1.day, $1.id) }
      for reading in readings {
        if let customer = index.place(of: reading.customer) {
          facts[customer][slot] = reading.value
        }
      }
    }
  }

  func customer(_ reader: any RecordReader) -> CustomerWithFacts {
    let none = Array(repeating: 0.0, count: policy.facts.count)
    return CustomerWithFacts(reader, index.place(of: reader.id).map { facts[$0] } ?? none)
  }
}
