import CRows
import SalesKernel
import SalesStore
import Values

/// Sums, counts and dates of orders by customer, fed block by block.
///
/// Customers stand in arrays by the position of their id, so memory is 32 bytes a customer however
/// many
/// orders there are.
struct PurchaseTally {
  private let ids: [Int64]
  private var amounts: [Int64]
  private var counts: [Int64]
  /// Day numbers; ``none`` where there is no order.
  private var firsts: [Int32]
  private var lasts: [Int32]
  private let window: PurchaseWindow
  /// The status of orders that count no longer, once nothing is left of their amount.
  private let cancelled: FieldValue

  private static let none = Int32.min
  private static let slots = OrderSlots()

  /// - Parameter customers: Ascending.
  init(customers: [Int64], window: PurchaseWindow, cancelled: String) {
    self.cancelled = .text(cancelled)
    ids = customers
    amounts = Array(repeating: 0, count: customers.count)
    counts = amounts
    firsts = Array(repeating: Self.none, count: customers.count)
    lasts = firsts
    self.window = window
  }

  /// Slots of orders that ``add(_:)`` reads.
  static var reading: [Int] { [slots.customer, slots.amount, slots.orderedOn] }

  /// Counts the orders of a block; those after the window's end are left out, earlier ones only
  /// date.
  ///
  /// Throws: `money.overflow`.
  mutating func add(_ block: RowBlock) throws {
    let slots = Self.slots
    for slot in Self.reading { try block.load(slot) }
    let (start, end) = (window.start.number, window.end.number)
    for row in 0..<block.count {
      let cells = block.cells + row * block.width
      let day = Int32(truncatingIfNeeded: cells[slots.orderedOn].bits)
      guard day <= end, let place = place(of: cells[slots.customer].bits),
        try counts(row, of: block)
      else { continue }
      if firsts[place] == Self.none || day < firsts[place] { firsts[place] = day }
      if day > lasts[place] { lasts[place] = day }
      guard day > start else { continue }
      let (sum, overflow) = amounts[place].addingReportingOverflow(cells[slots.amount].bits)
      if overflow {
        throw ValueError(
          "money.overflow", "the orders of customer \(ids[place]) sum to more than money can hold",
          remedy: "look for a wrong amount: customers:get(\(ids[place])):orders()")
      }
      amounts[place] = sum
      counts[place] += 1
    }
  }

  /// Whether an order counts: one that was cancelled as a whole does not.
  func counts(_ row: Int, of block: RowBlock) throws -> Bool {
    // Only orders without an amount are asked for their status, so that it is mostly not read at all.
    guard block.cells[row * block.width + Self.slots.amount].bits == 0 else { return true }
    return try block.value(row, Self.slots.status) != cancelled
  }

  /// Position of a customer; mostly ids have no gaps, so the first guess is right.
  private func place(of id: Int64) -> Int? {
    guard let first = ids.first, id >= first else { return nil }
    let (guess, overflow) = id.subtractingReportingOverflow(first)
    if !overflow, guess < Int64(ids.count), ids[Int(guess)] == id { return Int(guess) }
    var (low, high) = (0, ids.count)
    while low < high {
      let middle = (low + high) / 2
      if ids[middle] < id { low = middle + 1 } else { high = middle }
    }
    return low < ids.count && ids[low] == id ? low : nil
  }

  /// What a customer's orders give for a purchase fact; unloaded for a customer that is new.
  func cell(_ fact: PurchaseFact, of id: Int64) -> row_cell {
    guard let place = place(of: id) else { return row_cell() }
    switch fact {
    case .annualPurchase: return Self.cell(CELL_MONEY, amounts[place])
    case .orderCount: return Self.cell(CELL_INTEGER, counts[place])
    case .firstOrder: return Self.day(firsts[place])
    case .lastOrder: return Self.day(lasts[place])
    }
  }

  private static func day(_ number: Int32) -> row_cell {
    number == none ? cell(CELL_NULL, 0) : cell(CELL_DAY, Int64(number))
  }

  private static func cell(_ kind: some BinaryInteger, _ bits: Int64) -> row_cell {
    row_cell(bits: bits, length: 0, kind: UInt32(truncatingIfNeeded: kind))
  }
}

/// A field of customers that orders decide.
enum PurchaseFact: String, CaseIterable {
  case annualPurchase = "annual_purchase"
  case orderCount = "order_count"
  case firstOrder = "first_order"
  case lastOrder = "last_order"
}

/// Where orders hold what purchase facts are made of.
struct OrderSlots {
  let customer: Int
  let amount: Int
  let orderedOn: Int
  let status: Int

  init() {
    let orders = Order.schema.entity
    customer = orders.slot(of: "customer") ?? 0
    amount = orders.slot(of: "amount") ?? 0
    orderedOn = orders.slot(of: "ordered_on") ?? 0
    status = orders.slot(of: "status") ?? 0
  }
}
