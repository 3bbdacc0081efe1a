import SalesKernel
import SalesStore
import Values

/// What orders count for whom, from the store: orders, their splits, and what was won outside the process.
struct CreditReader {
  let host: ScriptHost
  let roster: PayRoster
  /// Orders that do not count though they were not cancelled.
  var lost: Set<Int64> = []
  /// Orders that were won outside the standard process.
  var outside: Set<Int64> = []

  private struct Part {
    let rep: Int64
    let share: Double
  }

  /// - Parameter amount: What counts of an order; its amount unless given.
  /// - Throws: `incentive.split` for shares that do not sum to 1, `incentive.statuses`.
  func columns(
    _ amount: ((_ order: Int64, _ amount: Int64) throws -> Int64)? = nil
  ) throws -> CreditColumns {
    let entity = Order.schema.entity
    let slots = try ["rep", "amount", "ordered_on", "status"].map { try entity.requireSlot(of: $0) }
    let (index, splits) = (RecordIndex(roster.reps.map(\.id)), try splits())
    var columns = CreditColumns(reps: roster.reps.count)
    var codes: [UInt8] = [0]
    try host.requireSession().forEachChunk(of: Selection(entity), slots: slots) { chunk in
      try host.state.checkStop()
      for number in codes.count..<(chunk.textCount(3) + 1) {
        codes.append(try columns.code(ofStatus: chunk.text(3, number)))
      }
      let (ids, reps, amounts) = (chunk.ids, chunk.bits(0), chunk.bits(1))
      let (days, statuses) = (chunk.bits(2), chunk.bits(3))
      for row in 0..<chunk.count {
        let id = ids[row]
        if !lost.isEmpty, lost.contains(id) { continue }
        let counted = try amount?(id, amounts[row]) ?? amounts[row]
        let day = Int32(truncatingIfNeeded: days[row])
        let status = codes[Int(statuses[row])]
        let isOutside = !outside.isEmpty && outside.contains(id)
        guard !splits.isEmpty, let parts = splits[id] else {
          let rep = reps[row]
          columns.add(
            rep == 0 ? nil : index.place(of: rep), day: day, amount: counted, status: status,
            isOutside: isOutside)
          continue
        }
        let money = try CreditShares.parts(
          of: Money(units: counted), by: parts.map(\.share), "order \(id)")
        for (part, money) in zip(parts, money) {
          columns.add(
            index.place(of: part.rep), day: day, amount: money.units, status: status,
            isOutside: isOutside, of: amounts[row])
        }
      }
    }
    return columns
  }

  /// The shares of split orders, in the order they were entered.
  private func splits() throws -> [Int64: [Part]] {
    let entity = CreditSplit.schema.entity
    let slots = try ["order", "rep", "share"].map { try entity.requireSlot(of: $0) }
    var splits: [Int64: [Part]] = [:]
    try host.requireSession().forEachChunk(of: Selection(entity), slots: slots) { chunk in
      try host.state.checkStop()
      for row in 0..<chunk.count {
        let share = Double(bitPattern: UInt64(bitPattern: chunk.bits(2)[row]))
        splits[chunk.bits(0)[row], default: []].append(
          Part(rep: chunk.bits(1)[row], share: share))
      }
    }
    return splits
  }

  /// The orders that came of opportunities won outside the standard process.
  static func outside(_ host: ScriptHost) throws -> Set<Int64> {
    let won = try host.records(
      Opportunity.self, where: [("status", .text(Opportunity.Status.won.rawValue))]
    ).filter { $0.order != nil }
    guard !won.isEmpty else { return [] }
    let book = try ProcessBook(host, EnginePolicies(host))
    var outside: Set<Int64> = []
    for item in won {
      try host.state.checkStop()
      guard let order = item.order, let closed = item.closedOn else { continue }
      if try book.compliance(of: item, on: closed).isOutside { outside.insert(order) }
    }
    return outside
  }
}

/// What customers have paid on orders, by their invoices.
struct PaidOrders {
  private struct Bill {
    var billed: Int64 = 0
    var paid: Int64 = 0
    var isLost = false
  }

  private var orders: [Int64: Bill] = [:]
  private var contracts: [Int64: Bill] = [:]
  /// Contracts of orders without an invoice of their own.
  private var contractOf: [Int64: Int64] = [:]

  /// - Parameters:
  ///   - day: What was entered after it does not count.
  ///   - loseAfter: From so long after the due day on an open invoice loses its order.
  init(_ host: ScriptHost, on day: Day, loseAfter: Span?) throws {
    var book = ClaimBook(asOf: day)
    for invoice in try host.records(Invoice.self) { book.add(invoice) }
    try book.joinReversals()
    for part in try host.records(SalesKernel.Allocation.self) { try book.add(part) }
    let limit = try loseAfter.map { try day.subtracting($0) }
    for claim in book.all {
      var bill = Bill(billed: claim.billed.units, paid: claim.paid.units)
      if let limit, claim.invoice.dueOn < limit, try claim.open() > .zero { bill.isLost = true }
      if let order = claim.invoice.order {
        try Self.add(bill, to: &orders[order, default: Bill()])
      } else if let contract = claim.invoice.contract {
        try Self.add(bill, to: &contracts[contract, default: Bill()])
      }
    }
    guard !contracts.isEmpty else { return }
    let entity = Order.schema.entity
    let slot = try entity.requireSlot(of: "contract")
    try host.requireSession().forEachChunk(of: Selection(entity), slots: [slot]) { chunk in
      for row in 0..<chunk.count where !chunk.nulls(0)[row] {
        let (order, contract) = (chunk.ids[row], chunk.bits(0)[row])
        if orders[order] == nil, contracts[contract] != nil { contractOf[order] = contract }
      }
    }
  }

  private static func add(_ bill: Bill, to sum: inout Bill) throws {
    sum.billed = try Money(units: sum.billed).adding(Money(units: bill.billed)).units
    sum.paid = try Money(units: sum.paid).adding(Money(units: bill.paid)).units
    sum.isLost = sum.isLost || bill.isLost
  }

  /// Orders that no longer count, as the customer does not pay.
  var lost: Set<Int64> {
    Set(orders.filter(\.value.isLost).keys)
      .union(contractOf.filter { contracts[$0.value]?.isLost ?? false }.keys)
  }

  /// What is not paid yet of an order; all of one that has no invoice.
  func unpaid(_ order: Int64, _ amount: Int64) throws -> Int64 {
    guard amount > 0 else { return 0 }
    if let bill = orders[order] { return max(0, min(amount, amount - max(0, bill.paid))) }
    guard let contract = contractOf[order], let bill = contracts[contract], bill.billed > 0,
      bill.paid > 0
    else { return amount }
    // Of a contract as much is paid of each order as of its invoices together.
    var paid = ExactAmount(Money(units: amount))
    try paid.multiply(by: min(bill.paid, bill.billed))
    let share = try paid.divided(by: .one, pieces: bill.billed, rounding: .down, to: .document)
    return amount - share.units
  }
}
