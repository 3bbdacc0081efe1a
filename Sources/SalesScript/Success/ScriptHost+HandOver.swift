import Lua
import SalesKernel
import SalesStore
import Values

/// `success.hand_over`: from sales to success, item by item.
extension ScriptHost {
  func defineHandOver(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "success.hand_over",
        "success.hand_over(contract or opportunity, {to = rep, on = day, policy =})",
        "Hands a customer over from sales to success: sets its success manager and opens the items of the policy as "
          + "tasks, each once. Gives the table of success.handover.", returns: "report",
        units:
          "to: the success manager that the customer has, unless given; on: the run's day unless given",
        changes: "the customer's csm, a task for each item",
        errors: ["success.manager", "success.status", "record.missing"],
        example: """
          local n, csm
          plan(function()
            local k = contracts:create{customer = 1, amount = wan(10), status = "signed", signed_on = date"2026-06-30"}
            n = success.hand_over(k, {to = 2}).open
            csm = customers:get(1).csm
          end)
          return n, csm
          """, result: "5  2", seeAlso: ["success.handover", "success.accept", "success.joining"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "success.hand_over", at: 1, allowing: ["to", "on", "policy"])
      let desk = try SuccessDesk(self, policies, options)
      let customer = try requireSession().savepoint {
        try handOver(try arguments[0], options, desk)
      }
      try results.add(Value.object(try handOverReport(customer, desk)))
    }
    try define(
      HelpEntry(
        "success.handover", "success.handover(customer, {policy =})",
        "How far the hand-over of a customer is: state (none, open, done), manager, open, items.",
        returns: "report",
        errors: ["record.missing"],
        example: "return success.handover(1).state", result: "\"none\"",
        seeAlso: ["success.hand_over", "success.accept"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "success.handover", at: 1, allowing: ["policy"])
      let desk = try SuccessDesk(self, policies, options)
      let id = try row(try arguments[0], of: Customer.schema.entity, as: "customer").id
      try results.add(Value.object(try handOverReport(id, desk)))
    }
    try define(
      HelpEntry(
        "success.accept", "success.accept(customer, {note = text, policy =})",
        "Ends the hand-over of a customer, once all its other items are done. Gives the table of success.handover.",
        changes: "the last item of the hand-over",
        errors: ["success.open", "success.none", "record.missing"],
        example: """
          local problem
          plan(function()
            local k = contracts:create{customer = 1, amount = wan(10), status = "signed", signed_on = date"2026-06-30"}
            success.hand_over(k, {to = 2})
            local _, e = pcall(success.accept, 1)
            problem = e.code
          end)
          return problem
          """, result: "\"success.open\"", seeAlso: ["success.hand_over", "inbox.done"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "success.accept", at: 1, allowing: ["note", "policy"])
      let desk = try SuccessDesk(self, policies, options)
      let id = try row(try arguments[0], of: Customer.schema.entity, as: "customer").id
      try accept(id, desk, note: try options.string("note"))
      try results.add(Value.object(try handOverReport(id, desk)))
    }
  }

  /// - Returns: the customer handed over.
  private func handOver(
    _ document: Value, _ options: NamedArguments, _ desk: SuccessDesk
  ) throws -> Int64 {
    let (customer, rep, mark) = try sold(document)
    let known = try desk.customer(customer)
    let given = try options["to"].map { try row($0, of: Rep.schema.entity, as: "to").id }
    guard let manager = given ?? known.csm else {
      throw ValidationError(
        "success.manager", "customer \(customer) has no success manager to hand over to",
        remedy: "give to = a rep", field: "csm")
    }
    if known.csm != manager {
      try set(Customer.self, customer, ["csm": .integer(manager)])
      desk.forget(customer)
    }
    let subject = try desk.subject(
      Customer.schema.entity, customer, of: customer, rep: rep)
    try desk.open(
      desk.policy.handOver.list, subject, on: try options.day("on") ?? desk.today, mark: mark)
    return customer
  }

  /// Who bought by a contract or an opportunity, who sold, and what tells this sale from others.
  /// - Throws: `success.status` for what was not sold.
  private func sold(_ value: Value) throws -> (customer: Int64, rep: Int64?, mark: String) {
    guard case .record(let record) = value, let binding = binding(of: record.recordClass) else {
      throw ArgumentError(
        "argument #1: expected a contract or an opportunity, got \(value.typeName)",
        remedy: "as success.hand_over(contracts:get(1), {to = 2})")
    }
    switch binding.entity.name {
    case Contract.schema.entity.name:
      let contract = try Contract(reading: row(value, of: binding.entity, as: "contract"))
      guard contract.status == .signed || contract.status == .completed else {
        throw ValidationError(
          "success.status",
          "contract \(contract.code ?? "\(contract.id)") is \(contract.status.rawValue): nothing was sold by it",
          remedy: "hand over what is signed", field: "status")
      }
      return (contract.customer, contract.rep, "contract/\(contract.id)")
    case Opportunity.schema.entity.name:
      let deal = try Opportunity(reading: row(value, of: binding.entity, as: "opportunity"))
      guard deal.status == .won, let customer = deal.customer else {
        throw ValidationError(
          "success.status",
          "opportunity \(deal.code ?? "\(deal.id)") is \(deal.status.rawValue): nothing was sold by it",
          remedy: "hand over what is won, with its customer", field: "status")
      }
      return (customer, deal.rep, "opportunity/\(deal.id)")
    default:
      throw ArgumentError(
        "argument #1: expected a contract or an opportunity, got \(binding.entity.indefinite)")
    }
  }

  private func handOverReport(_ customer: Int64, _ desk: SuccessDesk) throws -> ReportObject {
    let tasks = try desk.tasks(
      of: desk.policy.handOver.list, about: Customer.schema.entity, customer)
    let open = tasks.count { $0.doneOn == nil }
    return ReportObject([
      .init("customer", .integer(customer)),
      .init("manager", Value(try desk.customer(customer).csm)),
      .init("state", .string(tasks.isEmpty ? "none" : open > 0 ? "open" : "done")),
      .init("open", Value(open)),
      .init("items", .object(SuccessDesk.table(of: tasks, on: desk.today))),
    ])
  }

  private func accept(_ customer: Int64, _ desk: SuccessDesk, note: String?) throws {
    let handOver = desk.policy.handOver
    let tasks = try desk.tasks(of: handOver.list, about: Customer.schema.entity, customer)
    let closing = tasks.filter {
      $0.doneOn == nil && handOver.list.item(of: $0)?.key == handOver.closing
    }
    guard !closing.isEmpty else {
      throw ValidationError(
        "success.none", "customer \(customer) has no open hand-over",
        remedy: "begin one: success.hand_over(contract, {to = rep})")
    }
    let open = tasks.filter {
      $0.doneOn == nil && handOver.list.item(of: $0)?.key != handOver.closing
    }
    guard open.isEmpty else {
      throw ValidationError(
        "success.open",
        "the hand-over of customer \(customer) has \(open.count.text("open item")): "
          + open.map { "\($0.id) \($0.title)" }.joined(separator: "; "),
        remedy: "inbox.done(task) each of them first")
    }
    for task in closing {
      try set(
        DueTask.self, task.id,
        ["done_on": .day(desk.today), "note": (note ?? task.note).fieldValue])
    }
  }
}
