import Lua
import SalesKernel
import SalesScript
import Terminal

/// Keeps what scripts print, up to a number of bytes; tables and reasons as JSON.
public final class JSONOutput: ScriptOutput {
  public private(set) var printed = ""
  private let limit: Int
  private var isFull = false
  /// The latest table that was asked for.
  private var latest: ResultTable?

  /// - Parameter limit: bytes that are kept; what is printed after them is not.
  public init(limit: Int) { self.limit = limit }

  public func write(_ text: String) {
    if isFull { return }
    let room = limit - printed.utf8.count
    guard text.utf8.count > room else {
      printed += text
      return
    }
    isFull = true
    // A character is kept whole, or not at all.
    var kept = text.utf8.prefix(room)
    while !kept.isEmpty, String(kept) == nil { kept = kept.dropLast() }
    printed += String(kept) ?? ""
  }

  public func text(of table: ResultTable) -> String {
    latest = table
    let writer = RowWriter(.jsonl, columns: JSONOutput.columns(of: table))
    let rows = table.rows.enumerated().map { index, row in
      String(writer.row(row.map(\.cell), index: index).dropLast())
    }
    return "[\(rows.joined(separator: ", "))]"
  }

  public func text(of explanation: Explanation) -> String { explanation.json }

  func takeTable() -> ResultTable? {
    defer { latest = nil }
    return latest
  }

  static func columns(of table: ResultTable) -> [TableData.Column] {
    table.columns.map { TableData.Column($0.name, kind: $0.kind.cellKind) }
  }
}
