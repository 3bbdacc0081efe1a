/// Values of scripts as JSON: lists as arrays, other tables as objects, amounts and dates as in every table.
import Lua
import SalesScript
import Terminal

enum ValueJSON {
  static func text(of value: Value, in host: ScriptHost) throws -> String {
    switch value {
    case .table(let table): try text(of: table, in: host)
    case .object, .record: JSONText.string(try host.text(of: value))
    default: JSONText.value(value.cell)
    }
  }

  /// A table with nothing in it counts as a list.
  private static func text(of table: Table, in host: ScriptHost) throws -> String {
    if table.fields.isEmpty, table.others.isEmpty {
      return "[\(try table.list.map { try text(of: $0, in: host) }.joined(separator: ", "))]"
    }
    let positions = table.list.enumerated().map { ("\($0.offset + 1)", $0.element) }
    let named = table.fields.map { ($0.key, $0.value) }
    let others = table.others.map { ($0.key.plain, $0.value) }
    let members = try (positions + named + others).map { key, value in
      "\(JSONText.string(key)): \(try text(of: value, in: host))"
    }
    return "{\(members.joined(separator: ", "))}"
  }
}

extension Table {
  /// Whether people see a table of it, not its parts: a list of records.
  var isRecordList: Bool {
    guard case .record? = list.first else { return false }
    return fields.isEmpty && others.isEmpty
  }
}
