import CRows
import SalesKernel

/// Some records of one entity as cells that rules read in place.
///
/// Columns that were not asked for are filled for the whole block at the first ``load(_:)``, as
/// long as
/// the session lives; a scan then reads them eagerly in its later blocks.
public final class RowBlock {
  public let entity: Entity
  /// Cells a row, one a field of the entity.
  public let width: Int
  public let cells: UnsafeMutablePointer<row_cell>
  public private(set) var count = 0
  /// Whether the ids go up.
  private(set) var isAscending = true
  let capacity: Int
  let arena = TextArena()
  /// For those who keep blocks across writes: what it counts is theirs; 0 at first.
  public let version: UnsafeMutablePointer<Int64>
  private let idStorage: UnsafeMutablePointer<Int64>
  private var loaded: [Bool]
  private let session: Session
  private weak var scan: Scan?

  init(_ entity: Entity, capacity: Int, session: Session, scan: Scan?) {
    self.entity = entity
    self.width = entity.fields.count
    self.capacity = max(capacity, 1)
    self.session = session
    self.scan = scan
    cells = .allocate(capacity: max(1, width * self.capacity))
    cells.initialize(repeating: .unloaded, count: max(1, width * self.capacity))
    idStorage = .allocate(capacity: self.capacity)
    loaded = Array(repeating: false, count: width)
    version = .allocate(capacity: 1)
    version.initialize(to: 0)
  }

  deinit {
    cells.deallocate()
    idStorage.deallocate()
    version.deallocate()
  }

  public var ids: UnsafePointer<Int64> { UnsafePointer(idStorage) }

  public func isLoaded(_ slot: Int) -> Bool { loaded[slot] }

  /// Fills a column that was not read yet.
  /// - Throws: `store.stale` after the session's end.
  public func load(_ slot: Int) throws {
    if loaded[slot] { return }
    try session.fill(self, slots: [slot])
    scan?.include(slot)
  }

  /// The value of a field of a row, loaded when it was not.
  public func value(_ row: Int, _ slot: Int) throws -> FieldValue {
    try load(slot)
    return try cells[row * width + slot].value()
  }

  /// One row as engines read it.
  public func reader(_ row: Int) -> BlockRow { BlockRow(block: self, row: row) }

  /// Puts a value that was written to the store into the cell of a row, if its column is loaded.
  public func refresh(_ row: Int, _ slot: Int, _ value: FieldValue) {
    if loaded[slot] { cells[row * width + slot] = row_cell(value, in: arena) }
  }

  /// Forgets a column, which the next ``load(_:)`` reads anew.
  public func forget(_ slot: Int) {
    loaded[slot] = false
    for row in 0..<count { cells[row * width + slot] = .unloaded }
  }

  /// Forgets every column, after the records changed. A block of a session that has ended keeps what it read.
  ///
  /// - Throws: `record.missing` where the block is of one record and that is gone.
  public func forgetAll() throws {
    guard session.isAtWork else { return }
    if count == 1, try !session.exists(entity, id: idStorage[0]) {
      throw StoreError.missing(entity, idStorage[0])
    }
    for slot in loaded.indices where loaded[slot] { forget(slot) }
    arena.reset()
  }

  /// A copy of text bytes that lives as long as the block's rows: for the results of a rule.
  public func keep(_ bytes: UnsafeRawBufferPointer) -> row_cell { arena.cell(bytes) }

  /// Starts anew with other ids; columns keep their place but are not loaded.
  func reset(_ ids: ArraySlice<Int64>, keeping slots: [Int]) {
    for slot in loaded.indices where loaded[slot] {
      loaded[slot] = false
      if slots.contains(slot) { continue }
      for row in 0..<count { cells[row * width + slot] = .unloaded }
    }
    arena.reset()
    var last = Int64.min
    isAscending = true
    count = 0
    for id in ids.prefix(capacity) {
      if id <= last { isAscending = false }
      last = id
      idStorage[count] = id
      count += 1
    }
  }

  func markLoaded(_ slots: [Int]) { for slot in slots { loaded[slot] = true } }
}

/// One row of a block, which it keeps alive.
public struct BlockRow: RecordReader {
  public let block: RowBlock
  public let row: Int
  public var entity: Entity { block.entity }
  public var id: Int64 { block.ids[row] }
  public func value(at slot: Int) throws -> FieldValue { try block.value(row, slot) }
}
