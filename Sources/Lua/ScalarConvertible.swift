import CLuaShim

/// A Swift type that scripts hold as one kind of tagged scalar.
public protocol ScalarConvertible: LuaDecodable, LuaEncodable {
  /// A `CELL_…` code.
  static var scalarKind: UInt32 { get }
  /// - Throws: for a payload out of the type's range.
  init(scalarPayload: Int64) throws
  var scalarPayload: Int64 { get }
}

extension ScalarConvertible {
  @inlinable public var scalar: Scalar { Scalar(kind: Self.scalarKind, payload: scalarPayload) }

  @inlinable public static func decode(_ value: tn_value, _ state: State) throws -> Self? {
    value.kind == scalarKind ? try Self(scalarPayload: value.bits) : nil
  }

  @inlinable public func encode(into values: UnsafeMutablePointer<tn_values>, _ state: State) throws
  {
    try scalar.encode(into: values, state)
  }
}
