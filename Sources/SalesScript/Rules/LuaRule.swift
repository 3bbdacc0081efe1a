import CRows
import Lua
import SalesKernel
import SalesStore
import Values

/// A rule written in Lua: a function of a record, or an expression over its fields.
final class LuaRule: Rule {
  let text: String
  let function: Function
  let entity: Entity
  let recordClass: RecordClass
  /// Fields that the expression names; what a function reads is only known as it runs.
  let reads: [Int]
  /// Names beside the fields (a policy's measures) that are passed as further arguments.
  let extra: [String]
  private unowned let state: State

  init(
    text: String, function: Function, binding: EntityBinding, reads: [Int], extra: [String],
    state: State
  ) {
    self.text = text
    self.function = function
    self.entity = binding.entity
    self.recordClass = binding.recordClass
    self.reads = reads
    self.extra = extra
    self.state = state
  }

  var named: [String] { reads.map { entity.fields[$0].name } }

  /// File and line of a function, for the record of runs.
  var place: String? { function.place.map { "\($0.chunk):\($0.lines.lowerBound)" } }

  func evaluate(_ record: any RecordReader) throws -> FieldValue {
    try value(of: record).fieldValue(for: text)
  }

  func trace(_ record: any RecordReader) throws -> RuleTrace {
    let (value, inputs) = try state.tracing { try self.value(of: record) }
    var seen = try inputs.map {
      (field: entity.fields[$0.slot].name, value: try $0.value.fieldValue(for: text))
    }
    for (index, name) in extra.enumerated() {
      seen.append((name, try record.value(at: entity.fields.count + index)))
    }
    return RuleTrace(value: try value.fieldValue(for: text), inputs: seen)
  }

  /// Block by block, so that a record costs no call from outside.
  func evaluate(all records: [any RecordReader]) throws -> [FieldValue] {
    guard extra.isEmpty else { return try records.map(evaluate) }
    var values: [FieldValue] = []
    values.reserveCapacity(records.count)
    for start in stride(from: 0, to: records.count, by: 1024) {
      try state.checkStop()
      let block = try ReaderBlock(Array(records[start..<min(start + 1024, records.count)]))
      var results = [row_cell](repeating: row_cell(), count: block.count)
      try results.withUnsafeMutableBufferPointer { buffer in
        guard let base = buffer.baseAddress else { return }
        do {
          try state.map(function, over: block, count: block.count, of: recordClass, into: base)
        } catch let failure as RowError {
          throw placed(failure.error)
        }
        for cell in buffer { values.append(try cell.value()) }
      }
    }
    return values
  }

  private func value(of record: any RecordReader) throws -> Value {
    let reference: RecordReference
    if let row = record as? BlockRow {
      reference = RecordReference(block: row.block, row: row.row, recordClass: recordClass)
    } else {
      reference = RecordReference(
        block: try ReaderBlock([record]), row: 0, recordClass: recordClass)
    }
    let more = try extra.indices.map {
      try record.value(at: entity.fields.count + $0).scriptValue
    }
    do {
      return try state.call(function, [.record(reference)] + more).first ?? .nil
    } catch let error as LuaError where !error.isStop {
      throw placed(error)
    }
  }

  /// The error with the rule it came from, and the line where that is in a file.
  private func placed(_ error: LuaError) -> LuaError {
    let line = place == nil ? nil : error.line.map { "at \(error.chunk ?? ""):\($0), " }
    return LuaError(
      error.code, "\(error.message) (\(line ?? "")in \(text))", remedy: error.remedy,
      chunk: error.chunk, line: error.line, traceback: error.traceback, cause: error.cause)
  }

  /// Applies the rule to every row of a block.
  func map(_ block: RowBlock, into results: UnsafeMutablePointer<row_cell>) throws {
    for slot in reads where !block.isLoaded(slot) { try block.load(slot) }
    do {
      try state.map(function, over: block, count: block.count, of: recordClass, into: results)
    } catch let failure as RowError {
      throw explained(failure.error, "\(entity.singular) \(block.ids[failure.row])")
    }
  }

  /// The error with the record it happened at; for a missing value, what to write instead.
  private func explained(_ error: LuaError, _ record: String) -> LuaError {
    let isMissing = error.code == "script.error" && error.message.contains("nil")
    return LuaError(
      error.code, "\(error.message) (at \(record), in \(text))",
      remedy: isMissing && error.remedy.isEmpty
        ? "a field is empty there: write (field or default), as (credit or 0) >= 60" : error.remedy,
      chunk: error.chunk, line: error.line, traceback: error.traceback, cause: error.cause)
  }
}

extension RowBlock: RowSource {
  public var rowCells: UnsafeMutablePointer<row_cell> { cells }
  public var rowIDs: UnsafePointer<Int64> { ids }
  public var rowWidth: Int { width }
  public func loadColumn(_ slot: Int) throws { try load(slot) }
  public var rowVersion: UnsafeMutablePointer<Int64> { version }
  public func refreshRows() throws { try forgetAll() }
}

/// Records that are in no store as a block, filled as it is read: how rules see them.
final class ReaderBlock: RowSource {
  let count: Int
  let rowCells: UnsafeMutablePointer<row_cell>
  let rowWidth: Int
  let rowVersion: UnsafeMutablePointer<Int64>
  private let ids: UnsafeMutablePointer<Int64>
  private let records: [any RecordReader]
  private var texts: [UnsafeMutableBufferPointer<UInt8>] = []

  /// - Parameter records: Of one entity; at least one.
  init(_ records: [any RecordReader]) throws {
    self.records = records
    count = records.count
    rowWidth = records.first?.entity.fields.count ?? 0
    let cells = max(rowWidth * count, 1)
    rowCells = .allocate(capacity: cells)
    rowCells.initialize(repeating: row_cell(), count: cells)
    ids = .allocate(capacity: max(count, 1))
    for (row, record) in records.enumerated() { (ids + row).initialize(to: record.id) }
    rowVersion = .allocate(capacity: 1)
    rowVersion.initialize(to: 0)
  }

  deinit {
    rowCells.deallocate()
    ids.deallocate()
    rowVersion.deallocate()
    for text in texts { text.deallocate() }
  }

  var rowIDs: UnsafePointer<Int64> { UnsafePointer(ids) }
  func refreshRows() {}

  func loadColumn(_ slot: Int) throws {
    for (row, record) in records.enumerated() {
      rowCells[row * rowWidth + slot] = try CellCoding.cell(try record.value(at: slot), keep: copy)
    }
  }

  private func copy(_ text: String) -> UnsafeRawBufferPointer {
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(text.utf8.count, 1))
    _ = copy.initialize(from: text.utf8)
    texts.append(copy)
    return UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(copy)[0..<text.utf8.count])
  }
}

/// Field values as cells.
enum CellCoding {
  /// - Parameter keep: copies a text to where it outlives the cell.
  static func cell(
    _ value: FieldValue, keep: (String) throws -> UnsafeRawBufferPointer
  ) rethrows -> row_cell {
    switch value {
    case .null: return row_cell(bits: 0, length: 0, kind: UInt32(CELL_NULL))
    case .bool(let bool): return row_cell(bits: bool ? 1 : 0, length: 0, kind: UInt32(CELL_BOOL))
    case .integer(let integer):
      return row_cell(bits: integer, length: 0, kind: UInt32(CELL_INTEGER))
    case .number(let number):
      return row_cell(
        bits: Int64(bitPattern: number.bitPattern), length: 0, kind: UInt32(CELL_NUMBER))
    case .text(let text):
      let bytes = try keep(text)
      return row_cell(
        bits: Int64(Int(bitPattern: bytes.baseAddress)), length: UInt32(clamping: bytes.count),
        kind: UInt32(CELL_TEXT))
    case .money(let money): return row_cell(bits: money.units, length: 0, kind: UInt32(CELL_MONEY))
    case .day(let day): return row_cell(bits: Int64(day.number), length: 0, kind: UInt32(CELL_DAY))
    case .instant(let instant):
      return row_cell(bits: instant.milliseconds, length: 0, kind: UInt32(CELL_INSTANT))
    }
  }
}
