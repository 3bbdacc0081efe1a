import CRows
import Lua
import SalesKernel
import SalesStore
import Values

/// `purchases.refresh`: the purchase facts of every customer, made anew from the orders.
extension ScriptHost {
  func definePurchases(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "purchases.refresh", "purchases.refresh{as_of = date, months = n}",
        "Makes annual_purchase, order_count, first_order and last_order of every customer anew "
          + "from the orders.", returns: "table",
        units:
          "months: 1–120, of the purchases policy unless given; as_of: the run's day unless given",
        changes: "the four fields, of all customers", errors: ["money.overflow", "day.range"],
        example:
          "return purchases.refresh{}.changed, plan(function() purchases.refresh{months = 6} "
          + "end):count() > 0",
        result: "0  true", seeAlso: ["tiering.apply", "churn.sweep", "why"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "purchases.refresh", allowing: ["as_of", "months"])
      let policy = try policies.purchases()
      let window = try PurchaseWindow(
        endingOn: try options.day("as_of") ?? self.options.clock.day(),
        months: try options.months() ?? policy.months)
      let result = try refreshPurchases(window, by: policy)
      try results.add(SweepResult(result, asOf: window.end).table)
    }
  }

  /// Four columns are written, each as one update, after one pass over the orders.
  private func refreshPurchases(
    _ window: PurchaseWindow, by policy: PurchasePolicy
  ) throws -> (scanned: Int, changed: Int) {
    let session = try requireSession()
    let customers = Customer.schema.entity
    let selection = Selection(customers)
    var tally = PurchaseTally(
      customers: try session.ids(selection), window: window, cancelled: try cancelledWord())
    try session.forEachBlock(
      Selection(Order.schema.entity), slots: PurchaseTally.reading
    ) { block in
      try tally.add(block)
      return true
    }
    var (scanned, changed) = (0, 0)
    for fact in PurchaseFact.allCases {
      let slot = try customers.requireSlot(of: fact.rawValue)
      provenance.set(field: fact.rawValue, of: customers.name, by: policy.name) {
        [unowned self] row in
        try explainPurchases(fact, of: row, window, source: policy.source)
      }
      let result = try session.update(selection, slot: slot, reading: []) { block, cells in
        for row in 0..<block.count { cells[row] = tally.cell(fact, of: block.ids[row]) }
      }
      scanned = result.scanned
      changed += result.changed
    }
    return (scanned, changed)
  }
}

extension ScriptHost {
  /// What the order policy calls an order of which nothing is wanted any more.
  func cancelledWord() throws -> String { try EnginePolicies(self).orders().word(.cancelled) }
}

extension NamedArguments {
  /// A date.
  func day(_ name: String) throws -> Day? {
    guard let value = self[name] else { return nil }
    guard case .scalar(let scalar) = value, case .day(let day) = try TypedScalar(scalar) else {
      throw ArgumentError(
        "\(name): expected a date, got \(value.typeName)", remedy: "as date\"2026-06-30\"")
    }
    return day
  }

  /// The length of a window of purchases.
  fileprivate func months() throws -> Int? {
    guard let months = try integer("months") else { return nil }
    guard PurchaseWindow.lengths.contains(months) else {
      throw ArgumentError("months: expected 1–120, got \(months)")
    }
    return Int(months)
  }
}
