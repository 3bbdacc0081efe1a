/// Rows of a query in the output's format.
import Lua
import SalesScript
import ScriptJSON
import Terminal

extension QueryRows {
  /// The form `table` needs them all at once.
  func write(_ output: TerminalOutput, to sink: (String) throws -> Void) throws {
    let presentation = output.presentation
    let shown = columns.map { presentation.column($0, isMoney: $0.isMoney) }
    let areMoney = columns.map(\.isMoney)
    if output.format == .table {
      var data = TableData(columns: shown, rows: [])
      try forEach {
        data.append(presentation.cells($0, of: columns, areMoney: areMoney))
        return true
      }
      try sink(output.render(data))
      return
    }
    let writer = RowWriter(output.format, columns: shown)
    try sink(writer.begin())
    var count = 0
    try forEach {
      let cells = presentation.cells($0, of: columns, areMoney: areMoney)
      try sink(writer.row(cells, index: count))
      count += 1
      return !output.isUnread
    }
    try sink(writer.end(count: count))
  }
}
