import Lua
import SalesKernel
import SalesStore
import Values

/// Customers and their orders, read once for figures of loyalty: customers stand by place.
struct LoyaltyBook {
  /// Ids of customers by place, going up.
  let ids: [Int64]
  let orders: PurchaseBook
  /// What the figures are split by; nil for the whole, and for periods.
  let split: FigureSplit?
  let period: Grain?

  var grouping: FigureGrouping? { split?.grouping }
}

/// Reads a ``LoyaltyBook``.
struct LoyaltyReader {
  let host: ScriptHost
  private static let subject = FigureSubject(
    name: "loyalty", code: "loyalty.split", examples: "rep, or a word of customers as level")

  /// Order columns, as they are read.
  struct Orders {
    var ids: [Int64] = []
    var places: [Int32] = []
    var days: [Int32] = []
    var amounts: [Int64] = []
  }

  /// - Parameters:
  ///   - query: The customers asked about; all of them without it.
  ///   - by: A period, or a word of customers; `rep` stands for their owner.
  /// - Throws: `loyalty.split`.
  func book(of query: QueryObject?, by: String?) throws -> LoyaltyBook {
    let (ids, split, period) = try customers(of: query, by: by)
    let orders = try orders(of: RecordIndex(ids))
    return LoyaltyBook(
      ids: ids,
      orders: PurchaseBook(
        customers: ids.count, places: orders.places, days: orders.days, units: orders.amounts),
      split: split, period: period)
  }

  /// Ids of the customers, and what they are split by.
  func customers(
    of query: QueryObject?, by: String?
  ) throws -> (ids: [Int64], split: FigureSplit?, period: Grain?) {
    let entity = Customer.schema.entity
    let selection = try (query ?? host.query(Customer.self)).resolved()
    let name = by == "rep" ? "owner" : by
    let reader = try name.map {
      try FigureSplitReader(host, entity, $0, of: Self.subject)
    }
    let table = try host.requireSession().columns(
      of: selection, slots: reader?.slot.map { [$0] } ?? [], poll: host.state.checkStop)
    guard let reader, reader.slot != nil else {
      return (table.ids, nil, name.flatMap { Grain(rawValue: $0) })
    }
    let split = try reader.split { FigureCodes(table.columns[0], rows: 0..<table.count) }
    return (table.ids, split, nil)
  }

  /// Orders that count: those cancelled as a whole do not.
  func orders(of customers: RecordIndex) throws -> Orders {
    let entity = Order.schema.entity
    let table = try host.requireSession().columns(
      of: Selection(entity),
      slots: try ["customer", "amount", "ordered_on", "status"].map {
        try entity.requireSlot(of: $0)
      }, poll: host.state.checkStop)
    let cancelled = try host.cancelledWord()
    let code = table.columns[3].distinctTexts.firstIndex(of: cancelled).map { $0 + 1 } ?? -1
    var orders = Orders()
    orders.places.reserveCapacity(table.count)
    orders.days.reserveCapacity(table.count)
    orders.amounts.reserveCapacity(table.count)
    orders.ids = table.ids
    for row in 0..<table.count {
      let amount = table.columns[1].bits(row) ?? 0
      let counts = amount != 0 || table.columns[3].code(row) != code
      let place = table.columns[0].bits(row).flatMap { customers.place(of: $0) }
      orders.places.append(counts ? Int32(truncatingIfNeeded: place ?? -1) : -1)
      orders.days.append(Int32(truncatingIfNeeded: table.columns[2].bits(row) ?? 0))
      orders.amounts.append(amount)
    }
    return orders
  }

  /// The same orders with what their lines say of cost.
  ///
  /// - Returns: the ids of the customers, and the book.
  func margins(of ids: [Int64]) throws -> MarginBook {
    let orders = try orders(of: RecordIndex(ids))
    let index = RecordIndex(orders.ids)
    let entity = OrderLine.schema.entity
    let table = try host.requireSession().columns(
      of: Selection(entity),
      slots: try ["order", "amount", "cost"].map { try entity.requireSlot(of: $0) },
      poll: host.state.checkStop)
    var costed = [Int64](repeating: 0, count: orders.ids.count)
    var margins = costed
    for row in 0..<table.count {
      guard let cost = table.columns[2].bits(row), let amount = table.columns[1].bits(row),
        let order = table.columns[0].bits(row).flatMap({ index.place(of: $0) })
      else { continue }
      let (margin, under) = amount.subtractingReportingOverflow(cost)
      let (part, over) = costed[order].addingReportingOverflow(amount)
      let (sum, beyond) = margins[order].addingReportingOverflow(margin)
      guard !under, !over, !beyond else {
        throw ValueError(
          "money.overflow",
          "the lines of order \(orders.ids[order]) sum to more than money can hold",
          remedy: "look for a wrong amount or cost")
      }
      (costed[order], margins[order]) = (part, sum)
    }
    return MarginBook(
      customers: ids.count, places: orders.places, days: orders.days, amounts: orders.amounts,
      costed: costed, margins: margins)
  }
}
