import CLuaShim

/// A value as the shim hands it over, for types that decode themselves.
public typealias BareValue = tn_value

/// The arguments of one host call, decoded as they are asked for, with no copy before that.
/// Only valid during the call.
public struct Arguments {
  @usableFromInline let base: UnsafePointer<tn_value>
  public let count: Int
  // The state outlives the call; counting references to it would cost as much as the call.
  @usableFromInline let owner: Unmanaged<State>

  @usableFromInline var state: State { owner.takeUnretainedValue() }

  init(base: UnsafePointer<tn_value>, count: Int, owner: Unmanaged<State>) {
    self.base = base
    self.count = count
    self.owner = owner
  }

  public subscript(_ index: Int) -> Value {
    get throws { index < count ? try state.value(base[index]) : .nil }
  }

  @inlinable @inline(__always)
  func raw(_ index: Int) -> tn_value {
    index < count ? base[index] : tn_value(bits: 0, length: 0, kind: UInt32(CELL_NULL))
  }

  public func isNil(_ index: Int) -> Bool { raw(index).kind == UInt32(CELL_NULL) }

  public func all() throws -> [Value] { try (0..<count).map { try self[$0] } }

  @inlinable
  public func decode<T: LuaDecodable>(_ index: Int, as type: T.Type = T.self) throws -> T {
    guard let value = try owner._withUnsafeGuaranteedRef({ try T.decode(raw(index), $0) }) else {
      throw mismatch(index, T.luaName)
    }
    return value
  }

  @usableFromInline
  func mismatch(_ index: Int, _ expected: String) -> any Error {
    let got = (try? state.value(raw(index)).typeName) ?? "string"
    return ArgumentError("argument #\(index + 1): expected \(expected), got \(got)")
  }
}

/// A Swift type that a typed host function can take.
public protocol LuaDecodable {
  /// What messages call it.
  static var luaName: String { get }
  /// nil when the value is of another kind.
  static func decode(_ value: BareValue, _ state: State) throws -> Self?
}

extension Bool: LuaDecodable {
  public static var luaName: String { "boolean" }
  @inlinable public static func decode(_ value: BareValue, _ state: State) -> Bool? {
    value.kind == UInt32(CELL_BOOL) ? value.bits != 0 : nil
  }
}

extension Int64: LuaDecodable {
  public static var luaName: String { "integer" }
  @inlinable public static func decode(_ value: BareValue, _ state: State) -> Int64? {
    switch Int(value.kind) {
    case Int(CELL_INTEGER): value.bits
    case Int(CELL_NUMBER): Int64(exactly: Double(bitPattern: UInt64(bitPattern: value.bits)))
    default: nil
    }
  }
}

extension Int: LuaDecodable {
  public static var luaName: String { "integer" }
  @inlinable public static func decode(_ value: BareValue, _ state: State) -> Int? {
    Int64.decode(value, state).map { Int($0) }
  }
}

extension Double: LuaDecodable {
  public static var luaName: String { "number" }
  @inlinable public static func decode(_ value: BareValue, _ state: State) -> Double? {
    switch Int(value.kind) {
    case Int(CELL_INTEGER): Double(value.bits)
    case Int(CELL_NUMBER): Double(bitPattern: UInt64(bitPattern: value.bits))
    default: nil
    }
  }
}

extension String: LuaDecodable {
  public static var luaName: String { "string" }
  public static func decode(_ value: BareValue, _ state: State) throws -> String? {
    guard value.kind == UInt32(CELL_TEXT) else { return nil }
    return try State.text(value)
  }
}

extension Value: LuaDecodable {
  public static var luaName: String { "value" }
  public static func decode(_ value: BareValue, _ state: State) throws -> Value? {
    try state.value(value)
  }
}

extension Table: LuaDecodable {
  public static var luaName: String { "table" }
  public static func decode(_ value: BareValue, _ state: State) throws -> Table? {
    value.kind == UInt32(TN_TABLE) ? try state.table(value) : nil
  }
}

extension Optional: LuaDecodable where Wrapped: LuaDecodable {
  public static var luaName: String { "\(Wrapped.luaName) or nil" }
  public static func decode(_ value: BareValue, _ state: State) throws -> Wrapped?? {
    if value.kind == UInt32(CELL_NULL) { return .some(nil) }
    return try Wrapped.decode(value, state).map { .some($0) }
  }
}

extension Scalar: LuaDecodable {
  public static var luaName: String { "money, date, instant or span" }
  @inlinable public static func decode(_ value: BareValue, _ state: State) -> Scalar? {
    (CELL_MONEY...CELL_SPAN).contains(Int(value.kind))
      ? Scalar(kind: value.kind, payload: value.bits) : nil
  }
}

extension State {
  /// The text of a cell; Lua strings are bytes, and bytes that are no UTF-8 are an error.
  static func text(_ value: tn_value) throws -> String {
    guard value.length > 0, let start = UnsafePointer<UInt8>(bitPattern: Int(value.bits)) else {
      return ""
    }
    let bytes = UnsafeBufferPointer(start: start, count: Int(value.length))
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw LuaError(
        "script.utf8", "a string is not valid UTF-8", remedy: "save or convert it as UTF-8")
    }
    return text
  }

  func value(_ raw: tn_value) throws -> Value {
    switch Int(raw.kind) {
    case Int(CELL_NULL), Int(CELL_UNLOADED): return .nil
    case Int(CELL_BOOL): return .bool(raw.bits != 0)
    case Int(CELL_INTEGER): return .integer(raw.bits)
    case Int(CELL_NUMBER): return .number(Double(bitPattern: UInt64(bitPattern: raw.bits)))
    case Int(CELL_TEXT): return .string(try State.text(raw))
    case Int(CELL_MONEY), Int(CELL_DAY), Int(CELL_INSTANT), Int(CELL_SPAN):
      return .scalar(Scalar(kind: raw.kind, payload: raw.bits))
    case Int(TN_TABLE): return .table(try table(raw))
    case Int(TN_FUNCTION):
      var reference: Int32 = 0
      try check(tn_own(live(), Int32(truncatingIfNeeded: raw.bits), &reference))
      return .function(Function(reference: reference, lifeline: lifeline))
    case Int(TN_OBJECT):
      guard let object = State.object(raw) else { return .other }
      return .object(object)
    case Int(TN_RECORD): return try record(raw)
    default: return .other
    }
  }

  static func object(_ raw: tn_value) -> AnyObject? {
    guard raw.kind == UInt32(TN_OBJECT), let pointer = UnsafeRawPointer(bitPattern: Int(raw.bits))
    else { return nil }
    return Unmanaged<AnyObject>.fromOpaque(pointer).takeUnretainedValue()
  }

  private func record(_ raw: tn_value) throws -> Value {
    guard let pointer = UnsafePointer<tn_record>(bitPattern: Int(raw.bits)),
      let block = pointer.pointee.block
    else {
      throw LuaError(
        "record.dead", "this record was only valid inside the rule it was given to",
        remedy: "keep its id and :get(id) it again, or use :each()")
    }
    return .record(
      RecordReference(
        block: Unmanaged<AnyObject>.fromOpaque(block).takeUnretainedValue(),
        row: Int(pointer.pointee.row),
        recordClass: RecordClass(index: Int32(bitPattern: pointer.pointee.klass))))
  }

  func table(_ raw: tn_value) throws -> Table {
    var result = Table()
    guard raw.length > 0, let pairs = UnsafePointer<tn_value>(bitPattern: Int(raw.bits)) else {
      return result
    }
    var positions: [(Int64, Value)] = []
    for index in 0..<Int(raw.length) {
      let key = try value(pairs[2 * index])
      let item = try value(pairs[2 * index + 1])
      switch key {
      case .string(let name): result.fields.append((name, item))
      case .integer(let position) where position >= 1: positions.append((position, item))
      default: result.others.append((key, item))
      }
    }
    positions.sort { $0.0 < $1.0 }
    for (position, item) in positions {
      if position == Int64(result.list.count) + 1 {
        result.list.append(item)
      } else {
        result.others.append((.integer(position), item))
      }
    }
    result.fields.sort { $0.key < $1.key }
    return result
  }
}
