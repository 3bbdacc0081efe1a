import Lua
import SalesKernel
import SalesStore
import Values

/// The verbs of queries. A collection is a query without conditions, so it has them all.
extension ScriptHost {
  func defineClasses() throws {
    try state.defineClass(QueryObject.self, name: "query")
    try state.defineClass(ResultTable.self, name: "table of results")
    try state.defineClass(GroupedQuery.self, name: "grouped query")
    try state.defineClass(WhyObject.self, name: "explanation")
    try state.defineClass(ChangesObject.self, name: "changes")
    try defineNarrowingVerbs()
    try defineAnsweringVerbs()
    try defineAggregateVerbs()
    try defineGrouping()
    try defineWritingVerbs()
    try defineResultTables()
  }

  /// A method of queries with its help.
  func verb(_ entry: HelpEntry, _ body: @escaping (QueryObject, Arguments) throws -> Value) throws {
    help.add(entry)
    let name = String(entry.name.split(separator: ":").last ?? "")
    let method: State.HostFunction = { arguments, results in
      guard case .object(let object) = try arguments[0], let query = object as? QueryObject else {
        throw ArgumentError(
          "expected a query, got \(try arguments[0].typeName)",
          remedy: "call it with a colon: customers:\(name)(…)")
      }
      try results.add(try body(query, arguments))
    }
    try state.defineMethod(on: QueryObject.self, name, watched(entry, method))
  }

  private func defineNarrowingVerbs() throws {
    try verb(
      HelpEntry(
        "query:where", "query:where(condition)",
        "The records that meet a condition: an expression, a function, or a table of fields and values.",
        returns: "self",
        errors: ["rule.syntax", "rule.unknown_name", "entity.field", "field.type"],
        example:
          "return customers:where(\"annual_purchase > wan(50)\"):min(\"annual_purchase\") > wan(50)",
        result: "true", seeAlso: ["query:count", "query:each"])
    ) { [unowned self] query, arguments in
      return .object(try narrowed(query, by: try arguments[1]))
    }
    try verb(
      HelpEntry(
        "query:order_by", "query:order_by(field, …)",
        "The records in the order of fields; \"-field\" for downward. Ties go by id.",
        returns: "self",
        errors: ["entity.field"],
        example:
          "return customers:order_by(\"-annual_purchase\"):first().annual_purchase == customers:max(\"annual_purchase\")",
        result: "true", seeAlso: ["query:limit", "query:top"])
    ) { query, arguments in
      let copy = query.copy()
      try copy.requireNoLimit("order_by")
      copy.selection.order = try (1..<max(arguments.count, 2)).map { position in
        let name = try arguments.decode(position, as: String.self)
        let isDown = name.hasPrefix("-")
        let field = isDown ? String(name.dropFirst()) : name
        return (field == "id" ? nil : try query.slot(field), !isDown)
      }
      return .object(copy)
    }
    try verb(
      HelpEntry(
        "query:limit", "query:limit(n[, offset])", "At most n records, after the first so many.",
        returns: "self",
        example: "return customers:limit(3):count()", result: "3", seeAlso: ["query:first"])
    ) { query, arguments in
      let copy = query.copy()
      let limit = try arguments.decode(1, as: Int.self)
      let offset = try arguments.decode(2, as: Int?.self) ?? 0
      guard limit >= 0, offset >= 0 else {
        throw ArgumentError("limit: expected n ≥ 0, got \(limit)")
      }
      try copy.requireNoLimit("limit")
      copy.selection.limit = limit
      copy.selection.offset = offset
      return .object(copy)
    }
    try verb(
      HelpEntry(
        "query:select", "query:select(field, …)",
        "The same records; tables of them show these fields.", returns: "self",
        errors: ["entity.field"],
        example: "return customers:select(\"code\", \"level\"):limit(1):rows()[1].level ~= nil",
        result: "true",
        seeAlso: ["query:rows"])
    ) { query, arguments in
      let copy = query.copy()
      copy.shown = try (1..<max(arguments.count, 2)).map {
        try query.slot(try arguments.decode($0, as: String.self))
      }
      return .object(copy)
    }
  }

  /// The records of a query that meet a condition: an expression, a function, or a table.
  func narrowed(_ query: QueryObject, by condition: Value) throws -> QueryObject {
    let copy = query.copy()
    if case .table(let table) = condition {
      try narrow(copy, by: table)
    } else {
      let rule = try LuaRuleCompiler(host: self).rule(
        condition, entity: query.entity, what: "where")
      try copy.requireNoLimit("where")
      copy.filters.append(.rule(rule))
    }
    return copy
  }

  /// Adds `{field = value}` conditions; a list of values means any of them.
  private func narrow(_ query: QueryObject, by table: Table) throws {
    try query.requireNoLimit("where")
    guard table.list.isEmpty, table.others.isEmpty else {
      throw ArgumentError("where: expected {field = value}, got a list")
    }
    for (name, value) in table.fields {
      if name == "id" {
        query.selection.ids = [try value.wholeNumber("id")]
        continue
      }
      let slot = try query.slot(name)
      let field = query.entity.fields[slot]
      if case .table(let values) = value {
        if let stray = values.fields.first?.key {
          throw ArgumentError(
            "\(name) takes a value or a list of values, and no '\(stray)'",
            remedy: "for a range from … upto: where(\"\(name) >= …\")")
        }
        let set = try values.list.map { try field.comparable(fieldValue($0, for: field)) }
        query.filters.append(.oneOf(slot: slot, values: Set(set)))
      } else {
        query.selection.equals.append((slot, try field.comparable(fieldValue(value, for: field))))
      }
    }
  }

  private func defineAnsweringVerbs() throws {
    try verb(
      HelpEntry(
        "query:get", "query:get(key)", "The record with an id, a code or a name, or nil.",
        returns: "record?",
        errors: ["record.ambiguous"],
        example:
          "local c = customers:get(1)\nreturn c.id, customers:get(c.code).id, customers:get(-1)",
        result: "1  1  nil", seeAlso: ["query:first"])
    ) { query, arguments in
      if case .string(let text) = try arguments[1] { return try query.binding.record(named: text) }
      return try query.binding.record(try arguments.decode(1, as: Int64.self))
    }
    try verb(
      HelpEntry(
        "query:first", "query:first()", "The first record, or nil.", returns: "record?",
        example: "return customers:first().id", result: "1",
        seeAlso: ["query:get", "query:order_by"])
    ) { query, _ in try query.records(limit: 1).first.map(Value.record) ?? .nil }
    try verb(
      HelpEntry(
        "query:count", "query:count()", "How many records there are.", returns: "integer",
        example: "return customers:count()", result: "200")
    ) { query, _ in .integer(Int64(try query.count())) }
    try verb(
      HelpEntry(
        "query:ids", "query:ids()", "The ids of the records, as a list.", returns: "integer[]",
        example: "return #customers:limit(5):ids()", result: "5")
    ) { query, _ in .table(Table(list: try query.ids().map { .integer($0) })) }
    try verb(
      HelpEntry(
        "query:rows", "query:rows()", "The records' chosen fields as a table of results.",
        returns: "results",
        example: "return #customers:limit(2):rows()", result: "2", seeAlso: ["query:select"])
    ) { query, _ in .object(try query.table(limit: .max)) }
    try verb(
      HelpEntry(
        "query:top", "query:top(n, measure)",
        "The n records with the greatest measure, greatest first, as a list.", returns: "record[]",
        errors: ["rule.syntax", "entity.field"],
        example: "return #customers:top(3, \"annual_purchase\")", result: "3",
        seeAlso: ["query:order_by"])
    ) { query, arguments in try query.top(arguments) }
    try verb(
      HelpEntry(
        "query:each", "query:each([f])",
        "Goes through the records: `for c in customers:each() do … end`, or calls f with each.",
        returns: "fun(): record?",
        example: "local n = 0\nfor c in customers:limit(4):each() do n = n + 1 end\nreturn n",
        result: "4",
        seeAlso: ["query:update"])
    ) { [unowned self] query, arguments in try each(query, arguments) }
  }

  /// An iterator over blocks of records; or, given a function, the loop itself.
  private func each(_ query: QueryObject, _ arguments: Arguments) throws -> Value {
    let ids = try query.ids()
    var block: RowBlock?
    var row = 0
    var start = 0
    let size = 256
    // The loop may delete what is ahead of it: a block has the records that are still there.
    let step = { [unowned self] () throws -> RecordReference? in
      while true {
        if let block, row < block.count {
          defer { row += 1 }
          return RecordReference(block: block, row: row, recordClass: query.binding.recordClass)
        }
        guard start < ids.count else { return nil }
        let batch = Array(ids[start..<min(start + size, ids.count)])
        block = try requireSession().block(of: query.entity, ids: batch)
        start += size
        row = 0
      }
    }
    if case .function(let function) = try arguments[1] {
      while let record = try step() { _ = try state.call(function, [.record(record)]) }
      return .nil
    }
    let iterator = RecordIterator(step: step)
    return .object(iterator)
  }
}

/// What `each()` gives to `for`: called once a record.
final class RecordIterator {
  let step: () throws -> RecordReference?
  init(step: @escaping () throws -> RecordReference?) { self.step = step }
}

extension QueryObject {
  /// A condition after a limit would change which records the limit means.
  func requireNoLimit(_ verb: String) throws {
    if selection.limit != nil || selection.offset > 0 {
      throw ArgumentError("\(verb) after limit", remedy: "put limit last")
    }
  }

  func top(_ arguments: Arguments) throws -> Value {
    let limit = try arguments.decode(1, as: Int.self)
    guard limit >= 0 else { throw ArgumentError("top: expected n ≥ 0, got \(limit)") }
    let measure = try QueryMeasure(try arguments[2], of: self, what: "top")
    var best: [(id: Int64, value: FieldValue)] = []
    try forEachBlock(reading: measure.reading) { block, rows in
      try measure.forEach(block, rows) { row, value in
        if value.isNull { return }
        if best.count == limit, let last = best.last,
          !(FieldOrder.isBefore(last.value, value) ?? false)
        {
          return
        }
        let place = best.firstIndex { FieldOrder.isBefore($0.value, value) ?? false } ?? best.count
        best.insert((block.ids[row], value), at: place)
        if best.count > limit { best.removeLast() }
      }
      return limit > 0
    }
    guard !best.isEmpty else { return .table(Table()) }
    let block = try host.requireSession().block(of: entity, ids: best.map(\.id))
    return .table(
      Table(
        list: (0..<block.count).map {
          .record(RecordReference(block: block, row: $0, recordClass: binding.recordClass))
        }))
  }
}

extension Field {
  /// A value to compare this field with: of the right type, not necessarily a valid one.
  func comparable(_ value: FieldValue) throws -> FieldValue {
    if value.isNull { return value }
    switch (type, value) {
    case (.number, .integer(let integer)): return .number(Double(integer))
    case (.integer, .number(let number)), (.reference, .number(let number)):
      if let integer = Int64(exactly: number) { return .integer(integer) }
    case (.choice(let words), .text(let word)) where !words.contains(word):
      throw ValidationError(
        "field.choice",
        "\(name) is never \"\(word)\"; it is one of \(words.joined(separator: ", "))",
        remedy: Suggestion.sentence(for: word, among: words), field: name)
    case (.bool, .bool), (.integer, .integer), (.reference, .integer), (.number, .number),
      (.text, .text),
      (.choice, .text), (.money, .money), (.day, .day), (.instant, .instant):
      return value
    default: break
    }
    throw ValidationError(
      "field.type", "\(name) holds \(type), not \(value.display)",
      remedy: "give a value of the field's type", field: name)
  }
}
