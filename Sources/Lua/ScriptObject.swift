import CLuaShim

/// A Swift class whose objects scripts can hold: typed functions take and give them.
///
/// ```swift
/// final class Tariff: ScriptObject {
///   static let scriptName = "tariff"
/// }
/// ```
/// Objects are passed by reference and live as long as Swift or a script holds them. A class is known to scripts by
/// its exact type: make it final.
public protocol ScriptObject: AnyObject, LuaDecodable, LuaEncodable {
  /// What scripts, errors and help call its kind.
  static var scriptName: String { get }
}

extension ScriptObject {
  public static var luaName: String { scriptName }

  public static func decode(_ value: BareValue, _ state: State) throws -> Self? {
    State.object(value) as? Self
  }

  /// - Throws: `host.class` where the class was not defined.
  public func encode(into values: UnsafeMutablePointer<tn_values>, _ state: State) throws {
    try state.encode(self, into: values)
  }
}

extension Arguments {
  /// All but the first: what a method was given beside its object.
  public var rest: Arguments {
    count > 0 ? Arguments(base: base + 1, count: count - 1, owner: owner) : self
  }

  /// The value of an argument; nil where it is of another type.
  public func value<T: LuaDecodable>(_ index: Int, as type: T.Type) throws -> T? {
    try T.decode(raw(index), state)
  }

  /// The object that a method or property belongs to.
  ///
  /// - Throws: `script.argument` where it is no object of that class.
  public func receiver<T: ScriptObject>(as type: T.Type = T.self) throws -> T {
    if let object = try T.decode(raw(0), state) { return object }
    let got = (try? self[0].typeName) ?? "string"
    throw ArgumentError(
      "expected a \(T.scriptName) before it, got \(got)",
      remedy: "call it with a colon, on a \(T.scriptName)")
  }
}
