import CRows
import SalesKernel

/// What the write door notes while a run works; ``finish()`` folds it into a net ``ChangeSet``.
///
/// For each entity a list of epochs, each ended by deletions:
/// ```
///   created + updated … deleted │ created + updated … deleted │ …
/// ```
struct ChangeLog {
  struct Epoch {
    var created = IDRuns()
    var updated: [Int: FieldChange] = [:]
    var deleted: [DeletedRecords] = []
  }

  private var epochs: [String: [Epoch]] = [:]
  private var order: [String] = []
  private var layouts: [String: Entity] = [:]
  private let editions: StoreEditions?

  /// - Parameter editions: What is told of every entity that changes.
  init(_ editions: StoreEditions? = nil) { self.editions = editions }

  var isEmpty: Bool { order.isEmpty }

  /// The epoch that creations and updates go to.
  private mutating func open(_ entity: Entity) -> Int {
    editions?.touch(entity.name)
    if epochs[entity.name] == nil {
      order.append(entity.name)
      layouts[entity.name] = entity
      epochs[entity.name] = [Epoch()]
    }
    let last = epochs[entity.name, default: []].count - 1
    if epochs[entity.name]?[last].deleted.isEmpty == false {
      epochs[entity.name]?.append(Epoch())
      return last + 1
    }
    return last
  }

  mutating func created(_ entity: Entity, _ range: ClosedRange<Int64>) {
    let epoch = open(entity)
    epochs[entity.name]?[epoch].created.insert(range)
  }

  mutating func updated(
    _ entity: Entity, _ slot: Int, _ id: Int64, before: FieldValue, after: FieldValue
  ) {
    let epoch = open(entity)
    let field = entity.fields[slot]
    epochs[entity.name]?[epoch].updated[slot, default: FieldChange(field.name, field.type)]
      .append(id, before: before, after: after)
  }

  mutating func updated(_ entity: Entity, _ slot: Int, _ change: FieldChange) {
    if change.ids.isEmpty { return }
    let epoch = open(entity)
    let field = entity.fields[slot]
    epochs[entity.name]?[epoch].updated[slot, default: FieldChange(field.name, field.type)]
      .append(contentsOf: change)
  }

  mutating func deleted(_ entity: Entity, _ records: DeletedRecords) {
    if records.ids.isEmpty { return }
    _ = open(entity)
    let last = epochs[entity.name, default: []].count - 1
    epochs[entity.name]?[last].deleted.append(records)
  }

  /// Takes on what a savepoint noted.
  mutating func append(_ child: ChangeLog) {
    let edition = editions?.mark()
    defer { if let edition { editions?.restore(edition) } }
    for name in child.order {
      guard let entity = child.layouts[name] else { continue }
      for epoch in child.epochs[name] ?? [] {
        let place = open(entity)
        for range in epoch.created.ranges { epochs[name]?[place].created.insert(range) }
        for (slot, change) in epoch.updated { updated(entity, slot, change) }
        epochs[name]?[place].deleted += epoch.deleted
      }
    }
  }

  /// The net changes, entities in the order of their first change.
  func finish() -> ChangeSet {
    ChangeSet(
      order.compactMap { name in
        layouts[name].map { ChangeFold($0).fold(epochs[name] ?? []) }
      })
  }
}
