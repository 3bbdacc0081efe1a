import SalesKernel

/// The door for many new typed records, as a sample company's; see ``RowFeed``.
public final class RecordFeed<Record: SalesRecord> {
  private let rows: RowFeed
  private let schema = Record.schema
  private var values: [FieldValue]

  public init(_ session: Session) throws {
    rows = try RowFeed(session, Record.schema.entity)
    values = Array(repeating: .null, count: Record.schema.entity.fields.count)
  }

  /// Makes a record with the id it has, or the next free one where that is 0.
  /// - Returns: the record's id.
  /// - Throws: what ``RowFeed/append(_:id:)`` throws.
  @discardableResult
  public func append(_ record: Record) throws -> Int64 {
    for slot in values.indices { values[slot] = schema.value(of: record, slot: slot) }
    return try rows.append(values, id: record.id == 0 ? nil : record.id)
  }

  /// Notes the records in the run. A feed that is not finished leaves them unrecorded, so finish it.
  public func finish() throws { try rows.finish() }
}
