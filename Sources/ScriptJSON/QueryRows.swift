/// Every row of a query that a script gave, pulled in blocks.
import Lua
import SalesScript
import SalesStore

public struct QueryRows {
  private static let blockSize: Int64 = 256
  private static let source = """
    local each, size = ...
    local block = {}
    for i = 1, size do block[i] = each() if block[i] == nil then break end end
    return block
    """
  public let columns: [ResultTable.Column]
  private let each: Value
  private let next: Function
  private let host: ScriptHost

  /// - Parameter columns: as the query shows them, `id` first.
  /// - Throws: what running the query throws.
  public init(_ query: Value, columns: [ResultTable.Column], in host: ScriptHost) throws {
    let environment = try host.state.newEnvironment()
    let begin = try host.state.load("return (...):each()", name: "=rows", in: environment)
    each = try host.state.call(begin, [query]).first ?? .nil
    next = try host.state.load(QueryRows.source, name: "=rows", in: environment)
    self.columns = columns
    self.host = host
  }

  /// Hands out row by row until `body` says that it has enough.
  public func forEach(_ body: ([Value]) throws -> Bool) throws {
    let arguments = [each, Value.integer(QueryRows.blockSize)]
    while case .table(let block)? = try host.state.call(next, arguments).first {
      for value in block.list {
        guard case .record(let record) = value, try body(try values(of: record)) else { return }
      }
      if block.list.count < Int(QueryRows.blockSize) { return }
    }
  }

  private func values(of record: RecordReference) throws -> [Value] {
    guard let block = record.block as? RowBlock else { return [] }
    return try columns.map { column in
      guard let slot = block.entity.slot(of: column.name) else {
        return .integer(block.ids[record.row])
      }
      return try block.value(record.row, slot).scriptValue
    }
  }
}
