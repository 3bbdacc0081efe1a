import Lua
import SalesKernel
import SalesStore
import Values

/// A rule of a script over the rows of a frame: a plain expression over columns runs on them, anything else is
/// called row by row.
struct FrameRule {
  private let rule: LuaRule
  private let isExpression: Bool
  private let frame: Frame
  private let columns: [FrameColumn]
  private unowned let host: ScriptHost
  private static let batch = 1024

  /// - Throws: `rule.unknown_name`, `rule.syntax`, `script.argument`.
  init(_ value: Value, of frame: Frame, host: ScriptHost) throws {
    (self.frame, self.host) = (frame, host)
    isExpression = if case .string = value { true } else { false }
    columns = try frame.names.map { try frame.column($0) }
    let entity = try host.frameEntity(zip(frame.names, columns).map { ($0, $1.type) })
    rule = try LuaRuleCompiler(host: host).rule(value, entity: entity, what: "where")
  }

  /// The rows for which it holds.
  func rows() throws -> FrameRows {
    // A console may have redefined what an expression calls.
    if isExpression, !host.options.isInteractive,
      let formula = FrameFormulaReader.formula(
        rule.text, columns: frame.names, today: host.options.clock.day()),
      let rows = try frame.rows(where: formula)
    {
      return rows
    }
    let kept = FrameBuffer<Int32>()
    for start in stride(from: 0, to: frame.count, by: Self.batch) {
      let rows = (start..<min(start + Self.batch, frame.count)).map { position in
        FrameRow(frame: frame, columns: columns, entity: rule.entity, position: position)
      }
      for (row, value) in zip(rows, try rule.evaluate(all: rows)) where value.isTrue {
        kept.append(Int32(truncatingIfNeeded: frame.row(row.position)))
      }
    }
    return .some(kept)
  }
}

/// One row as rules see it.
private struct FrameRow: RecordReader {
  let frame: Frame
  let columns: [FrameColumn]
  let entity: Entity
  let position: Int

  var id: Int64 { Int64(position + 1) }
  func value(at slot: Int) throws -> FieldValue { frame.value(position, columns[slot]) }
}

extension FieldValue {
  /// Lua's truth.
  fileprivate var isTrue: Bool {
    switch self {
    case .null, .bool(false): false
    default: true
    }
  }
}

extension ScriptHost {
  /// What rules over rows of such columns see as a record; the same for the same columns.
  func frameEntity(_ columns: [(name: String, type: FieldType)]) throws -> Entity {
    let name = "frame " + columns.map { "\($0.name):\($0.type)" }.joined(separator: " ")
    if let known = bindings[name] { return known.entity }
    let entity = Entity(
      name, singular: "row", label: Label("rows", "行"), help: "Rows of a frame.",
      fields: columns.map { frameField($0.name, $0.type) })
    try bind(entity)
    return entity
  }
}
