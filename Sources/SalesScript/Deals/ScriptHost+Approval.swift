import Lua
import SalesKernel
import SalesStore
import Values

/// `approval`: who must decide, and their decisions.
extension ScriptHost {
  func defineApproval(_ policies: EnginePolicies) throws {
    try defineWhatIf(policies)
    try defineLargest(policies)
    try defineApprovalPolicies(policies)
    try defineDecisions(on: policies)
    try defineApprovalQueue()
    try defineApprovalHistory()
    try defineDelegation()
  }

  private static let facts = ApprovalCase.schema.entity.fields.map(\.name)

  private func defineWhatIf(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "approval.what_if",
        "approval.what_if{discount = share, amount = money, prepaid =, … policy =}",
        "Who would have to decide on such a case: step, role, needed, limit (the deepest discount of "
          + "the role), allowed, when, source. What is not given counts as none. Where the discount is "
          + "beyond every limit of the chain, a last row without a role says that no approver may give it.",
        returns: "results",
        units: "discount, limit and prepaid 0–1", errors: ["policy.unknown", "approval.rule"],
        example:
          "local t = approval.what_if{discount = 0.08, amount = wan(50)}\n"
          + "return t[2].role, t[2].needed, t[8].needed",
        result: "\"area_director\"  true  false", seeAlso: ["approval.largest", "approval.request"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "approval.what_if", allowing: Self.facts + ["policy"])
      let policy = try policies.approvals(options["policy"])
      try results.add(Value.object(try table(policy, for: approvalCase(options))))
    }
  }

  private func defineLargest(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "approval.largest", "approval.largest{amount = money, … allowed = true, policy =}",
        "The largest discount that needs no approver beyond those of no discount; with allowed, the "
          + "deepest that any approver may give.", returns: "number",
        units: "share 0–1, to 0.0001", errors: ["policy.unknown", "approval.rule"],
        example: "return approval.largest{amount = wan(10)}, approval.largest{allowed = true}",
        result: "0.05  0.45", seeAlso: ["approval.what_if"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "approval.largest", allowing: Self.facts + ["allowed", "policy"])
      let policy = try policies.approvals(options["policy"])
      let item = try approvalCase(options)
      try results.add(
        Value.number(
          try options.bool("allowed") ?? false
            ? policy.deepestDiscount(for: item) : policy.largestDiscount(for: item)))
    }
  }

  private func approvalCase(_ options: NamedArguments) throws -> ApprovalCase {
    var item = ApprovalCase()
    for (slot, field) in ApprovalCase.schema.entity.fields.enumerated() {
      guard let value = options[field.name] else { continue }
      try ApprovalCase.schema.set(&item, slot: slot, to: try value.fieldValue(for: field.name))
    }
    return item
  }

  private func table(_ policy: ApprovalPolicy, for item: ApprovalCase) throws -> ResultTable {
    var rows: [[Value]] = try policy.chain(for: item).map { stage, isNeeded in
      [
        .integer(stage.step), .string(stage.role), .bool(isNeeded),
        stage.limit.map { .number($0.double) } ?? .nil,
        stage.allows(item.discount).map(Value.bool) ?? .nil, .string(stage.condition),
        .string(stage.source),
      ]
    }
    if let stage = try policy.beyond(item), let limit = stage.limit {
      rows.append([
        .nil, .nil, .bool(true), .number(limit.double), .bool(false),
        .string("no approver may give \(item.discount); \(stage.role) may give \(limit)"),
        .string(stage.source),
      ])
    }
    return ResultTable(
      columns: [
        .init("step", .number), .init("role"), .init("needed", .bool), .init("limit", .number),
        .init("allowed", .bool), .init("when"), .init("source"),
      ],
      rows: rows)
  }

  /// What approvers of a quote look at.
  func approvalCase(of quote: Quote) throws -> ApprovalCase {
    var item = ApprovalCase()
    item.amount = quote.amount ?? .zero
    item.discount = ApprovalCase.discount(of: item.amount, from: quote.listTotal ?? .zero)
    if let cost = quote.cost, !item.amount.isZero {
      item.margin = try item.amount.subtracting(cost).ratio(to: item.amount)
    }
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
