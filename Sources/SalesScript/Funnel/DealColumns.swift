import SalesKernel
import SalesStore
import Values

/// Opportunities as a funnel reads them, out of the columns of the store.
struct DealColumns {
  private(set) var deals: [FunnelHistory.Deal] = []
  /// The row of the columns that each deal stands in.
  private(set) var rows: [Int] = []
  /// Opportunities whose stage the playbook does not know.
  private(set) var unknown = 0
  /// Opportunities that were closed before they were opened.
  private(set) var misdated = 0
  /// Whether some deals' amounts on the day asked about must come from their moves.
  private(set) var needsAmounts = false
  let stages: FunnelStages
  let past: PastValues
  private let table: RecordColumns
  private let slots: [Int]
  private let chosen: Int

  /// - Parameter slots: Playbook, stage, amount, expected close, opened on, closed on, reason: the
  ///   first seven columns of the table.
  init(
    _ stages: FunnelStages, _ table: RecordColumns, _ past: PastValues, slots: [Int], chosen: Int
  ) {
    (self.stages, self.table, self.past) = (stages, table, past)
    (self.slots, self.chosen) = (slots, chosen)
  }

  mutating func read() {
    let places: [Int?] =
      [nil] + table.columns[1].distinctTexts.map { stages.place(of: $0) }
    deals.reserveCapacity(table.count)
    for row in 0..<table.count where table.columns[0].code(row) == chosen {
      guard let place = places[table.columns[1].code(row)] else {
        unknown += 1
        continue
      }
      let id = table.ids[row]
      let isKnown = past.isEmpty || !past.made.contains(id)
      if !isKnown { needsAmounts = true }
      if let closed = table.columns[5].bits(row), let opened = table.columns[4].bits(row),
        closed < opened
      {
        misdated += 1
      }
      deals.append(
        FunnelHistory.Deal(
          id: id, opened: Int32(truncatingIfNeeded: table.columns[4].bits(row) ?? 0),
          closed: table.columns[5].bits(row).map { Int32(truncatingIfNeeded: $0) }, place: place,
          amount: amount(id, row), expectedClose: expectedClose(id, row), isAmountKnown: isKnown))
      rows.append(row)
    }
  }

  private func amount(_ id: Int64, _ row: Int) -> Int64? {
    if !past.isEmpty, let value = past.value(of: id, slot: slots[2]) {
      if case .money(let money) = value { return money.units }
      return nil
    }
    return table.columns[2].bits(row)
  }

  private func expectedClose(_ id: Int64, _ row: Int) -> Int32? {
    if !past.isEmpty, let value = past.value(of: id, slot: slots[3]) {
      if case .day(let day) = value { return day.number }
      return nil
    }
    return table.columns[3].bits(row).map { Int32(truncatingIfNeeded: $0) }
  }

  /// A field of the deals on the day asked about, by the slot and the column that it was read into.
  func codes(slot: Int, column: Int) -> FigureCodes {
    var codes = FigureCodes(table.columns[column], rows: rows)
    if !past.changes(of: slot).isEmpty {
      for deal in deals.indices {
        if let value = past.value(of: deals[deal].id, slot: slot) { codes.replace(deal, by: value) }
      }
    }
    return codes
  }

  /// The deal with an id.
  func index() -> RecordIndex { RecordIndex(deals.map(\.id)) }
}

/// Moves as a funnel reads them.
struct MoveColumns {
  /// Moves to stages that the playbook does not know.
  private(set) var unknown = 0
  private let table: RecordColumns
  private let index: RecordIndex
  private let places: [Int?]
  private let hasAmounts: Bool

  var count: Int { table.count }

  init(_ table: RecordColumns, deals: DealColumns) {
    self.table = table
    index = deals.index()
    places = [nil] + table.columns[1].distinctTexts.map { deals.stages.place(of: $0) }
    hasAmounts = table.columns.count > 3
    let strange = places.indices.filter { $0 > 0 && places[$0] == nil }
    if strange.isEmpty { return }
    for row in 0..<table.count where strange.contains(table.columns[1].code(row)) {
      if let id = table.columns[0].bits(row), index.place(of: id) != nil { unknown += 1 }
    }
  }

  @inline(__always)
  func move(_ row: Int) -> FunnelHistory.Move? {
    guard let id = table.columns[0].bits(row), let deal = index.place(of: id),
      let place = places[table.columns[1].code(row)], let time = table.columns[2].bits(row)
    else { return nil }
    return FunnelHistory.Move(
      deal: deal, place: place, time: time,
      amount: hasAmounts ? table.columns[3].bits(row) : nil,
      expectedClose: hasAmounts
        ? table.columns[4].bits(row).map { Int32(truncatingIfNeeded: $0) } : nil)
  }
}
