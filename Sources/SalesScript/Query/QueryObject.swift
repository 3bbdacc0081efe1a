import CRows
import Lua
import SalesKernel
import SalesStore
import Values

/// A lazy query: an entity with conditions, an order and a limit. Every verb that narrows gives a new query; the
/// verbs that answer run it.
final class QueryObject {
  /// A condition on a row that the store cannot decide itself.
  enum Filter {
    case rule(LuaRule)
    case oneOf(slot: Int, values: Set<FieldValue>)
  }

  let binding: EntityBinding
  unowned let host: ScriptHost
  var selection: Selection
  var filters: [Filter] = []
  /// Fields that `rows`, printing and export show; nil for the usual ones.
  var shown: [Int]?

  init(_ binding: EntityBinding, host: ScriptHost) {
    self.binding = binding
    self.host = host
    selection = Selection(binding.entity)
  }

  var entity: Entity { binding.entity }

  func copy() -> QueryObject {
    let copy = QueryObject(binding, host: host)
    copy.selection = selection
    copy.filters = filters
    copy.shown = shown
    return copy
  }

  /// The slot of a field that a script names.
  /// - Throws: `entity.field`, with the nearest name.
  func slot(_ name: String) throws -> Int { try entity.requireSlot(of: name) }

  // MARK: Streaming

  /// Runs through the rows that match, block by block. `rows` are positions in the block.
  func forEachBlock(
    reading slots: [Int] = [], _ body: (RowBlock, [Int]) throws -> Bool
  ) throws {
    let session = try host.requireSession()
    guard !filters.isEmpty else {
      try session.forEachBlock(selection, slots: slots) {
        try host.state.checkStop()
        return try body($0, Array(0..<$0.count))
      }
      return
    }
    var source = selection
    var skip = source.offset
    var left = source.limit ?? .max
    source.limit = nil
    source.offset = 0
    guard left > 0 else { return }
    try session.forEachBlock(source, slots: slots) { block in
      var rows = try matching(block)
      if skip > 0 {
        let dropped = min(skip, rows.count)
        rows.removeFirst(dropped)
        skip -= dropped
      }
      if rows.count > left { rows.removeLast(rows.count - left) }
      left -= rows.count
      if rows.isEmpty { return left > 0 }
      return try body(block, rows) && left > 0
    }
  }

  /// Positions of the rows of a block that every filter admits.
  private func matching(_ block: RowBlock) throws -> [Int] {
    var rows = Array(0..<block.count)
    for filter in filters where !rows.isEmpty {
      switch filter {
      case .oneOf(let slot, let values):
        rows = try rows.filter { values.contains(try block.value($0, slot)) }
      case .rule(let rule):
        try block.withResults { results in
          try rule.map(block, into: results)
          rows = rows.filter { results[$0].isTrue }
        }
      }
    }
    return rows
  }

  /// Ids of the rows that match, in order.
  func ids() throws -> [Int64] {
    guard !filters.isEmpty else { return try host.requireSession().ids(selection) }
    var ids: [Int64] = []
    try forEachBlock { block, rows in
      ids += rows.map { block.ids[$0] }
      return true
    }
    return ids
  }

  /// The selection that stands for this query where the store must know the rows.
  func resolved() throws -> Selection {
    filters.isEmpty ? selection : Selection(entity, ids: try ids())
  }

  func count() throws -> Int {
    guard !filters.isEmpty else { return try host.requireSession().count(selection) }
    var count = 0
    try forEachBlock { _, rows in
      count += rows.count
      return true
    }
    return count
  }

  /// Records that match, at most `limit`, in blocks of their own that live on.
  func records(limit: Int) throws -> [RecordReference] {
    let query = copy()
    query.selection.limit = min(limit, selection.limit ?? limit)
    let ids = try query.ids()
    guard !ids.isEmpty else { return [] }
    let block = try host.requireSession().block(of: entity, ids: ids)
    try host.keepWhole(block)
    return (0..<block.count).map {
      RecordReference(block: block, row: $0, recordClass: binding.recordClass)
    }
  }

  /// Fields that tables of this query show: the chosen ones, or the first that people look for.
  var columns: [Int] { shown ?? Array(entity.fields.indices.prefix(8)) }

  /// The query's rows as a table, at most `limit`, with the exact count of the rest.
  func table(limit: Int) throws -> ResultTable {
    let columns = columns
    let records = try records(limit: limit)
    let total = records.count < limit ? records.count : try count()
    let rows = try records.map { record in
      let block = try binding.block(of: record)
      return [.integer(block.ids[record.row])]
        + (try columns.map { try block.value(record.row, $0).scriptValue })
    }
    return ResultTable(
      columns: [.init("id", .number)] + columns.map { .init(entity.fields[$0], of: entity) },
      rows: rows,
      omitted: total - records.count)
  }
}

extension ScriptHost {
  /// A query that shows all its fields where it did not choose some; any other value as it is.
  public func whole(_ value: Value) -> Value {
    guard case .object(let object) = value, let query = object as? QueryObject, query.shown == nil
    else { return value }
    let whole = query.copy()
    whole.shown = Array(query.entity.fields.indices)
    return .object(whole)
  }
}

extension Value {
  /// Whether it stands for records that have not been read yet.
  public var isQuery: Bool {
    if case .object(let object) = self { return object is QueryObject }
    return false
  }
}

extension ScriptHost {
  /// At a console a record lives on after the chunk that found it: it is read whole while it can be.
  func keepWhole(_ block: RowBlock) throws {
    guard options.isInteractive else { return }
    for slot in block.entity.fields.indices { try block.load(slot) }
  }
}

extension RowBlock {
  /// Room for one result a row.
  func withResults<T>(_ body: (UnsafeMutablePointer<row_cell>) throws -> T) rethrows -> T {
    try withUnsafeTemporaryAllocation(of: row_cell.self, capacity: max(count, 1)) { buffer in
      buffer.initialize(repeating: row_cell())
      return try body(buffer.baseAddress!)
    }
  }
}

extension row_cell {
  /// Lua's truth.
  var isTrue: Bool {
    !(kind == UInt32(CELL_NULL) || kind == UInt32(CELL_UNLOADED)
      || (kind == UInt32(CELL_BOOL) && bits == 0))
  }
}
