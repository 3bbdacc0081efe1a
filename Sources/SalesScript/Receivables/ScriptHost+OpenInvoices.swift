import Lua
import SalesKernel
import SalesStore
import Values

/// `receivables.open`: what is owed as of a day.
extension ScriptHost {
  func defineOpenInvoices() throws {
    try define(
      HelpEntry(
        "receivables.open", "receivables.open{customer = c, as_of = day}",
        "Invoices that are not settled, oldest due first: invoice, code, customer, name, issued_on, due_on, "
          + "amount, paid, written_off, open, days_past_due.", returns: "results",
        units:
          "days_past_due: below 1 while it is not past due; what was entered after as_of does not count",
        errors: ["record.missing", "money.overflow"],
        example:
          "local days\nplan(function()\n"
          + "  receivables.invoice{customer = 1, amount = yuan(500), due_on = date\"2026-07-30\"}\n"
          + "  days = receivables.open{customer = 1, as_of = date\"2026-08-01\"}[1].days_past_due\n"
          + "end)\nreturn days",
        result: "2", seeAlso: ["receivables.ageing", "receivables.invoice", "receivables.receive"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "receivables.open", allowing: ["customer", "as_of"])
      try results.add(Value.object(try openTable(options) { _, _ in true }))
    }
  }

  /// The table of the open claims that a test admits, of a customer or of all.
  func openTable(
    _ options: NamedArguments, _ admits: (Claim, _ days: Int) -> Bool
  ) throws -> ResultTable {
    let day = try options.day("as_of") ?? self.options.clock.day()
    let customer = try options["customer"].map {
      try row($0, of: Customer.schema.entity, as: "customer").id
    }
    let names = try customerNames()
    var rows: [[Value]] = []
    for claim in try claims(of: customer, asOf: day).all {
      let (open, days) = (try claim.open(), claim.daysPastDue(on: day))
      guard open != .zero, admits(claim, days) else { continue }
      let invoice = claim.invoice
      rows.append([
        .integer(invoice.id), invoice.code.map(Value.string) ?? .nil, .integer(invoice.customer),
        .string(names[invoice.customer] ?? ""), .scalar(invoice.issuedOn.scalar),
        .scalar(invoice.dueOn.scalar), .scalar(claim.billed.scalar), .scalar(claim.paid.scalar),
        .scalar(claim.writtenOff.scalar), .scalar(open.scalar), .integer(Int64(days)),
      ])
    }
    return ResultTable(
      columns: [
        .init("invoice", .number), .init("code"), .init("customer", .number), .init("name"),
        .init("issued_on"), .init("due_on"), .init("amount", .number), .init("paid", .number),
        .init("written_off", .number), .init("open", .number), .init("days_past_due", .number),
      ], rows: rows)
  }

  /// The claims on a customer, or on all, as they stood at the end of a day.
  func claims(of customer: Int64?, asOf day: Day) throws -> ClaimBook {
    var book = ClaimBook(asOf: day)
    let wanted = customer.map { [(name: "customer", value: FieldValue.integer($0))] } ?? []
    let invoices = try records(Invoice.self, where: wanted)
    invoices.forEach { book.add($0) }
    try book.joinReversals()
    if customer == nil {
      for part in try records(SalesKernel.Allocation.self) { try book.add(part) }
    } else {
      for invoice in invoices {
        for part in try allocations("invoice", invoice.id) { try book.add(part) }
      }
    }
    return book
  }

  /// Names of all customers by id.
  func customerNames() throws -> [Int64: String] {
    let query = try query(Customer.self)
    let slot = try query.slot("name")
    var names: [Int64: String] = [:]
    try query.forEachBlock(reading: [slot]) { block, rows in
      for row in rows { names[block.ids[row]] = try block.value(row, slot).text }
      return true
    }
    return names
  }
}
