/// Calls: of functions by name, of methods, and of the chunk's own functions.
import SalesKernel
import SalesScript

extension LuaTyper {
  private static let trying: Set<String> = ["plan", "whatif"]

  func call(
    _ callee: LuaExpression, _ arguments: [LuaExpression], _ node: LuaExpression
  ) -> LuaType {
    let function = type(of: callee)
    switch function {
    case .function(let name):
      guard let entry = model.help.entry(exactly: name) else { break }
      let isTrying = LuaTyper.trying.contains(name)
      if isTrying { tried += 1 }
      read(arguments)
      if isTrying { tried -= 1 }
      let result = model.reader.type(entry.returns)
      emit(
        .call(
          LuaCall(
            node: node, name: LuaTyper.name(of: callee), entry: entry, receiver: nil,
            arguments: arguments,
            firstType: arguments.first.flatMap { types[ObjectIdentifier($0)] }, result: result,
            isTried: tried > 0)))
      return result
    case .local(let id):
      let types = types(of: arguments)
      types.forEach(escape)
      learn(id, types)
      return isLearning ? .unknown : results[id] ?? .unknown
    default: break
    }
    read(arguments)
    return .unknown
  }

  private func read(_ arguments: [LuaExpression]) { types(of: arguments).forEach(escape) }

  static func name(of callee: LuaExpression) -> LuaName {
    switch callee.kind {
    case .member(_, let name): name
    case .name(let name): LuaName(text: name, range: callee.range, line: 0)
    default: LuaName(text: "", range: callee.range, line: 0)
    }
  }

  func method(
    _ base: LuaExpression, _ name: LuaName, _ arguments: [LuaExpression]?, _ node: LuaExpression
  ) -> LuaType {
    let owner = type(of: base)
    if owner == .unknown, followsAssignments, let path = LuaTyper.path(of: base) {
      emit(.path(path, end: name.range.upperBound))
    }
    emit(.member(owner, name, isMethod: true, isWritten: false))
    guard let method = model.methods(of: owner)?[name.text] else {
      read(arguments ?? [])
      return .unknown
    }
    let arguments = arguments ?? []
    readArguments(arguments, of: name.text, on: owner)
    var result = model.reader.type(method.returns, on: owner)
    if name.text == "follow" { result = followed(owner, arguments) }
    if let folded = folded(owner, name.text, arguments) { result = folded }
    emit(
      .call(
        LuaCall(
          node: node, name: name, entry: method.entry, receiver: owner, arguments: arguments,
          result: result, isTried: tried > 0)))
    return result
  }

  /// A field's sum, mean, least or greatest value is of its type.
  private func folded(
    _ owner: LuaType, _ verb: String, _ arguments: [LuaExpression]
  ) -> LuaType? {
    guard case .query(let entity) = owner, ["sum", "avg", "min", "max"].contains(verb),
      case .string(let name, _)? = arguments.first?.kind
    else { return nil }
    return model.entity(entity)?.field(named: name).map(LanguageModel.type)
  }

  /// `c:follow("owner")` is a record of what the field refers to.
  private func followed(_ owner: LuaType, _ arguments: [LuaExpression]) -> LuaType {
    guard case .record(let entity) = owner, case .string(let name, _)? = arguments.first?.kind,
      case .reference(let target)? = model.entity(entity)?.field(named: name)?.type
    else { return .unknown }
    return .record(target)
  }

  /// Arguments of a verb: where fields and rules are expected, they are read as such.
  private func readArguments(
    _ arguments: [LuaExpression], of verb: String, on owner: LuaType
  ) {
    guard let entity = owner.entity else { return read(arguments) }
    for (position, argument) in arguments.enumerated() {
      switch RuleArgument(owner, verb, position) {
      case .condition: readCondition(argument, entity)
      case .measure: readRule(argument, entity)
      case .fields: readFieldText(argument, entity, verb)
      case .assignments: readAssignments(argument, entity)
      case .record: readFields(argument, entity, verb)
      case .visit: readFunction(argument, entity)
      case nil: escape(type(of: argument))
      }
    }
  }

  private func readCondition(_ argument: LuaExpression, _ entity: String) {
    if case .table = argument.kind {
      readFields(argument, entity, "where")
    } else {
      readRule(argument, entity)
    }
  }

  /// A table of fields and values.
  func readFields(_ argument: LuaExpression, _ entity: String, _ verb: String) {
    guard case .table(let items) = argument.kind else { return escape(type(of: argument)) }
    emit(.fieldTable(argument, entity: entity))
    for item in items {
      escape(type(of: item.value))
      guard case .name(let key) = item.key else { continue }
      emit(.key(key, entity: entity, verb: verb))
      if verb == "where", case .table(let values) = item.value.kind {
        for value in values { emit(.value(value.value, field: key.text, entity: entity)) }
      } else {
        emit(.value(item.value, field: key.text, entity: entity))
      }
    }
  }

  /// `update{field = rule}`, or `update(function(c) return {…} end)`.
  private func readAssignments(_ argument: LuaExpression, _ entity: String) {
    guard case .table(let items) = argument.kind else { return readFunction(argument, entity) }
    emit(.fieldTable(argument, entity: entity))
    for item in items {
      guard case .name(let key) = item.key else {
        escape(type(of: item.value))
        continue
      }
      emit(.key(key, entity: entity, verb: "update"))
      let isText: Bool
      switch model.entity(entity)?.field(named: key.text)?.type {
      case .text?, .choice?, nil: isText = true
      default: isText = false
      }
      if case .string = item.value.kind, isText {
        emit(.value(item.value, field: key.text, entity: entity))
      } else {
        readRule(item.value, entity)
      }
    }
  }

  private func readFieldText(_ argument: LuaExpression, _ entity: String, _ verb: String) {
    _ = type(of: argument)
    if case .string = argument.kind { emit(.fieldText(argument, entity: entity, verb: verb)) }
  }
}

/// What an argument of a verb is read as.
enum RuleArgument {
  case condition, measure, fields, assignments, record, visit

  init?(_ owner: LuaType, _ verb: String, _ position: Int) {
    switch (owner, verb, position) {
    case (.query, "where", 0): self = .condition
    case (.query, "sum", 0), (.query, "avg", 0), (.query, "min", 0), (.query, "max", 0),
      (.query, "top", 1), (.query, "group_by", _):
      self = .measure
    case (.object("groups", _), "sum", 0), (.object("groups", _), "avg", 0),
      (.object("groups", _), "min", 0), (.object("groups", _), "max", 0):
      self = .measure
    case (.query, "order_by", _), (.query, "select", _), (.record, "follow", 0): self = .fields
    case (.query, "update", 0): self = .assignments
    case (.query, "create", 0): self = .record
    case (.query, "each", 0): self = .visit
    default: return nil
    }
  }
}
