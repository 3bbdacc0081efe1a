import CRows
import GRDBSQLite
import SalesKernel

/// Writing a noted change of one field: one statement where it is dense, one a record where it is
/// sparse.
extension Session {
  /// One statement walks the range of ids when at least one in so many of them changes.
  private static let sparseness: Int64 = 8

  /// Writes a net change, whose `before` is what stands there, and notes it in the log.
  func write(_ entity: Entity, _ slot: Int, _ change: FieldChange) throws {
    guard let first = change.ids.first, let last = change.ids.last else { return }
    try requireWritable()
    try requireTargets(entity, slot, change.after)
    let (span, overflow) = last.subtractingReportingOverflow(first)
    let isDense = !overflow && span < Session.sparseness &* Int64(change.count)
    if entity.fields[slot].isUnique {
      try writeUnique(entity, slot, change)
    } else if isDense {
      try writeRange(entity, slot, change, first, last)
    } else {
      try savepoint { try writePoints(entity, slot, change) }
    }
    log.updated(entity, slot, change)
  }

  private func writeRange(
    _ entity: Entity, _ slot: Int, _ change: FieldChange, _ first: Int64, _ last: Int64
  ) throws {
    let layout = try layout(of: entity)
    let statement = try statement(layout.updateMany(slot, function: ColumnFeed.function))
    statement.bind(1, first)
    statement.bind(2, last)
    try store.feed.with(change) { try statement.run() }
    try requireAll(store.feed.taken, of: change, entity)
  }

  private func writePoints(_ entity: Entity, _ slot: Int, _ change: FieldChange) throws {
    let statement = try statement(try layout(of: entity).updateOne(slot))
    var written = 0
    for index in change.ids.indices {
      statement.bind(1, change.ids[index])
      try change.after.withCell(index) { cell in
        statement.bind(2, cell: cell)
        try statement.run()
        statement.bindNull(2)
      }
      written += Int(sqlite3_changes(connection))
    }
    try requireAll(written, of: change, entity)
  }

  /// Values may trade places, so all are taken away first.
  private func writeUnique(_ entity: Entity, _ slot: Int, _ change: FieldChange) throws {
    try savepoint {
      try vacate(entity, slot, change.ids)
      let statement = try statement(try layout(of: entity).updateOne(slot))
      for index in change.ids.indices {
        let value = change.after.value(index)
        if value.isNull { continue }
        if let holder = try holder(entity, slot: slot, value: value) {
          throw StoreError.duplicate(entity, slot, value, holder: holder)
        }
        statement.bind(1, change.ids[index])
        statement.bind(2, value)
        try statement.run()
      }
    }
  }

  /// Takes a field's values away without a note: the caller writes others, and notes those, before
  /// it ends.
  func vacate(_ entity: Entity, _ slot: Int, _ ids: [Int64]) throws {
    let statement = try statement(try layout(of: entity).updateOne(slot))
    for id in ids {
      statement.bind(1, id)
      statement.bindNull(2)
      try statement.run()
    }
  }

  private func requireAll(_ count: Int, of change: FieldChange, _ entity: Entity) throws {
    if count == change.count { return }
    throw StoreError(
      "record.missing",
      "\(change.count - count) of \(change.count) records of \(entity.name) are not there",
      remedy: "select them again")
  }

  /// Every value of a reference names a record.
  func requireTargets(_ entity: Entity, _ slot: Int, _ column: CellColumn) throws {
    guard case .reference(let name) = entity.fields[slot].type else { return }
    var known: Set<Int64> = []
    for index in 0..<column.count where !column.nulls[index] {
      let id = column.bits[index]
      if known.insert(id).inserted { try requireTarget(name, id, entity, slot) }
    }
  }

  func requireTarget(_ name: String, _ id: Int64, _ entity: Entity, _ slot: Int) throws {
    let target = try catalog.require(name)
    if try exists(target, id: id) { return }
    throw StoreError(
      "record.reference", "\(entity.fields[slot].name): there is no \(target.singular) \(id)",
      remedy: "create it first, or give the id of another")
  }
}

extension StoreError {
  static func duplicate(
    _ entity: Entity, _ slot: Int, _ value: FieldValue, holder: Int64
  ) -> StoreError {
    StoreError(
      "record.duplicate",
      "\(entity.singular) \(holder) already has \(entity.fields[slot].name) \(value.display)",
      remedy: "give another value, or change \(entity.singular) \(holder)")
  }

  static func missing(_ entity: Entity, _ id: Int64) -> StoreError {
    StoreError(
      "record.missing", "there is no \(entity.singular) \(id)",
      remedy: "list the ids with \(entity.name):each()")
  }
}
