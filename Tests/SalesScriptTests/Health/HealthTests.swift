// Health of single customers and of all, against the book counted by hand; and laws on the sample company.
import SalesScript
import Testing

@Suite struct HealthTests {
  private static let book = HealthBook.source

  @Test func scoresAreAsByHand() throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    #expect(
      try world.eval(
        Self.book
          + """
          local out = {}
          for id = 1, 4 do
            local h = health.score(customers:get(id), {model = "health_signals"})
            out[#out + 1] = tostring(h.score) .. " " .. tostring(h.band) .. " " .. h.known
          end
          return table.concat(out, "; ")
          """)
        == "\"72.0 watch 100; 20.0 at_risk 60; 68.5 watch 80; nil nil 30\"")
  }

  @Test func thePastIsAsItWasKnownThen() throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    // On 2026-04-30: 1 order: 40 × 30; 60 k after 100 k, − 40 %: 37.5 × 30; 1 ticket after 1: 80 × 20; nothing due.
    // (1200 + 1125 + 1600) / 80 = 49.0625. On 2025-07-31 nobody has ordered.
    #expect(
      try world.eval(
        Self.book
          + """
          local m = {model = "health_signals", as_of = date"2026-04-30"}
          local h = health.score(a, m)
          local w = why(h)
          return h.score, h.band, health.score(a, {as_of = date"2025-07-31"}).score, w.children[4].reason, w.children[6].reason
          """)
        == "49.1  \"at_risk\"  nil  \"orders growth over 6 months is -0.4: 37.5 points × weight 30, as others are "
        + "not known 37.5 of 100\"  \"payments late_share over 12 months is not known: does not count: the others "
        + "carry its weight\"")
  }

  @Test func theTableAddsUp() throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    #expect(
      try world.eval(
        Self.book
          + """
          local t, out = health.table(a, {model = "health_signals"}), {}
          for i = 1, #t do
            out[i] = t[i].factor .. " " .. tostring(t[i].value) .. " " .. t[i].points .. " " .. t[i].adds
          end
          return table.concat(out, "; ")
          """)
        == "\"use 2.0 60.0 18.0; growth 0.2 100.0 30.0; service 1.0 20.0 4.0; payment 0.0 100.0 20.0\""
    )
  }

  @Test func theStandingModelTakesOrdersForLogins() throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    // Of 1: no logins, 2 orders: 60 × 20; no functions read, last order 60 days ago: 85 × 20; no calls: 0 × 30.
    // (1200 + 1700 + 0) / 70 = 41.43. With logins 60 → 100, functions 0.4 → 50, cost 0.1 → 100 and a call by the
    // buyer, 50: (2000 + 1000 + 1500 + 1500) / 85 = 70.59. A call by nobody in particular does not count.
    #expect(
      try world.eval(
        Self.book
          + """
          local one = health.score(a).score
          local buyer = contacts:create{customer = a, name = "王", role = "procurement"}
          health.reading{customer = a, metric = "logins", value = 40, day = date"2026-05-01"}
          health.reading{customer = a, metric = "logins", value = 20, day = date"2026-06-01"}
          health.reading{customer = a, metric = "function_use", value = 0.4}
          health.reading{customer = a, metric = "cost_saved", value = 0.1, day = date"2026-01-01"}
          activities:create{customer = a, kind = "call", at = now(), contact = buyer}
          activities:create{customer = a, kind = "call", at = now()}
          return one, health.score(a).score, health.score(a).known
          """)
        == "41.4  70.6  85")
  }

  @Test func theCardKnowsThePeople() throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    // Of 1: 2 orders: 60 × 25; need fit 70 × 25; 2 departments: 70 × 10; coverage 0.4 × 80 + 0.35 × 40 = 46 of
    // 80: 57.5 × 15; influence high: 100 × 10; budget 100 k → 110 k, + 10 %: 80 × 15.
    // 15 + 17.5 + 7 + 8.625 + 10 + 12 = 70.125. The contact of tomorrow and the answer 101 do not count.
    #expect(
      try world.eval(
        Self.book
          + """
          customers:get(1).influence = "high"
          contacts:create{customer = a, name = "王", role = "procurement", relationship = 80, department = "buying"}
          contacts:create{customer = a, name = "李", role = "technical", relationship = 40, department = "design"}
          contacts:create{customer = a, name = "张", department = "design", created_on = date"2026-06-30"}
          surveys.answer{kind = "need", customer = a, score = 70, on = date"2026-01-10"}
          survey_answers:create{kind = "need", customer = a, score = 101, answered_on = date"2026-02-01"}
          health.reading{customer = a, metric = "budget", value = 100000, day = date"2025-01-31", model = "health_card"}
          health.reading{customer = a, metric = "budget", value = 110000, day = date"2026-01-31", model = "health_card"}
          local h = health.score(a, {model = "health_card"})
          return h.score, h.known, health.score(b, {model = "health_card"}).score
          """)
        == "70.1  100  nil")
  }

  @Test(arguments: [
    ("health.score(a, {model = \"helth\"})", "policy.unknown", "health"),
    (
      "health.score(a, {as_of = date\"2026-07-01\"})", "health.as_of",
      "2026-07-01 is after 2026-06-30"
    ),
    ("health.score(a, {as_of = \"yesterday\"})", "script.argument", "expected a date"),
    ("health.score(a, {moodel = \"health\"})", "script.argument", "did you mean 'model'?"),
    ("health.score(99)", "record.missing", "99"),
    (
      "health.reading{customer = a, metric = \"logns\", value = 1}", "health.metric",
      "did you mean \"logins\"?"
    ),
    ("health.reading{customer = a, metric = \"logins\", value = 0/0}", "health.value", "nan"),
    (
      "health.reading{customer = a, metric = \"logins\", value = 1, day = date\"2026-07-01\"}",
      "health.as_of", "2026-07-01"
    ),
    (
      "local p = policies.get(\"health\") p.factors[1].weight = 21 health.sweep{model = p}",
      "policy.value", "sum to 101, not 100"
    ),
    (
      "local p = policies.get(\"health\") p.factors[1].scale = {{5, 1}, {4, 2}} health.sweep{model = p}",
      "policy.unreachable", "upward"
    ),
    ("health.movers{band = \"healty\"}", "health.band", "did you mean \"healthy\"?"),
    ("health.movers{level = \"AA\"}", "health.level", "did you mean \"A\"?"),
    (
      "health.backtest{from = date\"2026-01-31\", to = date\"2026-06-30\"}", "health.horizon",
      "2026-04-01"
    ),
    (
      "health.backtest{from = date\"2026-01-31\", to = date\"2026-02-28\", step = \"mont\"}",
      "health.window", "month"
    ),
    ("health.sweep{to = orders:where{}}", "script.argument", "expected customers"),
  ])
  func slipsAreToldAndLeaveNothing(_ call: String, _ code: String, _ part: String) throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    #expect(try world.failure(Self.book + call) == Failure(code, part))
    #expect(
      try world.eval("return customers:count() + readings:count() + health_scores:count()") == "0")
  }
}
