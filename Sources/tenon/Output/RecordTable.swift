/// Records of a selection in any form but CSV, row by row.
import Lua
import SalesKernel
import SalesScript
import SalesStore
import Terminal

struct RecordTable {
  private let selection: Selection
  private let slots: [Int]
  private let presentation: Presentation
  private let fields: [ResultTable.Column]

  /// - Parameter presentation: How the form that it is written in looks.
  init(_ selection: Selection, slots: [Int]?, _ presentation: Presentation) {
    self.selection = selection
    self.presentation = presentation
    fields =
      [ResultTable.Column("id", .number)]
      + (slots ?? Array(selection.entity.fields.indices)).map {
        ResultTable.Column(selection.entity.fields[$0], of: selection.entity)
      }
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
    fields.map { presentation.column($0, isMoney: $0.isMoney) }
  }

  private func forEach(_ session: Session, _ body: ([TableCell]) throws -> Void) throws -> Int {
    var count = 0
    let areMoney = fields.map(\.isMoney)
    try session.forEachBlock(selection, slots: slots) { block in
      for row in 0..<block.count {
        let values = try slots.map { try block.value(row, $0).scriptValue }
        try body(
          presentation.cells([.integer(block.ids[row])] + values, of: fields, areMoney: areMoney))
      }
      count += block.count
      return true
    }
    return count
  }
}
