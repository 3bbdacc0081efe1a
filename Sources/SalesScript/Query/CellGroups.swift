import CRows

/// Numbers the distinct cells of a column in order of first sight, without making a value of each.
///
/// - Complexity: O(1) a cell; among the first few a comparison or two.
struct CellGroups {
  private(set) var cells: [row_cell] = []
  private var places: [Key: Int] = [:]
  private var texts = KeptText()

  private struct Key: Hashable {
    let cell: row_cell

    static func == (a: Key, b: Key) -> Bool { CellGroups.same(a.cell, b.cell) }

    func hash(into hasher: inout Hasher) {
      hasher.combine(cell.kind)
      if cell.kind == UInt32(CELL_TEXT) {
        hasher.combine(bytes: CellGroups.bytes(cell))
      } else {
        hasher.combine(cell.bits)
      }
    }
  }

  mutating func index(of cell: row_cell) -> Int {
    for index in 0..<min(cells.count, 8) where Self.same(cells[index], cell) { return index }
    if let index = places[Key(cell: cell)] { return index }
    var kept = cell
    if cell.kind == UInt32(CELL_TEXT) {
      let copy = texts.keep(Self.bytes(cell))
      kept.bits = Int64(Int(bitPattern: copy.baseAddress))
    }
    cells.append(kept)
    places[Key(cell: kept)] = cells.count - 1
    return cells.count - 1
  }

  private static func bytes(_ cell: row_cell) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(
      start: UnsafeRawPointer(bitPattern: Int(cell.bits)), count: Int(cell.length))
  }

  private static func same(_ a: row_cell, _ b: row_cell) -> Bool {
    guard a.kind == b.kind else { return false }
    if a.kind != UInt32(CELL_TEXT) { return a.bits == b.bits }
    guard a.length == b.length else { return false }
    return bytes(a).elementsEqual(bytes(b))
  }
}
