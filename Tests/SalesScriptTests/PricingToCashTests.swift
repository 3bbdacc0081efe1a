// From the price to the money, one deal whole: amounts worked out by hand.
import SalesScript
import Testing

@Suite struct PricingToCashTests {
  /// 1,000 pieces at 100 yuan, 90 % by the ladder: 90,000. Paid 30 % at signature, 30 % 30 days after
  /// shipping, 40 % 30 days after acceptance. Ten pieces come back.
  private static let deal = """
    local p = products:create{name = "p", unit_price = yuan(100), cost = yuan(60)}
    local c = customers:create{name = "c", level = "C"}
    local owner = reps:create{code = "OWN", name = "owner"}
    orders:create{customer = c, amount = yuan(1), ordered_on = date"2025-01-01"}
    local q = quoting.quote{customer = c, rep = owner, lines = {{product = p, quantity = 1000}}}
    approval.request{quote = q}
    for a in q:approvals():each() do
      approval.approve{quote = q, by = reps:create{name = a.role, role = a.role}}
    end
    quoting.send{quote = q}
    quoting.accept{quote = q}
    local k = contracting.draw{quote = q, due_on = date"2026-07-31"}
    receivables.schedule{contract = k}
    contracting.sign{contract = k, on = date"2026-07-01"}

    """

  private func eval(_ source: String) throws -> String {
    let world = try World(customers: 1)
    defer { world.remove() }
    return try world.eval(Self.deal + source)
  }

  @Test func stepsOfTheContractMakeItsInstalmentsDue() throws {
    let result = try eval(
      """
      local function dues()
        local all = {}
        for i in k:instalments():each() do all[#all + 1] = tostring(i.amount) .. " " .. tostring(i.due_on) end
        return table.concat(all, ", ")
      end
      local signed = dues()
      local o = ordering.place{contract = k, on = date"2026-07-02"}
      contracting.step{contract = k, step = "production_planned", on = date"2026-07-03"}
      local d = ordering.deliver{order = o, on = date"2026-08-10"}
      local shipped = dues()
      for delivery in deliveries:each() do ordering.accept{delivery = delivery, on = date"2026-08-12"} end
      return signed, shipped, dues(), contracting.penalty{contract = k}.amount
      """)
    // Ten days late at 0.1 % of 90,000 a day.
    #expect(
      result
        == "\"27000.00 2026-07-01, 27000.00 nil, 36000.00 nil\"  "
        + "\"27000.00 2026-07-01, 27000.00 2026-09-09, 36000.00 nil\"  "
        + "\"27000.00 2026-07-01, 27000.00 2026-09-09, 36000.00 2026-09-11\"  money\"900.00\"")
  }

  @Test func aContractScheduledLateKnowsWhatIsDone() throws {
    let result = try eval(
      """
      k:instalments():delete()
      receivables.schedule{contract = k, plan = "prepaid"}
      return k:instalments():first().due_on
      """)
    #expect(result == "date\"2026-07-01\"")
  }

  @Test func theMoneyComesInAndWhatComesBackGoesOut() throws {
    let result = try eval(
      """
      local o = ordering.place{contract = k, on = date"2026-07-02"}
      local i = receivables.invoice{instalment = k:instalments():first(), on = date"2026-07-02"}
      receivables.receive{customer = c, amount = yuan(20000), on = date"2026-07-05", code = "B-1"}
      local open = receivables.open{customer = c, as_of = date"2026-07-06"}
      contracting.step{contract = k, step = "production_planned", on = date"2026-07-03"}
      ordering.deliver{order = o, on = date"2026-07-20"}
      ordering.take_back{line = o:order_lines():first(), quantity = 10, reason = "surface",
        on = date"2026-07-25"}
      return i.amount, open[1].open, orders:get(o.id).amount,
        order_lines:where{order = o}:count()
      """)
    #expect(result == "money\"27000.00\"  money\"7000.00\"  money\"89100.00\"  2")
  }

  /// Cancelled before anything was delivered, an order is no first order: 5 % off for the next one.
  @Test func aCancelledOrderIsNoFirstOrder() throws {
    let result = try eval(
      """
      local new = customers:create{name = "new", level = "C"}
      local q = quoting.quote{customer = new, rep = owner, lines = {{product = p, quantity = 1}}}
      quoting.send{quote = q}
      quoting.accept{quote = q}
      local o = ordering.place{quote = q, on = date"2026-06-30"}
      local later = {product = p, customer = new, quantity = 1, on = date"2026-07-05"}
      local before = pricing.price(later).amount
      ordering.cancel{order = o, reason = "withdrawn"}
      return before, pricing.price(later).amount
      """)
    #expect(result == "money\"100.00\"  money\"95.00\"")
  }

  @Test func thePoliciesInUseAreTheScriptsOwn() throws {
    let result = try eval(
      """
      local p = policies.get("contracts")
      p.penalty.rate = 0.002
      policies.use("contracts", p)
      local rate = contracting.policy().penalty.rate
      local ok, e = pcall(policies.use, "contrcts", p)
      local bad = pcall(policies.use, "contracts", 5)
      return rate, e.code, bad
      """)
    #expect(result == "0.002  \"policy.unknown\"  false")
  }

  @Test(arguments: [
    ("book.currency(\"dollars\")", "book.currency"), ("book.currency(\"usd\")", "book.currency"),
    ("book.currency(\"USD\")", "book.currency_used"),
  ])
  func currencyIsSetBeforeAnythingIsPriced(source: String, code: String) throws {
    let result = try eval(
      "local ok, e = pcall(function() \(source) end) return e.code, book.currency()")
    #expect(result == "\"\(code)\"  \"CNY\"")
  }

  @Test func anEmptyStoreTakesACurrency() throws {
    let world = try FilesWorld()
    defer { world.remove() }
    #expect(
      try world.eval("local a = book.currency() book.currency(\"USD\") return a, book.currency()")
        == "\"CNY\"  \"USD\"")
    #expect(try world.eval("return settings:first().value") == "\"USD\"")
  }
}
