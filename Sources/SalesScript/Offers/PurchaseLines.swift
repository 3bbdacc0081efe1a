import CRows
import SalesKernel
import SalesStore
import Values

/// What was bought, line by line, with the customer and day of its order.
///
/// Orders are read once into columns; lines then find theirs by the position of the id. Lines without a
/// product, returns, and orders that were cancelled as a whole are left out.
///
/// - Complexity: O(orders + lines); 20 bytes an order.
struct PurchaseLines {
  private let host: ScriptHost
  private var orders: [Int64] = []
  private var customers: [Int64] = []
  private var days: [Int32] = []

  init(_ host: ScriptHost) throws {
    self.host = host
    let entity = Order.schema.entity
    let customer = try entity.requireSlot(of: "customer")
    let day = try entity.requireSlot(of: "ordered_on")
    let amount = try entity.requireSlot(of: "amount")
    let status = try entity.requireSlot(of: "status")
    let cancelled = FieldValue.text(try host.cancelledWord())
    try host.requireSession().forEachBlock(
      Selection(entity), slots: [customer, day, amount]
    ) { block in
      try host.state.checkStop()
      for row in 0..<block.count {
        let cells = block.cells + row * block.width
        // Only orders without an amount are asked for their status, so that it is mostly not read at all.
        if cells[amount].bits == 0, try block.value(row, status) == cancelled { continue }
        orders.append(block.ids[row])
        customers.append(cells[customer].bits)
        days.append(Int32(truncatingIfNeeded: cells[day].bits))
      }
      return true
    }
  }

  /// Gives the lines of orders of some days.
  func each(
    _ range: ClosedRange<Day>, _ body: (_ order: Int64, _ customer: Int64, _ product: Int64) -> Void
  ) throws {
    let entity = OrderLine.schema.entity
    let order = try entity.requireSlot(of: "order")
    let product = try entity.requireSlot(of: "product")
    let quantity = try entity.requireSlot(of: "quantity")
    let null = UInt32(CELL_NULL)
    let (first, last) = (range.lowerBound.number, range.upperBound.number)
    try host.requireSession().forEachBlock(
      Selection(entity), slots: [order, product, quantity]
    ) { block in
      try host.state.checkStop()
      for row in 0..<block.count {
        let cells = block.cells + row * block.width
        guard cells[product].kind != null, let place = place(of: cells[order].bits) else {
          continue
        }
        if cells[quantity].kind != null, cells[quantity].bits < 0 { continue }
        guard days[place] >= first, days[place] <= last else { continue }
        body(orders[place], customers[place], cells[product].bits)
      }
      return true
    }
  }

  /// The lines of some days as baskets.
  func baskets(_ kind: SuggestionPolicy.Basket, _ range: ClosedRange<Day>) throws -> Baskets {
    var baskets = Baskets()
    try each(range) { order, customer, product in
      baskets.add(basket: kind == .order ? order : customer, product: product)
    }
    baskets.seal()
    return baskets
  }

  /// Ids mostly have no gaps, so the first guess is right.
  private func place(of id: Int64) -> Int? {
    guard let first = orders.first, id >= first else { return nil }
    let (guess, overflow) = id.subtractingReportingOverflow(first)
    if !overflow, guess < Int64(orders.count), orders[Int(guess)] == id { return Int(guess) }
    var (low, high) = (0, orders.count)
    while low < high {
      let middle = (low + high) / 2
      if orders[middle] < id { low = middle + 1 } else { high = middle }
    }
    return low < orders.count && orders[low] == id ? low : nil
  }
}
