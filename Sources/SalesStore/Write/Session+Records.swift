import CRows
import SalesKernel

/// The door for single records: set, create, delete.
extension Session {
  /// Sets fields of one record; equal values change nothing.
  ///
  /// Throws: `record.missing`, the fields' ``ValidationError``, `record.duplicate`,
  /// `record.reference`, `ledger.final`; nothing is changed then.
  public func set(_ entity: Entity, id: Int64, _ values: [(slot: Int, value: FieldValue)]) throws {
    try requireWritable()
    try check(values.map(\.slot), of: entity)
    let layout = try layout(of: entity)
    var changes: [(slot: Int, before: FieldValue, after: FieldValue)] = []
    for (slot, value) in values {
      let after = try entity.fields[slot].validated(value)
      let before = try current(layout, slot, id)
      if before == after { continue }
      try entity.requireEditable(slot, id: id, before: before, after: after)
      try requireFree(entity, slot, after, except: id)
      if case .reference(let name) = entity.fields[slot].type, case .integer(let target) = after {
        try requireTarget(name, target, entity, slot)
      }
      changes.append((slot, before, after))
    }
    for (slot, before, after) in changes {
      let statement = try statement(layout.updateOne(slot))
      statement.bind(1, id)
      statement.bind(2, after)
      try statement.run()
      log.updated(entity, slot, id, before: before, after: after)
    }
  }

  private func current(_ layout: TableLayout, _ slot: Int, _ id: Int64) throws -> FieldValue {
    let statement = try statement(
      layout.read(layout.homeOfSlot[slot], slots: [slot], range: false))
    defer { statement.reset() }
    statement.bind(1, id)
    guard try statement.step() else { throw StoreError.missing(layout.entity, id) }
    return try value(statement, 1, layout.entity.fields[slot].type)
  }

  /// Throws: `record.duplicate` when another record holds a value of a unique field.
  private func requireFree(
    _ entity: Entity, _ slot: Int, _ value: FieldValue, except id: Int64?
  ) throws {
    guard entity.fields[slot].isUnique, !value.isNull,
      let holder = try holder(entity, slot: slot, value: value), holder != id
    else { return }
    throw StoreError.duplicate(entity, slot, value, holder: holder)
  }

  /// Makes a record; fields that are not given are empty.
  ///
  /// - Parameter id: For copies of another store only; otherwise the next free one, never used
  ///   before.
  /// - Throws: the fields' ``ValidationError``, `record.duplicate`, `record.reference`,
  ///   `record.exists`.
  @discardableResult
  public func create(
    _ entity: Entity, _ values: [(slot: Int, value: FieldValue)], id: Int64? = nil
  ) throws -> Int64 {
    try requireWritable()
    try check(values.map(\.slot), of: entity)
    var row = [FieldValue](repeating: .null, count: entity.fields.count)
    for (slot, value) in values { row[slot] = value }
    for slot in row.indices {
      row[slot] = try entity.fields[slot].validated(row[slot])
      try requireFree(entity, slot, row[slot], except: nil)
      if case .reference(let name) = entity.fields[slot].type, case .integer(let target) = row[slot]
      {
        try requireTarget(name, target, entity, slot)
      }
    }
    return try insert(entity, id: id, row)
  }

  /// Inserts validated values and notes the record.
  func insert(_ entity: Entity, id: Int64?, _ row: [FieldValue]) throws -> Int64 {
    if let id {
      guard id > 0, id < .max else {
        throw StoreError("record.id", "\(id) is not an id", remedy: "give a whole number from 1")
      }
      if try exists(entity, id: id) {
        throw StoreError(
          "record.exists", "there is already \(entity.singular) \(id)", remedy: "give another id")
      }
    }
    let id = try takeID(entity, id)
    let arena = TextArena()
    let cells = row.map { row_cell($0, in: arena) }
    try withExtendedLifetime(arena) {
      try cells.withUnsafeBufferPointer { cells in
        guard let base = cells.baseAddress else { return }
        try inserter(entity).insert(id: id, base)
      }
    }
    log.created(entity, id...id)
    return id
  }

  func inserter(_ entity: Entity) throws -> RecordInserter {
    if let known = inserters[entity.name] { return known }
    let inserter = try RecordInserter(self, layout(of: entity))
    inserters[entity.name] = inserter
    return inserter
  }

  /// The id given, or the next that no record ever had.
  func takeID(_ entity: Entity, _ wanted: Int64?) throws -> Int64 {
    let next = try nextIDs[entity.name] ?? firstFreeID(entity)
    let id = wanted ?? next
    guard id < .max else {
      throw StoreError("record.id", "\(entity.name) has no ids left", remedy: "use smaller ids")
    }
    nextIDs[entity.name] = max(next, id + 1)
    return id
  }

  private func firstFreeID(_ entity: Entity) throws -> Int64 {
    let saved = try statement(RunSQL.nextID)
    defer { saved.reset() }
    saved.bind(1, entity.name)
    let kept = try saved.step() ? saved.integer(0) : 1
    let last = try statement(layout(of: entity).lastID())
    defer { last.reset() }
    let used = try last.step() ? last.integer(0) : 0
    return max(kept, used == .max ? .max : used + 1, 1)
  }
}
