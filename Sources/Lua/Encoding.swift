import CLuaShim

/// Where a host function leaves its results, in order.
public struct Results {
  @usableFromInline let values: UnsafeMutablePointer<tn_values>
  @usableFromInline let owner: Unmanaged<State>
  @usableFromInline var count: Int32 = 0
  @usableFromInline var isStarted = false

  init(values: UnsafeMutablePointer<tn_values>, owner: Unmanaged<State>) {
    self.values = values
    self.owner = owner
  }

  /// Calls back into Lua leave theirs in the same buffer: the first result starts afresh.
  @inlinable
  public mutating func add(_ value: some LuaEncodable) throws {
    if !isStarted { start() }
    try owner._withUnsafeGuaranteedRef { try value.encode(into: values, $0) }
    count += value.luaCount
  }

  @usableFromInline
  mutating func start() {
    if values.pointee.count > 0 { tn_values_clear(owner.takeUnretainedValue().host, values) }
    isStarted = true
  }
}

extension Results {
  /// The first result so far, and of a list its first element; nothing is taken over.
  public var glimpse: (value: Glimpse, element: Glimpse) {
    guard count > 0, values.pointee.count > 0, let items = values.pointee.items else {
      return (.nothing, .nothing)
    }
    let value = Results.glimpse(items[0])
    // A table's pairs stand behind it, key by value.
    guard case .table = value, items[0].length > 0, values.pointee.count > 2,
      Int(items[1].kind) == Int(CELL_INTEGER)
    else { return (value, .nothing) }
    return (value, Results.glimpse(items[2]))
  }

  private static func glimpse(_ item: tn_value) -> Glimpse {
    switch Int(item.kind) {
    case Int(CELL_BOOL): .plain(.bool(item.bits != 0))
    case Int(CELL_INTEGER): .plain(.integer(item.bits))
    case Int(CELL_NUMBER): .plain(.number(Double(bitPattern: UInt64(bitPattern: item.bits))))
    case Int(CELL_TEXT): .plain(.string(""))
    case Int(CELL_MONEY), Int(CELL_DAY), Int(CELL_INSTANT), Int(CELL_SPAN):
      .plain(.scalar(Scalar(kind: item.kind, payload: item.bits)))
    case Int(TN_TABLE): .table([])
    case Int(TN_FUNCTION): .function
    case Int(TN_OBJECT):
      UnsafeRawPointer(bitPattern: Int(item.bits)).map {
        .object(Unmanaged<AnyObject>.fromOpaque($0).takeUnretainedValue())
      } ?? .nothing
    case Int(TN_RECORD): .record(RecordClass(index: Int32(bitPattern: item.length)))
    default: .nothing
    }
  }
}

/// A Swift type that a typed host function can return.
public protocol LuaEncodable {
  /// How many Lua values it becomes.
  var luaCount: Int32 { get }
  func encode(into values: UnsafeMutablePointer<tn_values>, _ state: State) throws
}

extension LuaEncodable {
  @inlinable public var luaCount: Int32 { 1 }
}

@inlinable @inline(__always)
func append(
  _ kind: Int, _ bits: Int64, _ values: UnsafeMutablePointer<tn_values>, length: UInt32 = 0
)
  throws
{
  guard tn_values_add(values, tn_value(bits: bits, length: length, kind: UInt32(kind))) else {
    throw LuaError("limit.memory", "no memory for a result")
  }
}

extension Bool: LuaEncodable {
  @inlinable public func encode(into values: UnsafeMutablePointer<tn_values>, _ state: State) throws
  {
    try append(Int(CELL_BOOL), self ? 1 : 0, values)
  }
}

extension Int64: LuaEncodable {
  @inlinable public func encode(into values: UnsafeMutablePointer<tn_values>, _ state: State) throws
  {
    try append(Int(CELL_INTEGER), self, values)
  }
}

extension Int: LuaEncodable {
  @inlinable public func encode(into values: UnsafeMutablePointer<tn_values>, _ state: State) throws
  {
    try append(Int(CELL_INTEGER), Int64(self), values)
  }
}

extension Double: LuaEncodable {
  @inlinable public func encode(into values: UnsafeMutablePointer<tn_values>, _ state: State) throws
  {
    try append(Int(CELL_NUMBER), Int64(bitPattern: bitPattern), values)
  }
}

extension String: LuaEncodable {
  public func encode(into values: UnsafeMutablePointer<tn_values>, _ state: State) throws {
    var text = self
    let added = text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        tn_values_add_text(values, $0.baseAddress, bytes.count)
      }
    }
    if !added { throw LuaError("limit.memory", "no memory for a text") }
  }
}

extension Scalar: LuaEncodable {
  @inlinable public func encode(into values: UnsafeMutablePointer<tn_values>, _ state: State) throws
  {
    try append(Int(kind), payload, values)
  }
}

extension Optional: LuaEncodable where Wrapped: LuaEncodable {
  public func encode(into values: UnsafeMutablePointer<tn_values>, _ state: State) throws {
    if let self {
      try self.encode(into: values, state)
    } else {
      try append(Int(CELL_NULL), 0, values)
    }
  }
}

/// Several results.
public struct Multiple: LuaEncodable {
  let items: [Value]
  public init(_ items: [Value]) { self.items = items }
  public var luaCount: Int32 { Int32(clamping: items.count) }
  public func encode(into values: UnsafeMutablePointer<tn_values>, _ state: State) throws {
    for item in items { try item.encode(into: values, state) }
  }
}

/// No result.
public struct Nothing: LuaEncodable {
  public init() {}
  public var luaCount: Int32 { 0 }
  public func encode(into values: UnsafeMutablePointer<tn_values>, _ state: State) {}
}

extension Table: LuaEncodable {
  public func encode(into values: UnsafeMutablePointer<tn_values>, _ state: State) throws {
    try append(
      Int(TN_TABLE), 0, values, length: UInt32(clamping: list.count + fields.count + others.count))
    for (index, item) in list.enumerated() {
      try (index + 1).encode(into: values, state)
      try item.encode(into: values, state)
    }
    for (key, item) in fields {
      try key.encode(into: values, state)
      try item.encode(into: values, state)
    }
    for (key, item) in others {
      try key.encode(into: values, state)
      try item.encode(into: values, state)
    }
  }
}

extension Value: LuaEncodable {
  public func encode(into values: UnsafeMutablePointer<tn_values>, _ state: State) throws {
    switch self {
    case .nil, .other: try append(Int(CELL_NULL), 0, values)
    case .bool(let value): try value.encode(into: values, state)
    case .integer(let value): try value.encode(into: values, state)
    case .number(let value): try value.encode(into: values, state)
    case .string(let value): try value.encode(into: values, state)
    case .scalar(let value): try value.encode(into: values, state)
    case .table(let value): try value.encode(into: values, state)
    case .function(let value): try append(Int(TN_FUNCTION), Int64(value.reference), values)
    case .object(let value): try state.encode(value, into: values)
    case .record(let value): try state.encode(value, into: values)
    }
  }
}

extension State {
  func encode(_ object: AnyObject, into values: UnsafeMutablePointer<tn_values>) throws {
    guard let index = classIndex(of: object) else {
      throw LuaError("host.class", "\(type(of: object)) is not defined as a class for scripts")
    }
    let pointer = Unmanaged.passRetained(object).toOpaque()
    try append(Int(TN_OBJECT), Int64(Int(bitPattern: pointer)), values, length: UInt32(index))
  }

  func encode(_ record: RecordReference, into values: UnsafeMutablePointer<tn_values>) throws {
    guard let source = record.block as? any RowSource else {
      throw LuaError("host.class", "\(type(of: record.block)) is not a block of rows")
    }
    if source.rowVersion.pointee == 0 { source.rowVersion.pointee = version }
    let pointer = Unmanaged.passRetained(record.block).toOpaque()
    try append(
      Int(TN_RECORD), Int64(Int(bitPattern: pointer)), values,
      length: UInt32(record.recordClass.index))
    try append(
      source.rowWidth, Int64(Int(bitPattern: source.rowCells)), values,
      length: UInt32(record.row))
    try append(Int(CELL_INTEGER), Int64(Int(bitPattern: source.rowIDs)), values)
    try append(Int(CELL_INTEGER), Int64(Int(bitPattern: source.rowVersion)), values)
  }
}
