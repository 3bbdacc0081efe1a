import SalesKernel

/// What the records of each entity are at the moment, as a number: the same number, the same records.
///
/// ```
///   edition   3 ──write──▶ 4 ──savepoint──┬─write─▶ 5 ──rollback──▶ 4 ──write──▶ 6
///   what was read at 4 holds again ───────┘                         ▲
/// ```
/// Whoever keeps what it read asks for the edition before using it again. Numbers are never given twice, so
/// that what was read inside a savepoint is not taken for what came after it.
final class StoreEditions {
  struct Mark {
    fileprivate let floor: Int64
    fileprivate let current: [String: Int64]
  }

  private var last: Int64 = 0
  /// Of the entities that have no number of their own.
  private var floor: Int64 = 0
  private var current: [String: Int64] = [:]
  private var dataVersion: Int64?
  /// Marks of the savepoints that are open, which a rollback may come back to.
  private var open: [Mark] = []

  func edition(of entity: String) -> Int64 { current[entity] ?? floor }

  /// Whether an edition is that of now, or one that a rollback may bring back.
  func isLive(_ edition: Int64, of entity: String) -> Bool {
    edition == self.edition(of: entity)
      || open.contains { edition == $0.current[entity] ?? $0.floor }
  }

  func touch(_ entity: String) {
    last += 1
    current[entity] = last
  }

  func mark() -> Mark { Mark(floor: floor, current: current) }

  func restore(_ mark: Mark) { (floor, current) = (mark.floor, mark.current) }

  /// Begins what may be taken back.
  func push() { open.append(mark()) }

  /// Ends it.
  func pop(takingBack: Bool) {
    guard let mark = open.popLast() else { return }
    if takingBack { restore(mark) }
  }

  /// Takes in what the engine says of other connections: after a commit of theirs nothing is as it was.
  func see(dataVersion version: Int64) {
    defer { dataVersion = version }
    guard let known = dataVersion, known != version else { return }
    last += 1
    (floor, current) = (last, [:])
    // No rollback brings back what was before.
    open = open.map { _ in mark() }
  }
}

extension Session {
  /// A number that is the same only as long as the records of an entity are: within this session, after a
  /// savepoint that was taken back, and in later sessions of this store, whoever writes to the file.
  public func edition(of entity: Entity) -> Int64 { store.editions.edition(of: entity.name) }

  /// Whether records of an edition may still be asked for.
  public func isLive(_ edition: Int64, of entity: Entity) -> Bool {
    store.editions.isLive(edition, of: entity.name)
  }
}
