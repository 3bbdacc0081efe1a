/// Swift classes as scripts see them.
extension ScriptHost {
  /// Makes a Swift class known to scripts; see ``TypeDefinition``. Before its objects can be given to any.
  ///
  /// - Throws: `limit.memory`, `host.functions`.
  public func define<Object: ScriptObject>(
    _ type: Object.Type, _ build: (TypeDefinition<Object>) -> Void
  ) throws(ScriptFailure) {
    let definition = TypeDefinition<Object>()
    build(definition)
    try ScriptFailure.wrapping { try install(definition) }
  }

  private func install<Object: ScriptObject>(_ definition: TypeDefinition<Object>) throws {
    let type = Object.self
    let members = Members(definition)
    try state.defineClass(type, name: type.scriptName)
    try state.defineFallback(on: type) { arguments, results in
      let name = try members.name(arguments)
      guard let read = definition.getters[name] else { throw members.unknown(name) }
      try read(arguments.receiver(), &results)
    }
    try state.defineMethod(on: type, "__newindex") { arguments, _ in
      let name = try members.name(arguments)
      guard let write = definition.setters[name] else {
        throw members.names.contains(name) ? members.readOnly(name) : members.unknown(name)
      }
      try write(arguments.receiver(), arguments)
    }
    try state.defineMethod(on: type, "__tostring") { arguments, results in
      let object: Object = try arguments.receiver()
      try results.add((object as? any CustomStringConvertible)?.description ?? type.scriptName)
    }
    for (name, body) in definition.methods {
      try state.defineMethod(on: type, name, body)
    }
  }
}

/// The names of a class, and what is said of a wrong one.
private struct Members {
  let type: String
  let names: [String]
  private let writable: [String]

  init<Object>(_ definition: TypeDefinition<Object>) {
    type = Object.scriptName
    names = definition.getters.keys.sorted() + definition.methods.map(\.name)
    writable = definition.setters.keys.sorted()
  }

  func name(_ arguments: Arguments) throws -> String {
    guard case .string(let name) = try arguments[1] else {
      throw ArgumentError(
        "a \(type) has members by name, got \(try arguments[1].typeName)",
        code: "script.unknown_member")
    }
    return name
  }

  func unknown(_ name: String) -> ArgumentError {
    let near = Suggestion.closest(to: name, among: names)
    return ArgumentError(
      "no member '\(name)' on a \(type)", code: "script.unknown_member",
      remedy: near.map { "did you mean '\($0)'?" }
        ?? (names.isEmpty ? "" : "it has \(names.joined(separator: ", "))"))
  }

  func readOnly(_ name: String) -> ArgumentError {
    ArgumentError(
      "\(type).\(name) cannot be assigned to", code: "script.read_only",
      remedy: writable.isEmpty ? "" : "what can be is \(writable.joined(separator: ", "))")
  }
}
