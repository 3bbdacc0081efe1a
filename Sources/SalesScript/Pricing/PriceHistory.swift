import SalesKernel
import SalesStore
import Values

/// What past lines are priced from: products, customers and agreements, each read once.
final class PriceHistory {
  private struct Term {
    let kind: String
    let starts: Day
    let ends: Day
  }

  private unowned let host: ScriptHost
  private var products: [Int64: PriceLine] = [:]
  private var customers: [Int64: PriceLine] = [:]
  private var agreements: [Int64: [Term]] = [:]
  private var firstOrders: [Int64: Day] = [:]

  init(_ host: ScriptHost) throws {
    self.host = host
    try readProducts()
    try readCustomers()
    try readAgreements()
    try readFirstOrders()
  }

  /// The line that a past order is priced from; nil for a product without a list price.
  func line(product: Int64, customer: Int64, quantity: Int64, on day: Day) -> PriceLine? {
    guard var line = products[product] else { return nil }
    (line.quantity, line.on) = (quantity, day)
    if let facts = customers[customer] {
      (line.level, line.region) = (facts.level, facts.region)
      (line.kind, line.size) = (facts.kind, facts.size)
    }
    line.firstOrder = firstOrders[customer].map { day <= $0 } ?? true
    for term in agreements[customer] ?? [] where term.starts <= day && day <= term.ends {
      if term.kind == "vmi" { line.vmi = true } else { line.agreement = term.kind }
    }
    return line
  }

  private func readProducts() throws {
    try each(Product.schema.entity) { row in
      guard let list = try row.money("unit_price"), list.units > 0 else { return }
      var line = PriceLine(listPrice: list, quantity: 1, on: .first)
      line.cost = try row.money("cost")
      line.logisticsCost = try row.money("logistics_cost")
      line.floorPrice = try row.money("floor_price")
      line.category = try row.text("category")
      line.grade = try row.text("grade")
      line.productKind = try row.text("kind")
      self.products[row.id] = line
    }
  }

  private func readCustomers() throws {
    try each(Customer.schema.entity) { row in
      var line = PriceLine.blank(id: row.id)
      line.level = try row.text("level")
      line.region = try row.text("region")
      line.kind = try row.text("kind")
      line.size = try row.text("size")
      self.customers[row.id] = line
    }
  }

  private func readAgreements() throws {
    try each(Agreement.schema.entity) { row in
      let agreement = try Agreement(reading: row)
      self.agreements[agreement.customer, default: []].append(
        Term(
          kind: agreement.kind, starts: agreement.startsOn, ends: agreement.endsOn ?? .last))
    }
  }

  private func readFirstOrders() throws {
    let entity = Order.schema.entity
    let (customer, day) = (
      try entity.requireSlot(of: "customer"), try entity.requireSlot(of: "ordered_on")
    )
    try each(entity, reading: [customer, day]) { row in
      guard case .integer(let id) = try row.value(at: customer),
        case .day(let on) = try row.value(at: day)
      else { return }
      self.firstOrders[id] = min(on, self.firstOrders[id] ?? on)
    }
  }

  private func each(
    _ entity: Entity, reading slots: [Int] = [], _ body: (BlockRow) throws -> Void
  ) throws {
    try QueryObject(try host.binding(entity), host: host).forEachBlock(reading: slots) {
      block, rows in
      for row in rows { try body(block.reader(row)) }
      return true
    }
  }
}
