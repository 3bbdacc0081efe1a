import Lua
import SalesKernel
import SalesStore

/// An entity as scripts meet it: its collection (a global), its record class, and the methods of its records.
final class EntityBinding {
  let entity: Entity
  let recordClass: RecordClass
  private(set) var methodNames: [String] = []
  private unowned let host: ScriptHost

  init(_ entity: Entity, host: ScriptHost) throws {
    self.entity = entity
    self.host = host
    recordClass = try host.state.defineRecord(
      name: entity.singular, fields: entity.fields.map(\.name))
  }

  /// Defines the collection and the record's methods, once every entity is known.
  func define() throws {
    host.help.add(
      HelpEntry(
        entity.name, entity.name, "All \(entity.label.en.lowercased()): \(entity.help)",
        example: "return \(entity.name):limit(1):count() <= 1", result: "true",
        seeAlso: ["query:where", "query:get", "fields"]))
    try host.state.define(entity.name, value: .object(QueryObject(self, host: host)))
    try defineRelated()
    try defineMethods()
  }

  /// A method that an engine gives to the records of this entity, with its help.
  func add(
    _ entry: HelpEntry, _ body: @escaping (BlockRow, Arguments) throws -> Value
  ) throws {
    host.help.add(entry)
    try method(String(entry.name.split(separator: ":").last ?? ""), of: entry) {
      [unowned self] record, arguments in
      try body(try block(of: record).reader(record.row), arguments)
    }
  }

  private func method(
    _ name: String, of entry: HelpEntry? = nil,
    _ body: @escaping (RecordReference, Arguments) throws -> Value
  ) throws {
    methodNames.append(name)
    let method: State.HostFunction = { [entity, recordClass] arguments, results in
      guard case .record(let record) = try arguments[0], record.recordClass == recordClass else {
        throw ArgumentError(
          "expected \(entity.indefinite), got \(try arguments[0].typeName)",
          remedy: "call it with a colon: record:\(name)()")
      }
      try results.add(try body(record, arguments))
    }
    try host.state.defineMethod(
      on: recordClass, name, entry.map { host.watched($0, method) } ?? method)
  }

  /// `c:orders()` for every entity that refers to this one.
  private func defineRelated() throws {
    for other in host.catalog.entities {
      guard
        let slot = other.fields.firstIndex(where: { $0.type == .reference(entity.name) }),
        entity.slot(of: other.name) == nil
      else { continue }
      try method(other.name) { [unowned self] record, _ in
        let query = QueryObject(try host.binding(other), host: host)
        query.selection.equals = [(slot, .integer(try id(of: record)))]
        return .object(query)
      }
    }
  }

  private func defineMethods() throws {
    try method("follow") { [unowned self] record, arguments in
      let slot = try entity.requireSlot(of: try arguments.decode(1, as: String.self))
      guard case .reference(let name) = entity.fields[slot].type else {
        throw ArgumentError("\(entity.fields[slot].name) refers to no other record")
      }
      guard case .integer(let id) = try block(of: record).value(record.row, slot) else {
        return .nil
      }
      return try host.binding(host.catalog.require(name)).record(id)
    }
    try method("totable") { [unowned self] record, _ in
      let block = try block(of: record)
      return .table(
        Table(
          fields: [("id", .integer(try id(of: record)))]
            + (try entity.fields.indices.map {
              (entity.fields[$0].name, try block.value(record.row, $0).scriptValue)
            })))
    }
    try method("__tostring") { [unowned self] record, _ in
      .string("\(entity.singular) \(try id(of: record))")
    }
    try method("__eq") { [unowned self] record, arguments in
      guard case .record(let other) = try arguments[1] else { return .bool(false) }
      return .bool(try other.recordClass == recordClass && id(of: other) == id(of: record))
    }
  }

  func block(of record: RecordReference) throws -> RowBlock {
    guard let block = record.block as? RowBlock else {
      throw ArgumentError("this record is in no store")
    }
    if block.version.pointee != host.state.version {
      try block.forgetAll()
      block.version.pointee = host.state.version
    }
    return block
  }

  func id(of record: RecordReference) throws -> Int64 { try block(of: record).ids[record.row] }

  /// The record with an id, or nil.
  func record(_ id: Int64) throws -> Value {
    let session = try host.requireSession()
    guard try session.exists(entity, id: id) else { return .nil }
    let block = try session.block(of: entity, ids: [id])
    try host.keepWhole(block)
    return .record(RecordReference(block: block, row: 0, recordClass: recordClass))
  }

  /// The record with a code or else a name, or nil.
  /// - Throws: `record.ambiguous` where several have the name.
  func record(named text: String) throws -> Value {
    let session = try host.requireSession()
    if let slot = entity.slot(of: "code"),
      let id = try session.holder(entity, slot: slot, value: .text(text))
    {
      return try record(id)
    }
    guard let slot = entity.slot(of: "name") else { return .nil }
    var named = Selection(entity)
    named.equals = [(slot, .text(text))]
    named.limit = 2
    let ids = try session.ids(named)
    guard ids.count < 2 else {
      throw ArgumentError(
        "several \(entity.name) have the name \"\(text.excerpt)\"", code: "record.ambiguous",
        remedy: "give the id, or the code where it has one")
    }
    return try ids.first.map { try record($0) } ?? .nil
  }

  /// The record's card: every field with a value, by name.
  func card(of record: RecordReference) throws -> ResultTable {
    let block = try block(of: record)
    var columns = [ResultTable.Column("id", .number)]
    var row: [Value] = [.integer(try id(of: record))]
    for (slot, field) in entity.fields.enumerated() {
      columns.append(ResultTable.Column(field, of: entity))
      row.append(try block.value(record.row, slot).scriptValue)
    }
    return ResultTable(columns: columns, rows: [row])
  }
}

extension ScriptHost {
  /// The methods that an entity's records have, in order of definition.
  public func recordMethods(of entity: Entity) -> [String] {
    bindings[entity.name]?.methodNames ?? []
  }
}
