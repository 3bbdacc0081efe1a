/// Values of chunks as text, in the chosen format.
import Lua
import SalesScript
import Terminal

struct ValueWriter {
  let host: ScriptHost
  let output: TerminalOutput
  let format: OutputFormat?
  /// Whether plain values are written as a script would write them.
  let isLiteral: Bool

  /// A line or a block a value; what was drawn while the run was open is taken from the output.
  func text(of values: [Value]) throws -> String {
    let drawn = output.values.finish()
    return try values.enumerated().map { index, value in
      switch value {
      case .object, .record, .table: index < drawn.count ? drawn[index] : ""
      default: try plain(value) + "\n"
      }
    }.joined()
  }

  private func plain(_ value: Value) throws -> String {
    switch format {
    case .json, .jsonl: JSONText.value(value.cell)
    default: isLiteral ? try host.literal(of: value) : try host.text(of: value)
    }
  }
}
