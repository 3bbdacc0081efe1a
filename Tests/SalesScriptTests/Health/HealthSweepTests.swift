// The sweep: what it stores, whom it tells, what it opens and settles.
import SalesScript
import Testing

@Suite struct HealthSweepTests {
  private static let book =
    HealthBook.source
      + """
      local function sweep(more)
        local t = {model = "health_signals"}
        for name, value in pairs(more or {}) do t[name] = value end
        return health.sweep(t)
      end

      """

  @Test func aSweepStoresScoresAndTellsOfTheLowOnes() throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    #expect(
      try world.eval(
        Self.book
          + """
          local s = sweep()
          local open = inbox.open{kind = "health_low"}
          local one, two = customers:get(1), customers:get(2)
          local t = s.bands
          local rows = {}
          for i = 1, #t do
            rows[i] = table.concat({t[i].level, t[i].healthy, t[i].watch, t[i].at_risk, t[i].unscored, tostring(t[i].mean)}, " ")
          end
          return s.scanned, s.scored, s.kept, s.raised, s.tasks, one.health, one.health_band, one.health_on,
            one.health_model, customers:get(4).health, #open, open[1].owner, open[1].message, open[2].owner,
            table.concat(rows, "; ")
          """)
        == "4  3  3  2  6  72.0  \"watch\"  date\"2026-06-30\"  \"health_signals\"  nil  2  1  "
        + "\"乙: health 20 by health_signals on 2026-06-30: at risk · 有风险; most is lost by use, growth\"  2  "
        + "\"A 0 1 0 1 72.0; B 0 0 1 0 20.0; C 0 1 0 0 68.5\"")
  }

  @Test func theHistorySaysWhatEachFactorGave() throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    #expect(
      try world.eval(
        Self.book
          + """
          sweep()
          local h = health_scores:get(2)
          return h.customer, h.model, h.scored_on, h.score, h.band, h.factors, h.change,
            health_scores:get(3).factors
          """)
        == "2  \"health_signals\"  date\"2026-06-30\"  20.0  \"at_risk\"  "
        + "\"use 0x30, growth 0x30, service ~80x20, payment -\"  nil  "
        + "\"use 100x30, growth 75x30, service ~80x20, payment 0x20\"")
    #expect(
      try world.eval(
        Self.book
          + "sweep() local ok, e = pcall(function() health_scores:get(1).score = 99 end) return e.code"
      )
        == "\"ledger.final\"")
  }

  @Test func sweptAgainItKnowsAndSettles() throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    // Two more orders: 4 in six months, 80 + 20 / 3 = 86.67 points: 26 + 30 + 4 + 20 = 80, which is not below 80.
    #expect(
      try world.eval(
        Self.book
          + """
          sweep()
          local second = sweep()
          order(a, "2026-06-20", 60000) order(a, "2026-06-21", 60000)
          local third = sweep()
          local h = health_scores:get(4)
          local settled = alerts:where{record = 1}:first()
          return second.kept, second.raised, second.known, second.tasks, third.kept, third.settled,
            third.known, h.customer, h.score, h.change, settled.state, settled.reason, tasks:count(),
            third.falls[1]
          """)
        == "0  0  2  0  1  1  1  1  80.0  8.0  \"resolved\"  \"recovered: 80 on 2026-06-30\"  6  nil"
    )
  }

  @Test func theRecoveryPlanIsTheSuccessManagers() throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    #expect(
      try world.eval(
        Self.book
          + """
          sweep()
          local out = {}
          for t in tasks:where{record = 1}:each() do out[#out + 1] = t.owner .. " " .. tostring(t.due_on) .. " " .. t.kind end
          return table.concat(out, "; "), #inbox.due{by = date"2026-07-07", owner = ann}
          """)
        == "\"2 2026-07-02 health_recovery; 2 2026-07-07 health_recovery; 2 2026-07-30 health_recovery\"  2"
    )
  }

  @Test func alertsAreLimitedAndOfTheLevelsWatched() throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    #expect(
      try world.eval(
        Self.book
          + """
          local p = policies.get("health_signals")
          p.alert.limit = 1
          local first = health.sweep{model = p}
          local open = inbox.open{}[1].message:find("health 20") ~= nil
          local second = health.sweep{model = p}
          p.alert.levels = {}
          local third = health.sweep{model = p}
          return first.raised, first.left, open, second.raised, second.known, second.left, third.raised, third.left,
            #inbox.open{}
          """)
        // First the lowest, 20; then 72; then of all levels the 68.5 of C.
        == "1  1  true  1  1  0  1  0  3")
  }

  @Test func aPartIsSweptAloneAndDaysGoUp() throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    #expect(
      try world.eval(
        Self.book
          + """
          sweep{as_of = date"2026-04-30"}
          local before = customers:get(1).health
          local s = sweep{to = customers:where{level = "A"}}
          local ok, e = pcall(sweep, {as_of = date"2026-05-31"})
          return before, s.scanned, s.scored, customers:get(1).health, customers:get(2).health_on, #inbox.open{},
            health_scores:get(4).change, e.code, customers:get(3).health_on
          """)
        == "49.1  2  1  72.0  date\"2026-04-30\"  2  22.9  \"health.order\"  date\"2026-04-30\"")
  }

  @Test func aModelIsComparedWithItself() throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    #expect(
      try world.eval(
        Self.book
          + """
          sweep{as_of = date"2026-04-30"}
          health.sweep{model = "health_card", as_of = date"2026-05-31"}
          sweep()
          local last
          for h in health_scores:where{customer = 1}:each() do last = h end
          return last.model, last.change, customers:get(1).health_model, alerts:where{record = 1}:first().times
          """)
        // The card knows too little to score; the alert stays and is found again.
        == "\"health_signals\"  22.9  \"health_signals\"  2")
  }

  @Test func trendsAndMovers() throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    // On 31 March customer 1 has 1 order: 40 × 30; 60 k after 100 k: 37.5 × 30; a ticket after none: neutral, 80 ×
    // 20: 3925 / 80 = 49.06; the same on 30 April. Customer 3 has 3 orders: 80 × 30; nothing before: no growth;
    // 80 × 20; 0 × 20: 4000 / 70 = 57.14; on 30 April 80 × 30, − 50 %: 31.25 × 30, 80 × 20, 0 × 20: 49.375.
    #expect(
      try world.eval(
        Self.book
          + """
          for _, day in ipairs{date"2026-03-31", date"2026-04-30", date"2026-06-30"} do sweep{as_of = day} end
          local t = health.trend(a, {model = "health_signals"})
          local m = health.movers{model = "health_signals", from = date"2026-03-31", to = date"2026-04-30"}
          return t.n, t.first, t.last, t.direction, string.format("%.4f", t.slope), #m, m[1].customer,
            m[1].before, m[1].after, m[1].change,
            #health.movers{model = "health_signals", level = "A", from = date"2026-03-31", to = date"2026-04-30"}
          """)
        // Least squares through (0, 49.1), (30, 49.1), (91, 72), by NumPy.
        == "3  49.1  72.0  \"rising\"  \"8.0936\"  1  3  57.1  49.4  -7.7  0")
  }

  @Test func whyTellsTheStoredScore() throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    try world.run(Self.book + "sweep{as_of = date\"2026-04-30\"}")
    #expect(
      try world.eval(
        """
        local w = why(customers:get(1), "health")
        return w.value, w.children[1].value, w.children[1].children[2].value, #w.children[1].children
        """)
        == "49.1  49.1  date\"2026-04-30\"  6")
  }
}
