/// The grammar of Lua 5.4, for source that compiles and for source that breaks off at a cursor.
///
/// In source that is neither it stops at the first thing that fits nowhere; it never fails.
struct LuaParser {
  let tokens: [LuaToken]
  var at = 0
  /// As deep as the compiler goes; what is deeper is not read.
  private static let deepest = 200
  private var depth = 0

  /// The tree of a text.
  static func block(of text: String) -> LuaBlock {
    var parser = LuaParser(tokens: LuaTokens.of(text))
    return parser.block()
  }

  /// The tree of an expression, as rules are, that stands at a place of a source.
  static func expression(of text: String, at offset: Int) -> LuaExpression {
    var parser = LuaParser(tokens: LuaTokens.of(text).map { $0.moved(by: offset) })
    return parser.expression()
  }

  private init(tokens: [LuaToken]) { self.tokens = tokens }

  // MARK: Tokens

  var token: LuaToken { tokens[at] }
  var next: LuaToken { tokens[min(at + 1, tokens.count - 1)] }
  /// Where what was taken last ends.
  var end: Int { at == 0 ? 0 : tokens[at - 1].range.upperBound }

  func isAt(_ text: String) -> Bool {
    (token.kind == .symbol || token.kind == .keyword) && token.text == text
  }

  @discardableResult
  mutating func take() -> LuaToken {
    defer { if at < tokens.count - 1 { at += 1 } }
    return token
  }

  @discardableResult
  mutating func accept(_ text: String) -> Bool {
    if isAt(text) { take(); return true }
    return false
  }

  /// The name here; an empty one where none stands, and nothing is taken then.
  mutating func name() -> LuaName {
    guard token.kind == .name else {
      return LuaName(text: "", range: end..<end, line: token.line)
    }
    let token = take()
    return LuaName(text: token.text, range: token.range, line: token.line)
  }

  mutating func deeper<T>(_ otherwise: T, _ body: (inout LuaParser) -> T) -> T {
    depth += 1
    defer { depth -= 1 }
    if depth > LuaParser.deepest {
      at = tokens.count - 1
      return otherwise
    }
    return body(&self)
  }

  // MARK: Statements

  private var isAtEndOfBlock: Bool {
    token.kind == .end || ["end", "else", "elseif", "until"].contains(where: isAt)
  }

  mutating func block() -> LuaBlock {
    deeper(LuaBlock(statements: [])) { parser in
      var statements: [LuaStatement] = []
      while !parser.isAtEndOfBlock {
        let start = parser.at
        if let statement = parser.statement() { statements.append(statement) }
        if parser.at == start { break }
      }
      return LuaBlock(statements: statements)
    }
  }

  private mutating func statement() -> LuaStatement? {
    switch token.kind == .keyword || token.kind == .symbol ? token.text : "" {
    case ";", "break":
      take()
      return nil
    case "::":
      take()
      take()
      accept("::")
      return nil
    case "goto":
      take()
      take()
      return nil
    case "do":
      take()
      return .block(closedBlock())
    case "while":
      take()
      let condition = expression()
      accept("do")
      return .loop(condition, closedBlock())
    case "repeat":
      take()
      let body = block()
      return .repetition(body, until: accept("until") ? expression() : nil)
    case "if": return branches()
    case "for": return loop()
    case "function": return function()
    case "local": return local()
    case "return":
      take()
      let values = isAtEndOfBlock || isAt(";") ? [] : expressions()
      accept(";")
      return .result(values)
    default: return assignmentOrCall()
    }
  }

  private mutating func closedBlock() -> LuaBlock {
    let block = block()
    accept("end")
    return block
  }

  private mutating func branches() -> LuaStatement {
    var parts: [(condition: LuaExpression, block: LuaBlock)] = []
    repeat {
      take()
      let condition = expression()
      accept("then")
      parts.append((condition, block()))
    } while isAt("elseif")
    let otherwise = accept("else") ? block() : nil
    accept("end")
    return .branches(parts, otherwise: otherwise)
  }

  private mutating func loop() -> LuaStatement {
    take()
    var names = [name()]
    while accept(",") { names.append(name()) }
    let counts = accept("=")
    if !counts { accept("in") }
    let values = expressions()
    accept("do")
    let body = closedBlock()
    return counts ? .count(names[0], values, body) : .each(names, values, body)
  }

  private mutating func function() -> LuaStatement {
    take()
    let first = name()
    var path = LuaExpression(.name(first.text), first.range)
    var isMethod = false
    while isAt(".") || isAt(":") {
      isMethod = take().text == ":"
      let member = name()
      path = LuaExpression(
        .member(path, member), path.range.lowerBound..<member.range.upperBound)
    }
    return .function(path, body(isMethod: isMethod))
  }

  private mutating func local() -> LuaStatement {
    take()
    if accept("function") {
      let name = name()
      return .localFunction(name, body(isMethod: false))
    }
    var names: [LuaName] = []
    repeat {
      names.append(name())
      if accept("<") {
        take()
        accept(">")
      }
    } while accept(",")
    return .local(names, accept("=") ? expressions() : [])
  }

  private mutating func assignmentOrCall() -> LuaStatement {
    var targets: [LuaExpression] = []
    repeat { targets.append(suffixed()) } while accept(",")
    if accept("=") { return .assignment(targets, expressions()) }
    if targets.count == 1 { return .expression(targets[0]) }
    return .assignment(targets, [])
  }
}
