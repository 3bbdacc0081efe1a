/// Expressions, by the priorities of the manual.
extension LuaParser {
  mutating func expressions() -> [LuaExpression] {
    var list: [LuaExpression] = []
    repeat { list.append(expression()) } while accept(",")
    return list
  }

  private static let priorities: [String: (left: Int, right: Int)] = [
    "or": (1, 1), "and": (2, 2), "<": (3, 3), ">": (3, 3), "<=": (3, 3), ">=": (3, 3),
    "~=": (3, 3), "==": (3, 3), "|": (4, 4), "~": (5, 5), "&": (6, 6), "<<": (7, 7),
    ">>": (7, 7), "..": (9, 8), "+": (10, 10), "-": (10, 10), "*": (11, 11), "/": (11, 11),
    "//": (11, 11), "%": (11, 11), "^": (14, 13),
  ]
  private static let unaryPriority = 12
  /// Terms and suffixes in a row that are kept; of a longer row the last ones are.
  private static let longest = 500

  mutating func expression(_ limit: Int = 0) -> LuaExpression {
    deeper(missing) { $0.operation(limit) }
  }

  private var missing: LuaExpression { LuaExpression(.missing, end..<end) }

  private mutating func operation(_ limit: Int) -> LuaExpression {
    var left: LuaExpression
    if isAt("-") || isAt("not") || isAt("#") || isAt("~") {
      let sign = take()
      let value = expression(LuaParser.unaryPriority)
      left = LuaExpression(.unary(sign.text, value), sign.range.lowerBound..<end)
    } else {
      left = simple()
    }
    var count = 0
    while token.kind == .symbol || token.kind == .keyword,
      let priority = LuaParser.priorities[token.text], priority.left > limit
    {
      let sign = take()
      let right = expression(priority.right)
      count += 1
      if count % LuaParser.longest == 0 { left = missing }
      let start = min(left.range.lowerBound, sign.range.lowerBound)
      left = LuaExpression(.binary(sign, left, right), start..<max(start, end))
    }
    return left
  }

  private mutating func simple() -> LuaExpression {
    switch token.kind {
    case .number:
      let token = take()
      return LuaExpression(.number(token.text), token.range)
    case .string:
      let token = take()
      return LuaExpression(.string(token.text, isClosed: token.isClosed), token.range)
    case .name: return suffixed()
    case .end: return missing
    case .symbol, .keyword:
      if isAt("function") {
        let start = take().range.lowerBound
        let function = body(isMethod: false)
        return LuaExpression(.function(function), start..<end)
      }
      if isAt("{") { return table() }
      if isAt("(") { return suffixed() }
      guard ["nil", "true", "false", "..."].contains(where: isAt) else { return missing }
      let token = take()
      return LuaExpression(.word(token.text), token.range)
    }
  }

  /// A name or a bracketed expression with members, indexes and calls behind it.
  mutating func suffixed() -> LuaExpression {
    let start = token.range.lowerBound
    var value: LuaExpression
    if accept("(") {
      let inner = expression()
      accept(")")
      value = LuaExpression(.grouped(inner), start..<end)
    } else if token.kind == .name {
      value = LuaExpression(.name(token.text), token.range)
      take()
    } else {
      return missing
    }
    var count = 0
    while let longer = suffix(of: value, from: start) {
      count += 1
      value = count % LuaParser.longest == 0 ? missing : longer
    }
    return value
  }

  /// One more suffix; nil where there is none.
  private mutating func suffix(of value: LuaExpression, from start: Int) -> LuaExpression? {
    if accept(".") {
      let name = name()
      return LuaExpression(.member(value, name), start..<end)
    }
    if accept(":") {
      let name = name()
      let arguments = arguments()
      return LuaExpression(.method(value, name, arguments), start..<end)
    }
    if accept("[") {
      let index = expression()
      accept("]")
      return LuaExpression(.index(value, index), start..<end)
    }
    guard let arguments = arguments() else { return nil }
    return LuaExpression(.call(value, arguments), start..<end)
  }

  private mutating func arguments() -> [LuaExpression]? {
    if token.kind == .string {
      let token = take()
      return [LuaExpression(.string(token.text, isClosed: token.isClosed), token.range)]
    }
    if isAt("{") { return [table()] }
    guard accept("(") else { return nil }
    let list = isAt(")") ? [] : expressions()
    accept(")")
    return list
  }

  private mutating func table() -> LuaExpression {
    deeper(missing) { parser in
      let start = parser.take().range.lowerBound
      var items: [LuaItem] = []
      while parser.token.kind != .end, !parser.isAt("}") {
        let before = parser.at
        items.append(parser.item())
        if !parser.accept(",") { parser.accept(";") }
        if parser.at == before { break }
      }
      // A table that breaks off goes on to the end of the text.
      let isClosed = parser.accept("}")
      let end = isClosed ? parser.end : max(parser.end, parser.token.range.lowerBound)
      return LuaExpression(.table(items), start..<max(start, end))
    }
  }

  private mutating func item() -> LuaItem {
    if accept("[") {
      let key = expression()
      accept("]")
      accept("=")
      return LuaItem(key: .expression(key), value: expression())
    }
    if token.kind == .name, next.kind == .symbol, next.text == "=" {
      let key = name()
      take()
      return LuaItem(key: .name(key), value: expression())
    }
    return LuaItem(key: .none, value: expression())
  }

  /// Parameters and block of a function.
  mutating func body(isMethod: Bool) -> LuaFunction {
    var names: [LuaName] = []
    accept("(")
    while token.kind != .end, !isAt(")") {
      let before = at
      if token.kind == .name { names.append(name()) } else { accept("...") }
      accept(",")
      if at == before { break }
    }
    accept(")")
    let block = block()
    accept("end")
    return LuaFunction(parameters: names, body: block, isMethod: isMethod)
  }
}
