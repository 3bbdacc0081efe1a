import Lua
import SalesKernel
import SalesStore
import Values

/// `success.joining` and `success.triangle`: success before delivery, and the weekly meeting.
extension ScriptHost {
  func defineJoining(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "success.joining", "success.joining{as_of = day, policy =}",
        "Signed contracts near their day of delivery, with the day on which the success manager joins; opens the "
          + "tasks of the policy for each, once. Gives one row a contract, the earliest first; opened says how many "
          + "tasks are new.", returns: "results",
        units: "as_of: the run's day unless given; what is delivered is left out",
        changes: "tasks about the contracts", errors: ["day.range"],
        example: """
          local j
          plan(function()
            contracts:create{customer = 1, amount = wan(10), status = "signed", due_on = date"2026-07-31"}
            j = success.joining{}
          end)
          return #j, j[1].joins_on, j[1].opened
          """, result: "1  date\"2026-07-01\"  3", seeAlso: ["success.hand_over", "inbox.due"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "success.joining", allowing: ["as_of", "policy"])
      let desk = try SuccessDesk(self, policies, options)
      let table = try requireSession().savepoint {
        try joining(desk, asOf: try options.day("as_of") ?? desk.today)
      }
      try results.add(Value.object(table))
    }
    try define(
      HelpEntry(
        "success.triangle", "success.triangle{policy =}",
        "Opens this week's meeting of sales, technical and success for each customer with an open plan, once. Gives "
          + "how many plans' customers there are and how many meetings are new.", returns: "table",
        units: "due on Monday and the policy's days after, not before the run's day",
        changes: "tasks about the customers", errors: ["day.range"],
        example: "local t\nplan(function()\n" + Self.planExample
          + "  plan_of(1)\n  success.triangle{}\n  t = success.triangle{}\nend)\nreturn t.customers, t.opened",
        result: "1  0", seeAlso: ["success.plan", "inbox.due"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(arguments, of: "success.triangle", allowing: ["policy"])
      let desk = try SuccessDesk(self, policies, options)
      let monday = try Grain.week.start(of: desk.today)
      let customers = Set(
        try records(SuccessPlan.self).filter { $0.closedOn == nil }.map(\.customer)
      ).sorted()
      let opened = try requireSession().savepoint {
        try customers.reduce(0) { sum, id in
          let subject = try desk.subject(Customer.schema.entity, id, of: id)
          return sum
            + (try desk.open(
              desk.policy.triangle, subject, on: monday, mark: Grain.week.text(of: monday)))
        }
      }
      try results.add(
        Table(fields: [("customers", Value(customers.count)), ("opened", Value(opened))]))
    }
  }

  private func joining(_ desk: SuccessDesk, asOf: Day) throws -> ResultTable {
    let joining = desk.policy.joining
    let limit = try asOf.adding(days: joining.list.lead + joining.aheadDays)
    let contracts = try records(
      Contract.self, where: [("status", .text(Contract.Status.signed.rawValue))]
    ).compactMap { contract -> (contract: Contract, due: Day)? in
      guard let due = contract.dueOn, contract.deliveredOn == nil, due >= asOf, due <= limit
      else { return nil }
      return (contract, due)
    }.sorted { ($0.due, $0.contract.id) < ($1.due, $1.contract.id) }
    return ResultTable(
      columns: [
        .init("contract", .number), .init("code"), .init("customer", .number), .init("name"),
        .init("manager", .number), .init("due_on"), .init("joins_on"), .init("opened", .number),
      ],
      rows: try contracts.map { contract, due in
        let customer = try desk.customer(contract.customer)
        let subject = try desk.subject(
          Contract.schema.entity, contract.id, of: contract.customer, code: contract.code,
          rep: contract.rep)
        let opened = try desk.open(joining.list, subject, on: due, mark: nil)
        return [
          .integer(contract.id), Value(contract.code), .integer(customer.id),
          .string(customer.name), Value(customer.csm), .scalar(due.scalar),
          .scalar(try due.adding(days: -joining.list.lead).scalar), Value(opened),
        ]
      })
  }
}
