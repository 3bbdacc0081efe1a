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
  /// - Parameters:
  ///   - slots: Columns behind `id`; all fields when nil.
  ///   - language: The language of the labels that stand as headers, in place of names; names when nil.
  /// - Returns: how many records.
  /// - Throws: `csv.unwritable`, errors of the store.
  public func exportCSV(
    _ selection: Selection, slots: [Int]? = nil, to path: String,
    delimiter: CSVDelimiter = .comma, bom: Bool = false, labels language: Language? = nil
  ) throws -> Int {
    let part = path + ".part"
    let writer = try CSVWriter(path: part, delimiter: delimiter, bom: bom)
    var isWhole = false
    defer { if !isWhole { unlink(part) } }
    let count = try exportCSV(selection, slots: slots, to: writer, labels: language)
    try writer.close()
    if rename(part, path) != 0 {
      throw CSVError("csv.unwritable", "cannot write \(path): \(String(cString: strerror(errno)))")
    }
    isWhole = true
    return count
  }

  /// Writes a selection with its header to a writer, which is left open.
  public func exportCSV(
    _ selection: Selection, slots: [Int]? = nil, to writer: CSVWriter,
    labels language: Language? = nil
  ) throws -> Int {
    let slots = slots ?? Array(selection.entity.fields.indices)
    try check(slots, of: selection.entity)
    try writer.record(
      [Entity.idHeader]
        + slots.map { slot in
          language.map { selection.entity.header(ofSlot: slot, in: $0) }
            ?? selection.entity.fields[slot].name
        })
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
