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

  /// Reads the lines of a query of orders whose day lies within some days.
  init(_ query: QueryObject, _ span: ClosedRange<Day>, _ records: PriceRecords) throws {
    let slots = try ["customer", "product", "quantity", "amount", "ordered_on"].map(query.slot)
    try query.forEachBlock(reading: slots) { block, rows in
      var found: Set<Int64> = []
      for row in rows {
        if case .integer(let id) = try block.value(row, slots[1]) { found.insert(id) }
      }
      try records.read(products: found)
      for row in rows {
        guard case .day(let on) = try block.value(row, slots[4]), span.contains(on) else {
          continue
        }
        guard case .integer(let customer) = try block.value(row, slots[0]),
          case .integer(let product) = try block.value(row, slots[1]),
          case .integer(let quantity) = try block.value(row, slots[2]), quantity > 0,
          case .money(let amount) = try block.value(row, slots[3]),
          let facts = records.priced(product), facts.listPrice.units > 0
        else {
          skipped += 1
          continue
        }
        products.append(product)
        customers.append(customer)
        days.append(on)
        quantities.append(quantity)
        amounts.append(amount)
        orders.append(block.ids[row])
      }
      return true
    }
  }
}
