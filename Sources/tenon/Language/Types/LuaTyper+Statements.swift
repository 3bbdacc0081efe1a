/// Statements.
extension LuaTyper {
  func read(_ block: LuaBlock) {
    for statement in block.statements { read(statement) }
  }

  private func read(_ statement: LuaStatement) {
    switch statement {
    case .local(let names, let values):
      let types = types(of: values)
      for (index, name) in names.enumerated() {
        declare(name.text, types.indices.contains(index) ? types[index] : .unknown)
      }
    case .localFunction(let name, let function):
      declare(name.text, .local(ObjectIdentifier(function)))
      read(function)
    case .assignment(let targets, let values): assign(targets, values)
    case .expression(let value): readStatement(value)
    case .function(let path, let function):
      if case .name(let name) = path.kind {
        assign(name, .local(ObjectIdentifier(function)))
      } else {
        escape(.local(ObjectIdentifier(function)))
        _ = type(of: path)
      }
      read(function)
    case .result(let values):
      let types = types(of: values)
      types.forEach(escape)
      returning.append(types.first ?? .null)
    default: readBlocks(of: statement)
    }
  }

  private func readBlocks(of statement: LuaStatement) {
    switch statement {
    case .block(let block): scoped { read(block) }
    case .loop(let condition, let block):
      _ = type(of: condition)
      scoped { read(block) }
    case .repetition(let block, let condition):
      scoped {
        read(block)
        if let condition { _ = type(of: condition) }
      }
    case .branches(let parts, let otherwise):
      for part in parts {
        _ = type(of: part.condition)
        scoped { read(part.block) }
      }
      if let otherwise { scoped { read(otherwise) } }
    case .count(let name, let values, let block):
      _ = types(of: values)
      scoped([(name.text, .number)]) { read(block) }
    case .each(let names, let values, let block):
      let elements = elements(of: values)
      let known = names.enumerated().map { index, name in
        (name.text, elements.indices.contains(index) ? elements[index] : .unknown)
      }
      scoped(known) { read(block) }
    default: break
    }
  }

  /// What `for … in` gives by these expressions.
  private func elements(of values: [LuaExpression]) -> [LuaType] {
    let types = types(of: values)
    if case .iterator(let element)? = types.first { return [element] }
    guard let first = values.first, case .call(let callee, let arguments) = first.kind,
      case .name(let name) = callee.kind, name == "ipairs", local(name) == nil,
      let list = arguments.first
    else { return [] }
    if case .list(let element)? = self.types[ObjectIdentifier(list)] { return [.number, element] }
    return [.number]
  }

  private func assign(_ targets: [LuaExpression], _ values: [LuaExpression]) {
    let types = types(of: values)
    for (index, target) in targets.enumerated() {
      let type = types.indices.contains(index) ? types[index] : .unknown
      escape(type)
      switch target.kind {
      case .name(let name): assign(name, type)
      case .member(let base, let name):
        let owner = self.type(of: base)
        emit(.member(owner, name, isMethod: false, isWritten: true))
        if case .record(let entity) = owner, values.indices.contains(index) {
          emit(.assigned(name, entity: entity, isTried: tried > 0))
          emit(.value(values[index], field: name.text, entity: entity))
        }
      default: _ = self.type(of: target)
      }
    }
  }

  private func readStatement(_ value: LuaExpression) {
    var last: LuaCall?
    let outer = emit
    emit = { event in
      if case .call(let call) = event, call.node === value { last = call }
      outer(event)
    }
    _ = type(of: value)
    emit = outer
    if let last { emit(.dropped(last)) }
  }

  func types(of values: [LuaExpression]) -> [LuaType] { values.map { type(of: $0) } }
}
