import SalesKernel
import Values

/// Reading records: scans, single blocks, ids and counts.
extension Session {
  /// Gives the selected records block by block until `body` returns false.
  ///
  /// - Parameter slots: Columns to read for all rows; others load at their first touch.
  public func forEachBlock(
    _ selection: Selection, slots: [Int], size: Int = 1024, _ body: (RowBlock) throws -> Bool
  ) throws {
    try requireOpen()
    try check(slots, of: selection.entity)
    try Scan(self, selection, slots: slots, size: size).run(body)
  }

  /// Records by id, in the order given; ids that do not exist are left out. All columns load when
  /// touched.
  public func block(of entity: Entity, ids: [Int64]) throws -> RowBlock {
    let found = try self.ids(Selection(entity, ids: ids))
    let block = RowBlock(entity, capacity: found.count, session: self, scan: nil)
    block.reset(found[...], keeping: [])
    return block
  }

  public func exists(_ entity: Entity, id: Int64) throws -> Bool {
    let statement = try statement(layout(of: entity).exists())
    defer { statement.reset() }
    statement.bind(1, id)
    return try statement.step()
  }

  /// The ids of a selection, in its order.
  public func ids(_ selection: Selection) throws -> [Int64] {
    try requireOpen()
    if selection.isPlainIDs, let ids = selection.ids {
      let existing = try ids.filter { try exists(selection.entity, id: $0) }
      let rest = existing.dropFirst(max(selection.offset, 0))
      return Array(rest.prefix(max(selection.limit ?? .max, 0)))
    }
    let sql = SelectionSQL(try layout(of: selection.entity), selection)
    let statement = try statement(sql.allIDs)
    defer { statement.reset() }
    let index = try sql.bind(statement)
    statement.bind(index, selection.limit.map { Int64(max($0, 0)) } ?? -1)
    statement.bind(index + 1, Int64(max(selection.offset, 0)))
    var ids: [Int64] = []
    while try statement.step() { ids.append(statement.integer(0)) }
    return ids
  }

  /// How many records a selection has, its limit and offset applied.
  public func count(_ selection: Selection) throws -> Int {
    try requireOpen()
    if selection.isPlainIDs { return try ids(selection).count }
    let sql = SelectionSQL(try layout(of: selection.entity), selection)
    let statement = try statement(sql.count)
    defer { statement.reset() }
    _ = try sql.bind(statement)
    let all = try statement.step() ? Int(statement.integer(0)) : 0
    return min(max(all - max(selection.offset, 0), 0), max(selection.limit ?? .max, 0))
  }

  /// The id of the record that holds a value in a unique field.
  public func holder(_ entity: Entity, slot: Int, value: FieldValue) throws -> Int64? {
    try check([slot], of: entity)
    let statement = try statement(layout(of: entity).holders(slot))
    defer { statement.reset() }
    statement.bind(1, value)
    return try statement.step() ? statement.integer(0) : nil
  }

  func check(_ slots: [Int], of entity: Entity) throws {
    for slot in slots where !entity.fields.indices.contains(slot) {
      throw ValidationError(
        "field.slot", "\(entity.name) has \(entity.fields.count) fields, no slot \(slot)")
    }
  }
}
