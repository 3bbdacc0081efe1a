// What holds of the ledger of pay, over random orders and changes to them.
import SalesStore
import Testing

@testable import SalesScript

@Suite struct PayLedgerLawTests {
  /// Orders of random amounts, days, reps and statuses; changes of some of them.
  private static let moves = """
    local function random(n)
      state = (state * 1103515245 + 12345) % 2147483648
      return state // 65536 % n + 1
    end
    local function order()
      return {customer = 1, rep = random(3), amount = yuan(random(100000)) + money"0.37",
        ordered_on = date"2026-03-20" + days(random(120))}
    end
    local function change()
      for _ = 1, 4 do
        local o = orders:get(random(orders:count()))
        local way = random(4)
        if way == 1 then o.amount = yuan(random(100000))
        elseif way == 2 then o.status = random(2) == 1 and "cancelled" or "open"
        elseif way == 3 then o.rep = random(3)
        else orders:create(order()) end
      end
    end

    """

  @Test(
    "a closed period stays, and corrections bring the ledger to what the rules give",
    arguments: 1...12)
  func closed(seed: Int) throws {
    let world = try PayWorld.make()
    defer { world.remove() }
    let result = try world.eval(
      """
      local state = \(seed)
      \(Self.moves)
      for _ = 1, 20 do orders:create(order()) end
      change()
      incentive.accrue{period = "2026-Q2"}
      change()
      incentive.close{period = "2026-Q2", on = date"2026-07-01"}
      local function closed()
        local sum, count = yuan(0), 0
        for l in pay_lines:where{period = 1}:each() do
          sum, count = sum + l.amount, count + 1
        end
        return tostring(sum) .. " " .. count
      end
      local before, same, exact = closed(), true, true
      for round = 1, 4 do
        change()
        if round % 2 == 0 then incentive.clawback{period = "2026-Q2", on = date"2026-07-02"} end
        incentive.correct{period = "2026-Q2", on = date"2026-07-03"}
        same = same and closed() == before
        for rep = 1, 3 do
          local s = incentive.statement{rep = rep, period = "2026-Q2"}
          local pay = incentive.pay{rep = rep, period = "2026-Q2"}.total
          exact = exact and s.matches and s.earned + s.corrected + s.clawed_back == pay
          -- Nobody has paid: all commission waits, base pay does not.
          exact = exact and s.balance == incentive.pay{rep = rep, period = "2026-Q2"}.table[1].base
        end
      end
      return same, exact
      """)
    #expect(result == "true  true", "seed \(seed)")
  }

  @Test("what is spread over orders sums to the pay", arguments: 1...12)
  func spread(seed: Int) throws {
    let world = try PayWorld.make()
    defer { world.remove() }
    let result = try world.eval(
      """
      local state = \(seed)
      \(Self.moves)
      for _ = 1, 20 do orders:create(order()) end
      for id = 1, 6 do
        local a = random(99) / 100
        incentive.split{order = id, shares = {{rep = 1, share = a}, {rep = 2, share = 1 - a}}}
      end
      local exact, credit = true, yuan(0)
      for rep = 1, 2 do
        local row = incentive.pay{rep = rep, period = "2026-Q2"}.table[1]
        local t = incentive.orders{rep = rep, period = "2026-Q2"}
        local pay, counted = yuan(0), yuan(0)
        for i = 1, #t do pay, counted = pay + t[i].pay, counted + t[i].credit end
        exact = exact and pay == row.commission + row.outside_process and counted == row.credit
      end
      return exact
      """)
    #expect(result == "true", "seed \(seed)")
  }
}
