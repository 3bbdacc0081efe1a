import Lua
import SalesKernel
import SalesStore
import Values

/// Bad debt, and taking back what was entered: always new records, never changes of old ones.
extension ScriptHost {
  func defineReversals(_ policies: ReceivablesPolicies) throws {
    try define(
      HelpEntry(
        "receivables.write_off",
        "receivables.write_off{invoice = i, amount = money, reason = text, on = day}",
        "Gives up what is open of an invoice, or an amount of it: bad debt.", returns: "allocation",
        units: "on: the run's day unless given", changes: "one new allocation of kind bad_debt",
        errors: [
          "receivable.over_invoice", "receivable.reason", "receivable.day", "receivable.reversal",
          "receivable.amount", "record.missing",
        ],
        example:
          "local lost, open\nplan(function()\n"
          + "  local i = receivables.invoice{customer = 1, amount = yuan(500)}\n"
          + "  lost = receivables.write_off{invoice = i, amount = yuan(120), reason = \"bankrupt\"}.amount\n"
          + "  open = receivables.open{customer = 1}[1].open\nend)\nreturn lost, open",
        result: "money\"120.00\"  money\"380.00\"",
        seeAlso: ["receivables.reverse", "receivables.bad_debt_rate"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "receivables.write_off", allowing: ["invoice", "amount", "reason", "on"])
      let invoice = try record(Invoice.self, options, "invoice")
      let on = try options.day("on") ?? self.options.clock.day()
      var loss = SalesKernel.Allocation(
        invoice: invoice.id, kind: .badDebt, allocatedOn: on, amount: .zero)
      loss.reason = try reason(options)
      loss.amount = try losable(try options.documentAmount("amount"), invoice, on: on)
      try results.add(try created(loss))
    }
    try defineReverse(policies)
  }

  private func defineReverse(_ policies: ReceivablesPolicies) throws {
    try define(
      HelpEntry(
        "receivables.reverse",
        "receivables.reverse{payment = p | allocation = a | invoice = i, reason = text, on = day, policy =}",
        "Takes back a payment, an allocation or an invoice by a new record with the negative amount, and with "
          + "a payment or an invoice its allocations. Gives the new record.", returns: "payment",
        units: "on: the run's day unless given; not before what it takes back",
        changes: "new records; the old ones stay as they are",
        errors: [
          "receivable.reversed", "receivable.reversal", "receivable.reason", "receivable.day",
          "receivable.subject", "record.missing", "policy.unknown",
        ],
        example:
          "local open\nplan(function()\n"
          + "  local i = receivables.invoice{customer = 1, amount = yuan(500)}\n"
          + "  local p = receivables.receive{customer = 1, amount = yuan(500)}\n"
          + "  receivables.reverse{payment = p, reason = \"wrong customer\"}\n"
          + "  open = receivables.open{customer = 1}[1].open\nend)\nreturn open",
        result: "money\"500.00\"", seeAlso: ["receivables.write_off", "receivables.receive"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "receivables.reverse",
        allowing: ["payment", "allocation", "invoice", "reason", "on", "policy"])
      let subjects = ["payment", "allocation", "invoice"].filter { options[$0] != nil }
      guard subjects.count == 1 else {
        throw ArgumentError(
          "one thing is reversed at a time, got \(subjects.count)", code: "receivable.subject",
          remedy: "give one of payment, allocation and invoice")
      }
      try results.add(try reverse(subjects[0], options, policies))
    }
  }

  private func reverse(
    _ subject: String, _ options: NamedArguments, _ policies: ReceivablesPolicies
  ) throws -> Value {
    let reason = try reason(options)
    let on = try options.day("on") ?? self.options.clock.day()
    switch subject {
    case "payment": return try reverse(try record(Payment.self, options, "payment"), on, reason)
    case "invoice":
      let policy = try policies.policy(options["policy"])
      return try reverse(try record(Invoice.self, options, "invoice"), on, reason, policy)
    default:
      let part = try record(SalesKernel.Allocation.self, options, "allocation")
      try requireReversible(part, "allocation \(part.id)", on: on, last: part.allocatedOn)
      return try created(try part.reversal(on: on, reason: reason))
    }
  }

  private func reason(_ options: NamedArguments) throws -> String {
    if let reason = try options.string("reason"), !reason.isEmpty { return reason }
    throw ArgumentError(
      "nothing is taken back or given up without a reason", code: "receivable.reason",
      remedy: "give reason = \"…\"")
  }

  private func losable(_ wanted: Money?, _ invoice: Invoice, on day: Day) throws -> Money {
    if let other = invoice.reverses {
      throw ArgumentError(
        "invoice \(invoice.name) takes back invoice \(other) and is not owed",
        code: "receivable.reversal", remedy: "name an invoice that is owed")
    }
    guard day >= invoice.issuedOn else {
      throw ArgumentError(
        "\(day) is before invoice \(invoice.name) of \(invoice.issuedOn)", code: "receivable.day",
        remedy: "write it off on \(invoice.issuedOn) or later")
    }
    let open = try openBalance(of: invoice).available(on: day)
    guard open > .zero, wanted ?? open <= open else {
      throw ArgumentError(
        "invoice \(invoice.name) has \(open.grouped) open on \(day)"
          + (wanted.map { "; \($0.grouped) is more" } ?? ""),
        code: "receivable.over_invoice",
        remedy: open > .zero ? "write off at most \(open.grouped)" : "choose another invoice")
    }
    return wanted ?? open
  }

  private func reverse(_ payment: Payment, _ on: Day, _ reason: String) throws -> Value {
    let parts = try allocations("payment", payment.id)
    let last = parts.map(\.allocatedOn).max() ?? payment.receivedOn
    try requireReversible(payment, "payment \(payment.name)", on: on, last: last)
    return try requireSession().savepoint {
      try release(parts, on, reason)
      return try created(try payment.reversal(on: on, reason: reason))
    }
  }

  private func reverse(
    _ invoice: Invoice, _ on: Day, _ reason: String, _ policy: ReceivablesPolicy
  ) throws -> Value {
    let parts = try allocations("invoice", invoice.id)
    let last = parts.map(\.allocatedOn).max() ?? invoice.issuedOn
    try requireReversible(invoice, "invoice \(invoice.name)", on: on, last: last)
    var reversal = try invoice.reversal(on: on, reason: reason)
    reversal.code = try nextInvoiceNumber(policy)
    return try requireSession().savepoint {
      try release(parts, on, reason)
      return try created(reversal)
    }
  }

  /// Takes back those of some allocations that still hold.
  private func release(
    _ parts: [SalesKernel.Allocation], _ on: Day, _ reason: String
  ) throws {
    let taken = Set(parts.compactMap(\.reverses))
    for part in parts where part.reverses == nil && !taken.contains(part.id) {
      _ = try created(try part.reversal(on: on, reason: reason))
    }
  }

  private func requireReversible<Record: Reversible>(
    _ record: Record, _ name: String, on day: Day, last: Day
  ) throws {
    let others = try records(Record.self, where: [("reverses", .integer(record.id))])
    try record.requireReversible(name, on: day, by: others, last: last)
  }

  /// Stores a record and gives it.
  private func created<Record: SalesRecord>(_ record: Record) throws -> Value {
    let entity = Record.schema.entity
    let id = try requireSession().create(entity, record.values)
    return try binding(entity).record(id)
  }
}
