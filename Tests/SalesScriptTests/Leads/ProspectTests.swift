// Scores that are given again and again, lists of prospects, and what the lifecycle achieved; by hand.
import SalesScript
import Testing
import Values

@Suite struct ProspectTests {
  private static let book = """
    local function firm(name, scores, more)
      local t = {name = name, size_score = scores[1], fit_score = scores[2], urgency_score = scores[3],
        budget_score = scores[4], clarity_score = scores[5]}
      for key, value in pairs(more or {}) do t[key] = value end
      return customers:create(t)
    end
    firm("甲", {4, 4, 4, 4, 4})                       -- 20: A
    firm("乙", {5, 5, 5, 4}, {potential = "high"})    -- 19: B, clarity not known
    firm("丙", {3, 3, 3, 3, 2}, {potential = "high"}) -- 14: C, the chain is not clear
    firm("丁", {5, 5, 5, 5, 5}, {order_count = 1})    -- 25: A, a customer already

    """

  @Test func scoringIsDueEveryMonth() throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    try world.run(Self.book + "prospects.score{}")
    #expect(
      try world.eval(
        """
        local g = {}
        for c in customers:each() do g[#g + 1] = c.grade .. tostring(c.score) end
        local d = prospects.due{}
        return table.concat(g, " "), d[1].last, d[1].due_on, d[1].days_late, d[1].unscored, d[2].last, d[2].days_late
        """)
        == "\"A20.0 B19.0 C14.0 A25.0\"  date\"2026-06-30\"  date\"2026-07-30\"  -30  0  nil  0")
    // The same day again changes nothing that is due; a month later the next follows.
    try world.run("prospects.score{}")
    #expect(try world.eval("return tasks:count(), #inbox.due{by = date\"2026-07-30\"}") == "2  1")
    let later = try ScriptHost(
      store: world.store,
      options: .init(clock: Instant(parsing: "2026-08-02T09:00:00"), seed: 7, actor: "tester"),
      output: CapturedOutput())
    let chunk = """
      customers:create{name = "戊"}
      local d = prospects.due{}[1]
      prospects.score{}
      local e = prospects.due{}[1]
      return d.days_late, d.unscored, e.last, e.due_on, e.unscored
      """
    let values = try later.run(chunk, name: "@t.lua", mode: .plan, kind: .script).values
    #expect(
      try values.map { try later.literal(of: $0) }.joined(separator: "  ")
        == "3  1  date\"2026-08-02\"  date\"2026-09-02\"  0")
  }

  @Test func listsAreAsTheRulesSay() throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    #expect(
      try world.eval(
        Self.book
          + """
          prospects.score{}
          local l = prospects.list{}
          local names = {}
          for i = 1, #l do
            local t = prospects.list{list = l[i].list}
            local n = {}
            for j = 1, #t do n[j] = t[j].name end
            names[i] = l[i].list .. " " .. l[i].prospects .. " " .. table.concat(n)
          end
          return table.concat(names, "; ")
          """) == "\"high_potential 2 甲乙; risky 1 丙; not_now 1 丙\"")
    #expect(
      try world.failure("prospects.list{list = \"riski\"}")
        == Failure("prospect.list", "did you mean \"risky\"?"))
    #expect(
      try world.failure("prospects.score{score = \"prospekt\"}")
        == Failure("prospect.score", "did you mean \"prospect\"?"))
    #expect(
      try world.failure(
        "local p = policies.get(\"prospects\") p.lists[1].when = \"grad == 1\" prospects.list{policy = p}"
      )
        == Failure("policy.rule", "is no field of a customer"))
  }

  /// In 2025: 甲, 乙, 丙 are new; 甲 has ordered, 乙 was brought by 丁, 丙 came by referral; 乙 is of high
  /// potential. 甲 ordered bolts and nuts, 丁 bolts alone, and nuts only the year after.
  @Test func theLifecycleIsMeasuredAgainstItsTargets() throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    #expect(
      try world.eval(
        """
        local function firm(name, on, more)
          local t = {name = name, created_on = on}
          for key, value in pairs(more or {}) do t[key] = value end
          return customers:create(t)
        end
        local a = firm("甲", date"2025-01-01", {first_order = date"2025-05-05"})
        local b = firm("乙", date"2025-12-31", {potential = "high"})
        firm("丙", date"2025-06-01", {source = "referral"})
        local d = firm("丁", date"2024-12-31", {potential = "high", first_order = date"2024-12-31"})
        firm("戊", date"2026-01-01")
        referrals:create{customer = d.id, referred = b.id, referred_on = date"2025-12-31"}
        local bolt = products:create{name = "bolt", category = "bolt", grade = "economic", unit_price = yuan(1)}
        local nut = products:create{name = "nut", category = "nut", grade = "economic", unit_price = yuan(1)}
        local function order(c, on, ...)
          local o = orders:create{customer = c.id, amount = yuan(1), ordered_on = on}
          for i, p in ipairs{...} do
            order_lines:create{order = o.id, line = i, product = p.id, quantity = 1, list_price = yuan(1),
              unit_price = yuan(1), amount = yuan(1)}
          end
        end
        order(a, date"2025-05-05", bolt)
        order(a, date"2025-06-05", nut)
        order(d, date"2025-05-05", bolt, bolt)
        order(d, date"2026-05-05", nut)
        local t = lifecycle.actuals{from = date"2025-01-01", to = date"2025-12-31"}
        local rows = {}
        for i = 1, #t do
          rows[i] = t[i].target .. " " .. tostring(t[i].counted) .. "/" .. tostring(t[i].base) .. " " .. tostring(t[i].met)
        end
        return table.concat(rows, "; ")
        """)
        == "\"new_customers 1/3 false; first_order_conversion 1/3 false; satisfaction nil/nil nil; "
        + "cross_sell_share 1/2 true; referred_share 2/3 true; referral_reward nil/nil nil\"")
    #expect(
      try world.failure("lifecycle.actuals{from = date\"2025-01-02\", to = date\"2025-01-01\"}")
        == Failure("lifecycle.period", "after"))
  }
}
