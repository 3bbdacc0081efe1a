/// Values of chunks as text, in the chosen format.
import Lua
import SalesScript
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
      switch value {
      case .object, .record, .table:
        let text = try host.text(of: value)
        if let cut = output.takeCut(), output.wantsEveryRow {
          try QueryRows(value, columns: cut.columns, in: host).write(output, to: sink)
        } else {
          try sink(text + "\n")
        }
      default: try sink(try plain(value) + "\n")
      }
    }
  }

  private func plain(_ value: Value) throws -> String {
    switch output.format {
    case .json, .jsonl: JSONText.value(value.cell)
    default: isLiteral ? try host.literal(of: value) : try host.text(of: value)
    }
  }
}
