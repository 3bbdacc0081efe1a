import SalesKernel

/// A pass over a selection: gives blocks of ids, and remembers which columns its blocks need.
///
/// By id it asks for the next ids each time, so writes in between are seen and never disturb it;
/// any other order
/// is fixed when the scan starts.
final class Scan {
  private let session: Session
  private let layout: TableLayout
  private let selection: Selection
  private let size: Int
  private(set) var slots: [Int]
  private var last = Int64.min
  private var remaining: Int
  private var fixed: [Int64]?
  private var position = 0
  private var buffer: [Int64] = []
  private let total: Int?

  init(_ session: Session, _ selection: Selection, slots: [Int], size: Int) throws {
    self.session = session
    self.layout = try session.layout(of: selection.entity)
    self.selection = selection
    self.size = min(max(size, 1), 1 << 16)
    self.slots = slots
    self.remaining = max(selection.limit ?? .max, 0)
    if !selection.isByID { fixed = try session.ids(selection) }
    total = try fixed?.count ?? (selection.limit == nil ? session.workTotal(selection.entity) : nil)
  }

  func include(_ slot: Int) { if !slots.contains(slot) { slots.append(slot) } }

  func run(_ body: (RowBlock) throws -> Bool) throws {
    var block: RowBlock?
    while let ids = try next() {
      if block == nil || !isKnownUniquelyReferenced(&block) {
        block = RowBlock(selection.entity, capacity: size, session: session, scan: self)
      }
      guard let current = block else { return }
      current.reset(ids, keeping: slots)
      try session.fill(current, slots: slots)
      if try !body(current) { return }
      try session.report(
        selection.entity.name, done: fixed == nil ? Int(clamping: last) : min(position, total ?? 0),
        total: total)
    }
  }

  private func next() throws -> ArraySlice<Int64>? {
    if let fixed {
      guard position < fixed.count else { return nil }
      defer { position += size }
      return fixed[position..<min(position + size, fixed.count)]
    }
    let wanted = min(size, remaining)
    if wanted == 0 { return nil }
    let sql = SelectionSQL(layout, selection)
    let statement = try session.statement(sql.nextIDs)
    defer { statement.reset() }
    let index = try sql.bind(statement)
    statement.bind(index, last)
    statement.bind(index + 1, Int64(wanted))
    buffer.removeAll(keepingCapacity: true)
    var previous = last
    while try statement.step() {
      let id = statement.integer(0)
      // Pages out of order would lead in a circle.
      guard id > previous else {
        throw StoreError(
          "store.corrupt", "\(selection.entity.name): record \(id) stands behind \(previous)",
          remedy: "run tenon doctor, and go back to a copy made with tenon backup")
      }
      previous = id
      buffer.append(id)
    }
    remaining -= buffer.count
    guard let end = buffer.last else { return nil }
    last = end
    return buffer[...]
  }
}
