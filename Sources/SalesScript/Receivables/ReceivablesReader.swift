import SalesKernel
import SalesStore
import Values

/// What invoices and payments still hold, from all of their entries.
extension ScriptHost {
  /// What is open of an invoice, day by day.
  func openBalance(of invoice: Invoice) throws -> RunningBalance {
    var balance = RunningBalance()
    balance.add(invoice.amount, on: invoice.issuedOn)
    for reversal in try records(Invoice.self, where: [("reverses", .integer(invoice.id))]) {
      balance.add(reversal.amount, on: reversal.issuedOn)
    }
    for part in try allocations("invoice", invoice.id) {
      balance.add(try part.amount.negated(), on: part.allocatedOn)
    }
    return balance
  }

  /// What is left of a payment, day by day.
  func leftBalance(of payment: Payment) throws -> RunningBalance {
    var balance = RunningBalance()
    balance.add(payment.amount, on: payment.receivedOn)
    for reversal in try records(Payment.self, where: [("reverses", .integer(payment.id))]) {
      balance.add(reversal.amount, on: reversal.receivedOn)
    }
    for part in try allocations("payment", payment.id) {
      balance.add(try part.amount.negated(), on: part.allocatedOn)
    }
    return balance
  }

  /// The allocations of an invoice or a payment.
  func allocations(_ field: String, _ id: Int64) throws -> [SalesKernel.Allocation] {
    try records(SalesKernel.Allocation.self, where: [(field, .integer(id))])
  }

  /// The sum of the invoices of something, those that take others back included.
  func invoiced(_ field: String, _ id: Int64) throws -> Money {
    try records(Invoice.self, where: [(field, .integer(id))]).reduce(Money.zero) {
      try $0.adding($1.amount)
    }
  }
}

extension Invoice {
  /// How messages name it.
  var name: String { code ?? "\(id)" }
}

extension Payment {
  /// How messages name it.
  var name: String { code ?? "\(id)" }
}
