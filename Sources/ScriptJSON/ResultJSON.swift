// ScriptJSON: what scripts give, as JSON.
//
//   [Value] ──ResultJSON──▶ text      Value+Cell: cells of tables    QueryRows: every row of a query
//              │    └ ValueJSON: tables, lists, plain values
//              └ JSONOutput: host objects (tables of results, reasons), and what scripts print
//   ChangeSet.json

import Foundation
import Lua
import SalesScript
import Terminal

/// The values of a chunk as one JSON text: null for none, a list for several.
public enum ResultJSON {
  /// While the run that gave them is open: records and queries are read. The host's output must be a ``JSONOutput``.
  ///
  /// - Throws: what reading them throws.
  public static func text(of values: [Value], in host: ScriptHost) throws -> String {
    let parts = try values.map { try text(of: $0, in: host) }
    return parts.count == 1
      ? parts[0] : parts.isEmpty ? "null" : "[\(parts.joined(separator: ", "))]"
  }

  private static func text(of value: Value, in host: ScriptHost) throws -> String {
    switch value {
    case .object where value.isQuery: try rows(of: value, in: host)
    case .object, .record: embedded(try host.text(of: value))
    case .table(let table) where table.isRecordList: embedded(try host.text(of: value))
    default: try ValueJSON.text(of: value) { try text(of: $0, in: host) }
    }
  }

  /// Every row of a query, however many.
  private static func rows(of query: Value, in host: ScriptHost) throws -> String {
    let shown = try host.text(of: query)
    guard let cut = (host.output as? JSONOutput)?.takeTable(), cut.omitted > 0 else {
      return embedded(shown)
    }
    let writer = RowWriter(.jsonl, columns: JSONOutput.columns(of: cut))
    var rows: [String] = []
    try QueryRows(query, columns: cut.columns, in: host).forEach {
      rows.append(String(writer.row($0.map(\.cell), index: rows.count).dropLast()))
      return true
    }
    return "[\(rows.joined(separator: ", "))]"
  }

  /// A text as it stands inside JSON: itself where it is JSON, on one line; else in quotes.
  public static func embedded(_ text: String) -> String {
    guard isJSON(text) else { return JSONText.string(text) }
    // Line ends of JSON stand between its parts only.
    return text.split(separator: "\n").map { String($0.drop { $0 == " " }) }.joined()
  }

  private static func isJSON(_ text: String) -> Bool {
    (try? JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)) != nil
  }
}
