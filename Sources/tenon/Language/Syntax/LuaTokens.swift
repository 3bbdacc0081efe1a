/// Lua source as tokens with their lines.
struct LuaToken: Equatable {
  enum Kind: Equatable { case name, keyword, number, string, symbol, end }
  let kind: Kind
  /// Names, keywords, numbers and symbols as written; strings without their quotes.
  let text: String
  /// From 1.
  let line: Int
  /// Where it stands, in bytes of UTF-8; of a string, with its quotes.
  let range: Range<Int>
  /// False for a string whose end is missing.
  var isClosed = true

  func moved(by offset: Int) -> LuaToken {
    LuaToken(
      kind: kind, text: text, line: line,
      range: range.lowerBound + offset..<range.upperBound + offset, isClosed: isClosed)
  }
}

/// Splits source that the compiler has taken already; what is no Lua comes out as symbols.
struct LuaTokens {
  static let keywords: Set<String> = [
    "and", "break", "do", "else", "elseif", "end", "false", "for", "function", "goto", "if", "in",
    "local", "nil", "not", "or", "repeat", "return", "then", "true", "until", "while",
  ]
  private static let symbols = ["...", "..", "==", "~=", "<=", ">=", "//", "::", "<<", ">>"]
  private let bytes: [UInt8]
  private var at = 0
  private var line = 1
  /// Whether the string or comment read last had its end.
  private var isClosed = true
  /// Whether the text ends within a comment.
  private var isInComment = false

  /// All tokens of a text, closed by one of kind `end`.
  static func of(_ text: String) -> [LuaToken] {
    var scanner = LuaTokens(bytes: Array(text.utf8))
    var tokens: [LuaToken] = []
    while let token = scanner.next() { tokens.append(token) }
    let end = scanner.bytes.count
    return tokens + [LuaToken(kind: .end, text: "", line: scanner.line, range: end..<end)]
  }

  /// Whether a text ends within a comment.
  static func endsInComment(_ text: String) -> Bool {
    var scanner = LuaTokens(bytes: Array(text.utf8))
    while scanner.next() != nil { scanner.isInComment = false }
    return scanner.isInComment
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private func byte(_ offset: Int = 0) -> UInt8 {
    at + offset < bytes.count ? bytes[at + offset] : 0
  }

  private mutating func skipBlanks() {
    while at < bytes.count {
      if byte() == UInt8(ascii: "-"), byte(1) == UInt8(ascii: "-") {
        at += 2
        if longBracket() == nil {
          while at < bytes.count, byte() != 10 { at += 1 }
          isInComment = at == bytes.count
        } else {
          isInComment = !isClosed
        }
      } else if byte() <= 32 {
        if byte() == 10 { line += 1 }
        at += 1
      } else {
        return
      }
    }
  }

  private mutating func next() -> LuaToken? {
    skipBlanks()
    guard at < bytes.count else { return nil }
    let (start, begin) = (line, at)
    let first = byte()
    func token(_ kind: LuaToken.Kind, _ text: String, isClosed: Bool = true) -> LuaToken {
      LuaToken(
        kind: kind, text: text, line: start, range: begin..<max(begin, min(at, bytes.count)),
        isClosed: isClosed)
    }
    if LuaTokens.startsName(first) {
      let word = take { LuaTokens.startsName($0) || LuaTokens.isDigit($0) }
      return token(LuaTokens.keywords.contains(word) ? .keyword : .name, word)
    }
    if LuaTokens.isDigit(first) || (first == UInt8(ascii: ".") && LuaTokens.isDigit(byte(1))) {
      let text = number()
      return token(.number, text)
    }
    if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
      let text = quoted(first)
      return token(.string, text, isClosed: isClosed)
    }
    if let text = longBracket() { return token(.string, text, isClosed: isClosed) }
    let text = symbol()
    return token(.symbol, text)
  }

  private mutating func take(_ belongs: (UInt8) -> Bool) -> String {
    let start = at
    while at < bytes.count, belongs(bytes[at]) { at += 1 }
    return text(start, at)
  }

  private func text(_ start: Int, _ end: Int) -> String {
    String(decoding: bytes[start..<max(start, end)], as: UTF8.self)
  }

  private mutating func number() -> String {
    let start = at
    while at < bytes.count {
      let isSign = byte() == UInt8(ascii: "+") || byte() == UInt8(ascii: "-")
      let isExponent = at > start && "eEpP".utf8.contains(bytes[at - 1])
      let isHex = text(start, min(start + 2, at)).lowercased() == "0x"
      if isSign, !isExponent || (isHex && "eE".utf8.contains(bytes[at - 1])) { break }
      guard
        isSign || LuaTokens.startsName(byte()) || LuaTokens.isDigit(byte())
          || byte() == UInt8(ascii: ".")
      else { break }
      at += 1
    }
    return text(start, at)
  }

  private mutating func quoted(_ mark: UInt8) -> String {
    at += 1
    let start = at
    while at < bytes.count, byte() != mark {
      if byte() == UInt8(ascii: "\\") { at += 1 }
      if byte() == 10 { line += 1 }
      at += 1
    }
    let end = min(at, bytes.count)
    isClosed = end < bytes.count
    at = min(at + 1, bytes.count)
    return text(start, end)
  }

  /// `[[…]]`, `[=[…]=]`; nil, and nothing taken, where none begins here.
  private mutating func longBracket() -> String? {
    guard byte() == UInt8(ascii: "[") else { return nil }
    var level = 0
    while byte(1 + level) == UInt8(ascii: "=") { level += 1 }
    guard byte(1 + level) == UInt8(ascii: "[") else { return nil }
    at += level + 2
    let start = at
    isClosed = true
    while at < bytes.count {
      if byte() == UInt8(ascii: "]"), byte(1 + level) == UInt8(ascii: "]"),
        (0..<level).allSatisfy({ byte(1 + $0) == UInt8(ascii: "=") })
      {
        defer { at += level + 2 }
        return text(start, at)
      }
      if byte() == 10 { line += 1 }
      at += 1
    }
    isClosed = false
    return text(start, at)
  }

  private mutating func symbol() -> String {
    for symbol in LuaTokens.symbols where bytes[at...].starts(with: symbol.utf8) {
      at += symbol.utf8.count
      return symbol
    }
    at += 1
    return text(at - 1, at)
  }

  private static func startsName(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
