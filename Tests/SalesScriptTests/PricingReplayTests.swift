// Past orders under another price policy.
import SalesScript
import Testing

@Suite struct PricingReplayTests {
  @Test func replayUnderThePolicyThatPricedIsNoDifference() throws {
    let world = try World()
    defer { world.remove() }
    let result = try world.eval(
      """
      local p = products:create{name = "p", unit_price = money"3.33", cost = yuan(1)}
      local c = customers:create{name = "c"}
      for i, quantity in ipairs{99, 100, 1000, 10001} do
        local day = date"2026-01-01" + days(i)
        local price = pricing.price{product = p, customer = c, quantity = quantity, on = day}
        local o = orders:create{customer = c.id, amount = price.amount, ordered_on = day}
        order_lines:create{order = o.id, line = 1, product = p.id, quantity = quantity,
          amount = price.amount}
      end
      local r = pricing.replay{of = orders:where{customer = c.id}}
      local more = pricing.replay{of = orders:where{customer = c.id}, policy = "pricing_additive",
        since = date"2026-01-03"}
      return r.lines, r.difference, more.lines
      """)
    #expect(result == "4  money\"0.00\"  3")
  }
}
