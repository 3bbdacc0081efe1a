import Lua
import SalesKernel
import SalesStore
import Values

/// `contracting.penalty` and `contracting.cancel`: what delay costs, and the end before its time.
extension ScriptHost {
  func defineContractPenalty(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "contracting.penalty", "contracting.penalty{contract = c, on = day, policy =}",
        "The penalty for late delivery up to a day: rate a day × days late × value of the contract, at most its "
          + "bound where it has one; 0 in time. Days count from due_on to delivered_on, or to on where that is "
          + "earlier or nothing is delivered yet. Rate and bound are the contract's: amount, days, rate, cap, "
          + "due_on, counted_to, why.", returns: "report",
        units: "yuan, to the fen; calendar days; shares 0–1",
        errors: ["contract.status", "contract.due", "contract.amount", "money.overflow"],
        example: "local a, b\nplan(function()\n" + Self.contractExample
          + "  local c = contracting.sign{contract = contract()}\n"
          + "  contracts:where{id = c.id}:update{amount = wan(80)}\n"
          + "  local p = contracting.penalty{contract = c, on = date\"2026-08-10\"}\n"
          + "  a, b = p.days, p.amount\nend)\nreturn a, b",
        result: "10  money\"8000.00\"", seeAlso: ["contracting.sign", "ordering.deliver"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "contracting.penalty", allowing: ["contract", "on", "policy"])
      let policy = try policies.contracts(options["policy"])
      let contract = try self.contract(options["contract"])
      let penalty = try penalty(of: contract, on: try options.day("on"), policy)
      try results.add(
        Value.object(
          ReportObject([
            .init("amount", .scalar(try penalty.amount().scalar)),
            .init("days", .integer(penalty.days)),
            .init("rate", .number(penalty.rate.double), text: "\(penalty.rate)"),
            .init("cap", penalty.cap.map { .number($0.double) } ?? .nil),
            .init("due_on", penalty.dueOn.scriptValue),
            .init("counted_to", penalty.until.scriptValue),
            .init(why: try penalty.explanation()),
          ])))
    }
  }

  private func penalty(
    of contract: Contract, on asked: Day?, _ policy: ContractPolicy
  ) throws -> LatePenalty {
    guard contract.status == .signed || contract.status == .completed else {
      throw ValidationError(
        "contract.status",
        "contract \(contract.code ?? "") is \(contract.status.rawValue) and owes no penalty",
        remedy: contract.status == .draft ? "sign it: contracting.sign{contract = …}" : "",
        field: "status")
    }
    guard let due = contract.dueOn else {
      throw ValidationError(
        "contract.due", "contract \(contract.code ?? "") has no day of delivery",
        remedy: "set its due_on", field: "due_on")
    }
    let on = asked ?? contract.deliveredOn ?? options.clock.day()
    return try LatePenalty(
      value: contract.amount, dueOn: due, until: min(on, contract.deliveredOn ?? on),
      rate: try contract.penaltyRate.map { try Rate(exactly: $0) },
      cap: try contract.penaltyCap.map { try Rate(exactly: $0) }, terms: policy.penalty)
  }

  func defineContractCancel(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "contracting.cancel", "contracting.cancel{contract = c, reason = text, on = day, policy =}",
        "Cancels a contract, and what of its orders is not delivered, as ordering.cancel does. What is delivered "
          + "stays delivered. The quote may be contracted again.", returns: "contract",
        changes: "the contract's status and reason; its orders that have open pieces",
        errors: ["contract.status", "contract.reason"],
        example: "local a, b\nplan(function()\n" + Self.contractExample
          + "  local c = contracting.sign{contract = contract()}\n"
          + "  local o = ordering.place{contract = c}\n"
          + "  a = contracting.cancel{contract = c, reason = \"withdrawn\"}.status\n"
          + "  b = orders:get(o.id).status\nend)\nreturn a, b",
        result: "\"cancelled\"  \"cancelled\"", seeAlso: ["ordering.cancel"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "contracting.cancel", allowing: ["contract", "reason", "on", "policy"])
      let policy = try policies.contracts(options["policy"])
      let contract = try self.contract(options["contract"])
      try policy.require(contract, to: .cancelled)
      let reason = try requireReason(options, "contract", "a contract is cancelled")
      let on = try options.day("on") ?? self.options.clock.day()
      let book = OrderBook(host: self, policies: policies, policy: try policies.orders())
      try requireSession().savepoint {
        try set(
          Contract.self, contract.id,
          ["status": Contract.Status.cancelled.fieldValue, "reason": .text(reason)])
        for order in try related(Order.self, by: "contract", to: contract.id) {
          let fulfilment = try book.fulfilment(of: order)
          guard fulfilment.lines.contains(where: { $0.open > 0 }) else { continue }
          try book.cancel(fulfilment, on: on, reason: reason)
        }
      }
      try results.add(try binding(Contract.schema.entity).record(contract.id))
    }
  }
}
