/// Values of chunks as text, in the chosen format.
import Lua
import SalesScript
import ScriptJSON
import Terminal

struct ValueWriter {
  let host: ScriptHost
  let output: TerminalOutput
  /// Whether plain values are written as a script would write them.
  let isLiteral: Bool

  /// Writes a line or a block a value, while the run that gave them is open.
  ///
  /// A query that is too long for a screen is written whole where it goes elsewhere.
  func write(_ values: [Value], to sink: (String) throws -> Void) throws {
    for value in values {
      let text = try text(of: value)
      guard let cut = output.takeCut() else {
        try sink(text + "\n")
        continue
      }
      if output.wantsEveryRow, value.isQuery {
        try QueryRows(value, columns: cut.columns, in: host).write(output, to: sink)
      } else {
        try sink(text + "\n")
        output.noteOmitted(cut)
      }
    }
  }

  /// A chunk that gives the value again.
  private func luaText(of value: Value) throws -> String {
    switch value {
    case .object, .record: return try host.text(of: value)
    case .table(let table) where table.isRecordList: return try host.text(of: value)
    default: return "return " + (try host.literal(of: value))
    }
  }

  private func text(of value: Value) throws -> String {
    if output.format == .lua { return try luaText(of: value) }
    let isJSON = output.format == .json || output.format == .jsonl
    switch value {
    case .object, .record: return try host.text(of: value)
    case .table(let table) where table.isRecordList || !isJSON: return try host.text(of: value)
    case _ where isJSON: return try ValueJSON.text(of: value, in: host)
    default: return isLiteral ? try host.literal(of: value) : try host.text(of: value)
    }
  }
}
