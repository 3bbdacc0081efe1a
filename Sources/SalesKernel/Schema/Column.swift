/// A field of a typed record: its declaration together with the key path it reads and writes.
public struct Column<Root: Sendable>: Sendable {
  let name: String
  private let declare: @Sendable (_ singular: String) -> Field
  let read: @Sendable (Root) -> FieldValue
  /// False where the value is not of the key path's type.
  let write: @Sendable (inout Root, FieldValue) -> Bool
  let copy: @Sendable (_ from: Root, _ to: inout Root) -> Void

  /// - Parameters:
  ///   - bounds: Inclusive limits of a number; refused with `<entity>.<field>.range`.
  ///   - check: Normalises or refuses a value of the right type, after the bounds.
  // Inlined where the key path is known, so that reading a field is a load and no look-up.
  @inline(__always)
  public init<Value: FieldRepresentable>(
    _ name: String, _ path: WritableKeyPath<Root, Value> & Sendable, _ type: FieldType,
    _ label: Label, help: String, unit: String? = nil, source: String? = nil,
    home: FieldHome = .record, required: Bool = false, unique: Bool = false,
    bounds: FieldBounds? = nil, check: Field.Check? = nil
  ) {
    self.name = name
    self.read = { $0[keyPath: path].fieldValue }
    self.write = { root, value in
      guard let typed = Value(fieldValue: value) else { return false }
      root[keyPath: path] = typed
      return true
    }
    self.copy = { from, to in to[keyPath: path] = from[keyPath: path] }
    self.declare = { singular in
      let within = bounds?.check(entity: singular, field: name)
      let combined: Field.Check?
      switch (within, check) {
      case (let within?, let check?): combined = { try check(within($0)) }
      case (let one?, nil), (nil, let one?): combined = one
      case (nil, nil): combined = nil
      }
      return Field(
        name, type, label, help: help, unit: unit ?? bounds?.text, source: source, home: home,
        required: required, unique: unique, check: combined)
    }
  }

  func field(of singular: String) -> Field { declare(singular) }
}
