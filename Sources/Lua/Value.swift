import CLuaShim

/// A tagged scalar: money, a day, an instant or a span, as its kind (a `CELL_…` code) and payload.
public struct Scalar: Hashable, Sendable {
  public let kind: UInt32
  public let payload: Int64

  @inlinable public init(kind: UInt32, payload: Int64) {
    self.kind = kind
    self.payload = payload
  }
}

/// Any value that crosses between Swift and a script.
public enum Value {
  case `nil`
  case bool(Bool)
  case integer(Int64)
  case number(Double)
  case string(String)
  case scalar(Scalar)
  case table(Table)
  case function(Function)
  /// A host object: an instance of a class defined with ``State/defineClass(_:_:)``.
  case object(AnyObject)
  case record(RecordReference)
  /// A thread, or a table used as a key.
  case other

  public var isNil: Bool { if case .nil = self { true } else { false } }

  /// Lua's truth: everything but nil and false.
  public var isTrue: Bool {
    switch self {
    case .nil, .bool(false): false
    default: true
    }
  }

  /// What Lua (or the field) calls this kind of value.
  public var typeName: String {
    switch self {
    case .nil: "nil"
    case .bool: "boolean"
    case .integer, .number: "number"
    case .string: "string"
    case .scalar(let scalar): Value.name(ofKind: scalar.kind)
    case .table: "table"
    case .function: "function"
    case .object(let object): "\(type(of: object))"
    case .record: "record"
    case .other: "thread"
    }
  }

  static func name(ofKind kind: UInt32) -> String {
    switch Int(kind) {
    case Int(CELL_MONEY): "money"
    case Int(CELL_DAY): "date"
    case Int(CELL_INSTANT): "instant"
    case Int(CELL_SPAN): "span"
    default: "value"
    }
  }
}

/// A table by value: its list part, and its other pairs. Tables that cross are copies.
public struct Table {
  public var list: [Value]
  public var fields: [(key: String, value: Value)]
  /// Pairs whose key is neither a string nor a position in the list.
  public var others: [(key: Value, value: Value)]

  public init(
    list: [Value] = [], fields: [(key: String, value: Value)] = [],
    others: [(key: Value, value: Value)] = []
  ) {
    self.list = list
    self.fields = fields
    self.others = others
  }

  /// - Complexity: O(number of fields)
  public subscript(_ key: String) -> Value {
    fields.first { $0.key == key }?.value ?? .nil
  }

  public var isEmpty: Bool { list.isEmpty && fields.isEmpty && others.isEmpty }
}

/// Where a record stands: a block of the host's and a row of it.
public struct RecordReference {
  public let block: AnyObject
  public let row: Int
  /// The class it was defined with.
  public let recordClass: RecordClass

  public init(block: AnyObject, row: Int, recordClass: RecordClass) {
    self.block = block
    self.row = row
    self.recordClass = recordClass
  }
}

/// A block of rows that records can look into; see CRows.
public protocol RowSource: AnyObject {
  var rowCells: UnsafeMutablePointer<row_cell> { get }
  var rowIDs: UnsafePointer<Int64> { get }
  var rowWidth: Int { get }
  /// The block's version against ``State/version``; 0 before it was first seen.
  var rowVersion: UnsafeMutablePointer<Int64> { get }
  /// Fills an unloaded column of the whole block.
  func loadColumn(_ slot: Int) throws
  /// Forgets what was read, as the records changed since.
  func refreshRows() throws
}

/// Names a kind of record.
public struct RecordClass: Hashable, Sendable {
  let index: Int32
}
