import CRows
import SalesKernel

/// The door for many new records of one entity, as a sample company's: each is validated, and the
/// engine itself
/// refuses values that are taken and references to nothing, so that no question is asked a record.
public final class RecordFeed<Record: SalesRecord> {
  private let session: Session
  private let entity = Record.schema.entity
  private let inserter: RecordInserter
  private let arena = TextArena()
  private var row: [row_cell]
  private var created = IDRuns()

  public init(_ session: Session) throws {
    try session.requireWritable()
    self.session = session
    let entity = Record.schema.entity
    let isFresh = try session.count(Selection(entity, limit: 1)) == 0
    inserter = try RecordInserter(
      session, session.layout(of: entity), defersBlanks: isFresh)
    row = Array(repeating: .null, count: Record.schema.entity.fields.count)
  }

  /// Makes a record with the id it has, or the next free one where that is 0.
  /// - Returns: the record's id.
  /// - Throws: the fields' ``ValidationError``; `store.constraint` for a value or an id that is
  ///   taken.
  @discardableResult
  public func append(_ record: Record) throws -> Int64 {
    arena.reset()
    let schema = Record.schema
    for slot in row.indices {
      let value = try entity.fields[slot].validated(schema.value(of: record, slot: slot))
      row[slot] = row_cell(value, in: arena)
    }
    let id = try session.takeID(entity, record.id == 0 ? nil : record.id)
    try row.withUnsafeBufferPointer { cells in
      if let base = cells.baseAddress { try inserter.insert(id: id, base) }
    }
    created.insert(id)
    return id
  }

  /// Notes the records in the run. A feed that is not finished leaves them unrecorded, so finish
  /// it.
  public func finish() throws {
    try inserter.fillBlanks()
    for range in created.ranges { session.log.created(entity, range) }
  }
}
