import GRDBSQLite
import SalesKernel

/// Texts of a field that begin with what was typed, found within a time, for someone who waits at a keyboard.
///
/// A unique field is read by its index. Others are read record by record until there are enough of them or the time is
/// over: in a large store those of the first records.
public struct TextBeginnings {
  public typealias Find = (text: String, note: String)

  private let store: Store
  private let entity: Entity
  private let slot: Int
  private let noteSlot: Int?
  /// Records that are looked at between two looks at the clock.
  private static let stride: Int64 = 2048

  /// - Parameter note: The field that tells the finds apart; it must lie in the same table.
  public init(_ store: Store, _ entity: Entity, slot: Int, note: Int?) {
    self.store = store
    self.entity = entity
    self.slot = slot
    let isNear = note.map { entity.fields[$0].home == entity.fields[slot].home } ?? false
    noteSlot = isNear ? note : nil
  }

  /// At most `limit` different texts. Works between the steps of an open run too, and sees what it changed.
  ///
  /// - Throws: `store.…` where the store cannot be read now.
  public func finds(_ beginning: String, limit: Int, within time: Duration) throws -> [Find] {
    let wait = store.waitLimit
    store.waitLimit = .zero
    defer { store.waitLimit = wait }
    return try store.inside(stepOf: store.openRun) { _, connection in
      guard let layout = store.layouts[entity.name] else { return [] }
      let isIndexed = entity.fields[slot].isUnique
      let statement = try Statement(
        connection, layout.texts(slot, with: noteSlot, byIndex: isIndexed))
      statement.bind(1, beginning)
      statement.bind(2, beginning + "\u{10FFFF}")
      if isIndexed {
        statement.bind(3, Int64(limit))
        return try rows(statement, limit)
      }
      let last = try Statement(connection, layout.lastID())
      guard try last.step() else { return [] }
      return try scanned(statement, upTo: last.integer(0), limit, ContinuousClock.now + time)
    }
  }

  private func rows(_ statement: Statement, _ limit: Int) throws -> [Find] {
    defer { statement.reset() }
    var finds: [Find] = []
    while finds.count < limit, try statement.step() {
      finds.append((statement.text(0), statement.text(1)))
    }
    return finds
  }

  private func scanned(
    _ statement: Statement, upTo last: Int64, _ limit: Int, _ end: ContinuousClock.Instant
  ) throws -> [Find] {
    var finds: [Find] = []
    var seen: Set<String> = []
    var first: Int64 = 1
    while first <= last, finds.count < limit, ContinuousClock.now < end {
      statement.bind(3, first)
      statement.bind(4, first + TextBeginnings.stride - 1)
      finds += try rows(statement, limit).filter { seen.insert($0.text).inserted }
      first += TextBeginnings.stride
    }
    return Array(finds.prefix(limit))
  }
}
