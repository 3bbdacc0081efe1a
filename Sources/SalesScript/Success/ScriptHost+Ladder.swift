import CRows
import Lua
import SalesKernel
import SalesStore
import Values

/// `success.ladder` and `success.climb`: how far customers have come with us.
extension ScriptHost {
  func defineLadder(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "success.ladder", "success.ladder(customer, {policy =})",
        "The step of the value ladder that a customer stands on: step, title, next (what the step above asks for and it "
          + "does not have), why.", returns: "report",
        errors: ["record.missing", "policy.rule"],
        example: "local l = success.ladder(1)\nreturn l.step, l.next[1].step",
        result: "\"user\"  \"adviser\"", seeAlso: ["success.climb", "lifecycle.stage", "why"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "success.ladder", at: 1, allowing: ["policy"])
      let row = try row(try arguments[0], of: Customer.schema.entity, as: "customer")
      let policy = try policies.ladder(options["policy"])
      try results.add(Value.object(try ladderReport(of: row, policy, policies)))
    }
    try define(
      HelpEntry(
        "success.climb", "success.climb{to = query, policy =}",
        "Sets the step of the value ladder of every customer; empty for those on none.",
        returns: "table",
        changes: "ladder, of the customers of the query", errors: ["policy.rule"],
        example: "return plan(function() success.climb{} end):count() > 0", result: "true",
        seeAlso: ["success.ladder", "lifecycle.sweep"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "success.climb", allowing: ["to", "policy"])
      let policy = try policies.ladder(options["policy"])
      let result = try climb(try customers(options, "to"), policy, policies)
      try results.add(SweepResult(result, asOf: self.options.clock.day()).table)
    }
  }

  private func ladderReport(
    of row: BlockRow, _ policy: LadderPolicy, _ policies: EnginePolicies
  ) throws -> ReportObject {
    let customer = try withFacts(row, policy, policies)
    let step = try policy.step(of: customer)
    let lacking = try policy.lacking(customer)
    let nothing = Label("none", "无")
    return ReportObject([
      .init("step", Value(step?.key)), .init("title", step?.title ?? nothing),
      .init(
        "next",
        .object(
          ResultTable(
            columns: [.init("step"), .init("lacks"), .init("缺少")],
            rows: lacking.map {
              [.string($0.step.key), .string($0.1.title.en), .string($0.1.title.zh)]
            }))),
      .init(why: try policy.explain(customer)),
    ])
  }

  private func withFacts(
    _ row: BlockRow, _ policy: LadderPolicy, _ policies: EnginePolicies
  ) throws -> CustomerWithFacts {
    let query = QueryObject(try binding(Customer.schema.entity), host: self)
    query.selection = Selection(Customer.schema.entity, ids: [row.id])
    let facts = try LadderFacts(
      self, policy, try policies.success(), of: query, on: options.clock.day())
    return facts.customer(row)
  }

  /// Why a customer stands where it stands, by the policy of the program.
  func explainLadder(_ row: BlockRow) throws -> Explanation {
    let policies = EnginePolicies(self)
    let policy = try policies.ladder()
    return try policy.explain(withFacts(row, policy, policies))
  }

  private func climb(
    _ query: QueryObject, _ policy: LadderPolicy, _ policies: EnginePolicies
  ) throws -> (scanned: Int, changed: Int) {
    let facts = try LadderFacts(
      self, policy, try policies.success(), of: query, on: options.clock.day())
    let places = Dictionary(
      policy.steps.enumerated().map { ($1.key, UInt8(truncatingIfNeeded: $0 + 1)) },
      uniquingKeysWith: { first, _ in first })
    var steps: [Int64: UInt8] = [:]
    try query.forEachBlock { block, rows in
      for row in rows {
        let step = try policy.step(of: facts.customer(block.reader(row)))
        steps[block.ids[row]] = step.flatMap { places[$0.key] } ?? 0
      }
      return true
    }
    let texts = KeptText()
    let cells =
      [CellCoding.cell(.null) { texts.keep($0) }]
      + policy.steps.map { CellCoding.cell(.text($0.key)) { texts.keep($0) } }
    provenance.set(field: "ladder", of: query.entity.name, by: policy.header.name) {
      [unowned self] row in
      try policy.explain(withFacts(row, policy, policies))
    }
    let result = try requireSession().update(
      try query.resolved(), slot: try query.entity.requireSlot(of: "ladder"), reading: []
    ) { block, results in
      for row in 0..<block.count { results[row] = cells[Int(steps[block.ids[row]] ?? 0)] }
    }
    withExtendedLifetime(texts) {}
    return (result.scanned, result.changed)
  }
}
