/// Walks a chunk and finds the types of what is certain, in two passes: the first learns what the chunk's own
/// functions are called with, the second tells what it comes by.
import SalesKernel
import SalesScript

final class LuaTyper {
  let model: LanguageModel
  /// Whether a name takes the type of what it was set to last, as at a console. A check keeps to names that are of
  /// one type throughout.
  let followsAssignments: Bool
  var emit: (LuaEvent) -> Void = { _ in }
  var isLearning = true
  var scopes: [[String: LuaType]] = []
  /// Names that were set to values of several types, or are not known to be of one.
  var mixed: Set<String> = []
  /// Parameters of the chunk's functions, as far as calls agree.
  var parameters: [ObjectIdentifier: [LuaType]] = [:]
  /// Functions that are handed on to where their parameters are not known.
  var escaped: Set<ObjectIdentifier> = []
  /// What the chunk's functions give.
  var results: [ObjectIdentifier: LuaType] = [:]
  var returning: [LuaType] = []
  var tried = 0
  /// Types of the expressions read last.
  var types: [ObjectIdentifier: LuaType] = [:]
  /// The entity of the rule that is read.
  var ruleEntity: String?

  /// What names of the session are.
  var session: (String) -> LuaType? = { _ in nil }

  init(_ model: LanguageModel, followsAssignments: Bool) {
    self.model = model
    self.followsAssignments = followsAssignments
    scopes = [[:]]
  }

  /// - Parameter emit: Called with what there is to judge, in order.
  func read(_ block: LuaBlock, _ emit: @escaping (LuaEvent) -> Void) {
    learn { self.read(block) }
    scopes = [[:]]
    isLearning = false
    self.emit = emit
    read(block)
  }

  private func learn(_ body: () -> Void) {
    isLearning = true
    emit = { _ in }
    body()
    for function in escaped { parameters[function] = nil }
  }

  // MARK: Names

  func scoped(_ names: [(String, LuaType)] = [], _ body: () -> Void) {
    scopes.append(Dictionary(names, uniquingKeysWith: { _, last in last }))
    body()
    scopes.removeLast()
  }

  func declare(_ name: String, _ type: LuaType) {
    let known = type == .null || (!isLearning && mixed.contains(name)) ? .unknown : type
    scopes[scopes.count - 1][name] = known
  }

  /// The type of a name; nil where it is no local.
  func local(_ name: String) -> LuaType? {
    for scope in scopes.reversed() {
      if let type = scope[name] { return type }
    }
    return nil
  }

  func assign(_ name: String, _ type: LuaType) {
    if followsAssignments {
      let place = scopes.lastIndex { $0[name] != nil } ?? 0
      scopes[place][name] = type == .null ? .unknown : type
      return
    }
    if let before = local(name), before != type { mixed.insert(name) }
  }

  // MARK: Functions of the chunk

  /// Reads a function's body, with its parameters as they are known.
  func read(_ function: LuaFunction, given types: [LuaType] = []) {
    let id = ObjectIdentifier(function)
    var known = types
    if known.isEmpty, !escaped.contains(id) { known = parameters[id] ?? [] }
    var names = function.parameters.enumerated().map { index, name in
      (name.text, known.indices.contains(index) ? known[index] : .unknown)
    }
    if function.isMethod { names.append(("self", .unknown)) }
    let outer = returning
    returning = []
    scoped(names) { read(function.body) }
    if let first = returning.first {
      results[id] = returning.dropFirst().reduce(first) { $0.joined($1) }
    }
    returning = outer
  }

  /// A call of a function of the chunk with arguments of these types.
  func learn(_ id: ObjectIdentifier, _ types: [LuaType]) {
    guard isLearning else { return }
    guard let before = parameters[id] else {
      parameters[id] = types
      return
    }
    let count = max(before.count, types.count)
    parameters[id] = (0..<count).map { index in
      guard before.indices.contains(index), types.indices.contains(index) else { return .unknown }
      return before[index].joined(types[index])
    }
  }

  /// What is handed on may be called with anything.
  func escape(_ type: LuaType) {
    if isLearning, case .local(let id) = type { escaped.insert(id) }
  }
}
