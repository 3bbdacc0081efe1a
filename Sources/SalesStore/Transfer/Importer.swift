import CRows
import SalesKernel

/// Reads rows of a CSV file into records, refusing the bad ones one by one.
final class Importer {
  private let session: Session
  private let entity: Entity
  private let header: ImportHeader
  private let isFresh: Bool
  private let inserter: RecordInserter
  private var parsers: [CellParser?]
  private var references: [ReferenceFinder?]
  private var row: [row_cell]
  private var blank: [row_cell]
  private var blankErrors: [(slot: Int, error: ValidationError)] = []
  private var created = IDRuns()
  private var updated: Set<Int64> = []
  private let blankArena = TextArena()

  init(_ session: Session, _ entity: Entity, _ header: ImportHeader) throws {
    self.session = session
    self.entity = entity
    self.header = header
    isFresh = try session.count(Selection(entity, limit: 1)) == 0
    inserter = try RecordInserter(session, session.layout(of: entity), defersBlanks: isFresh)
    parsers = header.targets.map { target in
      if case .slot(let slot) = target { return CellParser(entity.fields[slot]) }
      return nil
    }
    references = try header.targets.map { target in
      guard case .slot(let slot) = target, case .reference(let name) = entity.fields[slot].type
      else { return nil }
      return ReferenceFinder(session, try session.catalog.require(name), entity.fields[slot])
    }
    blank = Array(repeating: .null, count: entity.fields.count)
    row = blank
    for slot in entity.fields.indices where !header.targets.contains(.slot(slot)) {
      do throws(ValidationError) {
        blank[slot] = row_cell(try entity.fields[slot].validated(.null), in: blankArena)
      } catch {
        blankErrors.append((slot, error))
      }
    }
  }

  /// Notes the records made, once all rows are read.
  func finish() throws {
    try inserter.fillBlanks()
    for range in created.ranges { session.log.created(entity, range) }
  }

  /// Stores a row; true when it made a record.
  ///
  /// Throws: why the row is refused (``ImportFault``), or an error of the store that ends the
  /// import.
  func store(_ fields: CSVRow) throws -> Bool {
    for slot in row.indices { row[slot] = blank[slot] }
    var id: Int64?
    for (column, target) in header.targets.enumerated() {
      do {
        switch target {
        case .nothing: continue
        case .id: id = try Importer.id(fields[column])
        case .slot(let slot): row[slot] = try cell(column, fields[column])
        }
      } catch let error as ValidationError {
        throw ImportFault(column: header.names[column], code: error.code, message: error.message)
      } catch let error as StoreError where error.code == "record.reference" {
        throw ImportFault(column: header.names[column], code: error.code, message: error.message)
      }
    }
    if let known = try existing(id) {
      try update(known)
      return false
    }
    try insert(id)
    return true
  }

  private func cell(_ column: Int, _ bytes: UnsafeRawBufferPointer) throws -> row_cell {
    if references[column] != nil, !bytes.isEmpty {
      let id = try references[column]?.id(bytes) ?? 0
      return row_cell(bits: id, length: 0, kind: CellKind.integer)
    }
    return try parsers[column]?.parse(bytes) ?? .null
  }

  private static func id(_ bytes: UnsafeRawBufferPointer) throws -> Int64? {
    if bytes.isEmpty { return nil }
    if let id = CellParser.integer(bytes), id > 0 { return id }
    throw ValidationError(
      "field.syntax", "id: \"\(String(decoding: bytes.prefix(60), as: UTF8.self))\" is not an id")
  }

  /// The record that the row is.
  private func existing(_ id: Int64?) throws -> Int64? {
    guard let key = header.key else { return nil }
    var found: Int64?
    if header.targets[key] == .id {
      if let id, try isFresh ? created.contains(id) : session.exists(entity, id: id) { found = id }
    } else if case .slot(let slot) = header.targets[key], !isFresh,
      row[slot].kind != CellKind.null
    {
      found = try session.holder(entity, slot: slot, value: try row[slot].value())
    }
    guard let found else { return nil }
    if created.contains(found) || !updated.insert(found).inserted { throw twice(key) }
    return found
  }

  private func twice(_ key: Int) -> ImportFault {
    ImportFault(
      column: header.names[key], code: "record.duplicate",
      message: "a row above has the same \(header.names[key])")
  }

  private func update(_ id: Int64) throws {
    var values: [(slot: Int, value: FieldValue)] = []
    for case .slot(let slot) in header.targets { values.append((slot, try row[slot].value())) }
    do {
      try session.set(entity, id: id, values)
    } catch let error as StoreError where error.code.hasPrefix("record.") {
      throw ImportFault(column: nil, code: error.code, message: error.message)
    } catch let error as ValidationError {
      throw ImportFault(column: error.field, code: error.code, message: error.message)
    }
  }

  private func insert(_ wanted: Int64?) throws {
    if let (slot, error) = blankErrors.first {
      throw ImportFault(
        column: entity.fields[slot].name, code: error.code, message: error.message)
    }
    if let wanted, header.key.map({ header.targets[$0] != .id }) ?? true,
      try session.exists(entity, id: wanted)
    {
      throw ImportFault(
        column: "id", code: "record.exists",
        message: "there is already \(entity.singular) \(wanted)")
    }
    let id = try session.takeID(entity, wanted)
    do {
      try row.withUnsafeBufferPointer { cells in
        if let base = cells.baseAddress { try inserter.insert(id: id, base) }
      }
    } catch let error as StoreError where error.code == "store.constraint" {
      throw try clash() ?? error
    }
    created.insert(id)
  }

  /// The unique value of the row that another record has.
  private func clash() throws -> ImportFault? {
    for (slot, field) in entity.fields.enumerated()
    where field.isUnique && row[slot].kind != CellKind.null {
      let value = try row[slot].value()
      guard let holder = try session.holder(entity, slot: slot, value: value) else { continue }
      if let key = header.key, header.targets[key] == .slot(slot), created.contains(holder) {
        return twice(key)
      }
      let error = StoreError.duplicate(entity, slot, value, holder: holder)
      return ImportFault(column: field.name, code: error.code, message: error.message)
    }
    return nil
  }
}

/// Why one row is refused.
struct ImportFault: Error {
  let column: String?
  let code: String
  let message: String
}
