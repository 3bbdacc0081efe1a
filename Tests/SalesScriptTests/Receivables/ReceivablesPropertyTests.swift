// Random books of invoices, receipts, allocations, losses and reversals. The laws are checked from the
// raw records in plain Lua, not by the functions under test.
import SalesScript
import Testing

@Suite struct ReceivablesPropertyTests {
  private static let laws = """
    local state = seed
    local function random(n)  -- 1…n, the same everywhere
      state = (state * 1103515245 + 12345) % 2147483648
      return state // 65536 % n + 1
    end
    local function pick(collection)
      local n = collection:count()
      return n > 0 and collection:limit(1, random(n) - 1):first() or nil
    end
    local function on() return date"2026-01-01" + days(random(60)) end
    local function amount() return yuan(random(200)) + money"0.01" * random(99) end
    for n = 1, 3 do customers:create{name = "c" .. n} end

    local moves = {
      function() receivables.invoice{customer = random(3), amount = amount(), on = on()} end,
      function() receivables.receive{customer = random(3), amount = amount(), on = on()} end,
      function()
        receivables.receive{customer = random(3), amount = amount(), on = on(), invoices = {pick(invoices)}}
      end,
      function() receivables.allocate{payment = pick(payments), invoice = pick(invoices), on = on()} end,
      function()
        receivables.allocate{payment = pick(payments), invoice = pick(invoices), on = on(), amount = amount()}
      end,
      function() receivables.write_off{invoice = pick(invoices), reason = "lost", on = on()} end,
      function() receivables.reverse{payment = pick(payments), reason = "wrong", on = on()} end,
      function() receivables.reverse{allocation = pick(allocations), reason = "wrong", on = on()} end,
      function() receivables.reverse{invoice = pick(invoices), reason = "wrong", on = on()} end,
    }

    -- What stands of every invoice and payment at the end of a day, from the records alone.
    local function stands(day)
      local open, left, root = {}, {}, {}
      for i in invoices:each() do
        root[i.id] = i.reverses or i.id
        if i.issued_on <= day then open[root[i.id]] = (open[root[i.id]] or yuan(0)) + i.amount end
      end
      for p in payments:each() do
        local id = p.reverses or p.id
        if p.received_on <= day then left[id] = (left[id] or yuan(0)) + p.amount end
      end
      for a in allocations:each() do
        if a.allocated_on <= day then
          local i = root[a.invoice]
          open[i] = (open[i] or yuan(0)) - a.amount
          if a.payment then left[a.payment] = (left[a.payment] or yuan(0)) - a.amount end
        end
      end
      return open, left
    end

    local function check(step)
      for _, text in ipairs{"2026-01-10", "2026-01-30", "2026-02-15", "2026-03-02", "2026-12-31"} do
        local day, total, credit = date(text), yuan(0), yuan(0)
        local open, left = stands(day)
        for id, sum in pairs(open) do
          if sum < yuan(0) then error(("step %d: invoice %d is %s on %s"):format(step, id, sum, day)) end
          total = total + sum
        end
        for id, sum in pairs(left) do
          if sum < yuan(0) then error(("step %d: payment %d is %s on %s"):format(step, id, sum, day)) end
          credit = credit + sum
        end
        local ageing, sum = receivables.ageing{as_of = day}, yuan(0)
        for _, b in ipairs(ageing.buckets) do sum = sum + b.open end
        local groups = yuan(0)
        for _, g in ipairs(ageing.groups) do groups = groups + g.total end
        if sum ~= total or groups ~= total or ageing.total ~= total or ageing.unallocated ~= credit then
          error(("step %d: %s is not %s, or %s not %s, on %s"):format(
            step, sum, total, ageing.unallocated, credit, day))
        end
      end
    end

    local done, refused = 0, 0
    for step = 1, 80 do
      if pcall(moves[random(#moves)]) then done = done + 1 else refused = refused + 1 end
      if step % 8 == 0 then check(step) end
    end

    """

  @Test("nothing is ever allocated beyond invoice or payment, and buckets add up", arguments: 1...8)
  func books(seed: Int) throws {
    let world = try FilesWorld()
    defer { world.remove() }
    let result = try world.eval("local seed = \(seed)\n" + Self.laws + "return done > 15")
    #expect(result == "true", "seed \(seed)")
  }

  @Test("what is wholly taken back leaves nothing", arguments: 1...8)
  func nothingIsLeft(seed: Int) throws {
    let world = try FilesWorld()
    defer { world.remove() }
    let result = try world.eval(
      "local seed = \(seed)\n" + Self.laws
        + """
        local function undone(collection)
          local taken = {}
          for r in collection:each() do if r.reverses then taken[r.reverses] = true end end
          local ids = {}
          for r in collection:each() do
            if not r.reverses and not taken[r.id] then ids[#ids + 1] = r.id end
          end
          return ids
        end
        for _, id in ipairs(undone(allocations)) do receivables.reverse{allocation = id, reason = "all"} end
        for _, id in ipairs(undone(payments)) do receivables.reverse{payment = id, reason = "all"} end
        for _, id in ipairs(undone(invoices)) do receivables.reverse{invoice = id, reason = "all"} end
        check(99)
        return invoices:sum("amount"), payments:sum("amount"), allocations:sum("amount"),
          #receivables.open{}, #receivables.unallocated{}, receivables.ageing{}.total
        """)
    #expect(
      result == "money\"0.00\"  money\"0.00\"  money\"0.00\"  0  0  money\"0.00\"", "seed \(seed)")
  }
}
