/// Typed Swift functions and classes for scripts.
///
/// Parameters and results are of types that cross by themselves: `Bool`, `Int`, `Int64`, `Double`, `String`,
/// ``Money``, ``Day``, ``Instant``, ``Span``, optionals, lists and dictionaries of them, ``Value`` for anything, and
/// classes that are ``ScriptObject``. A wrong argument is an error that names function, position, what was expected
/// and what came; an error that the closure throws comes out of the run as ``ScriptFailure/cause``.
extension ScriptHost {
  /// Defines a function under a global name or `module.name`.
  ///
  /// ```swift
  /// try host.define("rates.of", about: "The rate of a currency.") { (code: String) in try rates.of(code) }
  /// ```
  /// - Parameter about: one sentence for `help("rates.of")`.
  /// - Throws: `host.functions`, `limit.memory`.
  @inlinable
  public func define<R: LuaEncodable>(
    _ name: String, about: String = "", _ body: @escaping () throws -> R
  ) throws(ScriptFailure) {
    try add(name, [], R.self, about, State.typed(body))
  }

  @inlinable
  public func define<A: LuaDecodable, R: LuaEncodable>(
    _ name: String, about: String = "", _ body: @escaping (A) throws -> R
  ) throws(ScriptFailure) {
    try add(name, [A.luaName], R.self, about, State.typed(body))
  }

  @inlinable
  public func define<A: LuaDecodable, B: LuaDecodable, R: LuaEncodable>(
    _ name: String, about: String = "", _ body: @escaping (A, B) throws -> R
  ) throws(ScriptFailure) {
    try add(name, [A.luaName, B.luaName], R.self, about, State.typed(body))
  }

  @inlinable
  public func define<A: LuaDecodable, B: LuaDecodable, C: LuaDecodable, R: LuaEncodable>(
    _ name: String, about: String = "", _ body: @escaping (A, B, C) throws -> R
  ) throws(ScriptFailure) {
    try add(name, [A.luaName, B.luaName, C.luaName], R.self, about, State.typed(body))
  }

  @inlinable
  public func define<
    A: LuaDecodable, B: LuaDecodable, C: LuaDecodable, D: LuaDecodable, R: LuaEncodable
  >(
    _ name: String, about: String = "", _ body: @escaping (A, B, C, D) throws -> R
  ) throws(ScriptFailure) {
    try add(name, [A.luaName, B.luaName, C.luaName, D.luaName], R.self, about, State.typed(body))
  }

  // MARK: Functions that give nothing

  @inlinable
  public func define(
    _ name: String, about: String = "", _ body: @escaping () throws -> Void
  ) throws(ScriptFailure) {
    try define(name, about: about) { () throws -> Nothing in
      try body()
      return Nothing()
    }
  }

  @inlinable
  public func define<A: LuaDecodable>(
    _ name: String, about: String = "", _ body: @escaping (A) throws -> Void
  ) throws(ScriptFailure) {
    try define(name, about: about) { (a: A) throws -> Nothing in
      try body(a)
      return Nothing()
    }
  }

  @inlinable
  public func define<A: LuaDecodable, B: LuaDecodable>(
    _ name: String, about: String = "", _ body: @escaping (A, B) throws -> Void
  ) throws(ScriptFailure) {
    try define(name, about: about) { (a: A, b: B) throws -> Nothing in
      try body(a, b)
      return Nothing()
    }
  }

  @inlinable
  public func define<A: LuaDecodable, B: LuaDecodable, C: LuaDecodable>(
    _ name: String, about: String = "", _ body: @escaping (A, B, C) throws -> Void
  ) throws(ScriptFailure) {
    try define(name, about: about) { (a: A, b: B, c: C) throws -> Nothing in
      try body(a, b, c)
      return Nothing()
    }
  }

  // MARK: Inside

  @usableFromInline
  func add(
    _ name: String, _ parameters: [String], _ result: Any.Type, _ about: String,
    _ body: @escaping State.HostFunction
  ) throws(ScriptFailure) {
    let entry = HelpEntry(
      name, "\(name)(\(parameters.joined(separator: ", ")))", about,
      returns: (result as? any LuaDecodable.Type)?.luaName ?? "", example: "", result: "")
    try ScriptFailure.wrapping { try define(entry, body) }
  }
}
