/// Typed registration: a Swift closure with typed parameters becomes a Lua function whose argument errors name
/// the function, the position, what was expected and what came.
///
/// One overload a number of parameters, and not a parameter pack: a pack is not specialised in the caller's module,
/// and a call would cost five times as much.
extension State {
  @inlinable
  public static func typed<R: LuaEncodable>(_ body: @escaping () throws -> R) -> HostFunction {
    { _, results in try results.add(try body()) }
  }

  @inlinable
  public static func typed<A: LuaDecodable, R: LuaEncodable>(
    _ body: @escaping (A) throws -> R
  ) -> HostFunction {
    { arguments, results in
      try results.add(try body(arguments.decode(0)))
    }
  }

  @inlinable
  public static func typed<A: LuaDecodable, B: LuaDecodable, R: LuaEncodable>(
    _ body: @escaping (A, B) throws -> R
  ) -> HostFunction {
    { arguments, results in
      try results.add(try body(arguments.decode(0), arguments.decode(1)))
    }
  }

  @inlinable
  public static func typed<A: LuaDecodable, B: LuaDecodable, C: LuaDecodable, R: LuaEncodable>(
    _ body: @escaping (A, B, C) throws -> R
  ) -> HostFunction {
    { arguments, results in
      try results.add(try body(arguments.decode(0), arguments.decode(1), arguments.decode(2)))
    }
  }

  @inlinable
  public static func typed<
    A: LuaDecodable, B: LuaDecodable, C: LuaDecodable, D: LuaDecodable, R: LuaEncodable
  >(
    _ body: @escaping (A, B, C, D) throws -> R
  ) -> HostFunction {
    { arguments, results in
      try results.add(
        try body(arguments.decode(0), arguments.decode(1), arguments.decode(2), arguments.decode(3))
      )
    }
  }
}
