import Lua
import SalesKernel
import SalesStore
import Values

/// `loyalty.wallet`: our share of what a customer spends.
extension ScriptHost {
  func defineWallet(_ policies: EnginePolicies) throws {
    try define(
      HelpEntry(
        "loyalty.wallet", "loyalty.wallet(customer, {as_of = day, policy =})",
        "Our share of what a customer spends with everybody: share, bought (of us), total, day (of the reading), absence "
          + "where no reading tells the total, why.", returns: "report",
        units:
          "total: the latest reading of the policy's metric up to as_of, yuan in the policy's months up to its day; bought: "
          + "in the same months; a share over 1 says that the reading is too low",
        errors: ["record.missing", "loyalty.reading", "day.range", "money.overflow"],
        example: """
          local w, none
          plan(function()
            none = loyalty.wallet(1).absence ~= nil
            orders:create{customer = 1, amount = wan(30), ordered_on = date"2026-06-30"}
            local bought = orders:where("customer == 1 and ordered_on > date'2025-06-30'"):sum("amount")
            readings:create{customer = 1, metric = "wallet", day = date"2026-06-30", value = 1000000}
            w = loyalty.wallet(1).bought == bought
          end)
          return none, w
          """, result: "true  true", seeAlso: ["loyalty.ltv", "loyalty.retention"])
    ) { [unowned self] arguments, results in
      let options = try NamedArguments(
        arguments, of: "loyalty.wallet", at: 1, allowing: ["as_of", "policy"])
      let policy = try policies.loyalty(options["policy"])
      let id = try row(try arguments[0], of: Customer.schema.entity, as: "customer").id
      let asOf = try options.day("as_of") ?? self.options.clock.day()
      try results.add(Value.object(try wallet(of: id, policy.wallet, asOf: asOf)))
    }
  }

  private func wallet(
    of id: Int64, _ rule: LoyaltyPolicy.Wallet, asOf: Day
  ) throws -> ReportObject {
    let reading = try related(Reading.self, by: "customer", to: id)
      .filter { $0.metric == rule.metric && $0.day <= asOf }
      .max { ($0.day, $0.id) < ($1.day, $1.id) }
    guard let reading else {
      return ReportObject([
        .init("share", .nil), .init("bought", .nil), .init("total", .nil), .init("day", .nil),
        .init("absence", .string("no reading of \(rule.metric) up to \(asOf)")),
        .init(
          why: Explanation(
            "share", .step, value: .null, reason: "no reading of \(rule.metric) up to \(asOf)",
            source: rule.source)),
      ])
    }
    guard reading.value > 0, let total = Money(estimate: reading.value) else {
      throw ValidationError(
        "loyalty.reading",
        "reading \(reading.id) of \(rule.metric), \(FieldValue.number(reading.value).display), is no amount over 0",
        remedy: "correct the reading", field: "value")
    }
    let customer = QueryObject(try binding(Customer.schema.entity), host: self)
    customer.selection = Selection(Customer.schema.entity, ids: [id])
    let orders = try LoyaltyReader(host: self).book(of: customer, by: nil).orders
    let window = try DayWindow(months: rule.months, endingOn: reading.day)
    let bought = try FunnelShare.money(orders.purchases(of: 0, in: window).units)
    let share = bought.ratio(to: total)
    return ReportObject([
      .init("share", share: share), .init("bought", Value(bought)), .init("total", Value(total)),
      .init("day", .scalar(reading.day.scalar)), .init("absence", .nil),
      .init(
        why: Explanation(
          "share", .step, value: .number(share),
          reason: share > 1 ? "over 1: the reading must be too low" : nil, source: rule.source,
          children: [
            Explanation(
              "bought", .step, value: .money(bought),
              reason: "orders of the \(rule.months) months up to \(reading.day)"),
            Explanation(
              "total", .input, value: .money(total),
              reason: "reading of \(rule.metric) of \(reading.day)"),
          ])),
    ])
  }
}
