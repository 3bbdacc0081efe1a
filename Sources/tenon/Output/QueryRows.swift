/// Every row of a query that a script gave, pulled in blocks.
import Lua
import SalesScript
import SalesStore
import Terminal

struct QueryRows {
  private static let blockSize: Int64 = 256
  private static let source = """
    local each, size = ...
    local block = {}
    for i = 1, size do block[i] = each() if block[i] == nil then break end end
    return block
    """
  private let columns: [ResultTable.Column]
  private let each: Value
  private let next: Function
  private let host: ScriptHost

  /// - Parameter columns: as the query shows them, `id` first.
  /// - Throws: what running the query throws.
  init(_ query: Value, columns: [ResultTable.Column], in host: ScriptHost) throws {
    let environment = try host.state.newEnvironment()
    let begin = try host.state.load("return (...):each()", name: "=rows", in: environment)
    each = try host.state.call(begin, [query]).first ?? .nil
    next = try host.state.load(QueryRows.source, name: "=rows", in: environment)
    self.columns = columns
    self.host = host
  }

  /// Writes the rows in the output's format. The form `table` needs them all at once.
  func write(_ output: TerminalOutput, to sink: (String) throws -> Void) throws {
    let presentation = output.presentation
    let shown = columns.map { presentation.column($0, isMoney: $0.isMoney) }
    if output.format == .table {
      var data = TableData(columns: shown, rows: [])
      try forEach(presentation) {
        data.append($0)
        return true
      }
      try sink(output.render(data))
      return
    }
    let writer = RowWriter(output.format, columns: shown)
    try sink(writer.begin())
    var count = 0
    try forEach(presentation) {
      try sink(writer.row($0, index: count))
      count += 1
      return !output.isUnread
    }
    try sink(writer.end(count: count))
  }

  /// Hands out row by row until `body` says that it has enough.
  private func forEach(
    _ presentation: Presentation, _ body: ([TableCell]) throws -> Bool
  ) throws {
    let arguments = [each, Value.integer(QueryRows.blockSize)]
    while case .table(let block)? = try host.state.call(next, arguments).first {
      for value in block.list {
        guard case .record(let record) = value, try body(try cells(record, presentation)) else {
          return
        }
      }
      if block.list.count < Int(QueryRows.blockSize) { return }
    }
  }

  private func cells(
    _ record: RecordReference, _ presentation: Presentation
  ) throws -> [TableCell] {
    guard let block = record.block as? RowBlock else { return [] }
    let values = try columns.map { column -> Value in
      guard let slot = block.entity.slot(of: column.name) else {
        return .integer(block.ids[record.row])
      }
      return try block.value(record.row, slot).scriptValue
    }
    return presentation.cells(values, of: columns, areMoney: columns.map(\.isMoney))
  }
}
