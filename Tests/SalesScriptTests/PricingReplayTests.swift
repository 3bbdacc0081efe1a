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

  /// 500 pieces sold 12 % off need headquarters, at 5 % off they do not; 10,000 pieces 10 % off need the
  /// area director and, over 50万, the general manager, both times.
  @Test func decisionsAreComparedByStage() throws {
    let world = try World(customers: 1)
    defer { world.remove() }
    let result = try world.eval(
      """
      local p = products:create{name = "p", unit_price = yuan(100)}
      local c = customers:create{name = "c", level = "C"}
      orders:create{customer = c, amount = yuan(1), ordered_on = date"2025-01-01"}
      for quantity, paid in pairs{[500] = yuan(44000), [10000] = wan(90)} do
        local o = orders:create{customer = c, amount = paid, ordered_on = date"2026-01-05"}
        order_lines:create{order = o, line = 1, product = p, quantity = quantity, amount = paid}
      end
      local r = pricing.replay{of = orders:where{customer = c}, since = date"2026-01-01"}
      local stages = {}
      for i = 1, #r.by_stage do
        local s = r.by_stage[i]
        stages[i] = s.role .. " " .. s.actual .. " " .. s.priced
      end
      return r.actual, r.priced, r.actual_approvals, r.priced_approvals, table.concat(stages, ", "),
        r.by_level[1].actual_approvals, r.by_product[1].priced_approvals
      """)
    #expect(
      result
        == "money\"944000.00\"  money\"947500.00\"  12  11  "
        + "\"sales_manager 2 2, area_director 1 1, headquarters 1 0, finance 2 2, legal 2 2, csm 2 2, "
        + "sales_director 1 1, general_manager 1 1\"  12  11")
  }
}
