import Lua
import SalesKernel
import SalesStore
import Values

/// Conditions on columns of a frame from a script's table, as queries take them, with bounds besides.
///
/// ```lua
/// {region = "east", rep = {1, 2}, amount = {from = wan(1)}, ordered_on = {period = "2026-Q2"}}
/// ```
struct FrameConditions {
  private var conditions: [(name: String, column: FrameColumn, condition: FrameCondition)] = []
  /// The same text, the same conditions.
  private(set) var text = ""

  static let bounds = ["from", "upto", "below", "period"]

  /// - Throws: `frame.column`, `field.type`, `field.choice`, `frame.where`.
  init(_ table: Table, of frame: Frame, host: ScriptHost) throws {
    guard table.list.isEmpty, table.others.isEmpty else {
      throw ArgumentError(
        "where: expected {column = value}, got a list", code: "frame.where",
        remedy: "as {region = \"east\", amount = {from = wan(1)}}")
    }
    for (name, value) in table.fields {
      let column = try frame.column(name)
      let field = frameField(name, column.type)
      let condition = try Self.condition(value, field, host)
      conditions.append((name, column, condition))
      text += "\(name) \(condition)\n"
    }
  }

  /// The rows that meet all of them.
  func rows(of frame: Frame) -> FrameRows {
    var narrowed = frame
    for (_, column, condition) in conditions {
      narrowed = narrowed.narrowed(to: narrowed.rows(where: column, condition))
    }
    return narrowed.rows
  }

  private static func condition(
    _ value: Value, _ field: Field, _ host: ScriptHost
  ) throws -> FrameCondition {
    guard case .table(let table) = value else { return .oneOf([try plain(value, field, host)]) }
    if table.fields.isEmpty {
      return .oneOf(try table.list.map { try plain($0, field, host) })
    }
    let options = try NamedArguments(value, of: field.name, allowing: bounds)
    if let period = try options.string("period") {
      guard field.type == .day else {
        throw ArgumentError("\(field.name) holds no days to be in a period", code: "frame.where")
      }
      let period = try Period(parsing: period)
      return .range(from: .day(period.first), upto: .day(period.last), below: nil)
    }
    switch field.type {
    case .bool, .reference:
      throw ArgumentError(
        "\(field.name) holds \(field.expectation), which has no bounds", code: "frame.where",
        remedy: "give a value, or a list of values")
    default: break
    }
    func bound(_ name: String) throws -> FieldValue? {
      try options[name].map { try plain($0, field, host) }
    }
    return .range(
      from: try bound("from"), upto: try bound("upto"), below: try bound("below"))
  }

  private static func plain(
    _ value: Value, _ field: Field, _ host: ScriptHost
  ) throws -> FieldValue {
    try field.comparable(try host.fieldValue(value, for: field))
  }
}
