import CRows
import GRDBSQLite
import SalesKernel

/// Fields of many records at once, a column each: what analyses over whole entities read.
public struct RecordColumns: Sendable {
  public internal(set) var ids: [Int64] = []
  /// One a slot asked for, in that order.
  public internal(set) var columns: [CellColumn]

  public var count: Int { ids.count }
}

extension CellColumn {
  /// The 64 bits of a value that is neither text nor null: money in 1/10,000, days, milliseconds, ids.
  public func bits(_ index: Int) -> Int64? { isText || nulls[index] ? nil : bits[index] }

  /// The number of a text among the distinct ones, from 1; 0 for none.
  public func code(_ index: Int) -> Int { Int(codes[index]) }

  /// The distinct texts of the column, in the order of their numbers from 1.
  public var distinctTexts: [String] {
    (0..<texts.count).map { texts.text(UInt32($0 + 1)) ?? "" }
  }
}

extension Session {
  /// Reads fields of the selected records, by id, in one pass.
  ///
  /// - Parameter poll: Called now and then between rows; it must not use the session.
  public func columns(
    of selection: Selection, slots: [Int], poll: () throws -> Void = {}
  ) throws -> RecordColumns {
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
    let types = slots.map { selection.entity.fields[$0].type }
    var result = RecordColumns(columns: types.map { CellColumn($0) })
    while try statement.step() {
      result.ids.append(statement.integer(0))
      for index in slots.indices {
        result.columns[index].append(statement, Int32(truncatingIfNeeded: index + 1))
      }
      if result.ids.count & 0xFFFF == 0 { try poll() }
    }
    return result
  }
}

extension CellColumn {
  /// Appends a value straight from a row.
  @inline(__always)
  fileprivate mutating func append(_ statement: Statement, _ column: Int32) {
    let handle = statement.handle
    let type = sqlite3_column_type(handle, column)
    if isText {
      guard type != SQLITE_NULL else { return append(code: 0) }
      let bytes = sqlite3_column_text(handle, column)
      let count = Int(sqlite3_column_bytes(handle, column))
      append(code: code(of: UnsafeRawBufferPointer(start: bytes, count: count)))
    } else if type == SQLITE_NULL {
      append(bits: 0, isNull: true)
    } else if kind == CellKind.number {
      let bits = Int64(bitPattern: sqlite3_column_double(handle, column).bitPattern)
      append(bits: bits, isNull: false)
    } else {
      append(bits: sqlite3_column_int64(handle, column), isNull: false)
    }
  }
}
