import CRows
import GRDBSQLite

/// The values that one UPDATE statement takes from a buffer, through the SQL function
/// `tenon_next(id, current)`: walks the ids upward beside the table; ids that are not in it keep
/// their value.
final class ColumnFeed {
  static let function = "tenon_next"

  private var ids: UnsafeBufferPointer<Int64> = .init(start: nil, count: 0)
  private var cell: (Int) -> row_cell = { _ in .null }
  private var position = 0
  private(set) var taken = 0

  func register(_ connection: OpaquePointer) throws {
    let flags = SQLITE_UTF8 | SQLITE_DIRECTONLY
    let result = sqlite3_create_function_v2(
      connection, ColumnFeed.function, 2, flags, Unmanaged.passUnretained(self).toOpaque(),
      { context, _, arguments in
        guard let context, let arguments, let user = sqlite3_user_data(context) else { return }
        Unmanaged<ColumnFeed>.fromOpaque(user).takeUnretainedValue()
          .answer(context, sqlite3_value_int64(arguments[0]), current: arguments[1])
      }, nil, nil, nil)
    if result != SQLITE_OK { throw StoreError.sqlite(connection, result, "functions") }
  }

  /// Feeds the values of a change for the time of `body`.
  func with(_ change: FieldChange, _ body: () throws -> Void) rethrows {
    let arena = TextArena()
    let distinct = change.after.cells(in: arena)
    try change.ids.withUnsafeBufferPointer { ids in
      self.ids = ids
      (position, taken) = (0, 0)
      cell = distinct
      defer {
        self.ids = .init(start: nil, count: 0)
        cell = { _ in .null }
      }
      try body()
    }
  }

  private func answer(_ context: OpaquePointer, _ id: Int64, current: OpaquePointer?) {
    if position < ids.count, ids[position] < id { skip(to: id) }
    guard position < ids.count, ids[position] == id else {
      return sqlite3_result_value(context, current)
    }
    let value = cell(position)
    position += 1
    taken += 1
    switch value.kind {
    case CellKind.null: sqlite3_result_null(context)
    case CellKind.number:
      sqlite3_result_double(context, Double(bitPattern: UInt64(bitPattern: value.bits)))
    case CellKind.text:
      sqlite3_result_text(
        context, UnsafePointer<CChar>(bitPattern: Int(value.bits)), Int32(value.length), nil)
    default: sqlite3_result_int64(context, value.bits)
    }
  }

  private func skip(to id: Int64) {
    while position < ids.count, ids[position] < id { position += 1 }
  }
}

extension CellColumn {
  /// Cells by index whose texts stand in `arena`.
  fileprivate func cells(in arena: TextArena) -> (Int) -> row_cell {
    guard isText else {
      let (bits, nulls, kind) = (bits, nulls, kind)
      return { nulls[$0] ? .null : row_cell(bits: bits[$0], length: 0, kind: kind) }
    }
    var distinct: [row_cell] = [.null]
    for code in 0..<texts.count {
      distinct.append(texts.withBytes(UInt32(code + 1)) { arena.cell($0) })
    }
    let (codes, cells) = (codes, distinct)
    return { [arena] in
      _ = arena
      return cells[Int(codes[$0])]
    }
  }
}
