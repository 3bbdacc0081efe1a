import SalesKernel
import SalesStore
import Values

/// Health from what customers ordered, paid and asked, and from what was done with them.
extension HealthReader {
  /// Orders, which also tell who is a customer at all. One that was cancelled as a whole is none.
  func readOrders(into board: inout HealthBoard) throws {
    let entity = Order.schema.entity
    let columns = try slots(entity, ["customer", "ordered_on", "amount", "status"])
    let measures = board.slots(of: .orders)
    let past = try past(entity, [columns[2], columns[3]])
    var cancelled = WordFilter([try host.cancelledWord()])
    var lasts = [Int32](repeating: .min, count: customers.count)
    let isCounted = measures.map { [.count, .countGrowth].contains($0.measure.take) }
    try board.fill(measures) { tallies in
      try forEachChunk(selection(entity), columns) { chunk in
        let (days, amounts) = (chunk.bits(1), chunk.bits(2))
        for row in 0..<chunk.count {
          let day = Int32(truncatingIfNeeded: days[row])
          guard day <= asOf.number, let place = place(chunk, 0, row) else { continue }
          var units = amounts[row]
          var isCancelled = units == 0 && cancelled.admits(chunk, 3, row)
          if let past {
            (units, isCancelled) = Self.standing(
              past, chunk.ids[row], columns, units, isCancelled, cancelled.word)
          }
          if isCancelled { continue }
          lasts[place] = max(lasts[place], day)
          for index in tallies.indices {
            tallies[index].add(place, day, isCounted[index] ? 1 : Double(units) / 10_000)
          }
        }
      }
    }
    for place in lasts.indices where lasts[place] != .min {
      board.note(orderOf: place, on: lasts[place])
    }
  }

  /// An order as it stood on the day asked about.
  private static func standing(
    _ past: PastValues, _ id: Int64, _ slots: [Int], _ units: Int64, _ isCancelled: Bool,
    _ cancelled: String
  ) -> (units: Int64, isCancelled: Bool) {
    let (amount, status) = (past.value(of: id, slot: slots[2]), past.value(of: id, slot: slots[3]))
    if amount == nil, status == nil { return (units, isCancelled) }
    var before = units
    if case .money(let money)? = amount { before = money.units }
    let wasCancelled = status.map { $0 == .text(cancelled) } ?? isCancelled
    return (before, before == 0 && wasCancelled)
  }

  func readActivities(into board: inout HealthBoard) throws {
    let measures = board.slots(of: .activities)
    guard !measures.isEmpty else { return }
    let entity = Activity.schema.entity
    let columns = try slots(entity, ["customer", "at", "kind", "contact"])
    var kinds = measures.map { WordFilter($0.measure.words) }
    let people = try measures.map { try contacts(with: $0.measure.roles) }
    try board.fill(measures) { tallies in
      try forEachChunk(selection(entity), columns) { chunk in
        for row in 0..<chunk.count {
          guard let place = place(chunk, 0, row), let day = chunk.day(1, row) else { continue }
          for index in tallies.indices where kinds[index].admits(chunk, 2, row) {
            if let people = people[index] {
              guard !chunk.nulls(3)[row], people.contains(chunk.bits(3)[row]) else { continue }
            }
            tallies[index].add(place, day, 1)
          }
        }
      }
    }
  }

  /// The contacts in some roles on the day asked about; nil where every activity counts.
  private func contacts(with roles: [String]) throws -> RecordSet? {
    guard !roles.isEmpty else { return nil }
    let entity = Contact.schema.entity
    let slot = try entity.requireSlot(of: "role")
    let past = try past(entity, [slot])
    var filter = WordFilter(roles)
    var ids: [Int64] = []
    try forEachChunk(selection(entity), [slot]) { chunk in
      for row in 0..<chunk.count {
        var isIn = filter.admits(chunk, 0, row)
        if let before = past?.value(of: chunk.ids[row], slot: slot) {
          if case .text(let role) = before { isIn = roles.contains(role) } else { isIn = false }
        }
        if isIn { ids.append(chunk.ids[row]) }
      }
    }
    return RecordSet(ids)
  }

  func readTickets(into board: inout HealthBoard) throws {
    let measures = board.slots(of: .tickets)
    guard !measures.isEmpty else { return }
    let entity = Ticket.schema.entity
    let columns = try slots(
      entity, ["customer", "opened_at", "kind", "resolved_at", "state", "closed_at"])
    var kinds = measures.map { WordFilter($0.measure.words) }
    var merged = WordFilter([Ticket.State.merged.rawValue])
    let limits = measures.map { $0.measure.within?.milliseconds }
    let now = try end.milliseconds
    try board.fill(measures) { tallies in
      try forEachChunk(selection(entity), columns) { chunk in
        for row in 0..<chunk.count {
          guard let place = place(chunk, 0, row), let day = chunk.day(1, row) else { continue }
          // One that was joined to another by then is a part of it.
          if merged.admits(chunk, 4, row), chunk.nulls(5)[row] || chunk.bits(5)[row] <= now {
            continue
          }
          let opened = chunk.bits(1)[row]
          let resolved = chunk.nulls(3)[row] ? now : min(chunk.bits(3)[row], now)
          let (took, overflow) = resolved.subtractingReportingOverflow(opened)
          for index in tallies.indices where kinds[index].admits(chunk, 2, row) {
            let isLate = limits[index].map { overflow || took > $0 } ?? true
            tallies[index].add(place, day, isLate ? 1 : 0)
          }
        }
      }
    }
  }

  func readPayments(into board: inout HealthBoard) throws {
    guard !board.slots(of: .payments).isEmpty else { return }
    let entity = Invoice.schema.entity
    let columns = try slots(entity, ["customer", "issued_on", "due_on", "amount", "reverses"])
    var tally = InvoiceTally(asOf: asOf.number)
    var ids: [Int64] = []
    var reversals: [(place: Int, of: Int64)] = []
    try forEachChunk(selection(entity), columns) { chunk in
      for row in 0..<chunk.count {
        if !chunk.nulls(4)[row] { reversals.append((ids.count, chunk.bits(4)[row])) }
        ids.append(chunk.ids[row])
        tally.add(
          customer: place(chunk, 0, row).map { Int32(truncatingIfNeeded: $0) } ?? -1,
          issued: Int32(truncatingIfNeeded: chunk.bits(1)[row]),
          due: Int32(truncatingIfNeeded: chunk.bits(2)[row]),
          amount: Double(chunk.bits(3)[row]) / 10_000)
      }
    }
    let index = RecordIndex(ids)
    for reversal in reversals {
      if let other = index.place(of: reversal.of) { tally.reverse(reversal.place, of: other) }
    }
    tally.joinReversals()
    try readAllocations(of: ids, index, into: &tally)
    board.fill(from: tally)
  }

  private func readAllocations(
    of invoices: [Int64], _ index: RecordIndex, into tally: inout InvoiceTally
  ) throws {
    let entity = Allocation.schema.entity
    let columns = try slots(entity, ["invoice", "allocated_on", "amount", "kind"])
    var selections = [Selection(entity)]
    if customers.count == 1 {
      selections = invoices.map { Selection(entity, equals: [(columns[0], .integer($0))]) }
    }
    for selection in selections {
      var payments = WordFilter([Allocation.Kind.payment.rawValue])
      try forEachChunk(selection, columns) { chunk in
        for row in 0..<chunk.count where payments.admits(chunk, 3, row) {
          guard let place = index.place(of: chunk.bits(0)[row]) else { continue }
          tally.pay(
            place, on: Int32(truncatingIfNeeded: chunk.bits(1)[row]),
            Double(chunk.bits(2)[row]) / 10_000)
        }
      }
    }
  }
}

/// Some ids, which go up.
struct RecordSet {
  private let index: RecordIndex
  init(_ ids: [Int64]) { index = RecordIndex(ids) }
  @inline(__always)
  func contains(_ id: Int64) -> Bool { index.place(of: id) != nil }
}
