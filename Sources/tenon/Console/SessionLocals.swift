/// Locals at the top of a chunk live on in the session: `local x = 5` is written `x = 5` before it runs.
///
/// Functions of the chunk then see the same variable as later chunks. Blocks and functions keep their locals, and so
/// does `local x <close>`, whose end is that of its chunk. What follows stays in its line and column.
struct SessionLocals {
  private var bytes: [UInt8]
  private let tokens: [LuaToken]
  /// Texts to put behind a byte, from the last to the first.
  private var insertions: [(at: Int, text: String)] = []

  static func kept(in text: String) -> String {
    guard text.contains("local") else { return text }
    var locals = SessionLocals(text)
    return locals.rewritten()
  }

  private init(_ text: String) {
    bytes = Array(text.utf8)
    tokens = LuaTokens.of(text)
  }

  private mutating func rewritten() -> String {
    var depth = 0
    for index in tokens.indices where tokens[index].kind == .keyword {
      switch tokens[index].text {
      case "function", "do", "then", "repeat": depth += 1
      case "end", "until", "elseif": depth -= 1
      case "local" where depth == 0: free(index)
      default: break
      }
    }
    for (place, text) in insertions.reversed() { bytes.insert(contentsOf: text.utf8, at: place) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Takes the word `local` away, where the declaration is one that may live on.
  private mutating func free(_ start: Int) {
    var at = start + 1
    if tokens[at].text == "function", tokens[at].kind == .keyword {
      blank(tokens[start].range)
      return
    }
    var attributes: [Range<Int>] = []
    var end = tokens[start].range.upperBound
    while tokens[at].kind == .name, tokens[at].text != "_ENV" {
      end = tokens[at].range.upperBound
      at += 1
      if isSymbol("<", at), at + 2 < tokens.count {
        if tokens[at + 1].text == "close" { return }
        attributes.append(tokens[at].range.lowerBound..<tokens[at + 2].range.upperBound)
        end = tokens[at + 2].range.upperBound
        at += 3
      }
      guard isSymbol(",", at) else { break }
      at += 1
    }
    guard end > tokens[start].range.upperBound else { return }
    blank(tokens[start].range)
    attributes.forEach { blank($0) }
    if !isSymbol("=", at) { insertions.append((end, " = nil")) }
  }

  private func isSymbol(_ text: String, _ at: Int) -> Bool {
    at < tokens.count && tokens[at].kind == .symbol && tokens[at].text == text
  }

  private mutating func blank(_ range: Range<Int>) {
    for place in range { bytes[place] = UInt8(ascii: " ") }
  }
}
