import CRows
import SalesKernel

/// Whether a run can be taken back; asked in full before anything is written.
struct UndoCheck {
  let session: Session
  let run: Int64

  func require(_ changes: ChangeSet) throws {
    for change in changes.entities {
      let entity = try session.catalog.require(change.entity)
      for field in change.updated { try requireUnmoved(entity, field) }
      try requireFree(entity, change)
      try requireUntouched(entity, change.created, changes)
    }
  }

  /// Every cell holds what the run left.
  private func requireUnmoved(_ entity: Entity, _ change: FieldChange) throws {
    let slot = try slot(entity, change.field)
    guard CellKind.of(entity.fields[slot].type) == change.after.kind else {
      throw StoreError(
        "run.fields", "\(entity.name).\(change.field) has another type than in run \(run)",
        remedy: "undo it with the program that wrote it")
    }
    for start in stride(from: 0, to: change.count, by: 1024) {
      let ids = change.ids[start..<min(start + 1024, change.count)]
      let block = RowBlock(entity, capacity: ids.count, session: session, scan: nil)
      block.reset(ids, keeping: [])
      try block.load(slot)
      for row in 0..<block.count {
        let now = block.cells[row * block.width + slot]
        let isSame = change.after.withCell(start + row) { now.isSame(as: $0) }
        if isSame, now.kind != CellKind.null { continue }
        let id = block.ids[row]
        if isSame, try session.exists(entity, id: id) { continue }
        throw try blocked(entity, change.field, id, now: try now.value())
      }
    }
  }

  /// Deleted records can come back: nobody has their ids or unique values.
  private func requireFree(_ entity: Entity, _ change: EntityChanges) throws {
    let deleted = change.deleted
    for id in deleted.ids where try session.exists(entity, id: id) && !change.created.contains(id) {
      throw try blocked(entity, "", id, now: nil)
    }
    for (field, column) in deleted.values {
      let slot = try slot(entity, field)
      guard CellKind.of(entity.fields[slot].type) == column.kind else {
        throw StoreError(
          "run.fields", "\(entity.name).\(field) has another type than in run \(run)")
      }
      guard entity.fields[slot].isUnique else { continue }
      for index in deleted.ids.indices {
        try requireFree(entity, slot, column.value(index), change)
      }
    }
    for field in change.updated {
      let slot = try slot(entity, field.field)
      guard entity.fields[slot].isUnique else { continue }
      for index in field.ids.indices {
        try requireFree(entity, slot, field.before.value(index), change)
      }
    }
  }

  /// No record that the undo leaves as it is holds a unique value.
  private func requireFree(
    _ entity: Entity, _ slot: Int, _ value: FieldValue, _ change: EntityChanges
  ) throws {
    guard !value.isNull, let holder = try session.holder(entity, slot: slot, value: value),
      !change.created.contains(holder),
      change.updated.first(where: { $0.field == entity.fields[slot].name })?.index(of: holder)
        == nil
    else { return }
    throw try blocked(entity, entity.fields[slot].name, holder, now: value)
  }

  /// Records that the run made were not changed since, and nobody refers to them.
  private func requireUntouched(
    _ entity: Entity, _ created: IDRuns, _ changes: ChangeSet
  ) throws {
    if created.isEmpty { return }
    if let (id, later) = try RunLog(session: session).firstTouched(entity.name, created, after: run)
    {
      throw blocked(entity, "", id, now: nil, by: later)
    }
    var ids: [Int64] = []
    created.forEach { ids.append($0) }
    let leaving = Dictionary(
      changes.entities.map { ($0.entity, $0.created) }, uniquingKeysWith: { first, _ in first })
    guard
      let holder = try session.referrer(to: entity, ids, except: leaving, unlessUndone: changes)
    else { return }
    let later = try RunLog(session: session).lastRun(
      touching: holder.entity.name, holder.field, holder.id, after: run)
    throw StoreError(
      "run.blocked",
      "run \(run) made \(entity.singular) \(holder.target), which is now the \(holder.field) of "
        + "\(holder.entity.singular) \(holder.id)" + (later.map { " since run \($0)" } ?? ""),
      remedy: later.map { "undo run \($0) first" } ?? "change that record first")
  }

  private func slot(_ entity: Entity, _ name: String) throws -> Int {
    if let slot = entity.slot(of: name) { return slot }
    throw StoreError(
      "run.fields", "\(entity.name) has no field \(name), which run \(run) changed",
      remedy: "undo it with the program that wrote it")
  }

  private func blocked(
    _ entity: Entity, _ field: String, _ id: Int64, now: FieldValue?
  ) throws -> StoreError {
    let later = try RunLog(session: session).lastRun(
      touching: entity.name, field, id, after: run)
    return blocked(entity, field, id, now: now, by: later)
  }

  private func blocked(
    _ entity: Entity, _ field: String, _ id: Int64, now: FieldValue?, by later: Int64?
  ) -> StoreError {
    let what = field.isEmpty ? "\(entity.singular) \(id)" : "\(entity.singular) \(id).\(field)"
    let value = now.map { " and is now \($0.display)" } ?? ""
    let who = later.map { "by run \($0)" } ?? "since"
    return StoreError(
      "run.blocked", "run \(run) cannot be undone: \(what) was changed \(who)\(value)",
      remedy: later.map { "undo run \($0) first" } ?? "change it back first")
  }
}

extension RunLog {
  /// A record among `ids` that a later applied run changed, with that run.
  func firstTouched(
    _ entity: String, _ ids: IDRuns, after: Int64
  ) throws -> (id: Int64, run: Int64)? {
    let statement = try session.statement(RunSQL.touching)
    defer { statement.reset() }
    statement.bind(1, entity)
    statement.bind(2, "")
    statement.bind(3, after)
    while try statement.step() {
      for range in try ChangeCodec.decodeRuns(statement.blob(1)) {
        if let id = ids.first(in: range) { return (id, statement.integer(0)) }
      }
    }
    return nil
  }
}
