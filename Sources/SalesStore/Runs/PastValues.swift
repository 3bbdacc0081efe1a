import SalesKernel
import Values

/// What records of an entity held at a past moment, where runs since then have changed it.
///
/// Only the difference to what stands now is kept: a record that no run touched since is not in it.
public struct PastValues: Sendable {
  /// Records that were made since then.
  public private(set) var made = IDRuns()
  private var before: [Int: [Int64: FieldValue]] = [:]

  /// Whether all stands as it did.
  public var isEmpty: Bool { made.isEmpty && before.isEmpty }

  /// What a field held then; nil where no run has changed it since.
  public func value(of id: Int64, slot: Int) -> FieldValue? { before[slot]?[id] }

  /// The fields that runs have changed since, with the records and what they held.
  public func changes(of slot: Int) -> [Int64: FieldValue] { before[slot] ?? [:] }

  /// Takes in the change set of the next later run: the first that changed a cell knows what it held.
  mutating func add(_ changes: EntityChanges, slots: [(slot: Int, field: String)]) {
    for range in changes.created.ranges { made.insert(range) }
    for (slot, field) in slots {
      guard let change = changes.updated.first(where: { $0.field == field }) else { continue }
      for (index, id) in change.ids.enumerated() where before[slot]?[id] == nil {
        before[slot, default: [:]][id] = change.before.value(index)
      }
    }
  }
}

extension Session {
  /// What fields of an entity held at the end of a moment, by the runs whose clock is later.
  ///
  /// - Parameter clock: That of this run, whose own changes are later still.
  /// - Throws: `store.corrupt`.
  public func past(
    _ entity: Entity, slots: [Int], at moment: Instant, clock: Instant
  ) throws -> PastValues {
    try requireOpen()
    try check(slots, of: entity)
    let statement = try statement(RunSQL.later)
    statement.bind(1, entity.name)
    statement.bind(2, moment.milliseconds)
    var runs: [Int64] = []
    while try statement.step() { runs.append(statement.integer(0)) }
    statement.reset()
    var past = PastValues()
    let fields = slots.map { (slot: $0, field: entity.fields[$0].name) }
    for run in runs {
      guard let changes = try RunLog(session: self).changes(of: run)[entity.name] else { continue }
      past.add(changes, slots: fields)
    }
    if clock > moment, let own = changes[entity.name] { past.add(own, slots: fields) }
    return past
  }
}
