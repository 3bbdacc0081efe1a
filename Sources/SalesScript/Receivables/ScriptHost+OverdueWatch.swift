import Lua
import SalesKernel
import SalesStore
import Values

/// `receivables.watch`: who owes past the due day, as alerts.
extension ScriptHost {
  func defineOverdueWatch(_ policies: ReceivablesPolicies) throws {
    try define(
      HelpEntry(
        "receivables.watch", "receivables.watch{as_of = day, policy =}",
        "Raises an alert for each customer with an invoice so many days past due as the policy says, and settles "
          + "those of customers who have paid. The owner is the customer's.", returns: "table",
        units: "raised, known and settled: alerts",
        changes: "alerts of the kind that the policy names",
        errors: ["policy.unknown", "alert.kind", "money.overflow"],
        example: """
          local t
          plan(function()
            receivables.invoice{customer = 1, amount = yuan(500), due_on = date"2026-07-30"}
            t = receivables.watch{as_of = date"2026-07-31"}
          end)
          return t.raised
          """, result: "1", seeAlso: ["receivables.overdue", "inbox.open"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "receivables.watch", allowing: ["as_of", "policy"])
      let watch = try policies.policy(options["policy"]).watch
      let drafts = try overdue(watch, asOf: try options.day("as_of") ?? self.options.clock.day())
      let swept = try requireSession().savepoint {
        try AlertDesk(self, EnginePolicies(self)).sweep(watch.alert, drafts, settledAs: "paid")
      }
      try results.add(Self.table(of: swept))
    }
  }

  /// One finding a customer, by id.
  private func overdue(_ watch: OverdueWatch, asOf day: Day) throws -> [AlertDraft] {
    var late: [Int64: (invoices: Int, amount: Money, days: Int)] = [:]
    for claim in try claims(of: nil, asOf: day).all {
      let (open, days) = (try claim.open(), claim.daysPastDue(on: day))
      guard open.units > 0, days > 0 else { continue }
      let known = late[claim.invoice.customer] ?? (0, .zero, 0)
      late[claim.invoice.customer] = (
        known.invoices + 1, try known.amount.adding(open), max(known.days, days)
      )
    }
    let entity = Customer.schema.entity
    let (name, owner) = (
      try entity.requireSlot(of: "name"), try entity.requireSlot(of: "owner")
    )
    let told = late.filter { $0.value.days >= watch.days }.sorted { $0.key < $1.key }
    let block = try requireSession().block(of: entity, ids: told.map(\.key))
    return try told.enumerated().map { place, item in
      var rep: Int64?
      if case .integer(let id) = try block.value(place, owner) { rep = id }
      let (invoices, amount, days) = item.value
      return AlertDraft(
        kind: watch.alert, of: entity, item.key, owner: rep,
        message: "\(try block.value(place, name).text): \(amount.grouped) overdue in "
          + "\(invoices.text("invoice")), the oldest by \(days.text("day"))")
    }
  }
}
