// What is owed and what hangs on few, told in the inbox: by hand, told once, and settled when it is so no more.
import SalesScript
import Testing

@Suite struct WatchTests {
  /// 甲 owes 70 of 100, 10 days late, and 50 that are not due; 乙 owes 20 since yesterday. Then 甲 pays.
  @Test func overdueCustomersAreToldUntilTheyPay() throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    let result = try world.eval(
      """
      local ann = reps:create{name = "Ann", region = "moon"}
      local a = customers:create{name = "甲", owner = ann.id}
      local b = customers:create{name = "乙"}
      local function owe(c, amount, due)
        receivables.invoice{customer = c, amount = yuan(amount), on = date"2026-05-01", due_on = due}
      end
      owe(a, 100, date"2026-06-20") owe(a, 50, date"2026-07-20") owe(b, 20, date"2026-06-29")
      receivables.receive{customer = a, amount = yuan(30), on = date"2026-06-01"}
      local first, again = receivables.watch{}, receivables.watch{}
      local told = inbox.open{kind = "overdue_payment"}
      receivables.receive{customer = a, amount = yuan(70), on = date"2026-06-30"}
      local after = receivables.watch{}
      return first.raised, again.raised, again.known, told[1].message, told[1].owner, after.settled,
        #inbox.open{kind = "overdue_payment"}, receivables.watch{as_of = date"2026-07-21"}.raised
      """)
    #expect(
      result == "2  0  2  \"甲: 70.00 overdue in 1 invoice, the oldest by 10 days\"  1  1  1  1")
  }

  /// Shares 0.5, 0.3, 0.2: the largest is over 0.3, five make all, and HHI is 3,800. Eleven equal ones: none.
  @Test func concentrationIsToldByEachLimit() throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    let result = try world.eval(
      """
      for i, share in ipairs{50, 30, 20} do
        customers:create{name = "c" .. i, annual_purchase = wan(share)}
      end
      local first = mix.watch{}
      local m = {}
      for _, a in ipairs(inbox.open{kind = "concentration"}) do m[#m + 1] = a.message end
      customers:update{annual_purchase = wan(1)}
      for i = 1, 8 do customers:create{name = "d" .. i, annual_purchase = wan(1)} end
      local after = mix.watch{}
      return first.raised, m[1], m[3], after.settled, #inbox.open{kind = "concentration"}
      """)
    #expect(
      result == "3  \"top_1 of yearly purchases is 0.5 over 3 buyers; the limit is 0.3\"  "
        + "\"hhi of yearly purchases is 3800.0 over 3 buyers; the limit is 2500.0\"  3  0")
  }

  @Test(arguments: [
    ("receivables.watch{policy = \"receivable\"}", "policy.unknown", "receivable"),
    ("receivables.watch{as_of = 3}", "script.argument", "expected a date"),
    ("mix.watch{of = orders}", "script.argument", "expected customers"),
  ])
  func refusesBadInput(_ chunk: String, _ code: String, _ part: String) throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    #expect(try world.failure(chunk) == Failure(code, part))
  }
}
