import CRows
import GRDBSQLite
import SalesKernel

/// Reading columns into blocks: the one path of eager and lazy columns.
extension Session {
  /// A range of ids is read in one go where at most one in so many of its ids is wanted.
  private static let sparseness: Int64 = 8

  /// Fills columns of a block, home by home. A record that is gone reads as nulls.
  func fill(_ block: RowBlock, slots: [Int]) throws {
    try requireOpen()
    guard block.count > 0, !slots.isEmpty else {
      block.markLoaded(slots)
      return
    }
    let layout = try layout(of: block.entity)
    for (home, place) in layout.homes.enumerated() {
      let wanted = place.slots.filter { slots.contains($0) && !block.isLoaded($0) }
      if wanted.isEmpty { continue }
      let kinds = wanted.map { CellKind.of(block.entity.fields[$0].type) }
      let (first, last) = (block.ids[0], block.ids[block.count - 1])
      let (span, overflow) = last.subtractingReportingOverflow(first)
      let isDense =
        block.isAscending && !overflow
        && span < Session.sparseness &* Int64(block.count)
      let statement = try statement(layout.read(home, slots: wanted, range: isDense))
      defer { statement.reset() }
      if isDense {
        try fillRange(block, statement, wanted, kinds, first, last)
      } else {
        try fillPoints(block, statement, wanted, kinds)
      }
      block.markLoaded(wanted)
    }
  }

  private func fillRange(
    _ block: RowBlock, _ statement: Statement, _ slots: [Int], _ kinds: [UInt32], _ first: Int64,
    _ last: Int64
  ) throws {
    statement.bind(1, first)
    statement.bind(2, last)
    var row = 0
    let (ids, count) = (block.ids, block.count)
    while row < count, try statement.step() {
      let id = statement.integer(0)
      while row < count, ids[row] < id {
        clear(block, row, slots)
        row += 1
      }
      if row < count, ids[row] == id {
        read(statement, into: block, row, slots, kinds)
        row += 1
      }
    }
    while row < count {
      clear(block, row, slots)
      row += 1
    }
  }

  private func fillPoints(
    _ block: RowBlock, _ statement: Statement, _ slots: [Int], _ kinds: [UInt32]
  ) throws {
    for row in 0..<block.count {
      statement.bind(1, block.ids[row])
      if try statement.step() {
        read(statement, into: block, row, slots, kinds)
      } else {
        clear(block, row, slots)
      }
      statement.reset()
    }
  }

  private func clear(_ block: RowBlock, _ row: Int, _ slots: [Int]) {
    for slot in slots { block.cells[row * block.width + slot] = .null }
  }

  @inline(__always)
  private func read(
    _ statement: Statement, into block: RowBlock, _ row: Int, _ slots: [Int], _ kinds: [UInt32]
  ) {
    let handle = statement.handle
    let cells = block.cells + row * block.width
    for index in slots.indices {
      let column = Int32(truncatingIfNeeded: index + 1)
      let kind = kinds[index]
      let type = sqlite3_column_type(handle, column)
      if type == SQLITE_NULL {
        cells[slots[index]] = .null
      } else if kind == CellKind.text {
        let bytes = sqlite3_column_text(handle, column)
        let count = Int(sqlite3_column_bytes(handle, column))
        cells[slots[index]] = block.arena.cell(UnsafeRawBufferPointer(start: bytes, count: count))
      } else if kind == CellKind.number {
        let bits = Int64(bitPattern: sqlite3_column_double(handle, column).bitPattern)
        cells[slots[index]] = row_cell(bits: bits, length: 0, kind: kind)
      } else {
        cells[slots[index]] = row_cell(
          bits: sqlite3_column_int64(handle, column), length: 0, kind: kind)
      }
    }
  }
}
