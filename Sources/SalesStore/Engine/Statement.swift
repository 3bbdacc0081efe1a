import CRows
import GRDBSQLite
import SalesKernel

/// One prepared statement.
///
/// The store steps a statement to its end, or resets it, before any code of the caller runs: so no
/// open
/// cursor slows or disturbs a write.
final class Statement {
  let handle: OpaquePointer
  private let connection: OpaquePointer
  private let sql: String

  init(_ connection: OpaquePointer, _ sql: String) throws {
    var handle: OpaquePointer?
    let result = sqlite3_prepare_v3(
      connection, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &handle, nil)
    guard result == SQLITE_OK, let handle else {
      throw StoreError.sqlite(connection, result, Statement.brief(sql))
    }
    self.handle = handle
    self.connection = connection
    self.sql = sql
  }

  deinit { sqlite3_finalize(handle) }

  /// True while there is a row.
  func step() throws -> Bool {
    let result = sqlite3_step(handle)
    if result == SQLITE_ROW { return true }
    if result == SQLITE_DONE { return false }
    defer { sqlite3_reset(handle) }
    throw StoreError.sqlite(connection, result, Statement.brief(sql))
  }

  /// Steps to the end and resets.
  func run() throws {
    while try step() {}
    sqlite3_reset(handle)
  }

  func reset() { sqlite3_reset(handle) }

  func bind(_ index: Int32, _ value: Int64) { sqlite3_bind_int64(handle, index, value) }

  func bindNull(_ index: Int32) { sqlite3_bind_null(handle, index) }

  /// Copies the text.
  func bind(_ index: Int32, _ text: String) {
    var text = text
    text.withUTF8 { bytes in bind(index, bytes: UnsafeRawBufferPointer(bytes), isText: true) }
  }

  func bind(_ index: Int32, _ text: String?) {
    if let text { bind(index, text) } else { bindNull(index) }
  }

  func bind(_ index: Int32, blob: [UInt8]) {
    blob.withUnsafeBytes { bind(index, bytes: $0, isText: false) }
  }

  private func bind(_ index: Int32, bytes: UnsafeRawBufferPointer, isText: Bool) {
    let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    let count = UInt64(bytes.count)
    guard let base = bytes.baseAddress else {
      if isText {
        sqlite3_bind_text(handle, index, "", 0, transient)
      } else {
        sqlite3_bind_zeroblob(handle, index, 0)
      }
      return
    }
    if isText {
      sqlite3_bind_text64(
        handle, index, base.assumingMemoryBound(to: CChar.self), count, transient,
        UInt8(SQLITE_UTF8))
    } else {
      sqlite3_bind_blob64(handle, index, base, count, transient)
    }
  }

  /// Binds a cell; text stays where it is and must live until the statement has run.
  @inline(__always)
  func bind(_ index: Int32, cell: row_cell) {
    switch cell.kind {
    case CellKind.text:
      guard let base = UnsafePointer<CChar>(bitPattern: Int(cell.bits)) else {
        sqlite3_bind_text(handle, index, "", 0, nil)
        return
      }
      sqlite3_bind_text(handle, index, base, Int32(cell.length), nil)
    case CellKind.number:
      sqlite3_bind_double(handle, index, Double(bitPattern: UInt64(bitPattern: cell.bits)))
    case CellKind.null, CellKind.unloaded: sqlite3_bind_null(handle, index)
    default: sqlite3_bind_int64(handle, index, cell.bits)
    }
  }

  func bind(_ index: Int32, _ value: FieldValue) {
    switch value {
    case .null: bindNull(index)
    case .bool(let flag): bind(index, flag ? 1 : 0)
    case .integer(let integer): bind(index, integer)
    case .number(let number): sqlite3_bind_double(handle, index, number)
    case .text(let text): bind(index, text)
    case .money(let money): bind(index, money.units)
    case .day(let day): bind(index, Int64(day.number))
    case .instant(let instant): bind(index, instant.milliseconds)
    }
  }

  @inline(__always)
  func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

  func number(_ column: Int32) -> Double { sqlite3_column_double(handle, column) }

  func isNull(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_NULL }

  func text(_ column: Int32) -> String {
    guard let bytes = sqlite3_column_text(handle, column) else { return "" }
    let count = Int(sqlite3_column_bytes(handle, column))
    return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
  }

  func optionalText(_ column: Int32) -> String? { isNull(column) ? nil : text(column) }

  func blob(_ column: Int32) -> [UInt8] {
    guard let bytes = sqlite3_column_blob(handle, column) else { return [] }
    let count = Int(sqlite3_column_bytes(handle, column))
    return [UInt8](UnsafeRawBufferPointer(start: bytes, count: count))
  }

  private static func brief(_ sql: String) -> String {
    sql.utf8.count > 80 ? String(sql.prefix(80)) + "…" : sql
  }
}
