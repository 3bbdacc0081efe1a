/// Values of expressions on standard output, in the chosen format.
import Lua
import SalesScript
import Terminal

struct ValueWriter {
  let host: ScriptHost
  let streams: Streams

  /// One value with its line end; nothing for nil.
  func write(_ value: Value) throws {
    switch (value, streams.format) {
    case (.object, _), (.record, _), (.table, _), (_, nil), (_, .table), (_, .csv), (_, .markdown):
      streams.write(try host.text(of: value) + "\n")
    case (_, .json), (_, .jsonl):
      streams.write(JSONText.value(value.cell) + "\n")
    }
  }
}
