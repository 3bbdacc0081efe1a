import Lua
import SalesKernel
import SalesStore
import Values

/// `customer:portrait()`: a customer in one view.
extension ScriptHost {
  func definePortrait(_ policies: EnginePolicies) throws {
    try binding(Customer.schema.entity).add(
      HelpEntry(
        "customer:portrait", "customer:portrait([as_of])",
        "All that is known about a customer in one view: profile, purchases, payments, deals, behaviour, decision "
          + "chain, service, health and open work. Prints as one screen; report:save(\"x.html\") has the tables.",
        returns: "report",
        units: "over the months of the purchases policy; as_of: the run's day unless given",
        errors: ["day.range", "money.overflow", "policy.type"],
        example: """
          local p = customers:get(1):portrait()
          return p.purchases.orders == customers:get(1).order_count, #p.chain.next > 0
          """, result: "true  true",
        seeAlso: ["decisions.chain", "service.next_visit", "churn.signal", "report:save"])
    ) { [unowned self] row, arguments in
      let today = try arguments.decode(1, as: Day?.self) ?? options.clock.day()
      return .object(try CustomerPortrait(self, policies, of: row, asOf: today).report())
    }
  }
}
