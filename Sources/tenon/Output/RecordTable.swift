/// Records of a selection in any form but CSV, row by row.
import Lua
import SalesKernel
import SalesScript
import SalesStore
import Terminal

struct RecordTable {
  private let selection: Selection
  private let slots: [Int]

  init(_ selection: Selection, slots: [Int]?) {
    self.selection = selection
    self.slots = slots ?? Array(selection.entity.fields.indices)
  }

  /// Writes all of it and says how many records there were. The form `table` needs them all at once.
  func write(
    _ session: Session, _ format: OutputFormat, to sink: (String) throws -> Void
  ) throws -> Int {
    if format == .table {
      var data = TableData(columns: columns, rows: [])
      let count = try forEach(session) { data.append($0) }
      try sink(TextTable(data).render())
      return count
    }
    let writer = RowWriter(format, columns: columns)
    try sink(writer.begin())
    var index = 0
    let count = try forEach(session) {
      try sink(writer.row($0, index: index))
      index += 1
    }
    try sink(writer.end(count: count))
    return count
  }

  private var columns: [TableData.Column] {
    [TableData.Column("id", kind: .number)]
      + slots.map { slot in
        let field = selection.entity.fields[slot]
        let kind: TableCell.Kind =
          switch field.type {
          case .integer, .number, .money, .reference: .number
          case .bool: .bool
          default: .text
          }
        return TableData.Column(field.name, kind: kind)
      }
  }

  private func forEach(_ session: Session, _ body: ([TableCell]) throws -> Void) throws -> Int {
    var count = 0
    try session.forEachBlock(selection, slots: slots) { block in
      for row in 0..<block.count {
        let values = try slots.map { try block.value(row, $0).scriptValue.cell }
        try body([.number("\(block.ids[row])")] + values)
      }
      count += block.count
      return true
    }
    return count
  }
}
