import Lua
import SalesKernel
import SalesStore
import Values

/// `print`, `help`, and how host objects turn into text.
extension ScriptHost {
  func defineBasics() throws {
    try define(
      HelpEntry(
        "print", "print(x, …)", "Writes values to the output: records as cards, results as tables.",
        example: "print(wan(1)) return nil", result: "nil")
    ) { [unowned self] arguments, _ in
      output.write(try arguments.all().map { try text(of: $0) }.joined(separator: "\t") + "\n")
    }
    try define(
      HelpEntry(
        "help", "help([name])",
        "Prints what a name or an error's code is, with an example; without one, every name.",
        example: "return help(\"wan\")", result: "", seeAlso: ["fields"])
    ) { [unowned self] arguments, _ in
      switch try arguments[0] {
      case .nil: output.write(help.overview(in: output.lexicon) + "\n")
      case .object(let query as QueryObject):
        output.write(help.text(for: query.entity.name, in: output.lexicon) + "\n")
      case .string(let name):
        output.write(help.text(for: name, in: output.lexicon) + "\n")
      default:
        throw ArgumentError("give the name as a string", remedy: "help(\"tiering.apply\")")
      }
    }
    try define(
      HelpEntry(
        "fields", "fields(collection)",
        "The fields of an entity: name, type, label, unit, source and meaning.", returns: "results",
        example: "return fields(customers)[1].field", result: "\"code\"", seeAlso: ["help"])
    ) { arguments, results in
      guard case .object(let object) = try arguments[0], let query = object as? QueryObject else {
        throw ArgumentError("fields: expected a collection", remedy: "fields(customers)")
      }
      try results.add(Value.object(Self.fieldTable(query.entity)))
    }
    try defineClock()
    try state.define(
      "arg", value: .table(Table(list: options.arguments.map { .string($0) })))
  }

  private static func fieldTable(_ entity: Entity) -> ResultTable {
    ResultTable(
      columns: ["field", "type", "label", "标签", "unit", "source", "meaning"].map { .init($0) },
      rows: entity.fields.map { field in
        [
          .string(field.name), .string(field.type.name), .string(field.label.en),
          .string(field.label.zh), .string(field.unit ?? ""), .string(field.source ?? ""),
          .string(field.help),
        ]
      })
  }

  /// A value as `print` writes it.
  public func text(of value: Value) throws -> String {
    switch value {
    case .object(let object): return try text(ofObject: object)
    case .record(let record):
      guard let binding = binding(of: record.recordClass) else { return "record" }
      return output.text(of: try binding.card(of: record))
    case .table(let table): return try text(of: table)
    case .nil: return "nil"
    default: return value.plain
    }
  }

  /// A value as a script would write it; for what has no such form, its text.
  public func literal(of value: Value) throws -> String {
    switch value {
    case .object, .record: try text(of: value)
    default: value.literal
    }
  }

  private func text(ofObject object: AnyObject) throws -> String {
    switch object {
    case let table as ResultTable: return output.text(of: table)
    case let query as QueryObject: return output.text(of: try query.table(limit: 20))
    case let why as WhyObject: return output.text(of: why.explanation)
    case let changes as ChangesObject: return text(of: changes.changes)
    case let report as ReportObject: return try text(of: report)
    case let grid as IncentiveGridObject: return output.text(of: grid.table)
    case let frame as FrameObject: return output.text(of: try frame.table(limit: 20))
    case let groups as FrameGroupsObject:
      let counts = Value.table(Table(list: [.string("count")]))
      return output.text(of: try FrameTable(counts, host: self).table(of: groups.groups))
    case let kpi as KPIObject: return try text(of: kpi.card)
    default: return (object as? any CustomStringConvertible)?.description ?? "\(type(of: object))"
    }
  }

  /// Counts, and of each field the first records with their values before and after.
  private func text(of changes: ChangeSet) -> String {
    let parts = changes.entities.flatMap { entity in
      entity.updated.filter { $0.count > 0 }.compactMap { change in
        changes.firstTable(entity.entity, change.field, Self.firstChanges).map {
          "\(entity.entity).\(change.field)\n" + output.text(of: $0)
        }
      }
    }
    return ([output.text(of: changes.summaryTable)] + parts).joined(separator: "\n")
  }

  /// So many records of each changed field are shown.
  private static let firstChanges = 3

  /// A list of records or of like tables is a table; anything else its literal.
  private func text(of table: Table) throws -> String {
    if let first = table.list.first, table.fields.isEmpty, table.others.isEmpty {
      if case .record(let record) = first, let binding = binding(of: record.recordClass) {
        let cards = try table.list.compactMap { value -> ResultTable? in
          guard case .record(let record) = value, record.recordClass == binding.recordClass else {
            return nil
          }
          return try binding.card(of: record)
        }
        if cards.count == table.list.count {
          let columns = Array(cards[0].columns.prefix(9))
          return output.text(
            of: ResultTable(columns: columns, rows: cards.map { Array($0.rows[0].prefix(9)) }))
        }
      }
    }
    return Value.table(table).literal
  }

  func defineResultTables() throws {
    try state.defineClass(RecordIterator.self, name: "iterator")
    try state.defineMethod(on: RecordIterator.self, "__call") { arguments, results in
      guard case .object(let object) = try arguments[0], let iterator = object as? RecordIterator
      else {
        throw ArgumentError("expected an iterator")
      }
      try results.add(try iterator.step().map(Value.record) ?? .nil)
    }
    try state.defineMethod(on: ResultTable.self, "__len") { arguments, results in
      try results.add(try Self.table(arguments).rows.count)
    }
    try state.defineFallback(on: ResultTable.self) { arguments, results in
      let table = try Self.table(arguments)
      let key = try arguments[1]
      guard case .integer(let index) = key else {
        throw ArgumentError(
          "a table of results has rows 1 to \(table.rows.count), no '\(key.plain)'")
      }
      try results.add(
        index >= 1 && index <= table.rows.count ? table.row(Int(index) - 1) : .nil)
    }
    for type in [ResultTable.self, QueryObject.self, WhyObject.self, ChangesObject.self]
      as [AnyObject.Type]
    {
      try state.defineMethod(on: type, "__tostring") { [unowned self] arguments, results in
        try results.add(try text(of: try arguments[0]))
      }
    }
  }

  private static func table(_ arguments: Arguments) throws -> ResultTable {
    guard case .object(let object) = try arguments[0], let table = object as? ResultTable else {
      throw ArgumentError("expected a table of results")
    }
    return table
  }
}

extension FieldType {
  /// As the registry, help and errors name it.
  public var name: String {
    switch self {
    case .bool: "boolean"
    case .integer: "integer"
    case .number: "number"
    case .text: "text"
    case .money: "money"
    case .day: "date"
    case .instant: "instant"
    case .choice(let words): words.joined(separator: "|")
    case .reference(let entity): "id of \(entity)"
    }
  }
}
