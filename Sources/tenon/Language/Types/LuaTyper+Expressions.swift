/// Expressions.
import SalesKernel

extension LuaTyper {
  func type(of value: LuaExpression) -> LuaType {
    let type = read(value)
    types[ObjectIdentifier(value)] = type
    return type
  }

  private func read(_ value: LuaExpression) -> LuaType {
    switch value.kind {
    case .missing: return .unknown
    case .word(let word): return word == "nil" ? .null : word == "..." ? .unknown : .bool
    case .number: return .number
    case .string: return .string
    case .name(let name):
      return local(name) ?? session(name) ?? model.global(name) ?? .unknown
    case .member(let base, let name):
      let owner = type(of: base)
      if owner == .unknown, followsAssignments, let path = LuaTyper.path(of: base) {
        emit(.path(path, end: name.range.upperBound))
      }
      emit(.member(owner, name, isMethod: false, isWritten: false))
      return member(name.text, of: owner)
    case .index(let base, let key):
      let owner = type(of: base)
      _ = type(of: key)
      if case .list(let element) = owner { return element }
      return .unknown
    case .call(let callee, let arguments): return call(callee, arguments, value)
    case .method(let base, let name, let arguments): return method(base, name, arguments, value)
    case .function(let function):
      read(function)
      return .local(ObjectIdentifier(function))
    case .table(let items):
      readTable(items)
      return .table
    case .grouped(let inner): return type(of: inner)
    case .unary(let sign, let inner):
      let type = type(of: inner)
      if sign == "not" { return .bool }
      if sign == "#" { return .number }
      return sign == "-" && [.number, .money, .span].contains(type) ? type : .unknown
    case .binary(let sign, let left, let right): return binary(sign, left, right, value)
    }
  }

  /// `a.b.c` as its names.
  static func path(of value: LuaExpression) -> [String]? {
    switch value.kind {
    case .name(let name): [name]
    case .member(let base, let name): path(of: base).map { $0 + [name.text] }
    default: nil
    }
  }

  private func readTable(_ items: [LuaItem]) {
    for item in items {
      if case .expression(let key) = item.key { _ = type(of: key) }
      escape(type(of: item.value))
    }
  }

  func member(_ name: String, of owner: LuaType) -> LuaType {
    switch owner {
    case .record(let entity):
      if name == "id" { return .number }
      return model.entity(entity)?.field(named: name).map(LanguageModel.type) ?? .unknown
    case .module(let module):
      return model.modules[module]?[name] == nil ? .unknown : .function("\(module).\(name)")
    default: return .unknown
    }
  }

  /// The field that an expression reads that has been read just now.
  func field(_ value: LuaExpression) -> (name: String, entity: String)? {
    switch value.kind {
    case .grouped(let inner): return field(inner)
    case .member(let base, let name):
      guard case .record(let entity)? = types[ObjectIdentifier(base)] else { return nil }
      return (name.text, entity)
    case .name(let name):
      guard let entity = ruleEntity, local(name) == nil || scopes.last?[name] != nil,
        model.entity(entity)?.slot(of: name) != nil
      else { return nil }
      return (name, entity)
    default: return nil
    }
  }

  private func binary(
    _ sign: LuaToken, _ left: LuaExpression, _ right: LuaExpression, _ node: LuaExpression
  ) -> LuaType {
    let (a, b) = (type(of: left), type(of: right))
    escape(a)
    escape(b)
    if sign.text == "==" || sign.text == "~=" {
      let (first, second) = (field(left), field(right))
      emit(
        .binary(
          sign, TypedExpression(expression: left, type: a, field: first),
          TypedExpression(expression: right, type: b, field: second), node))
      if let first { emit(.value(right, field: first.name, entity: first.entity)) }
      if let second { emit(.value(left, field: second.name, entity: second.entity)) }
      return .bool
    }
    return LuaTyper.result(sign.text, a, b)
  }

  private static func result(_ sign: String, _ a: LuaType, _ b: LuaType) -> LuaType {
    switch sign {
    case "<", ">", "<=", ">=": return .bool
    case "..": return .string
    case "and": return b.joined(a)
    case "or": return a.joined(b)
    default: break
    }
    switch (sign, a, b) {
    case (_, .number, .number): return .number
    case ("+", .money, .money), ("-", .money, .money), ("*", .money, .number),
      ("*", .number, .money), ("/", .money, .number):
      return .money
    case ("/", .money, .money), ("/", .span, .span): return .number
    case ("+", .date, .span), ("-", .date, .span), ("+", .span, .date): return .date
    case ("+", .instant, .span), ("-", .instant, .span), ("+", .span, .instant): return .instant
    case ("-", .date, .date), ("-", .instant, .instant), ("+", .span, .span), ("-", .span, .span),
      ("*", .span, .number), ("*", .number, .span):
      return .span
    default: return .unknown
    }
  }
}
