/// Takes the records of a sample company as they are made.
///
/// Entities come in the order of ``Catalog/sales``, so that a record's references are there before it;
/// within an entity ids run from 1 without a gap.
public protocol SampleSink {
  mutating func append<Record: SalesRecord>(_ record: Record) throws
}

/// Takes records as rows: one value a slot of the entity.
struct SampleRowSink: SampleSink {
  let body: (_ entity: Entity, _ id: Int64, _ values: [FieldValue]) throws -> Void
  private var values: [FieldValue] = []

  init(_ body: @escaping (Entity, Int64, [FieldValue]) throws -> Void) { self.body = body }

  mutating func append<Record: SalesRecord>(_ record: Record) throws {
    let entity = Record.schema.entity
    values.removeAll(keepingCapacity: true)
    for slot in entity.fields.indices {
      values.append(Record.schema.value(of: record, slot: slot))
    }
    try body(entity, record.id, values)
  }
}
