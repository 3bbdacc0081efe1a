// Accruals and settlements as differences: amounts by hand, who takes part, days, and refusals.
import SalesScript
import Testing

@Suite struct RebateTests {
  private static let start = """
    local c = customers:create{name = "c"}
    local a = customers:create{name = "a", kind = "agent"}
    local function buy(who, amount, day, t)
      t = t or {} t.customer, t.amount, t.ordered_on = who.id, amount, date(day)
      return orders:create(t)
    end
    local function accrue(day, t)
      t = t or {} t.program, t.period = t.program or "yearly", t.period or "2025"
      if day then t.on = date(day) end
      return rebates.accrue(t)
    end
    local function settle(day, t)
      t = t or {} t.program, t.period, t.on = t.program or "yearly", t.period or "2025", date(day)
      return rebates.settle(t)
    end

    """

  private func eval(_ source: String) throws -> String {
    let world = try FilesWorld()
    defer { world.remove() }
    return try world.eval(Self.start + source)
  }

  @Test func eachAccrualIsADifference() throws {
    let result = try eval(
      """
      buy(c, wan(30), "2025-02-01") buy(c, wan(30), "2025-08-01") buy(c, wan(40), "2026-01-01")
      buy(c, wan(99), "2024-12-31")
      local june = accrue("2025-06-30")
      local december = accrue("2025-12-31")
      local later = accrue()
      local r = rebates.balance{}[1]
      return june[1].amount, june[1].volume, december[1].amount, december[1].before, #later, r.accrued,
        rebate_entries:count()
      """)
    // 30万: 20万 × 2 % = 4,000. 60万: 40万 × 2 % + 10万 × 3 % = 11,000, so 7,000 more.
    #expect(
      result
        == "money\"4000.00\"  money\"300000.00\"  money\"7000.00\"  money\"4000.00\"  0"
        + "  money\"11000.00\"  2")
  }

  @Test func settledTwiceIsSettledOnce() throws {
    let result = try eval(
      """
      buy(c, wan(60), "2025-02-01")
      accrue("2025-12-31")
      local first, again = settle("2026-01-10"), settle("2026-01-10")
      local r = rebates.balance{program = "yearly", period = "2025", customer = c}[1]
      return first[1].amount, #again, r.settled, r.balance
      """)
    #expect(result == "money\"11000.00\"  0  money\"11000.00\"  money\"0.00\"")
  }

  /// After the settlement a closed year is only changed by new entries.
  @Test func aReturnAfterwardsIsANegativeDifference() throws {
    let result = try eval(
      """
      local o = buy(c, wan(60), "2025-02-01")
      accrue("2025-12-31") settle("2026-01-10")
      o.amount = wan(50)
      local back, paid = accrue("2026-03-01"), settle("2026-03-01")
      local old = rebates.balance{as_of = date"2026-02-28"}[1]
      return back[1].amount, paid[1].amount, old.settled, rebates.balance{}[1].settled,
        rebate_entries:count(), rebate_entries:get(3).entered_on, rebate_entries:get(3).period
      """)
    // 50万 earn 8,000: 3,000 less than the 11,000 that were paid.
    #expect(
      result
        == "money\"-3000.00\"  money\"-3000.00\"  money\"11000.00\"  money\"8000.00\"  4"
        + "  date\"2026-03-01\"  \"2025\"")
  }

  @Test func whoTakesPart() throws {
    let result = try eval(
      """
      buy(c, wan(60), "2025-02-01") buy(a, wan(60), "2025-02-01")
      buy(a, wan(50), "2025-03-01", {status = "cancelled"})
      local yearly, agent = accrue("2025-12-31"), accrue("2025-12-31", {program = "agent"})
      a.kind = nil
      local out = accrue("2025-12-31", {program = "agent"})
      return #yearly, yearly[1].name, #agent, agent[1].name, agent[1].amount, out[1].amount,
        rebate_entries:get(out[1].entry).note
      """)
    // 60万 of an agent are silver: 2 % of all of it.
    #expect(
      result
        == "1  \"c\"  1  \"a\"  money\"12000.00\"  money\"-12000.00\""
        + "  \"no longer in the programme; 12,000.00 was entered before\"")
  }

  @Test func someCustomersOnly() throws {
    let result = try eval(
      """
      local d = customers:create{name = "d"}
      buy(c, wan(60), "2025-02-01") buy(d, wan(60), "2025-02-01")
      local some = accrue("2025-12-31", {of = customers:where{name = "d"}})
      local rest = accrue("2025-12-31")
      return #some, some[1].name, #rest, rest[1].name
      """)
    #expect(result == "1  \"d\"  1  \"c\"")
  }

  @Test func agentsRanksHoldTheirEdges() throws {
    let result = try eval(
      """
      local text = {}
      local o = buy(a, yuan(1), "2025-02-01")
      for _, amount in ipairs{"199999.99", "200000", "499999.99", "500000", "1000000", "1000000.01"} do
        o.amount = money(amount)
        text[#text + 1] = tostring(rebates.entitlement{program = "agent", period = "2025", customer = a}.band)
      end
      return table.concat(text, " ")
      """)
    #expect(result == "\"nil bronze bronze silver silver gold\"")
  }

  @Test func anEntryAndAnEntitlementSayWhy() throws {
    let result = try eval(
      """
      buy(c, wan(30), "2025-02-01") buy(c, wan(30), "2025-08-01")
      accrue("2025-06-30") accrue("2025-12-31") settle("2026-01-01")
      local w = why(rebate_entries:get(2), "amount").children[1]
      local s = why(rebate_entries:get(3), "amount").children[1]
      local r = rebates.entitlement{program = "yearly", period = "2025", customer = c}
      local none = rebates.entitlement{program = "agent", period = "2025", customer = c}
      return w.value, w.children[1].value, w.children[1].children[1].value,
        w.children[1].children[3].reason, w.children[1].children[4].outcome, w.children[2].value, s.value,
        r.orders, r.due, why(none).children[1].reason
      """)
    #expect(
      result
        == "money\"7000.00\"  money\"11000.00\"  money\"600000.00\"  \"100,000.00 × 0.03, from 500,000.00\""
        + "  \"not_matched\"  money\"4000.00\"  money\"11000.00\"  2  money\"0.00\""
        + "  \"the customer does not meet kind == 'agent'\"")
  }

  @Test func aQuarterOfAPolicyOfOnesOwn() throws {
    let result = try eval(
      """
      local p = rebates.policy()
      p.programs[1].period, p.programs[1].settles = "quarter", "any_time"
      buy(c, wan(60), "2025-03-31") buy(c, wan(60), "2025-04-01")
      local r = rebates.accrue{program = "yearly", on = date"2025-05-01", policy = p}
      return #r, r[1].volume, rebate_entries:first().period
      """)
    #expect(result == "1  money\"600000.00\"  \"2025-Q2\"")
  }

  @Test(arguments: [
    ("accrue(\"2025-12-31\", {program = \"yerly\"})", "policy.unknown"),
    ("rebates.accrue{period = \"2025\"}", "script.argument"),
    ("accrue(\"2025-12-31\", {period = \"2025-Q1\"})", "rebate.period"),
    ("accrue(\"2024-12-31\")", "rebate.day"), ("settle(\"2025-12-31\")", "rebate.open"),
    (
      "buy(c, wan(60), \"2025-02-01\") accrue(\"2025-12-31\") accrue(\"2025-01-31\")", "rebate.day"
    ),
    (
      "buy(c, wan(60), \"2025-02-01\") accrue(\"2026-06-01\") settle(\"2026-05-31\")", "rebate.day"
    ),
    ("accrue(\"2025-12-31\", {of = orders})", "script.argument"),
    ("accrue(\"2025-12-31\", {whom = 1})", "script.argument"),
    ("accrue(\"2025-12-31\", {policy = 5})", "script.argument"),
    ("accrue(\"2025-12-31\", {policy = \"none\"})", "policy.unknown"),
    (
      "local p = rebates.policy() p.counts = function(o) return true end "
        + "accrue(\"2025-12-31\", {policy = p})",
      "policy.type"
    ),
    (
      "local p = rebates.policy() p.programs[1].who = \"kind\" accrue(\"2025-12-31\", {policy = p})",
      "rebate.rule"
    ),
    (
      "local p = rebates.policy() p.counts = \"statu == 1\" accrue(\"2025-12-31\", {policy = p})",
      "policy.rule"
    ),
    ("rebates.balance{customer = 99}", "record.missing"),
    ("rebates.entitlement{program = \"yearly\"}", "script.argument"),
  ])
  func refusals(_ call: String, _ code: String) throws {
    let world = try FilesWorld()
    defer { world.remove() }
    #expect(world.code(Self.start + call) == code)
    #expect(try world.eval("return rebate_entries:count()") == "0")
  }

  /// One customer that cannot be entered keeps the others out.
  @Test func oneRefusalLeavesNothing() throws {
    let result = try eval(
      """
      local d = customers:create{name = "d"}
      buy(c, wan(60), "2025-02-01") buy(d, wan(60), "2025-02-01")
      accrue("2026-03-01", {of = customers:where{name = "d"}})
      buy(d, wan(60), "2025-02-01")
      local ok, e = pcall(accrue, "2026-02-01")
      return ok, e.code, rebate_entries:count()
      """)
    #expect(result == "false  \"rebate.day\"  1")
  }
}
