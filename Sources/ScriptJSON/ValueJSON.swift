/// Values of scripts as JSON: lists as arrays, other tables as objects, amounts and dates as in every table.
import Lua
import SalesScript
import Terminal

public enum ValueJSON {
  public static func text(of value: Value, in host: ScriptHost) throws -> String {
    try text(of: value) { JSONText.string(try host.text(of: $0)) }
  }

  /// - Parameter object: gives objects and records their JSON.
  static func text(of value: Value, object: (Value) throws -> String) throws -> String {
    switch value {
    case .table(let table): try text(of: table, object)
    case .object, .record: try object(value)
    default: JSONText.value(value.cell)
    }
  }

  /// A table with nothing in it counts as a list.
  private static func text(
    of table: Table, _ object: (Value) throws -> String
  ) throws -> String {
    if table.fields.isEmpty, table.others.isEmpty {
      return "[\(try table.list.map { try text(of: $0, object: object) }.joined(separator: ", "))]"
    }
    let positions = table.list.enumerated().map { ("\($0.offset + 1)", $0.element) }
    let named = table.fields.map { ($0.key, $0.value) }
    let others = table.others.map { ($0.key.plain, $0.value) }
    let members = try (positions + named + others).map { key, value in
      "\(JSONText.string(key)): \(try text(of: value, object: object))"
    }
    return "{\(members.joined(separator: ", "))}"
  }
}

extension Table {
  /// Whether people see a table of it, not its parts: a list of records.
  public var isRecordList: Bool {
    guard case .record? = list.first else { return false }
    return fields.isEmpty && others.isEmpty
  }
}
