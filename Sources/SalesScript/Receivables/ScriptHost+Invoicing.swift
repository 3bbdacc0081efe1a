import Lua
import SalesKernel
import SalesStore
import Values

/// `receivables.invoice`: what a customer owes for an instalment, an order, or anything else.
extension ScriptHost {
  func defineInvoicing(_ policies: ReceivablesPolicies) throws {
    try define(
      HelpEntry(
        "receivables.invoice",
        "receivables.invoice{instalment = i | order = o | customer = c, amount = money, due_on = day, "
          + "on = day, note = text, policy =}",
        "Makes an invoice for an instalment or an order, or for an amount that a customer owes; numbered by "
          + "the policy. Without an amount, for all that is not invoiced yet.", returns: "invoice",
        units: "due_on: the instalment's, or the policy's terms after on; on: the run's day",
        changes: "one new invoice",
        errors: [
          "receivable.invoiced", "receivable.node", "receivable.scheduled", "receivable.amount",
          "receivable.subject", "receivable.contract", "policy.unknown", "record.missing",
        ],
        example:
          "local code, due\nplan(function()\n"
          + "  local i = receivables.invoice{customer = 1, amount = yuan(500)}\n"
          + "  code, due = i.code, i.due_on\nend)\nreturn code, due",
        result: "\"INV-00000001\"  date\"2026-07-30\"",
        seeAlso: ["receivables.receive", "receivables.open", "receivables.reverse"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "receivables.invoice",
        allowing: ["instalment", "order", "customer", "amount", "due_on", "on", "note", "policy"])
      let policy = try policies.policy(options["policy"])
      var invoice = try draftInvoice(options, policy)
      invoice.note = try options.string("note")
      invoice.code = try nextInvoiceNumber(policy)
      let id = try requireSession().create(Invoice.schema.entity, invoice.values)
      try results.add(try binding(Invoice.schema.entity).record(id))
    }
  }

  private func draftInvoice(
    _ options: NamedArguments, _ policy: ReceivablesPolicy
  ) throws -> Invoice {
    let subjects = ["instalment", "order", "customer"].filter { options[$0] != nil }
    guard subjects.count == 1 else {
      throw ArgumentError(
        subjects.isEmpty
          ? "an invoice is for something"
          : "an invoice is not for \(subjects.joined(separator: " and "))",
        code: "receivable.subject", remedy: "give one of instalment, order and customer")
    }
    let on = try options.day("on") ?? self.options.clock.day()
    let given = try options.day("due_on")
    let amount = try options.documentAmount("amount")
    var invoice = Invoice(customer: 0, issuedOn: on, dueOn: on, amount: .zero)
    switch subjects[0] {
    case "instalment":
      let part = try record(Instalment.self, options, "instalment")
      try fill(&invoice, for: part, amount)
      invoice.dueOn = try given ?? dueDay(of: part)
      return invoice
    case "order": try fill(&invoice, for: try record(Order.self, options, "order"), amount)
    default:
      invoice.customer = try row(options["customer"], of: Customer.schema.entity, as: "customer").id
      invoice.amount = try options.required("amount", amount)
    }
    invoice.dueOn = try given ?? on.adding(days: Int(policy.termsDays))
    return invoice
  }

  private func fill(_ invoice: inout Invoice, for part: Instalment, _ amount: Money?) throws {
    let contract = try record(Contract.self, id: part.contract)
    if contract.status == .cancelled {
      throw ArgumentError(
        "contract \(contract.code ?? "\(contract.id)") is cancelled and is not invoiced",
        code: "receivable.contract",
        remedy: "invoice what is owed all the same by customer and amount")
    }
    let billable = Billable(
      "instalment \(part.position) of contract \(contract.code ?? "\(contract.id)")",
      amount: part.amount, invoiced: try invoiced("instalment", part.id))
    (invoice.customer, invoice.contract) = (contract.customer, contract.id)
    invoice.instalment = part.id
    invoice.amount = try billable.taking(amount).requireDocumentAmount("amount")
  }

  /// - Throws: `receivable.node` for an instalment whose node is not reached.
  private func dueDay(of part: Instalment) throws -> Day {
    if let due = part.dueOn { return due }
    throw ArgumentError(
      "instalment \(part.position) has no due day: its contract has not reached '\(part.node)'",
      code: "receivable.node",
      remedy: "note it: receivables.reach{contract = \(part.contract), node = \"\(part.node)\"}, "
        + "or give due_on")
  }

  private func fill(_ invoice: inout Invoice, for order: Order, _ amount: Money?) throws {
    let name = "order \(order.code ?? "\(order.id)")"
    if let contract = order.contract,
      try query(Instalment.self, where: [("contract", .integer(contract))]).count() > 0
    {
      throw ArgumentError(
        "\(name) carries out contract \(contract), which is paid by instalments",
        code: "receivable.scheduled",
        remedy: "invoice them: receivables.invoice{instalment = …}")
    }
    if order.amount < .zero {
      throw ArgumentError(
        "\(name) is a return of \(order.amount.grouped)", code: "receivable.amount",
        remedy:
          "reverse the invoice of what came back: receivables.reverse{invoice = …, reason = …}")
    }
    let billable = Billable(
      name, amount: order.amount, invoiced: try invoiced("order", order.id))
    (invoice.customer, invoice.contract, invoice.order) = (order.customer, order.contract, order.id)
    invoice.amount = try billable.taking(amount).requireDocumentAmount("amount")
  }

  /// The next number that no invoice has: after that of the latest one, so that none is left out.
  func nextInvoiceNumber(_ policy: ReceivablesPolicy) throws -> String {
    let entity = Invoice.schema.entity
    let slot = try entity.requireSlot(of: "code")
    let latest = Selection(entity, order: [(nil, false)], limit: 1)
    let code = try requireSession().ids(latest).first.flatMap {
      try record(Invoice.self, id: $0).code
    }
    var number =
      try code.flatMap(policy.numbers.number) ?? Int64(requireSession().count(Selection(entity)))
    while true {
      number += number < .max ? 1 : 0
      let code = policy.numbers.text(number)
      if try requireSession().holder(entity, slot: slot, value: .text(code)) == nil { return code }
      if number == .max {
        throw ArgumentError(
          "there is no invoice number after \(code)", code: "receivable.number",
          remedy: "set another prefix in the policy: numbers = { prefix = …, digits = … }")
      }
    }
  }
}
