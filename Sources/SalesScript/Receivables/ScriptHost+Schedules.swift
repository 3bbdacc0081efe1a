import Lua
import SalesKernel
import SalesStore
import Values

/// `receivables`: what contracts provide for, what customers owe, what came in.
extension ScriptHost {
  func defineReceivables() throws {
    let policies = ReceivablesPolicies(self)
    try define(
      HelpEntry(
        "receivables.policy", "receivables.policy(name)",
        "A receivables policy as a table, to read or to change before working with it.",
        returns: "table",
        errors: ["policy.unknown"],
        example: "return receivables.policy().terms_days", result: "30",
        seeAlso: ["receivables.schedule", "receivables.ageing"])
    ) { [unowned self] arguments, results in
      let name = try arguments.decode(0, as: String?.self) ?? ReceivablesPolicies.standing
      try results.add(try library.table(name, host: self))
    }
    try defineSchedule(policies)
    try defineReach()
    try defineInvoicing(policies)
    try defineReceipts(policies)
    try defineOpenInvoices()
    try defineUnallocated()
    try defineAgeing(policies)
    try defineOverdueWatch(policies)
    try defineCollection(policies)
    try defineReversals(policies)
  }

  private func defineSchedule(_ policies: ReceivablesPolicies) throws {
    try define(
      HelpEntry(
        "receivables.schedule", "receivables.schedule{contract = c, plan = name, policy =}",
        "Makes the instalments of a contract from a payment plan: one a node, adding up to the contract. "
          + "Gives them as a query.", returns: "instalments",
        units: "amounts to the fen: largest remainder, ties by position",
        changes: "new instalments of the contract",
        errors: [
          "receivable.scheduled", "receivable.contract", "receivable.amount", "policy.unknown",
          "record.missing",
        ],
        example:
          "local sum\nplan(function()\n"
          + "  local c = contracts:create{customer = 1, amount = yuan(1000.01), status = \"signed\"}\n"
          + "  local parts = receivables.schedule{contract = c, plan = \"retention\"}\n"
          + "  sum = parts:sum(\"amount\")\nend)\nreturn sum",
        result: "money\"1000.01\"", seeAlso: ["receivables.reach", "receivables.invoice"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "receivables.schedule", allowing: ["contract", "plan", "policy"])
      let policy = try policies.policy(options["policy"])
      let contract = try record(Contract.self, options, "contract")
      let named = try options.string("plan")
      guard let plan = policy.plan(named: named) else {
        throw unknown("payment plan", named ?? "", among: policy.plans.map(\.name))
      }
      let scheduled = try requireUnscheduled(contract)
      try requireSession().savepoint {
        for part in try plan.instalments(of: contract) {
          try requireSession().create(Instalment.schema.entity, part.values)
        }
        try reachWhatIsDone(of: contract)
      }
      try results.add(Value.object(scheduled))
    }
  }

  /// The query of the contract's instalments, of which there are none yet.
  private func requireUnscheduled(_ contract: Contract) throws -> QueryObject {
    let name = contract.code ?? "\(contract.id)"
    if contract.status == .cancelled {
      throw ArgumentError(
        "contract \(name) is cancelled and is not paid", code: "receivable.contract",
        remedy: "schedule a contract that holds")
    }
    let query = try query(Instalment.self, where: [("contract", .integer(contract.id))])
    let count = try query.count()
    guard count == 0 else {
      throw ArgumentError(
        "contract \(name) has \(count) instalments already", code: "receivable.scheduled",
        remedy: "see instalments:where{contract = \(contract.id)}; delete them to schedule it anew")
    }
    return query
  }

  private func defineReach() throws {
    try define(
      HelpEntry(
        "receivables.reach", "receivables.reach{contract = c, node = word, on = day}",
        "Notes that a contract reached a payment node: its instalments are due so many days after. Gives "
          + "them as a query.", returns: "instalments",
        units: "on: the run's day unless given", changes: "due_on of those instalments",
        errors: ["receivable.node", "receivable.reached", "record.missing", "day.range"],
        example:
          "local due\nplan(function()\n"
          + "  local c = contracts:create{customer = 1, amount = wan(10), status = \"signed\"}\n"
          + "  receivables.schedule{contract = c}\n"
          + "  due = receivables.reach{contract = c, node = \"accepted\", on = date\"2026-06-30\"}"
          + ":first().due_on\nend)\nreturn due",
        result: "date\"2026-07-30\"", seeAlso: ["receivables.schedule", "receivables.invoice"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "receivables.reach", allowing: ["contract", "node", "on"])
      let contract = try record(Contract.self, options, "contract")
      let node = try options.required("node", try options.string("node"))
      let day = try options.day("on") ?? self.options.clock.day()
      try requireUnreached(contract, node)
      try requireSession().savepoint { try reach(node, of: contract.id, on: day) }
      let query = try query(
        Instalment.self, where: [("contract", .integer(contract.id)), ("node", .text(node))])
      try results.add(Value.object(query))
    }
  }

  /// Sets the due days of the instalments of a node, where they have none.
  func reach(_ node: String, of contract: Int64, on day: Day) throws {
    let slot = try Instalment.schema.entity.requireSlot(of: "due_on")
    let parts = try records(
      Instalment.self, where: [("contract", .integer(contract)), ("node", .text(node))])
    for part in parts where part.dueOn == nil {
      let due = try day.adding(days: Int(part.days ?? 0))
      try requireSession().set(Instalment.schema.entity, id: part.id, [(slot, .day(due))])
    }
  }

  /// A contract that is scheduled late has reached the nodes of the steps that are done.
  private func reachWhatIsDone(of contract: Contract) throws {
    let policies = EnginePolicies(self)
    let desk = ContractDesk(host: self, policies: policies)
    try desk.reachNodes(
      contract.id, desk.execution(of: contract).steps, policies.contracts(nil))
  }

  /// - Throws: `receivable.node` where nothing hangs on the node, `receivable.reached`.
  private func requireUnreached(_ contract: Contract, _ node: String) throws {
    let name = contract.code ?? "\(contract.id)"
    let all = try records(Instalment.self, where: [("contract", .integer(contract.id))])
    guard !all.isEmpty else {
      throw ArgumentError(
        "contract \(name) has no instalments", code: "receivable.node",
        remedy: "make them first: receivables.schedule{contract = …}")
    }
    let found = all.filter { $0.node == node }
    guard !found.isEmpty else {
      throw ArgumentError(
        "no instalment of contract \(name) hangs on '\(node)'", code: "receivable.node",
        remedy: Suggestion.sentence(for: node, among: all.map(\.node)))
    }
    if let part = found.first(where: { $0.dueOn != nil }), let due = part.dueOn {
      throw ArgumentError(
        "contract \(name) reached '\(node)' already: instalment \(part.position) is due on \(due)",
        code: "receivable.reached",
        remedy: "to correct the day, set due_on of instalment \(part.id)")
    }
  }
}
