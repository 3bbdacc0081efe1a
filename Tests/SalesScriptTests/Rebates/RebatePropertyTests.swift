// Whatever the order of deals and however often it is accrued and settled: the end is the same.
// The expected figure is computed in plain Lua from the amounts alone.
import SalesScript
import Testing

@Suite struct RebatePropertyTests {
  private static let world = """
    local state = seed
    local function random(n)
      state = (state * 1103515245 + 12345) % 2147483648
      return state // 65536 % n + 1
    end
    local function shuffled(list)
      local copy = {table.unpack(list)}
      for i = #copy, 2, -1 do local j = random(i) copy[i], copy[j] = copy[j], copy[i] end
      return copy
    end
    for n = 1, 3 do customers:create{name = "c" .. n, kind = n == 3 and "agent" or nil} end

    -- Deals in hundreds of yuan, so that a percent of one is a whole yuan; returns are negative.
    local deals, sums = {}, {0, 0, 0}
    for n = 1, 20 do
      local deal = {customer = random(3), amount = (random(1500) - 200) * 100, day = random(12)}
      deals[n] = deal
      sums[deal.customer] = sums[deal.customer] + deal.amount
    end
    local function yearly(v)
      local function part(from, upto) return math.max(0, math.min(v, upto) - from) // 100 end
      return part(100000, 500000) * 2 + part(500000, 1000000) * 3 + part(1000000, 2000000) * 4
        + part(2000000, math.huge) * 5
    end
    local function agent(v)
      return (v > 1000000 and 3 or v >= 500000 and 2 or v >= 200000 and 1 or 0) * (v // 100)
    end
    local due = {yearly(sums[1]), yearly(sums[2]), agent(sums[3])}

    local policy = rebates.policy()
    policy.programs[1].settles = "any_time"
    local day = date"2025-12-31"
    local function both(verb, more)
      for _, program in ipairs{"yearly", "agent"} do
        verb{program = program, period = "2025", on = day, policy = policy, of = more}
      end
    end
    for _, deal in ipairs(shuffled(deals)) do
      orders:create{customer = deal.customer, amount = yuan(deal.amount),
        ordered_on = date(("2025-%02d-15"):format(deal.day))}
      local move = random(5)
      if move == 1 then both(rebates.accrue) end
      if move == 2 then both(rebates.settle) end
      if move == 3 then both(rebates.accrue, customers:where{id = random(3)}) end
      if random(2) == 1 then day = day + days(random(9)) end
    end
    for _ = 1, random(3) do both(rebates.accrue) both(rebates.settle) end
    local entries = rebate_entries:count()
    both(rebates.settle) both(rebates.accrue) both(rebates.settle)
    if rebate_entries:count() ~= entries then error("entered twice") end
    for n = 1, 3 do
      local accrued, settled = yuan(0), yuan(0)
      for e in rebate_entries:where{customer = n}:each() do
        if e.amount == yuan(0) then error("an entry of nothing") end
        if e.kind == "accrual" then accrued = accrued + e.amount else settled = settled + e.amount end
      end
      if accrued ~= yuan(due[n]) or settled ~= yuan(due[n]) then
        error(("customer %d: %s accrued, %s settled, %d due"):format(n, accrued, settled, due[n]))
      end
    end
    return "same"
    """

  @Test("the order of deals and of accruals and settlements changes nothing", arguments: 1...12)
  func orderNeverMatters(seed: Int) throws {
    let world = try FilesWorld()
    defer { world.remove() }
    #expect(try world.eval("local seed = \(seed)\n" + Self.world) == "\"same\"", "seed \(seed)")
  }
}
