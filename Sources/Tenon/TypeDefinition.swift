/// What scripts see of a Swift class: properties by key path, methods by typed closures.
///
/// ```swift
/// try host.define(Tariff.self) { type in
///   type.property("code", \.code)
///   type.property("rate", writable: \.rate)
///   type.method("duty") { (tariff: Tariff, amount: Money) in try tariff.duty(on: amount) }
/// }
/// ```
/// A name that is not there is an error with the nearest; so is a value of another type, and an assignment to what
/// can only be read. `tostring` gives the object's `description`, if it has one.
public final class TypeDefinition<Object: ScriptObject> {
  typealias Getter = (Object, inout Results) throws -> Void
  typealias Setter = (Object, Arguments) throws -> Void
  private(set) var getters: [String: Getter] = [:]
  private(set) var setters: [String: Setter] = [:]
  private(set) var methods: [(name: String, body: State.HostFunction)] = []

  init() {}

  /// A property that scripts read.
  public func property<V: LuaEncodable>(_ name: String, _ path: KeyPath<Object, V>) {
    getters[name] = { object, results in try results.add(object[keyPath: path]) }
  }

  /// A property that scripts read, computed by a closure that may throw.
  public func property<V: LuaEncodable>(
    _ name: String, reading body: @escaping (Object) throws -> V
  ) {
    getters[name] = { object, results in try results.add(try body(object)) }
  }

  /// A property that scripts read and assign.
  public func property<V: LuaEncodable & LuaDecodable>(
    _ name: String, writable path: ReferenceWritableKeyPath<Object, V>
  ) {
    property(name, path)
    setters[name] = { object, arguments in
      object[keyPath: path] = try Self.assigned(name, arguments)
    }
  }

  /// What is assigned to a property, as its type.
  private static func assigned<V: LuaDecodable>(_ name: String, _ arguments: Arguments) throws -> V
  {
    var problem = "expected \(V.luaName)"
    do {
      if let value = try arguments.value(2, as: V.self) { return value }
      problem += ", got \(try arguments[2].typeName)"
    } catch let error as ArgumentError {
      problem = error.message
    }
    // No ArgumentError: a script knows the property, not the function behind it.
    throw LuaError("script.argument", "\(Object.scriptName).\(name): \(problem)")
  }

  // MARK: Methods

  @inlinable
  public func method<R: LuaEncodable>(_ name: String, _ body: @escaping (Object) throws -> R) {
    add(name) { arguments, results in try results.add(try body(arguments.receiver())) }
  }

  @inlinable
  public func method<A: LuaDecodable, R: LuaEncodable>(
    _ name: String, _ body: @escaping (Object, A) throws -> R
  ) {
    add(name) { arguments, results in
      try results.add(try body(arguments.receiver(), arguments.rest.decode(0)))
    }
  }

  @inlinable
  public func method<A: LuaDecodable, B: LuaDecodable, R: LuaEncodable>(
    _ name: String, _ body: @escaping (Object, A, B) throws -> R
  ) {
    add(name) { arguments, results in
      let object: Object = try arguments.receiver()
      let rest = arguments.rest
      try results.add(try body(object, rest.decode(0), rest.decode(1)))
    }
  }

  @inlinable
  public func method<A: LuaDecodable, B: LuaDecodable, C: LuaDecodable, R: LuaEncodable>(
    _ name: String, _ body: @escaping (Object, A, B, C) throws -> R
  ) {
    add(name) { arguments, results in
      let object: Object = try arguments.receiver()
      let rest = arguments.rest
      try results.add(try body(object, rest.decode(0), rest.decode(1), rest.decode(2)))
    }
  }

  /// A method that gives nothing.
  @inlinable
  public func method(_ name: String, _ body: @escaping (Object) throws -> Void) {
    add(name) { arguments, _ in try body(arguments.receiver()) }
  }

  @inlinable
  public func method<A: LuaDecodable>(
    _ name: String, _ body: @escaping (Object, A) throws -> Void
  ) {
    add(name) { arguments, _ in try body(arguments.receiver(), arguments.rest.decode(0)) }
  }

  @inlinable
  public func method<A: LuaDecodable, B: LuaDecodable>(
    _ name: String, _ body: @escaping (Object, A, B) throws -> Void
  ) {
    add(name) { arguments, _ in
      let object: Object = try arguments.receiver()
      let rest = arguments.rest
      try body(object, rest.decode(0), rest.decode(1))
    }
  }

  @usableFromInline
  func add(_ name: String, _ body: @escaping State.HostFunction) { methods.append((name, body)) }
}
