import Lua
import SalesKernel
import SalesStore
import Values

/// `approval`: who must decide, and their decisions.
extension ScriptHost {
  func defineApproval(_ policies: EnginePolicies) throws {
    let facts = ApprovalCase.schema.entity.fields.map(\.name)
    try define(
      HelpEntry(
        "approval.what_if",
        "approval.what_if{discount = share, amount = money, prepaid =, … policy =}",
        "Who would have to decide on such a case: step, role, needed, when, source.",
        units: "discount and prepaid 0–1", errors: ["policy.unknown", "approval.rule"],
        example:
          "local t = approval.what_if{discount = 0.08, amount = wan(50)}\n"
          + "return t[2].role, t[2].needed, t[8].needed",
        result: "\"area_director\"  true  false", seeAlso: ["approval.largest", "approval.request"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "approval.what_if", allowing: facts + ["policy"])
      let policy = try policies.approvals(try options.string("policy"))
      try results.add(Value.object(table(try policy.chain(for: approvalCase(options)))))
    }
    try define(
      HelpEntry(
        "approval.largest", "approval.largest{amount = money, … policy =}",
        "The largest discount that needs no approver beyond those of no discount.",
        units: "share 0–1, to 0.0001", errors: ["policy.unknown", "approval.rule"],
        example: "return approval.largest{amount = wan(10)}", result: "0.05",
        seeAlso: ["approval.what_if"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "approval.largest", allowing: facts + ["policy"])
      let policy = try policies.approvals(try options.string("policy"))
      try results.add(Value.number(try policy.largestDiscount(for: approvalCase(options))))
    }
    try defineDecisions(on: policies)
  }

  private func approvalCase(_ options: NamedArguments) throws -> ApprovalCase {
    var item = ApprovalCase()
    for (slot, field) in ApprovalCase.schema.entity.fields.enumerated() {
      guard let value = options[field.name] else { continue }
      try ApprovalCase.schema.set(&item, slot: slot, to: try value.fieldValue(for: field.name))
    }
    return item
  }

  private func table(_ chain: [(stage: ApprovalPolicy.Stage, isNeeded: Bool)]) -> ResultTable {
    ResultTable(
      columns: [
        .init("step", .number), .init("role"), .init("needed", .bool), .init("when"),
        .init("source"),
      ],
      rows: chain.map { stage, isNeeded in
        [
          .integer(stage.step), .string(stage.role), .bool(isNeeded), .string(stage.condition),
          .string(stage.source),
        ]
      })
  }

  /// What approvers of a quote look at.
  func approvalCase(of quote: Quote) throws -> ApprovalCase {
    var item = ApprovalCase()
    item.amount = quote.amount ?? .zero
    item.discount = ApprovalCase.discount(of: item.amount, from: quote.listTotal ?? .zero)
    (item.prepaid, item.renewalYears) = (quote.prepaid ?? 0, quote.renewalYears ?? 0)
    (item.cash, item.trialDays) = (quote.cash ?? false, quote.trialDays ?? 0)
    let customer = try row(.integer(quote.customer), of: Customer.schema.entity, as: "customer")
    (item.level, item.region) = (try customer.text("level"), try customer.text("region"))
    return item
  }

  /// A quote's approvals, in the order of their steps.
  func approvals(of quote: Int64) throws -> [Approval] {
    let query = QueryObject(try binding(Approval.schema.entity), host: self)
    query.selection.equals = [(try query.slot("quote"), .integer(quote))]
    var all: [Approval] = []
    try query.forEachBlock { block, rows in
      for row in rows { all.append(try Approval(reading: block.reader(row))) }
      return true
    }
    return all.sorted { ($0.step, $0.id) < ($1.step, $1.id) }
  }
}
