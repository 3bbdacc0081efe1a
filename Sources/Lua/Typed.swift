/// Typed registration: a Swift closure with typed parameters becomes a Lua function whose argument errors name
/// the function, the position, what was expected and what came.
extension State {
  public static func typed<each A: LuaDecodable, R: LuaEncodable>(
    _ body: @escaping (repeat each A) throws -> R
  ) -> HostFunction {
    { arguments, results in
      var position = 0
      func next<T: LuaDecodable>(_ type: T.Type) throws -> T {
        defer { position += 1 }
        return try arguments.decode(position, as: type)
      }
      try results.add(try body(repeat next((each A).self)))
    }
  }
}
