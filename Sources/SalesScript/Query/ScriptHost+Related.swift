import SalesKernel
import SalesStore

/// Typed records by what they refer to, and single fields of them through the door.
extension ScriptHost {
  /// The records whose field refers to an id, by their own id.
  func related<Record: SalesRecord>(
    _ type: Record.Type, by field: String, to id: Int64
  ) throws -> [Record] {
    try records(type, where: [(field, .integer(id))])
  }

  func set<Record: SalesRecord>(
    _ type: Record.Type, _ id: Int64, _ values: KeyValuePairs<String, FieldValue>
  ) throws {
    let entity = Record.schema.entity
    try requireSession().set(
      entity, id: id,
      try values.map { (slot: try entity.requireSlot(of: $0.key), value: $0.value) })
  }

  /// Writes the fields in which a record differs from what it was.
  func store<Record: SalesRecord>(_ record: Record, from before: Record) throws {
    let entity = Record.schema.entity
    let values = entity.fields.indices.map { slot in
      (slot: slot, value: Record.schema.value(of: record, slot: slot))
    }.filter { $0.value != Record.schema.value(of: before, slot: $0.slot) }
    try requireSession().set(entity, id: record.id, values)
  }

  /// Makes a record and gives it the number of its id, or the next that is free.
  /// - Returns: the id.
  func createNumbered<Record: SalesRecord>(
    _ record: Record, _ number: DocumentNumber
  ) throws -> Int64 {
    let (session, entity) = (try requireSession(), Record.schema.entity)
    let id = try session.create(entity, record.values)
    let slot = try entity.requireSlot(of: "code")
    var count = id
    while try session.holder(entity, slot: slot, value: .text(number.text(count))) != nil {
      count += 1
    }
    try session.set(entity, id: id, [(slot, .text(number.text(count)))])
    return id
  }
}
