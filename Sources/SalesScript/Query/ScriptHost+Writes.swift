import CRows
import Lua
import SalesKernel
import SalesStore
import Values

/// The verbs that change records, all through the store's write door.
extension ScriptHost {
  func defineWritingVerbs() throws {
    try verb(
      HelpEntry(
        "query:update", "query:update(rules)",
        "Sets fields of every record: a table of field and rule (function, expression or value), or a function that returns one. All rules see the record as it was. For a text field a string is the value, not an expression.",
        returns: "table",
        changes: "the fields named, of the records that match",
        errors: ["rule.result", "field.type", "field.choice", "entity.field", "ledger.final"],
        example:
          "return plan(function() customers:where{level = \"A\"}:update{credit = \"math.min(credit or 0, 50)\"} end):count() > 0",
        result: "true", seeAlso: ["query:create", "plan", "tiering.apply"])
    ) { [unowned self] query, arguments in
      var result = (scanned: 0, changed: 0)
      switch try arguments[1] {
      case .table(let rules):
        guard rules.list.isEmpty, rules.others.isEmpty, !rules.fields.isEmpty else {
          throw ArgumentError("update: expected {field = rule}")
        }
        let fields = try rules.fields.map { name, rule in
          try fieldRule(query, slot: try query.slot(name), rule: rule)
        }
        let done = try requireSession().update(try query.resolved(), fields)
        result = (done.scanned, done.changed)
      case .function(let function): result = try update(query, each: function)
      case let other:
        throw ArgumentError("update: expected {field = rule} or a function, got \(other.typeName)")
      }
      return .table(
        Table(fields: [
          ("changed", .integer(Int64(result.changed))),
          ("scanned", .integer(Int64(result.scanned))),
        ]))
    }
    try verb(
      HelpEntry(
        "query:create", "query:create{field = value, …}", "Makes a record and gives it.",
        returns: "record",
        changes: "one new record",
        errors: ["field.required", "record.duplicate", "customer.uscc.checksum"],
        example: "return plan(function() reps:create{code = \"R-NEW\", name = \"张三\"} end):count()",
        result: "1", seeAlso: ["query:update"])
    ) { [unowned self] query, arguments in
      let table = try arguments.decode(1, as: Table.self)
      let values = try table.fields.map { name, value in
        let slot = try query.slot(name)
        return (slot: slot, value: try fieldValue(value, for: query.entity.fields[slot]))
      }
      let id = try requireSession().create(query.entity, values)
      return try query.binding.record(id)
    }
    try verb(
      HelpEntry(
        "query:delete", "query:delete()",
        "Deletes the records; those that others refer to cannot go.", returns: "integer",
        changes: "the records that match", errors: ["record.reference", "ledger.final"],
        example: "return plan(function() activities:limit(2):delete() end):count()", result: "2",
        seeAlso: ["undo"])
    ) { [unowned self] query, _ in
      let ids = try query.ids()
      try requireSession().delete(query.entity, ids: ids)
      return .integer(Int64(ids.count))
    }
  }

  /// What a script gave for one field, as the store's door takes it: a rule, or a value for all.
  private func fieldRule(_ query: QueryObject, slot: Int, rule: Value) throws -> Session.FieldRule {
    let field = query.entity.fields[slot]
    let compiled: LuaRule
    switch (rule, field.type) {
    case (.function, _):
      compiled = try LuaRuleCompiler(host: self).rule(rule, entity: query.entity, what: field.name)
    case (.string, .text), (.string, .choice): return try constant(rule, of: field, slot)
    case (.string(let text), _):
      compiled = try LuaRuleCompiler(host: self).rule(text, entity: query.entity)
    default: return try constant(rule, of: field, slot)
    }
    provenance.set(field: field.name, of: query.entity.name, by: compiled)
    return Session.FieldRule(slot: slot, reading: compiled.reads) { block, results in
      try compiled.map(block, into: results)
    }
  }

  /// Sets fields of a record in a block: the block follows its own writes, others are read anew.
  func set(_ block: RowBlock, _ row: Int, _ values: [(slot: Int, value: FieldValue)]) throws {
    let isCurrent = block.version.pointee == state.version
    try requireSession().set(block.entity, id: block.ids[row], values)
    guard isCurrent else { return }
    for (slot, value) in values { block.refresh(row, slot, value) }
    block.version.pointee = state.version
  }

  private func constant(_ value: Value, of field: Field, _ slot: Int) throws -> Session.FieldRule {
    let kept = KeptText()
    let cell = CellCoding.cell(try fieldValue(value, for: field)) { kept.keep($0) }
    return Session.FieldRule(slot: slot, reading: []) { [state] block, results in
      try state.checkStop()
      withExtendedLifetime(kept) { for row in 0..<block.count { results[row] = cell } }
    }
  }

  /// Several fields by one function that returns `{field = value}` (or nil to leave the record).
  private func update(_ query: QueryObject, each function: Function) throws -> (
    scanned: Int, changed: Int
  ) {
    let session = try requireSession()
    let ids = try query.ids()
    var changed = 0
    var start = 0
    while start < ids.count {
      let block = try session.block(
        of: query.entity, ids: Array(ids[start..<min(start + 256, ids.count)]))
      start += 256
      for row in 0..<block.count {
        let reference = RecordReference(
          block: block, row: row, recordClass: query.binding.recordClass)
        switch try state.call(function, [.record(reference)]).first ?? .nil {
        case .nil: continue
        case .table(let table):
          let values = try table.fields.map { name, value in
            let slot = try query.slot(name)
            return (slot: slot, value: try fieldValue(value, for: query.entity.fields[slot]))
          }
          let valid = try values.map {
            ($0.slot, try query.entity.fields[$0.slot].validated($0.value))
          }
          changed += try valid.filter { try block.value(row, $0.0) != $0.1 }.count
          try set(block, row, valid)
        case let other:
          throw ArgumentError(
            "update: the function returned a \(other.typeName)",
            remedy: "return {field = value}; for one field write update{field = function}")
        }
      }
    }
    return (ids.count, changed)
  }
}

/// A text that outlives a bulk update.
final class KeptText {
  private var copies: [UnsafeMutableRawBufferPointer] = []

  func keep(_ text: String) -> UnsafeRawBufferPointer {
    Array(text.utf8).withUnsafeBytes { keep($0) }
  }

  func keep(_ bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: max(bytes.count, 1), alignment: 1)
    copy.copyBytes(from: bytes)
    copies.append(copy)
    return UnsafeRawBufferPointer(rebasing: copy[0..<bytes.count])
  }

  deinit { for copy in copies { copy.deallocate() } }
}
