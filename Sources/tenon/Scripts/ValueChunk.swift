/// Chunks whose values are shown: `1 + 1` runs as `return 1 + 1`.
import SalesScript

/// The source to run for what someone typed.
///
/// Records and queries can be drawn only while their run is open, so the chunk itself prints each of its values
/// behind a mark; ``ValueCapture`` keeps what it printed, a text a value.
struct ValueChunk {
  static let mark = "\u{0}values"

  let source: String

  /// - Parameter keeps: whether the first value stays as `_`.
  init(_ text: String, name: String, keeps: Bool, in host: ScriptHost) {
    if ValueChunk.compiles("return " + text, name, host) {
      // A line end closes a comment; elsewhere it would move the places of errors.
      source = ValueChunk.shown(text.contains("--") ? text + "\n" : text, keeps)
    } else if text.contains("return"), ValueChunk.compiles(text, name, host) {
      source = ValueChunk.shown("(function(...) \(text)\nend)(...)", keeps)
    } else {
      source = text
    }
  }

  private static func shown(_ values: String, _ keeps: Bool) -> String {
    let keep = keeps ? "if select('#', ...) > 0 and (...) ~= nil then _ = (...) end " : ""
    return "return (function(...) \(keep)print('\\0values') "
      + "for i = 1, select('#', ...) do print((select(i, ...))) end return ... end)(\(values))"
  }

  private static func compiles(_ text: String, _ name: String, _ host: ScriptHost) -> Bool {
    guard let scratch = try? host.state.newEnvironment() else { return false }
    return (try? host.state.load(text, name: name, in: scratch)) != nil
  }
}

/// What a ``ValueChunk`` printed of its values.
struct ValueCapture {
  private var texts: [String]?

  /// True when the text belongs to the values and is not to be written.
  mutating func take(_ text: String) -> Bool {
    if text == ValueChunk.mark + "\n" {
      texts = []
      return true
    }
    if texts == nil { return false }
    texts?.append(text)
    return true
  }

  /// The texts, each with its line end; nothing is captured from here on.
  mutating func finish() -> [String] {
    defer { texts = nil }
    return texts ?? []
  }
}
