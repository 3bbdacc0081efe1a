import SalesKernel
import SalesStore
import Values

/// Why a purchase fact is what it is: the orders that count.
extension ScriptHost {
  /// Orders that a tree names one by one.
  private static let namedOrders = 12

  func explainPurchases(
    _ fact: PurchaseFact, of row: BlockRow, _ window: PurchaseWindow, source: String
  ) throws -> Explanation {
    let slots = OrderSlots()
    let orders = Order.schema.entity
    var tally = PurchaseTally(
      customers: [row.id], window: window, cancelled: try cancelledWord())
    var counted = (orders: 0, within: 0)
    var named: [Explanation] = []
    let selection = Selection(orders, equals: [(slots.customer, .integer(row.id))])
    try requireSession().forEachBlock(selection, slots: PurchaseTally.reading) { block in
      try tally.add(block)
      counted.orders += block.count
      for row in 0..<block.count {
        guard case .day(let day) = try block.value(row, slots.orderedOn), window.holds(day),
          try tally.counts(row, of: block)
        else { continue }
        counted.within += 1
        if named.count < Self.namedOrders {
          named.append(
            Explanation(
              "order \(block.ids[row])", .input, value: try block.value(row, slots.amount),
              reason: "ordered on \(day)"))
        }
      }
      return true
    }
    if counted.within > named.count {
      named.append(Explanation("\(counted.within - named.count) more orders", .input))
    }
    return Explanation(
      fact.rawValue, .step, value: try tally.cell(fact, of: row.id).value(),
      reason: "\(counted.within) of \(counted.orders) orders after \(window.start) up to "
        + "\(window.end), \(window.months) month\(window.months == 1 ? "" : "s")",
      source: source, children: named)
  }
}
