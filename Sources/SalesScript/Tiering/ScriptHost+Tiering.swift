import CRows
import Lua
import SalesKernel
import SalesStore
import Values

/// Tiering: applying a policy pack, or a rule of the script's own, to every customer.
extension ScriptHost {
  func defineTiering() throws {
    try define(
      HelpEntry(
        "tiering.apply", "tiering.apply{policy = name or table, to = query}",
        "Puts every customer into the level (or segment, or grade) that a policy gives.",
        returns: "table",
        changes: "the field that the policy writes, of the customers of the query",
        errors: ["policy.unknown", "policy.type", "policy.uncovered"],
        example: "return plan(function() tiering.apply{policy = \"fastener\"} end):count() > 0",
        result: "true", seeAlso: ["tiering.policy", "tiering.policies", "query:update", "why"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(arguments, of: "tiering.apply", allowing: ["policy", "to"])
      let policy = try library.tiering(options["policy"] ?? .string("fastener"), host: self)
      let query =
        try options.query("to", of: policy.entity)
        ?? QueryObject(binding(policy.entity), host: self)
      let result = try apply(policy, to: query)
      try results.add(
        Table(fields: [
          ("changed", .integer(Int64(result.changed))),
          ("field", .string(policy.entity.fields[policy.writes].name)),
          ("policy", .string(policy.name)), ("scanned", .integer(Int64(result.scanned))),
        ]))
    }
    try define(
      HelpEntry(
        "tiering.policy", "tiering.policy(name)",
        "A policy pack as a table, to read or to change before applying it.", returns: "table",
        errors: ["policy.unknown"],
        example: "return tiering.policy(\"fastener\").levels[1].over", result: "money\"500000.00\"",
        seeAlso: ["tiering.policies", "tiering.apply"])
    ) { [unowned self] arguments, results in
      try results.add(try library.table(try arguments.decode(0, as: String.self), host: self))
    }
    try define(
      HelpEntry(
        "tiering.policies", "tiering.policies()",
        "The tiering packs that ship with Tenon: name, title, field, source.", returns: "results",
        example: "return #tiering.policies()", result: "6", seeAlso: ["tiering.policy"])
    ) { [unowned self] _, results in try results.add(Value.object(try tieringPacks())) }
  }

  private func tieringPacks() throws -> ResultTable {
    var rows: [[Value]] = []
    for name in PolicyLibrary.names {
      guard case .table(let table) = try library.table(name, host: self), !table["writes"].isNil
      else { continue }
      let policy = try library.tiering(.string(name), host: self)
      rows.append([
        .string(policy.name), .string(policy.title.en), .string(policy.title.zh),
        .string(policy.entity.fields[policy.writes].name), .string(policy.source),
      ])
    }
    return ResultTable(
      columns: ["policy", "title", "标题", "field", "source"].map { .init($0) }, rows: rows)
  }

  /// Applies a policy through the write door; ranks are made from all records of the query.
  func apply(_ policy: TieringPolicy, to query: QueryObject) throws -> (scanned: Int, changed: Int)
  {
    let session = try requireSession()
    let ranks = try ranks(of: policy, over: query)
    let selection = try query.resolved()
    let texts = KeptText()
    let codes = policy.outcomes.map { CellCoding.cell(.text($0.code)) { texts.keep($0) } }
    let none = CellCoding.cell(.null) { texts.keep($0) }
    let name = policy.entity.fields[policy.writes].name
    provenance.set(field: name, of: policy.entity.name, by: policy, ranks)
    let result = try session.update(selection, slot: policy.writes, reading: policy.needs) {
      block, cells in
      try state.checkStop()
      for row in 0..<block.count {
        let assignment = try policy.assign(block.reader(row), ranks: ranks)
        cells[row] = assignment.outcome.map { codes[$0] } ?? none
      }
    }
    var changed = result.changed
    if let slot = policy.writesScore {
      let scores = try session.update(selection, slot: slot, reading: policy.needs) {
        block, cells in
        for row in 0..<block.count {
          let score = try policy.assign(block.reader(row), ranks: ranks).score
          cells[row] = CellCoding.cell(score.map(FieldValue.number) ?? .null) { texts.keep($0) }
        }
      }
      changed += scores.changed
    }
    return (result.scanned, changed)
  }

  /// Rank tables of a policy's rank measures, none for the others, as of the run's clock.
  func ranks(of policy: TieringPolicy, over query: QueryObject) throws -> Ranks {
    let fields = policy.rankedFields
    guard !fields.isEmpty else { return Ranks(asOf: options.clock) }
    let lists = try fields.map { field in
      var list: [(id: Int64, amount: Money)] = []
      try query.forEachBlock(reading: [field.slot]) { block, rows in
        for row in rows {
          if case .money(let amount) = try block.value(row, field.slot) {
            list.append((block.ids[row], amount))
          }
        }
        return true
      }
      return list
    }
    var ranks = policy.prepare(ranked: lists)
    ranks.asOf = options.clock
    return ranks
  }
}
