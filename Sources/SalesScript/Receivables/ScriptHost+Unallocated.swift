import Lua
import SalesKernel
import SalesStore
import Values

/// `receivables.unallocated`: money that came in and settles nothing yet.
extension ScriptHost {
  func defineUnallocated() throws {
    try define(
      HelpEntry(
        "receivables.unallocated", "receivables.unallocated{customer = c, as_of = day}",
        "Payments of which something is left, oldest first: payment, code, customer, name, received_on, "
          + "amount, left.", returns: "results",
        units: "what was entered after as_of does not count",
        errors: ["record.missing", "money.overflow"],
        example:
          "local left\nplan(function()\n"
          + "  receivables.receive{customer = 1, amount = yuan(80)}\n"
          + "  left = receivables.unallocated{customer = 1}[1].left\nend)\nreturn left",
        result: "money\"80.00\"", seeAlso: ["receivables.allocate", "receivables.receive"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "receivables.unallocated", allowing: ["customer", "as_of"])
      let day = try options.day("as_of") ?? self.options.clock.day()
      let customer = try options["customer"].map {
        try row($0, of: Customer.schema.entity, as: "customer").id
      }
      try results.add(Value.object(try unallocatedTable(of: customer, asOf: day)))
    }
  }

  private func unallocatedTable(of customer: Int64?, asOf day: Day) throws -> ResultTable {
    let wanted = customer.map { [(name: "customer", value: FieldValue.integer($0))] } ?? []
    let payments = try records(Payment.self, where: wanted)
    let left = try moneyLeft(of: payments, isAll: customer == nil)
    let names = try customerNames()
    var rows: [[Value]] = []
    for payment in payments.sorted(by: { ($0.receivedOn, $0.id) < ($1.receivedOn, $1.id) })
    where payment.reverses == nil && payment.receivedOn <= day {
      guard let rest = try left[payment.id]?.amount(upto: day), rest != .zero else { continue }
      rows.append([
        .integer(payment.id), payment.code.map(Value.string) ?? .nil, .integer(payment.customer),
        .string(names[payment.customer] ?? ""), .scalar(payment.receivedOn.scalar),
        .scalar(payment.amount.scalar), .scalar(rest.scalar),
      ])
    }
    return ResultTable(
      columns: [
        .init("payment", .number), .init("code"), .init("customer", .number), .init("name"),
        .init("received_on"), .init("amount", .number), .init("left", .number),
      ], rows: rows)
  }

  /// What is left of each payment, day by day; what takes a payment back counts with it.
  private func moneyLeft(
    of payments: [Payment], isAll: Bool
  ) throws -> [Int64: RunningBalance] {
    var left: [Int64: RunningBalance] = [:]
    for payment in payments {
      left[payment.reverses ?? payment.id, default: RunningBalance()]
        .add(payment.amount, on: payment.receivedOn)
    }
    let parts =
      try isAll
      ? records(SalesKernel.Allocation.self)
      : payments.flatMap { try allocations("payment", $0.id) }
    for part in parts {
      guard let payment = part.payment else { continue }
      left[payment]?.add(try part.amount.negated(), on: part.allocatedOn)
    }
    return left
  }
}
