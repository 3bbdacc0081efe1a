import CRows
import SalesKernel

/// The door for many new rows of one entity: each value is validated, and the engine itself refuses
/// values that are taken and references to nothing, so that no question is asked a record.
public final class RowFeed {
  /// A field's own validation where it is the type alone, so that most values cost one comparison.
  private enum Gate {
    case bool, integer, money, day, reference
    case other

    init(_ field: Field) {
      guard field.check == nil else {
        self = .other
        return
      }
      self =
        switch field.type {
        case .bool: .bool
        case .integer: .integer
        case .money: .money
        case .day: .day
        case .reference: .reference
        default: .other
        }
    }

    func admits(_ value: FieldValue) -> Bool {
      switch (self, value) {
      case (.bool, .bool), (.integer, .integer), (.money, .money), (.day, .day): true
      case (.reference, .integer(let id)): id > 0
      default: false
      }
    }
  }

  private let session: Session
  private let entity: Entity
  private let inserter: RecordInserter
  private let arena = TextArena()
  private let gates: [Gate]
  private let isRequired: [Bool]
  private var row: [row_cell]
  private var created = IDRuns()

  public init(_ session: Session, _ entity: Entity) throws {
    try session.requireWritable()
    self.session = session
    self.entity = entity
    let isFresh = try session.count(Selection(entity, limit: 1)) == 0
    inserter = try RecordInserter(
      session, session.layout(of: entity), defersBlanks: isFresh)
    gates = entity.fields.map { Gate($0) }
    isRequired = entity.fields.map(\.isRequired)
    row = Array(repeating: .null, count: entity.fields.count)
  }

  /// Makes a record of the values by slot.
  ///
  /// - Parameter wanted: The record's id; nil for the next free one.
  /// - Returns: the record's id.
  /// - Throws: the fields' ``ValidationError``; `store.constraint` for a value or an id that is taken.
  @discardableResult
  public func append(_ values: [FieldValue], id wanted: Int64? = nil) throws -> Int64 {
    arena.reset()
    for slot in row.indices {
      let value = slot < values.count ? values[slot] : .null
      if gates[slot].admits(value) || (value.isNull && !isRequired[slot]) {
        row[slot] = row_cell(value, in: arena)
      } else {
        row[slot] = row_cell(try entity.fields[slot].validated(value), in: arena)
      }
    }
    let id = try session.takeID(entity, wanted)
    try row.withUnsafeBufferPointer { cells in
      if let base = cells.baseAddress { try inserter.insert(id: id, base) }
    }
    created.insert(id)
    return id
  }

  /// Notes the records in the run. A feed that is not finished leaves them unrecorded, so finish it.
  public func finish() throws {
    try inserter.fillBlanks()
    for range in created.ranges { session.log.created(entity, range) }
  }
}
