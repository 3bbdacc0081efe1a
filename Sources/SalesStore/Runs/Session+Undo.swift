import SalesKernel

/// Taking a run back: every cell must still hold what the run left there.
extension Session {
  /// Applies the inverse of a run's change set inside this session.
  ///
  /// Records that it made go, records that it deleted come back with their ids, and fields get
  /// their values from
  /// before. One run of a session can be undone.
  ///
  /// Throws: `run.missing`, `run.undone`, `run.fields`, `run.blocked` naming entity, field, id, the
  /// value
  /// that stands there and the run that put it there; nothing is written then.
  public func undo(_ run: Int64) throws {
    try requireWritable()
    if let other = undoes {
      throw StoreError(
        "run.twice", "this run already undoes run \(other)", remedy: "use another run")
    }
    let log = RunLog(session: self)
    let record = try log.require(run)
    if record.status == .undone {
      let by = record.undoneBy.map { " by run \($0)" } ?? ""
      throw StoreError("run.undone", "run \(run) was undone already\(by)", remedy: "undo that run")
    }
    let changes = try log.changes(of: run)
    try UndoCheck(session: self, run: run).require(changes)
    try Transaction.execute(connection, "PRAGMA defer_foreign_keys = ON")
    try savepoint { try takeBack(changes) }
    undoes = run
  }

  /// Records made go first and unique values that change are taken away, so that deleted records
  /// find
  /// theirs free; references are checked when the run commits.
  private func takeBack(_ changes: ChangeSet) throws {
    let entities = try changes.entities.map { (try catalog.require($0.entity), $0) }
    for (entity, change) in entities {
      var ids: [Int64] = []
      change.created.forEach { ids.append($0) }
      try remove(entity, ids)
    }
    for (entity, change) in entities {
      for field in change.updated {
        let slot = try entity.requireSlot(of: field.field)
        if entity.fields[slot].isUnique { try vacate(entity, slot, field.ids) }
      }
    }
    for (entity, change) in entities {
      let slots = try change.deleted.values.map { try entity.requireSlot(of: $0.field) }
      for (index, id) in change.deleted.ids.enumerated() {
        var row = [FieldValue](repeating: .null, count: entity.fields.count)
        for (place, slot) in slots.enumerated() {
          row[slot] = change.deleted.values[place].column.value(index)
        }
        _ = try insert(entity, id: id, row)
      }
    }
    for (entity, change) in entities {
      for field in change.updated {
        try write(entity, try entity.requireSlot(of: field.field), field.inverse)
      }
    }
  }
}
