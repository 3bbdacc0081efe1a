/// Which names a chunk takes from outside, and which of its comparisons look wrong.
///
/// A parser of the grammar of Lua 5.4 that keeps scopes and nothing else. It is for chunks that compile; in
/// others it stops at the first thing that fits nowhere.
struct LuaNames {
  struct Use: Equatable {
    let name: String
    let line: Int
    let isWritten: Bool
  }

  /// What a side of `==` is, as far as its words tell.
  enum Shape: Equatable {
    case number
    /// A field `x.name`, or a name alone.
    case field(String)
    /// A call: the last name before its arguments, and the first argument where that is a string.
    case call(String, String?)
    case other
  }

  struct Comparison: Equatable {
    let left: Shape
    let right: Shape
    let sign: String
    let line: Int
  }

  /// Names that are no locals, in order of use.
  private(set) var uses: [Use] = []
  private(set) var comparisons: [Comparison] = []
  /// Names that `local` declares outside of every block.
  private(set) var topLocals: [String] = []
  private let tokens: [LuaToken]
  private var at = 0
  private var scopes: [Set<String>] = [[]]
  /// As deep as the compiler goes; what is deeper is not read.
  private static let deepest = 200
  private var depth = 0

  init(_ text: String) {
    tokens = LuaTokens.of(text)
    block()
  }

  // MARK: Tokens

  private var token: LuaToken { tokens[at] }

  private func isAt(_ text: String) -> Bool {
    (token.kind == .symbol || token.kind == .keyword) && token.text == text
  }

  @discardableResult
  private mutating func take() -> LuaToken {
    defer { if at < tokens.count - 1 { at += 1 } }
    return token
  }

  @discardableResult
  private mutating func accept(_ text: String) -> Bool {
    if isAt(text) { take(); return true }
    return false
  }

  // MARK: Scopes

  private mutating func declare(_ names: [String]) {
    scopes[scopes.count - 1].formUnion(names)
    if scopes.count == 1 { topLocals += names }
  }

  private mutating func use(_ token: LuaToken, isWritten: Bool = false) {
    if scopes.contains(where: { $0.contains(token.text) }) { return }
    uses.append(Use(name: token.text, line: token.line, isWritten: isWritten))
  }

  private mutating func scoped(_ names: [String] = [], _ body: (inout LuaNames) -> Void) {
    scopes.append(Set(names))
    deeper { body(&$0) }
    scopes.removeLast()
  }

  private mutating func deeper(_ body: (inout LuaNames) -> Void) {
    depth += 1
    if depth > LuaNames.deepest { at = tokens.count - 1 } else { body(&self) }
    depth -= 1
  }

  // MARK: Statements

  private mutating func block() {
    while token.kind != .end, !["end", "else", "elseif", "until"].contains(where: isAt) {
      let start = at
      statement()
      if at == start { return }
    }
  }

  private mutating func statement() {
    switch token.kind == .keyword || token.kind == .symbol ? token.text : "" {
    case ";", "break": take()
    case "::":
      take()
      take()
      accept("::")
    case "goto":
      take()
      take()
    case "do":
      take()
      closedBlock()
    case "while":
      take()
      expression()
      accept("do")
      closedBlock()
    case "repeat": repetition()
    case "if": branches()
    case "for": loop()
    case "function": function()
    case "local": local()
    case "return":
      take()
      if token.kind != .end, !["end", "else", "elseif", "until", ";"].contains(where: isAt) {
        expressions()
      }
      accept(";")
    default: assignmentOrCall()
    }
  }

  private mutating func closedBlock() {
    scoped { $0.block() }
    accept("end")
  }

  /// The condition sees the locals of the block.
  private mutating func repetition() {
    take()
    scoped {
      $0.block()
      if $0.accept("until") { $0.expression() }
    }
  }

  private mutating func branches() {
    repeat {
      take()
      expression()
      accept("then")
      scoped { $0.block() }
    } while isAt("elseif")
    if accept("else") { scoped { $0.block() } }
    accept("end")
  }

  private mutating func loop() {
    take()
    var names = [take().text]
    while accept(",") { names.append(take().text) }
    if !accept("=") { accept("in") }
    expressions()
    accept("do")
    scoped(names) { $0.block() }
    accept("end")
  }

  private mutating func function() {
    take()
    let name = take()
    let isMember = isAt(".") || isAt(":")
    var isMethod = false
    while isAt(".") || isAt(":") {
      isMethod = isAt(":")
      take()
      take()
    }
    use(name, isWritten: !isMember)
    body(isMethod ? ["self"] : [])
  }

  private mutating func local() {
    take()
    if accept("function") {
      declare([take().text])
      body()
      return
    }
    var names: [String] = []
    repeat {
      names.append(take().text)
      if accept("<") {
        take()
        accept(">")
      }
    } while accept(",")
    if accept("=") { expressions() }
    declare(names)
  }

  private mutating func assignmentOrCall() {
    var targets: [LuaToken] = []
    repeat {
      let start = at
      suffixed(isTarget: true)
      if at == start + 1, tokens[start].kind == .name { targets.append(tokens[start]) }
    } while accept(",")
    let isAssignment = accept("=")
    if isAssignment { expressions() }
    for target in targets { use(target, isWritten: isAssignment) }
  }

  // MARK: Expressions

  private mutating func expressions() {
    repeat { expression() } while accept(",")
  }

  private static let priorities: [String: (left: Int, right: Int)] = [
    "or": (1, 1), "and": (2, 2), "<": (3, 3), ">": (3, 3), "<=": (3, 3), ">=": (3, 3),
    "~=": (3, 3), "==": (3, 3), "|": (4, 4), "~": (5, 5), "&": (6, 6), "<<": (7, 7),
    ">>": (7, 7), "..": (9, 8), "+": (10, 10), "-": (10, 10), "*": (11, 11), "/": (11, 11),
    "//": (11, 11), "%": (11, 11), "^": (14, 13),
  ]
  private static let unaryPriority = 12

  @discardableResult
  private mutating func expression(_ limit: Int = 0) -> Shape {
    var shape = Shape.other
    deeper { shape = $0.operation(limit) }
    return shape
  }

  private mutating func operation(_ limit: Int) -> Shape {
    var shape: Shape
    if isAt("-") {
      take()
      shape = expression(LuaNames.unaryPriority)
      if shape != .number { shape = .other }
    } else if isAt("not") || isAt("#") || isAt("~") {
      take()
      expression(LuaNames.unaryPriority)
      shape = .other
    } else {
      shape = simple()
    }
    while token.kind == .symbol || token.kind == .keyword,
      let priority = LuaNames.priorities[token.text], priority.left > limit
    {
      let sign = take()
      let right = expression(priority.right)
      if sign.text == "==" || sign.text == "~=" {
        comparisons.append(
          Comparison(left: shape, right: right, sign: sign.text, line: sign.line))
      }
      shape = .other
    }
    return shape
  }

  private mutating func simple() -> Shape {
    switch token.kind {
    case .number:
      take()
      return .number
    case .string:
      take()
      return .other
    case .name: return suffixed()
    case .end: return .other
    case .symbol, .keyword:
      if isAt("function") {
        take()
        body()
      } else if isAt("{") {
        table()
      } else if isAt("(") {
        return suffixed()
      } else if ["nil", "true", "false", "..."].contains(where: isAt) {
        take()
      }
      return .other
    }
  }

  /// A name or a bracketed expression with members, indexes and calls behind it.
  ///
  /// - Parameter isTarget: a name alone is left for the caller to judge.
  @discardableResult
  private mutating func suffixed(isTarget: Bool = false) -> Shape {
    var shape = Shape.other
    if accept("(") {
      shape = expression()
      accept(")")
    } else if token.kind == .name {
      let name = take()
      shape = .field(name.text)
      let isAlone = token.kind != .string && !["(", "{", "[", ".", ":"].contains(where: isAt)
      if !isTarget || !isAlone { use(name) }
    }
    while let next = suffix(after: shape) { shape = next }
    return shape
  }

  /// The shape after one more suffix; nil where there is none.
  private mutating func suffix(after shape: Shape) -> Shape? {
    if isAt(".") || isAt(":") {
      take()
      return .field(take().text)
    }
    if accept("[") {
      expression()
      accept("]")
      return .other
    }
    let name = if case .field(let name) = shape { name } else { "" }
    if token.kind == .string { return .call(name, take().text) }
    if isAt("{") {
      table()
      return .call(name, nil)
    }
    guard accept("(") else { return nil }
    let first = token.kind == .string ? token.text : nil
    if !isAt(")") { expressions() }
    accept(")")
    return .call(name, first)
  }

  private mutating func table() {
    take()
    while token.kind != .end, !isAt("}") {
      let start = at
      if accept("[") {
        expression()
        accept("]")
        accept("=")
        expression()
      } else if token.kind == .name, tokens[min(at + 1, tokens.count - 1)].text == "=",
        tokens[min(at + 1, tokens.count - 1)].kind == .symbol
      {
        take()
        take()
        expression()
      } else {
        expression()
      }
      if !accept(",") { accept(";") }
      if at == start { return }
    }
    accept("}")
  }

  /// Parameters and block of a function.
  private mutating func body(_ own: [String] = []) {
    var names = own
    accept("(")
    while token.kind != .end, !isAt(")") {
      names.append(take().text)
      accept(",")
    }
    accept(")")
    scoped(names) { $0.block() }
    accept("end")
  }
}
