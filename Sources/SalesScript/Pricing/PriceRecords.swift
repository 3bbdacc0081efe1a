import Lua
import SalesKernel
import SalesStore
import Values

/// What lines are priced from, out of the store: products, customers, agreements and first orders, each
/// read once.
final class PriceRecords {
  /// What a customer's agreements and orders say on a day.
  struct Standing: Hashable {
    var held = AgreementPolicy.Held()
    /// Whether no order was placed before the day.
    var isFirst = true
  }

  private struct Term {
    /// Its place in the policy of agreements.
    let kind: Int
    let starts: Day
    let ends: Day

    func holds(on day: Day) -> Bool { starts <= day && day <= ends }
  }

  let agreements: AgreementPolicy
  /// What campaigns give to their customers.
  let campaigns: CampaignGrants
  private unowned let host: ScriptHost
  private var products: [Int64: PriceLine?] = [:]
  private var customers: [Int64: PriceLine] = [:]
  private var terms: [Int64: [Term]] = [:]
  private var firstOrders: [Int64: Day?] = [:]
  /// Whether agreements and orders of all customers have been read.
  private var isWhole = false

  init(_ host: ScriptHost) throws {
    self.host = host
    agreements = try EnginePolicies(host).agreements()
    campaigns = try CampaignGrants(host)
  }

  /// Reads products, where they are not known yet.
  func read(products ids: some Collection<Int64>) throws {
    try forEach(Product.schema.entity, Set(ids).filter { products[$0] == nil }) { row in
      self.products[row.id] = .some(try Self.line(product: row))
    }
  }

  /// From this many customers on, agreements and orders are read in one go.
  private static let many = 64

  /// Reads customers with their agreements and orders, where they are not known yet.
  func read(customers ids: some Collection<Int64>) throws {
    let wanted = Set(ids).filter { customers[$0] == nil }
    try forEach(Customer.schema.entity, wanted) { row in
      self.customers[row.id] = try Self.line(customer: row)
    }
    try campaigns.read(customers: wanted)
    guard wanted.count >= Self.many, !isWhole else { return }
    isWhole = true
    try readTerms(of: nil)
    try readOrders(of: nil)
  }

  /// The facts that a product gives.
  /// - Throws: `price.list` for a product without a list price.
  func product(_ id: Int64) throws -> PriceLine {
    guard let line = priced(id) else { throw Self.noList(id) }
    return line
  }

  static func noList(_ product: Int64) -> PriceError {
    PriceError(
      "price.list", "product \(product) has no list price", remedy: "set its unit_price")
  }

  /// The facts that a product gives; nil where it is not there or has no list price.
  func priced(_ id: Int64) -> PriceLine? { products[id] ?? nil }

  func customer(_ id: Int64) -> PriceLine? { customers[id] }

  func standing(of customer: Int64, on day: Day) throws -> Standing {
    var standing = Standing()
    for term in try terms(of: customer) where term.holds(on: day) {
      standing.held.insert(term.kind)
    }
    standing.isFirst = try firstOrder(of: customer).map { day <= $0 } ?? true
    return standing
  }

  /// Refuses an agreement that is named and that the customer has, but not on the day.
  /// - Throws: `price.agreement`.
  func requireHeld(_ word: String?, by customer: Int64, on day: Day) throws {
    guard let word else { return }
    let kinds = agreements.kinds(naming: word)
    let own = try terms(of: customer).filter { kinds.contains(agreements.kinds[$0.kind].word) }
    guard let last = own.last, !own.contains(where: { $0.holds(on: day) }) else { return }
    throw PriceError(
      "price.agreement",
      "the agreement \(word) of customer \(customer) does not hold on \(day): it holds from "
        + "\(last.starts) to \(last.ends == .last ? "any day" : last.ends.description)",
      remedy: "renew it first, or price without it")
  }

  // MARK: Reading

  private func terms(of customer: Int64) throws -> [Term] {
    if terms[customer] == nil, !isWhole { try readTerms(of: customer) }
    return terms[customer] ?? []
  }

  private func firstOrder(of customer: Int64) throws -> Day? {
    if firstOrders[customer] == nil, !isWhole { try readOrders(of: customer) }
    return firstOrders[customer] ?? nil
  }

  /// Agreements of a kind that the policy does not have say nothing of prices.
  private func readTerms(of customer: Int64?) throws {
    if let customer { terms[customer] = [] }
    try forEachRow(Agreement.schema.entity, of: customer) { row in
      let agreement = try Agreement(reading: row)
      guard let kind = self.agreements.index(of: agreement.kind) else { return }
      self.terms[agreement.customer, default: []].append(
        Term(kind: kind, starts: agreement.startsOn, ends: agreement.endsOn ?? .last))
    }
  }

  /// An order that was cancelled as a whole was none.
  private func readOrders(of customer: Int64?) throws {
    if let customer { firstOrders[customer] = .some(nil) }
    let entity = Order.schema.entity
    let slots = try ["customer", "ordered_on", "amount"].map { try entity.requireSlot(of: $0) }
    let cancelled = try host.cancelledWord()
    try forEachRow(entity, of: customer, reading: slots) { row in
      if case .money(let amount) = try row.value(at: slots[2]), amount.isZero,
        try row.text("status") == cancelled
      {
        return
      }
      guard case .integer(let id) = try row.value(at: slots[0]),
        case .day(let on) = try row.value(at: slots[1])
      else { return }
      self.firstOrders[id] = min(on, (self.firstOrders[id] ?? nil) ?? on)
    }
  }

  private func forEach(
    _ entity: Entity, _ ids: Set<Int64>, _ body: (BlockRow) throws -> Void
  ) throws {
    let sorted = ids.sorted()
    for start in stride(from: 0, to: sorted.count, by: 1024) {
      try host.state.checkStop()
      let some = Array(sorted[start..<min(start + 1024, sorted.count)])
      let block = try host.requireSession().block(of: entity, ids: some)
      for row in 0..<block.count { try body(block.reader(row)) }
    }
  }

  private func forEachRow(
    _ entity: Entity, of customer: Int64?, reading slots: [Int] = [],
    _ body: (BlockRow) throws -> Void
  ) throws {
    let query = QueryObject(try host.binding(entity), host: host)
    if let customer {
      query.selection.equals = [(try query.slot("customer"), .integer(customer))]
    }
    try query.forEachBlock(reading: slots) { block, rows in
      for row in rows { try body(block.reader(row)) }
      return true
    }
  }
}

extension ScriptHost {
  /// What lines are priced from: read once, and again when a record has changed.
  func priceRecords() throws -> PriceRecords {
    let session = try requireSession()
    if let kept = keptPriceRecords, kept.session === session, kept.version == state.version {
      return kept.records
    }
    let records = try PriceRecords(self)
    keptPriceRecords = (state.version, session, records)
    return records
  }
}

/// Rows as the facts of a line.
extension PriceRecords {
  /// Nil for a product without a list price.
  static func line(product row: BlockRow) throws -> PriceLine? {
    guard let list = try row.money("unit_price") else { return nil }
    var line = PriceLine(listPrice: list, quantity: 1, on: .first)
    line.cost = try row.money("cost")
    line.logisticsCost = try row.money("logistics_cost")
    line.floorPrice = try row.money("floor_price")
    line.category = try row.text("category")
    line.grade = try row.text("grade")
    line.productKind = try row.text("kind")
    return line
  }

  static func line(customer row: BlockRow) throws -> PriceLine {
    var line = PriceLine.blank(id: row.id)
    line.level = try row.text("level")
    line.region = try row.text("region")
    line.kind = try row.text("kind")
    line.size = try row.text("size")
    return line
  }
}
