import SalesKernel

/// Which records of an entity, in which order.
public struct Selection: Sendable {
  public var entity: Entity
  /// Fields that must equal a value; null means "has no value".
  public var equals: [(slot: Int, value: FieldValue)]
  /// Only these records; without other clauses they come in this order.
  public var ids: [Int64]?
  /// A nil slot is the id; ties go by id. Empty: by id.
  public var order: [(slot: Int?, ascending: Bool)]
  public var limit: Int?
  public var offset: Int

  public init(
    _ entity: Entity, equals: [(slot: Int, value: FieldValue)] = [], ids: [Int64]? = nil,
    order: [(slot: Int?, ascending: Bool)] = [], limit: Int? = nil, offset: Int = 0
  ) {
    self.entity = entity
    self.equals = equals
    self.ids = ids
    self.order = order
    self.limit = limit
    self.offset = offset
  }

  /// Whether it goes through all ids upward, so that it can go on from the last id seen.
  var isByID: Bool {
    ids == nil && offset == 0
      && (order.isEmpty || (order.count == 1 && order[0].slot == nil && order[0].ascending))
  }

  var isPlainIDs: Bool { ids != nil && equals.isEmpty && order.isEmpty }
}
