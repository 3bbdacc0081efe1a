/// Chunks whose values are shown: `1 + 1` runs as `return 1 + 1`.

/// The source to run for what someone typed.
public struct ValueChunk {
  public let source: String
  /// A semicolon behind an expression asks for its work without its value.
  public let isSilent: Bool
  public let isExpression: Bool

  /// Under which names values stay: `_`, `__` for the one before, `_7` for chunk 7.
  public struct Keeping {
    let number: Int
    /// Values of so many chunks stay.
    let count: Int

    public init(_ number: Int, _ count: Int) { (self.number, self.count) = (number, count) }
  }

  /// - Parameter keeps: nil where no value is to stay.
  public init(_ text: String, name: String, keeps: Keeping?, in host: ScriptHost) {
    isExpression = ValueChunk.compiles("return " + text, name, host)
    guard isExpression else {
      isSilent = false
      guard let keeps, text.contains("return"), ValueChunk.compiles(text, name, host) else {
        source = text
        return
      }
      source = ValueChunk.keeping("(function(...) \(text)\nend)(...)", keeps)
      return
    }
    // A line end closes a comment; elsewhere it would move the places of errors.
    let hasComment = text.contains("--")
    let bare = text.reversed().drop { $0.isWhitespace || $0 == ";" }.reversed()
    let ending = text.dropFirst(bare.count)
    isSilent = !hasComment && ending.contains(";")
    let values = hasComment ? text + "\n" : String(bare)
    if let keeps, !(hasComment && text.contains(";")) {
      source = ValueChunk.keeping(values, keeps)
    } else {
      source = "return " + values
    }
  }

  /// Values that are nil leave the names as they are.
  private static func keeping(_ values: String, _ keeps: Keeping) -> String {
    "return (function(...) if (...) ~= nil then __ = rawget(_G, \"_\") _ = (...) "
      + "_\(keeps.number) = _ _\(max(0, keeps.number - keeps.count)) = nil end return ... end)(\(values))"
  }

  private static func compiles(_ text: String, _ name: String, _ host: ScriptHost) -> Bool {
    guard let scratch = try? host.state.newEnvironment() else { return false }
    return (try? host.state.load(text, name: name, in: scratch)) != nil
  }
}
