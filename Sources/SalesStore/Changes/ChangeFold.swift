import SalesKernel

/// Folds the epochs of one entity into its net changes.
struct ChangeFold {
  let entity: Entity
  private var created = IDRuns()
  private var updated: [Int: FieldChange] = [:]
  private var deleted: [Int64: [FieldValue]] = [:]

  init(_ entity: Entity) { self.entity = entity }

  consuming func fold(_ epochs: [ChangeLog.Epoch]) -> EntityChanges {
    for epoch in epochs { add(epoch) }
    var result = EntityChanges(entity.name)
    result.created = created
    result.updated = updated.sorted { $0.key < $1.key }.map(\.value).filter { !$0.ids.isEmpty }
    result.deleted.ids = deleted.keys.sorted()
    if !result.deleted.ids.isEmpty {
      result.deleted.values = entity.fields.enumerated().map { slot, field in
        var column = CellColumn(field.type)
        for id in result.deleted.ids { column.append(deleted[id]?[slot] ?? .null) }
        return (field.name, column)
      }
    }
    return result
  }

  private mutating func add(_ epoch: ChangeLog.Epoch) {
    for range in epoch.created.ranges { created.insert(range) }
    for (slot, change) in epoch.updated {
      let made = created
      var net = change.net()
      if !made.isEmpty { net = net.without(made.contains) }
      updated[slot] = updated[slot].map { $0.followed(by: net) } ?? net
    }
    for records in epoch.deleted { remove(records) }
  }

  /// A record made in the same run just goes; another leaves the values it had before the run.
  private mutating func remove(_ records: DeletedRecords) {
    for (index, id) in records.ids.enumerated() {
      if created.contains(id) {
        created.remove(id)
        continue
      }
      var values = records.values.map { $0.column.value(index) }
      for (slot, change) in updated {
        if let place = change.index(of: id) { values[slot] = change.before.value(place) }
      }
      deleted[id] = values
    }
    let gone = Set(records.ids)
    for slot in updated.keys { updated[slot] = updated[slot]?.without(gone.contains) }
  }
}
