/// Which status may follow which; the words and the arrows are a policy's.
public struct StatusMoves: Hashable, Sendable {
  private let moves: [String: [String]]

  /// Reads `{ from = { to, … } }`.
  /// - Throws: ``PolicyError`` for a word that is none of `words`.
  init(_ at: PolicyDecoder, among words: [String]) throws(PolicyError) {
    let table = try at.dictionary()
    var moves: [String: [String]] = [:]
    for word in table.keys {
      let from = try PolicyDecoder(.text(word), at: table.path).choice(words)
      moves[from] = try table[word].list { at throws(PolicyError) in try at.choice(words) }
    }
    self.moves = moves
  }

  /// Where a status may go.
  public func following(_ status: String) -> [String] { moves[status] ?? [] }

  /// - Throws: `<what>.status` with what is possible.
  public func require(
    _ what: String, _ code: String, from: String, to: String
  ) throws(ValidationError) {
    let possible = following(from)
    if possible.contains(to) { return }
    throw ValidationError(
      "\(what).status", "\(what) \(code) is \(from) and cannot become \(to)",
      remedy: possible.isEmpty
        ? "\(from) is its last status" : "it can become \(possible.joined(separator: ", "))",
      field: "status")
  }
}
