import Lua
import SalesKernel
import SalesStore
import Values

/// Lines of past orders by column: what they were, and what they brought.
struct PastLines {
  private(set) var products = CodedColumn<Int64>()
  private(set) var customers = CodedColumn<Int64>()
  private(set) var days = CodedColumn<Day>()
  private(set) var quantities: [Int64] = []
  private(set) var amounts: [Money] = []
  /// The order of each line.
  private(set) var orders: [Int64] = []
  /// Lines without a product that has a list price, or without pieces.
  private(set) var skipped = 0

  var count: Int { quantities.count }

  /// Reads the lines of the orders of a query whose day lies within some days.
  init(_ query: QueryObject, _ span: ClosedRange<Day>, _ records: PriceRecords) throws {
    let orders = try Self.orders(query, span)
    let lines = QueryObject(
      try query.host.binding(OrderLine.schema.entity), host: query.host)
    let slots = try ["order", "product", "quantity", "amount"].map(lines.slot)
    try lines.forEachBlock(reading: slots) { block, rows in
      try records.read(products: try Self.products(block, rows, slots[1]))
      for row in rows {
        guard case .integer(let id) = try block.value(row, slots[0]), let order = orders[id] else {
          continue
        }
        guard case .integer(let product) = try block.value(row, slots[1]),
          case .integer(let quantity) = try block.value(row, slots[2]), quantity > 0,
          case .money(let amount) = try block.value(row, slots[3]),
          let facts = records.priced(product), facts.listPrice.units > 0
        else {
          skipped += 1
          continue
        }
        products.append(product)
        customers.append(order.customer)
        days.append(order.on)
        quantities.append(quantity)
        amounts.append(amount)
        self.orders.append(id)
      }
      return true
    }
  }

  private static func products(_ block: RowBlock, _ rows: [Int], _ slot: Int) throws -> Set<Int64> {
    var found: Set<Int64> = []
    for row in rows {
      if case .integer(let id) = try block.value(row, slot) { found.insert(id) }
    }
    return found
  }

  /// Who ordered when, of the orders of those days.
  private static func orders(
    _ query: QueryObject, _ span: ClosedRange<Day>
  ) throws -> [Int64: (customer: Int64, on: Day)] {
    let slots = try ["customer", "ordered_on"].map(query.slot)
    var orders: [Int64: (customer: Int64, on: Day)] = [:]
    try query.forEachBlock(reading: slots) { block, rows in
      for row in rows {
        guard case .integer(let customer) = try block.value(row, slots[0]),
          case .day(let on) = try block.value(row, slots[1]), span.contains(on)
        else { continue }
        orders[block.ids[row]] = (customer, on)
      }
      return true
    }
    return orders
  }
}
