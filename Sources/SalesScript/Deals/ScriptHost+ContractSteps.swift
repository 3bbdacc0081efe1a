import Lua
import SalesKernel
import SalesStore
import Values

/// `contracting.late` and `contracting.show`: where contracts stand, in words of both languages.
extension ScriptHost {
  func defineContractSteps(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "contracting.late", "contracting.late{on = day, of = query, policy =}",
        "Steps of signed contracts that are past their day and not done, the longest overdue first: contract, "
          + "step, title, role, rep, due_on, days.", returns: "results",
        units: "days late, calendar days", errors: ["policy.unknown"],
        example: "local a, b\nplan(function()\n" + Self.contractExample
          + "  contracting.sign{contract = contract(), on = date\"2026-06-01\"}\n"
          + "  local t = contracting.late{on = date\"2026-06-05\"}\n"
          + "  a, b = #t, t[1].title\nend)\nreturn a, b",
        result: "2  \"order entered · 订单录入\"", seeAlso: ["contracting.step", "contracting.show"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "contracting.late", allowing: ["on", "of", "policy"])
      let policy = try policies.contracts(options["policy"])
      let on = try options.day("on") ?? self.options.clock.day()
      let query =
        try options.query("of", of: Contract.schema.entity) ?? query(Contract.self)
      try results.add(Value.object(try lateSteps(query, on: on, policy)))
    }
  }

  private func lateSteps(
    _ query: QueryObject, on day: Day, _ policy: ContractPolicy
  ) throws -> ResultTable {
    var signed: [Contract] = []
    try query.forEachBlock { block, rows in
      for row in rows {
        let contract = try Contract(reading: block.reader(row))
        if contract.status == .signed { signed.append(contract) }
      }
      return true
    }
    var late: [(code: String, step: ContractStep, days: Int64)] = []
    for contract in signed {
      for step in try related(ContractStep.self, by: "contract", to: contract.id) {
        guard step.doneOn == nil, let due = step.dueOn, due < day else { continue }
        late.append(
          (contract.code ?? "\(contract.id)", step, Int64(day.number) - Int64(due.number)))
      }
    }
    late.sort {
      $0.days != $1.days ? $0.days > $1.days : $0.step.id < $1.step.id
    }
    return ResultTable(
      columns: [
        .init("contract"), .init("step"), .init("title"), .init("role"), .init("rep", .number),
        .init("due_on"), .init("days", .number),
      ],
      rows: late.map { code, step, days in
        [
          .string(code), .string(step.step), .string(policy.title(of: step.step).both),
          step.role.scriptValue, step.rep.scriptValue, step.dueOn.scriptValue, .integer(days),
        ]
      })
  }

  func defineContractShow(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "contracting.show", "contracting.show{contract = c, policy =}",
        "A contract with its steps and clauses: code, customer, status, amount, signed_on, due_on, delivered_on, "
          + "ends_on, steps, clauses.", returns: "report",
        units: "yuan", errors: ["record.missing", "policy.unknown"],
        example: "local a, b\nplan(function()\n" + Self.contractExample
          + "  local s = contracting.show{contract = contracting.sign{contract = contract()}}\n"
          + "  a, b = s.status.zh, s.steps[1].title\nend)\nreturn a, b",
        result: "\"已签订\"  \"signed and sealed · 签字盖章\"", seeAlso: ["contracting.late"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "contracting.show", allowing: ["contract", "policy"])
      let policy = try policies.contracts(options["policy"])
      let contract = try self.contract(options["contract"])
      let customer = try row(
        .integer(contract.customer), of: Customer.schema.entity, as: "customer")
      try results.add(
        Value.object(
          ReportObject([
            .init("code", contract.code.scriptValue),
            .init("customer", try customer.text("name").scriptValue),
            .init("status", policy.label(of: contract.status)),
            .init("amount", .scalar(contract.amount.scalar)),
            .init("signed_on", contract.signedOn.scriptValue),
            .init("due_on", contract.dueOn.scriptValue),
            .init("delivered_on", contract.deliveredOn.scriptValue),
            .init("ends_on", contract.endsOn.scriptValue),
            .init("steps", .object(try stepTable(contract, policy))),
            .init("clauses", .object(try clauseTable(contract))),
          ])))
    }
  }

  private func stepTable(_ contract: Contract, _ policy: ContractPolicy) throws -> ResultTable {
    let steps = try related(ContractStep.self, by: "contract", to: contract.id)
    return ResultTable(
      columns: [
        .init("position", .number), .init("step"), .init("title"), .init("role"),
        .init("rep", .number), .init("due_on"), .init("done_on"), .init("note"),
      ],
      rows: ContractExecution(contract.code ?? "", steps).steps.map { step in
        [
          .integer(step.position), .string(step.step), .string(policy.title(of: step.step).both),
          step.role.scriptValue, step.rep.scriptValue, step.dueOn.scriptValue,
          step.doneOn.scriptValue, step.note.scriptValue,
        ]
      })
  }

  private func clauseTable(_ contract: Contract) throws -> ResultTable {
    let clauses = try related(ContractClause.self, by: "contract", to: contract.id)
    return ResultTable(
      columns: [.init("position", .number), .init("clause"), .init("title"), .init("body")],
      rows: clauses.sorted { ($0.position, $0.id) < ($1.position, $1.id) }.map {
        [.integer($0.position), .string($0.clause), .string($0.title), .string($0.body)]
      })
  }
}

extension Label {
  /// Both words in one text, as tables show them.
  var both: String { "\(en) · \(zh)" }
}

extension FieldRepresentable {
  /// As scripts see it.
  var scriptValue: Value { fieldValue.scriptValue }
}
