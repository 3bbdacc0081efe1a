/// Chunks whose values are shown: `1 + 1` runs as `return 1 + 1`.
import SalesScript

/// The source to run for what someone typed.
struct ValueChunk {
  let source: String
  /// A semicolon behind an expression asks for its work without its value.
  let isSilent: Bool

  /// - Parameter keeps: whether the first value stays as `_`.
  init(_ text: String, name: String, keeps: Bool, in host: ScriptHost) {
    guard ValueChunk.compiles("return " + text, name, host) else {
      isSilent = false
      let gives = keeps && text.contains("return") && ValueChunk.compiles(text, name, host)
      source = gives ? ValueChunk.keeping("(function(...) \(text)\nend)(...)") : text
      return
    }
    // A line end closes a comment; elsewhere it would move the places of errors.
    let hasComment = text.contains("--")
    let bare = text.reversed().drop { $0.isWhitespace || $0 == ";" }.reversed()
    let ending = text.dropFirst(bare.count)
    isSilent = !hasComment && ending.contains(";")
    let values = hasComment ? text + "\n" : String(bare)
    source =
      keeps && !(hasComment && text.contains(";"))
      ? ValueChunk.keeping(values) : "return " + values
  }

  private static func keeping(_ values: String) -> String {
    "return (function(...) if (...) ~= nil then _ = (...) end return ... end)(\(values))"
  }

  private static func compiles(_ text: String, _ name: String, _ host: ScriptHost) -> Bool {
    guard let scratch = try? host.state.newEnvironment() else { return false }
    return (try? host.state.load(text, name: name, in: scratch)) != nil
  }
}
