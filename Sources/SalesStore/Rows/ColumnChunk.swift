import GRDBSQLite
import SalesKernel

/// Some rows of a scan, a column each: what passes over millions of records read without keeping them.
///
/// Its memory is used again for the next rows.
public final class ColumnChunk {
  public static let size = 4096

  public private(set) var count = 0
  private let width: Int
  private let kinds: [UInt32]
  private let idStorage: UnsafeMutablePointer<Int64>
  /// A column after the other; of texts their numbers.
  private let bitStorage: UnsafeMutablePointer<Int64>
  private let nullStorage: UnsafeMutablePointer<Bool>
  /// Distinct texts of each column so far, over all chunks of the scan.
  private(set) var texts: [TextTable]

  init(_ types: [FieldType]) {
    width = types.count
    kinds = types.map { CellKind.of($0) }
    texts = types.map { _ in TextTable() }
    idStorage = .allocate(capacity: Self.size)
    bitStorage = .allocate(capacity: Self.size * max(width, 1))
    nullStorage = .allocate(capacity: Self.size * max(width, 1))
  }

  deinit {
    idStorage.deallocate()
    bitStorage.deallocate()
    nullStorage.deallocate()
  }

  public var ids: UnsafePointer<Int64> { UnsafePointer(idStorage) }

  /// The 64 bits of a column's values, 0 for none: money in 1/10,000, days, milliseconds, ids, the
  /// pattern of a double; of a text its number among the distinct ones from 1, the same in every chunk.
  public func bits(_ column: Int) -> UnsafePointer<Int64> {
    UnsafePointer(bitStorage + column * Self.size)
  }

  public func nulls(_ column: Int) -> UnsafePointer<Bool> {
    UnsafePointer(nullStorage + column * Self.size)
  }

  /// How many distinct texts a column had so far.
  public func textCount(_ column: Int) -> Int { texts[column].count }

  /// The text with a number.
  public func text(_ column: Int, _ number: Int) -> String {
    texts[column].text(UInt32(truncatingIfNeeded: number)) ?? ""
  }

  func read(_ statement: Statement) {
    let (handle, row) = (statement.handle, count)
    idStorage[row] = sqlite3_column_int64(handle, 0)
    for index in 0..<width {
      let column = Int32(truncatingIfNeeded: index + 1)
      let place = index * Self.size + row
      let bits: Int64
      switch kinds[index] {
      case CellKind.text: bits = text(handle, column, index)
      case CellKind.number:
        bits = Int64(bitPattern: sqlite3_column_double(handle, column).bitPattern)
      default: bits = sqlite3_column_int64(handle, column)
      }
      bitStorage[place] = bits
      // The engine gives 0 for nothing; asking it for the type of every value costs as much as the value.
      nullStorage[place] = bits == 0 && sqlite3_column_type(handle, column) == SQLITE_NULL
    }
    count += 1
  }

  /// The number of a text among the distinct ones; 0 for none.
  private func text(_ handle: OpaquePointer?, _ column: Int32, _ index: Int) -> Int64 {
    guard let bytes = sqlite3_column_text(handle, column) else { return 0 }
    let length = Int(sqlite3_column_bytes(handle, column))
    return Int64(texts[index].code(of: UnsafeRawBufferPointer(start: bytes, count: length)))
  }

  func clear() { count = 0 }
}

extension Session {
  /// Gives fields of the selected records, by id, some rows at a time, in one pass.
  ///
  /// - Parameter body: Must not use the session: the statement is at work.
  /// - Returns: the last chunk, with the texts of all.
  @discardableResult
  public func forEachChunk(
    of selection: Selection, slots: [Int], _ body: (ColumnChunk) throws -> Void
  ) throws -> ColumnChunk {
    try requireOpen()
    try check(slots, of: selection.entity)
    var selection = selection
    if selection.limit != nil || selection.offset > 0 {
      selection = Selection(selection.entity, ids: try ids(selection))
    }
    selection.order = []
    let sql = SelectionSQL(try layout(of: selection.entity), selection, slots: slots)
    let statement = try statement(sql.rows(slots))
    defer { statement.reset() }
    _ = try sql.bind(statement)
    let total = selection.ids == nil ? try workTotal(selection.entity) : nil
    var done = 0
    let chunk = ColumnChunk(slots.map { selection.entity.fields[$0].type })
    while try statement.step() {
      chunk.read(statement)
      guard chunk.count == ColumnChunk.size else { continue }
      try body(chunk)
      done += chunk.count
      try report(selection.entity.name, done: done, total: total)
      chunk.clear()
    }
    if chunk.count > 0 { try body(chunk) }
    return chunk
  }
}
