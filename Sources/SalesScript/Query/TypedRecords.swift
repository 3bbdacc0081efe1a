import Lua
import SalesKernel
import SalesStore
import Values

/// Records as Swift values.
extension ScriptHost {
  /// Every record whose fields equal the values given, by id.
  /// - Throws: `entity.field`.
  func records<Record: SalesRecord>(
    _ type: Record.Type, where fields: [(name: String, value: FieldValue)] = []
  ) throws -> [Record] {
    var all: [Record] = []
    try query(type, where: fields).forEachBlock(
      reading: Array(type.schema.entity.fields.indices)
    ) { block, rows in
      for row in rows { all.append(try Record(reading: block.reader(row))) }
      return true
    }
    return all
  }

  /// The same as a query that a script may go on with.
  func query<Record: SalesRecord>(
    _ type: Record.Type, where fields: [(name: String, value: FieldValue)] = []
  ) throws -> QueryObject {
    let query = QueryObject(try binding(type.schema.entity), host: self)
    query.selection.equals = try fields.map { (try query.slot($0.name), $0.value) }
    return query
  }

  /// The record that an option names: as itself, by id or by code.
  /// - Throws: `record.missing`.
  func record<Record: SalesRecord>(
    _ type: Record.Type, _ options: NamedArguments, _ name: String
  ) throws -> Record {
    try Record(reading: row(options[name], of: type.schema.entity, as: name))
  }

  /// The record with an id.
  /// - Throws: `record.missing`.
  func record<Record: SalesRecord>(_ type: Record.Type, id: Int64) throws -> Record {
    let entity = type.schema.entity
    return try Record(reading: row(.integer(id), of: entity, as: entity.singular))
  }
}

extension NamedArguments {
  /// An amount that a document can have; nil where none is given.
  /// - Throws: `receivable.amount`.
  func documentAmount(_ name: String) throws -> Money? {
    guard let value = self[name] else { return nil }
    guard case .scalar(let scalar) = value, case .money(let money) = try TypedScalar(scalar) else {
      throw ArgumentError(
        "\(name): expected money, got \(value.typeName)", code: "receivable.amount",
        remedy: "as yuan(12.5), wan(50) or money\"12.50\"")
    }
    return try money.requireDocumentAmount(name)
  }

  /// - Throws: `script.argument` where it is not there.
  func required<T>(_ name: String, _ value: T?) throws -> T {
    guard let value else {
      throw ArgumentError("\(name) is missing", remedy: "give \(name) = …")
    }
    return value
  }
}
