import Lua
import SalesKernel
import SalesStore
import Values

/// Money that comes in, and which invoices it settles.
extension ScriptHost {
  func defineReceipts(_ policies: ReceivablesPolicies) throws {
    try define(
      HelpEntry(
        "receivables.receive",
        "receivables.receive{customer = c, amount = money, on = day, code = text, method = text, "
          + "invoices = {…}, note = text, policy =}",
        "Takes a payment and allocates it: to the invoices named, in that order, else to the customer's open "
          + "ones, oldest due first. What is left follows the policy's on_surplus.",
        returns: "payment",
        units: "on: the run's day unless given; code: the bank's number, never taken twice",
        changes: "one new payment and its allocations",
        errors: [
          "receivable.overpaid", "receivable.customer", "receivable.amount", "record.duplicate",
          "record.missing", "policy.unknown",
        ],
        example:
          "local open\nplan(function()\n"
          + "  local i = receivables.invoice{customer = 1, amount = yuan(500)}\n"
          + "  receivables.receive{customer = 1, amount = yuan(200), code = \"BANK-1\"}\n"
          + "  open = receivables.open{customer = 1}[1].open\nend)\nreturn open",
        result: "money\"300.00\"",
        seeAlso: ["receivables.allocate", "receivables.open", "receivables.reverse"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "receivables.receive",
        allowing: ["customer", "amount", "on", "code", "method", "invoices", "note", "policy"])
      let policy = try policies.policy(options["policy"])
      let id = try receive(try draftPayment(options), options["invoices"], policy)
      try results.add(try binding(Payment.schema.entity).record(id))
    }
    try defineAllocate()
  }

  private func draftPayment(_ options: NamedArguments) throws -> Payment {
    var payment = Payment(
      customer: try row(options["customer"], of: Customer.schema.entity, as: "customer").id,
      receivedOn: try options.day("on") ?? self.options.clock.day(),
      amount: try options.required("amount", try options.documentAmount("amount")))
    payment.code = try options.string("code")
    payment.method = try options.string("method")
    payment.note = try options.string("note")
    return payment
  }

  private func receive(
    _ payment: Payment, _ named: Value?, _ policy: ReceivablesPolicy
  ) throws -> Int64 {
    let open = try named.map { try invoices($0, of: payment.customer) } ?? openInvoices(of: payment)
    let spread = try PaymentSpread(
      payment.amount, receivedOn: payment.receivedOn,
      over: try open.map { .init($0, try openBalance(of: $0)) }, byDueDay: named == nil)
    if spread.surplus > .zero, policy.onSurplus == .refuse {
      throw ArgumentError(
        "the payment of \(payment.amount.grouped) is \(spread.surplus.grouped) over the "
          + "\(spread.room.grouped) open on \(open.count) invoices",
        code: "receivable.overpaid",
        remedy:
          "take \(spread.room.grouped), name further invoices, or set on_surplus = \"credit\" "
          + "in the policy to keep the rest on the customer's account")
    }
    let session = try requireSession()
    return try session.savepoint {
      let id = try session.create(Payment.schema.entity, payment.values)
      for part in spread.parts {
        var allocation = SalesKernel.Allocation(
          invoice: part.invoice, kind: .payment, allocatedOn: part.day, amount: part.amount)
        allocation.payment = id
        try session.create(SalesKernel.Allocation.schema.entity, allocation.values)
      }
      return id
    }
  }

  /// The customer's invoices of the day of a payment, as far as they were issued.
  private func openInvoices(of payment: Payment) throws -> [Invoice] {
    try records(Invoice.self, where: [("customer", .integer(payment.customer))])
      .filter { $0.reverses == nil && $0.issuedOn <= payment.receivedOn }
  }

  /// The invoices that a script names.
  /// - Throws: `receivable.customer` for another customer's, `receivable.reversal`, `record.missing`.
  private func invoices(_ named: Value, of customer: Int64) throws -> [Invoice] {
    guard case .table(let table) = named, !table.list.isEmpty, table.fields.isEmpty else {
      throw ArgumentError(
        "invoices: expected a list of invoices, got \(named.typeName)",
        remedy: "as invoices = {\"INV-00000001\"}")
    }
    var all: [Invoice] = []
    for (index, value) in table.list.enumerated() {
      let place = "invoices[\(index + 1)]"
      let invoice = try Invoice(reading: row(value, of: Invoice.schema.entity, as: place))
      try require(invoice, of: customer, at: place)
      guard !all.contains(where: { $0.id == invoice.id }) else {
        throw ArgumentError(
          "\(place): invoice \(invoice.name) is named twice", remedy: "name it once")
      }
      all.append(invoice)
    }
    return all
  }

  private func require(_ invoice: Invoice, of customer: Int64, at place: String) throws {
    guard invoice.customer == customer else {
      throw ArgumentError(
        "\(place): invoice \(invoice.name) is customer \(invoice.customer)'s, the payment is customer "
          + "\(customer)'s",
        code: "receivable.customer", remedy: "name invoices of the customer who paid")
    }
    if let other = invoice.reverses {
      throw ArgumentError(
        "\(place): invoice \(invoice.name) takes back invoice \(other) and is not paid",
        code: "receivable.reversal", remedy: "name an invoice that is owed")
    }
  }

  private func defineAllocate() throws {
    try define(
      HelpEntry(
        "receivables.allocate",
        "receivables.allocate{payment = p, invoice = i, amount = money, on = day}",
        "Settles an invoice with what is left of a payment. Without an amount, with as much as there is room "
          + "for.", returns: "allocation",
        units: "on: the run's day unless given; not before the payment or the invoice",
        changes: "one new allocation",
        errors: [
          "receivable.over_invoice", "receivable.over_payment", "receivable.customer",
          "receivable.day", "receivable.amount", "record.missing",
        ],
        example:
          "local left\nplan(function()\n"
          + "  local p = receivables.receive{customer = 1, amount = yuan(300)}\n"
          + "  local i = receivables.invoice{customer = 1, amount = yuan(500)}\n"
          + "  left = receivables.allocate{payment = p, invoice = i}.amount\nend)\nreturn left",
        result: "money\"300.00\"", seeAlso: ["receivables.receive", "receivables.reverse"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "receivables.allocate", allowing: ["payment", "invoice", "amount", "on"])
      let payment = try record(Payment.self, options, "payment")
      let invoice = try record(Invoice.self, options, "invoice")
      try require(invoice, of: payment.customer, at: "invoice")
      let on = try options.day("on") ?? self.options.clock.day()
      try requireOrder(on, invoice, payment)
      let amount = try allocatable(try options.documentAmount("amount"), payment, invoice, on: on)
      var allocation = SalesKernel.Allocation(
        invoice: invoice.id, kind: .payment, allocatedOn: on, amount: amount)
      allocation.payment = payment.id
      let entity = SalesKernel.Allocation.schema.entity
      let id = try requireSession().create(entity, allocation.values)
      try results.add(try binding(entity).record(id))
    }
  }

  private func requireOrder(_ on: Day, _ invoice: Invoice, _ payment: Payment) throws {
    let first = max(invoice.issuedOn, payment.receivedOn)
    guard on >= first else {
      throw ArgumentError(
        "\(on) is before \(first): invoice \(invoice.name) is of \(invoice.issuedOn), payment "
          + "\(payment.name) of \(payment.receivedOn)",
        code: "receivable.day", remedy: "allocate on \(first) or later")
    }
  }

  /// What is wanted, or as much as invoice and payment both have room for.
  private func allocatable(
    _ wanted: Money?, _ payment: Payment, _ invoice: Invoice, on day: Day
  ) throws -> Money {
    let open = try openBalance(of: invoice).available(on: day)
    let left = try leftBalance(of: payment).available(on: day)
    let amount = wanted ?? min(open, left)
    guard open > .zero, amount <= open else {
      throw ArgumentError(
        "invoice \(invoice.name) has \(open.grouped) open on \(day)"
          + (wanted.map { "; \($0.grouped) is more" } ?? ""),
        code: "receivable.over_invoice",
        remedy: open > .zero
          ? "allocate at most \(min(open, left).grouped)" : "choose another invoice")
    }
    guard left > .zero, amount <= left else {
      throw ArgumentError(
        "payment \(payment.name) has \(left.grouped) left on \(day)"
          + (wanted.map { "; \($0.grouped) is more" } ?? ""),
        code: "receivable.over_payment",
        remedy: left > .zero
          ? "allocate at most \(min(open, left).grouped)" : "choose another payment")
    }
    return amount
  }
}
