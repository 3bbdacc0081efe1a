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

  /// How many distinct texts there are.
  public var distinctCount: Int { texts.count }

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
    try check(slots, of: selection.entity)
    let types = slots.map { selection.entity.fields[$0].type }
    var result = RecordColumns(columns: types.map { CellColumn($0) })
    let last = try forEachChunk(of: selection, slots: slots) { chunk in
      result.ids.append(contentsOf: UnsafeBufferPointer(start: chunk.ids, count: chunk.count))
      for index in types.indices {
        result.columns[index].append(
          UnsafeBufferPointer(start: chunk.bits(index), count: chunk.count),
          nulls: UnsafeBufferPointer(start: chunk.nulls(index), count: chunk.count))
      }
      if chunk.count == ColumnChunk.size { try poll() }
    }
    for index in types.indices where result.columns[index].isText {
      result.columns[index].number(by: last.texts[index])
    }
    return result
  }
}
