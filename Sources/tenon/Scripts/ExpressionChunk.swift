/// Expressions as chunks: `1 + 1` runs as `return 1 + 1`.
import SalesScript

enum ExpressionChunk {
  /// The chunk that gives the expression's values; a text that is no expression stays as it is.
  static func source(_ text: String, in host: ScriptHost) -> String {
    let chunk = "return " + text
    guard let scratch = try? host.state.newEnvironment(),
      (try? host.state.load(chunk, name: "=eval", in: scratch)) != nil
    else { return text }
    return chunk
  }
}
