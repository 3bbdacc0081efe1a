import CLuaShim

/// Lists cross as copies, element by element; an element of another kind is named by its position.
extension Array: LuaDecodable where Element: LuaDecodable {
  public static var luaName: String { "list of \(Element.luaName)" }

  public static func decode(_ value: BareValue, _ state: State) throws -> [Element]? {
    guard value.kind == UInt32(TN_TABLE) else { return nil }
    guard value.length > 0, let pairs = UnsafePointer<tn_value>(bitPattern: Int(value.bits)) else {
      return []
    }
    var found: [(position: Int64, element: Element)] = []
    found.reserveCapacity(Int(value.length))
    for index in 0..<Int(value.length) {
      guard let position = Int64.decode(pairs[2 * index], state) else {
        throw ArgumentError("expected a \(luaName), got a table with named fields")
      }
      guard let element = try Element.decode(pairs[2 * index + 1], state) else {
        let got = (try? state.value(pairs[2 * index + 1]).typeName) ?? "string"
        throw ArgumentError("element \(position): expected \(Element.luaName), got \(got)")
      }
      found.append((position, element))
    }
    found.sort { $0.position < $1.position }
    for (index, place) in found.enumerated() where place.position != Int64(index) + 1 {
      throw ArgumentError("expected a \(luaName), and element \(index + 1) is missing")
    }
    return found.map(\.element)
  }
}

extension Array: LuaEncodable where Element: LuaEncodable {
  public func encode(into values: UnsafeMutablePointer<tn_values>, _ state: State) throws {
    try Lua.append(Int(TN_TABLE), 0, values, length: UInt32(clamping: count))
    for (index, element) in enumerated() {
      try (index + 1).encode(into: values, state)
      try element.encode(into: values, state)
    }
  }
}

/// Tables with named fields cross as copies, field by field.
extension Dictionary: LuaDecodable where Key == String, Value: LuaDecodable {
  public static var luaName: String { "table of \(Value.luaName)" }

  public static func decode(_ value: BareValue, _ state: State) throws -> [String: Value]? {
    guard value.kind == UInt32(TN_TABLE) else { return nil }
    guard value.length > 0, let pairs = UnsafePointer<tn_value>(bitPattern: Int(value.bits)) else {
      return [:]
    }
    var found: [String: Value] = [:]
    for index in 0..<Int(value.length) {
      guard let name = try String.decode(pairs[2 * index], state) else {
        throw ArgumentError("expected named fields, as {name = …}")
      }
      guard let field = try Value.decode(pairs[2 * index + 1], state) else {
        let got = (try? state.value(pairs[2 * index + 1]).typeName) ?? "string"
        throw ArgumentError("\(name): expected \(Value.luaName), got \(got)")
      }
      found[name] = field
    }
    return found
  }
}

extension Dictionary: LuaEncodable where Key == String, Value: LuaEncodable {
  public func encode(into values: UnsafeMutablePointer<tn_values>, _ state: State) throws {
    try Lua.append(Int(TN_TABLE), 0, values, length: UInt32(clamping: count))
    for (name, field) in self {
      try name.encode(into: values, state)
      try field.encode(into: values, state)
    }
  }
}
