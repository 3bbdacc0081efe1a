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
    let chunk = RowChunk(width: slots.count)
    while try statement.step() {
      chunk.read(statement, into: &result.columns)
      if chunk.count == RowChunk.size {
        chunk.flush(into: &result)
        try poll()
      }
    }
    chunk.flush(into: &result)
    return result
  }
}

/// Some rows on their way into columns: appending one by one would cost more than reading them.
private final class RowChunk {
  static let size = 4096

  private(set) var count = 0
  private let width: Int
  private let ids: UnsafeMutablePointer<Int64>
  /// A column after the other; of texts their numbers.
  private let bits: UnsafeMutablePointer<Int64>
  private let nulls: UnsafeMutablePointer<Bool>

  init(width: Int) {
    self.width = width
    ids = .allocate(capacity: Self.size)
    bits = .allocate(capacity: Self.size * max(width, 1))
    nulls = .allocate(capacity: Self.size * max(width, 1))
  }

  deinit {
    ids.deallocate()
    bits.deallocate()
    nulls.deallocate()
  }

  func read(_ statement: Statement, into columns: inout [CellColumn]) {
    let (handle, row) = (statement.handle, count)
    ids[row] = sqlite3_column_int64(handle, 0)
    for index in 0..<width {
      let column = Int32(truncatingIfNeeded: index + 1)
      let place = index * Self.size + row
      let isNull = sqlite3_column_type(handle, column) == SQLITE_NULL
      nulls[place] = isNull
      if isNull {
        bits[place] = 0
      } else if columns[index].isText {
        let bytes = sqlite3_column_text(handle, column)
        let length = Int(sqlite3_column_bytes(handle, column))
        let text = UnsafeRawBufferPointer(start: bytes, count: length)
        bits[place] = Int64(columns[index].code(of: text))
      } else if columns[index].kind == CellKind.number {
        bits[place] = Int64(bitPattern: sqlite3_column_double(handle, column).bitPattern)
      } else {
        bits[place] = sqlite3_column_int64(handle, column)
      }
    }
    count += 1
  }

  func flush(into result: inout RecordColumns) {
    result.ids.append(contentsOf: UnsafeBufferPointer(start: ids, count: count))
    for index in 0..<width {
      let start = index * Self.size
      result.columns[index].append(
        UnsafeBufferPointer(start: bits + start, count: count),
        nulls: UnsafeBufferPointer(start: nulls + start, count: count))
    }
    count = 0
  }
}
