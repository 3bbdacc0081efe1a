import CRows
import SalesKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Writing records to CSV files, which ``Session/importCSV(_:from:options:)`` reads back as the
/// same records.
extension Session {
  /// Writes a selection to a file, which stands under its name only when it is whole.
  ///
  /// - Parameter slots: Columns behind `id`; all fields when nil.
  /// - Returns: how many records.
  /// - Throws: `csv.unwritable`, errors of the store.
  public func exportCSV(
    _ selection: Selection, slots: [Int]? = nil, to path: String,
    delimiter: CSVDelimiter = .comma, bom: Bool = false
  ) throws -> Int {
    let part = path + ".part"
    let writer = try CSVWriter(path: part, delimiter: delimiter, bom: bom)
    var isWhole = false
    defer { if !isWhole { unlink(part) } }
    let count = try exportCSV(selection, slots: slots, to: writer)
    try writer.close()
    if rename(part, path) != 0 {
      throw CSVError("csv.unwritable", "cannot write \(path): \(String(cString: strerror(errno)))")
    }
    isWhole = true
    return count
  }

  /// Writes a selection with its header to a writer, which is left open.
  public func exportCSV(
    _ selection: Selection, slots: [Int]? = nil, to writer: CSVWriter
  ) throws -> Int {
    let slots = slots ?? Array(selection.entity.fields.indices)
    try check(slots, of: selection.entity)
    try writer.record(["id"] + slots.map { selection.entity.fields[$0].name })
    var count = 0
    try forEachBlock(selection, slots: slots) { block in
      for row in 0..<block.count {
        try writer.field(String(block.ids[row]))
        for slot in slots {
          let cell = block.cells[row * block.width + slot]
          if cell.kind == CellKind.text {
            try writer.field(cell.bytes)
          } else {
            try writer.field(try cell.value().text)
          }
        }
        try writer.endRecord()
      }
      count += block.count
      return true
    }
    try writer.flush()
    return count
  }
}
