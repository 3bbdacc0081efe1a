// Open deals weighed and played through, goal seek, and regression, with results by hand.
import SalesScript
import Testing

@Suite struct ForecastPipelineTests {
  /// The standard's three deals, and one without an amount, one won, one opened tomorrow.
  private static let book = """
    local ann = reps:create{name = "Ann"}
    local function deal(name, amount, close, more)
      local o = {playbook = "fastener", stage = "proposal", status = "open", name = name,
        amount = amount and yuan(amount), expected_close = close, opened_on = date"2026-05-01", rep = ann.id}
      for k, v in pairs(more or {}) do o[k] = v end
      return opportunities:create(o)
    end
    local p = {a = 0.1, b = 0.5, c = 0.9}
    deal("a", 100, date"2026-07-10") deal("b", 200, date"2026-08-10") deal("c", 50, date"2026-01-10")
    deal("d", nil, date"2026-07-10")
    deal("e", 70, date"2026-06-10", {status = "won", closed_on = date"2026-06-20", stage = "contract_signed"})
    deal("f", 80, date"2026-07-10", {opened_on = date"2026-07-01"})
    local odds = function(o) return p[o.name] or 0 end
    """

  private func expect(_ call: String, _ gives: String) throws {
    let world = try FilesWorld()
    defer { world.remove() }
    #expect(try world.eval("\(Self.book) \(call)") == gives, "\(call)")
  }

  /// 10 + 100 + 45; √(100²·0.09 + 200²·0.25 + 50²·0.09) = √11125 = 105.475.
  @Test func weightedByHand() throws {
    try expect(
      """
      local w = forecast.pipeline{probability = odds}
      return w.value, ("%.4f"):format(w.deviation), w.amount, w.deals, w.left_out, #w.notes,
        w.groups[1].period, w.groups[1].value, w.groups[2].period, w.groups[2].value
      """,
      "money\"155.00\"  \"105.4751\"  money\"350.00\"  3  1  2  \"2026-06\"  money\"45.00\"  \"2026-07\"  money\"10.00\""
    )
    // Every proposal of the standing playbook is 0.4: 0.4 · 350.
    try expect("return forecast.pipeline{}.value", "money\"140.00\"")
    try expect(
      "return forecast.pipeline{probability = 0.4, by = \"rep\"}.groups[1].name, "
        + "forecast.pipeline{probability = 1, region = \"x\"}.value", "\"Ann\"  money\"0.00\"")
    // What is not known by rule: d counts 30, in July.
    try expect(
      "local w = forecast.pipeline{probability = 1, amount = function(o) return yuan(30) end} "
        + "return w.value, w.left_out, w.groups[2].value", "money\"380.00\"  0  money\"130.00\"")
  }

  /// On 15 June deal e was open, and f was not there.
  @Test func asOfADayOfThePast() throws {
    try expect(
      "local w = forecast.pipeline{probability = 1, as_of = date\"2026-06-15\"} return w.value, w.deals",
      "money\"420.00\"  4")
    try expect(
      """
      local o = opportunities:where{name = "a"}:first()
      stage_moves:create{opportunity = o.id, moved_at = instant"2026-05-01T09:00:00", stage = "initial_contact",
        amount = yuan(1), expected_close = date"2026-09-01"}
      stage_moves:create{opportunity = o.id, moved_at = instant"2026-06-20T09:00:00", from_stage = "initial_contact",
        stage = "proposal", amount = yuan(100), expected_close = date"2026-07-10"}
      local past = forecast.pipeline{as_of = date"2026-06-15", of = opportunities:where{name = "a"}}
      local now = forecast.pipeline{of = opportunities:where{name = "a"}}
      return past.value, past.groups[1].period, now.value
      """, "money\"0.10\"  \"2026-09\"  money\"40.00\"")
  }

  /// Of those that came to need_confirmed one was won, one lost: (1 + 1) / (2 + 2); to proposal one of one: 2 / 3.
  @Test func probabilitiesFromHistory() throws {
    try expect(
      """
      opportunities:delete()
      local function decided(status, stages)
        local o = deal("x", 100, nil, {status = status, closed_on = date"2026-06-01"})
        for i, s in ipairs(stages) do
          stage_moves:create{opportunity = o.id, moved_at = instant"2026-05-01T09:00:00", stage = s}
        end
      end
      decided("won", {"need_confirmed", "proposal"}) decided("lost", {"need_confirmed", "lost"})
      deal("y", 300, date"2026-07-01")
      local t = forecast.stages{}
      return #t, t[1].stage, t[1].entered, t[1].probability, t[2].entered,
        forecast.pipeline{probability = "history"}.value, #forecast.stages{as_of = date"2026-05-31"}
      """, "2  \"need_confirmed\"  2  0.5  1  money\"200.00\"  0")
  }

  @Test func simulationComesToTheWeightedValue() throws {
    let world = try FilesWorld()
    defer { world.remove() }
    let result = try world.eval(
      """
      \(Self.book)
      local s = forecast.simulate{probability = odds, runs = 20000}
      local t = forecast.simulate{probability = odds, runs = 20000}
      local u = forecast.simulate{probability = odds, runs = 20000, seed = 8}
      local bars = 0
      for _, b in ipairs(s.histogram) do bars = bars + b.runs end
      -- The mean of 20,000 runs is within 4 of its standard errors of 0.746.
      return math.abs((s.mean - yuan(155)) / yuan(1)) < 3, math.abs(s.deviation - 105.475) < 2,
        tostring(s) == tostring(t), s.mean ~= u.mean, bars, s.runs, s.seed,
        s.percentiles[1].label, s.percentiles[1].amount
      """)
    // With 155 · …: nothing at all is won with 0.9 · 0.5 · 0.1 = 4.5 %, c alone with 40.5 %: P10 is 50.
    #expect(result == "true  true  true  true  20000  20000  7  \"p10\"  money\"50.00\"")
  }

  @Test func certainDealsAndSlips() throws {
    try expect(
      """
      local s = forecast.simulate{probability = 1, runs = 50, target = yuan(350)}
      local none = forecast.simulate{probability = 0, runs = 50, target = yuan(1)}
      local slipped = forecast.simulate{probability = 1, runs = 50, slip = {share = 1, days = 31}}
      return s.mean, s.deviation, s.reach, none.mean, none.reach, slipped.mean,
        slipped.groups[1].period, slipped.groups[1].mean, slipped.groups[2].period, slipped.groups[2].mean,
        slipped.groups[3].mean, slipped.groups[4].period, slipped.groups[4].mean
      """,
      "money\"350.00\"  0.0  1.0  money\"0.00\"  0.0  money\"350.00\"  \"2026-06\"  money\"0.00\"  \"2026-07\"  "
        + "money\"50.00\"  money\"100.00\"  \"2026-09\"  money\"200.00\"")
  }

  @Test func seekByHand() throws {
    let world = try FilesWorld()
    defer { world.remove() }
    for (call, gives) in [
      (
        "local s = forecast.seek{f = function(x) return x * x end, target = 2, from = 0, to = 2} "
          + "return (\"%.8f\"):format(s.x), math.abs(s.residual) < 1e-8, s.iterations < 20",
        "\"1.41421356\"  true  true"
      ),
      (
        // Falling, and given from right to left.
        "return (\"%.6f\"):format(forecast.seek{f = function(x) return 10 - 3 * x end, target = 4, from = 9, to = -9}.x)",
        "\"2.000000\""
      ),
      (
        // 8 % of what is above 100: 100 is earned at 1,350.
        """
        local s = forecast.seek{f = function(x) return (x - yuan(100)):times(0.08, "half_up", "unit") end,
          target = yuan(100), from = yuan(0), to = wan(1)}
        return math.abs((s.x - yuan(1350)) / yuan(1)) < 0.001, s.value, s.residual
        """, "true  money\"100.00\"  money\"0.00\""
      ),
      (
        "return forecast.seek{f = function(x) return x end, target = 3, from = 3, to = 9}.iterations",
        "0"
      ),
    ] { #expect(try world.eval(call) == gives, "\(call)") }
  }

  @Test func regressionByHand() throws {
    let world = try FilesWorld()
    defer { world.remove() }
    // y = 1 + 2 a − b exactly.
    let result = try world.eval(
      """
      local r = forecast.regress{y = {2, 5, 4, 9, 8}, factors = {a = {1, 2, 3, 4, 5}, b = {1, 0, 3, 0, 3}}}
      return ("%.6f %.6f %.6f %.6f"):format(r.intercept, r.coefficients[1].coefficient,
        r.coefficients[2].coefficient, r.r2), r.degrees
      """)
    #expect(result == "\"1.000000 2.000000 -1.000000 1.000000\"  2")
    let failure = try world.eval(
      """
      local _, e = pcall(forecast.regress,
        {y = {1, 2, 3, 5}, factors = {a = {1, 2, 3, 4}, b = {2, 1, 0, 4}, sum = {3, 3, 3, 8}}})
      local _, f = pcall(forecast.regress, {y = {1, 2, 3}, factors = {same = {4, 4, 4}}})
      return e.code, e.message, f.code, f.message
      """)
    for name in ["forecast.singular", "a", "b", "sum", "same is the same at every point"] {
      #expect(failure.contains(name), "\(failure)")
    }
  }

  @Test(arguments: [
    ("forecast.seek{f = function(x) return x end, target = 9, from = 0, to = 1}", "seek.bracket"),
    (
      "forecast.seek{f = function(x) return 1 / 0 end, target = 9, from = 0, to = 1}", "seek.finite"
    ),
    (
      "forecast.seek{f = function(x) return 0 / 0 end, target = 9, from = 0, to = 1}", "seek.finite"
    ),
    ("forecast.seek{f = function(x) return 'x' end, target = 9, from = 0, to = 1}", "seek.number"),
    (
      "forecast.seek{f = function(x) return yuan(1) end, target = 9, from = 0, to = 1}",
      "seek.number"
    ),
    (
      "forecast.seek{f = function(x) return x end, target = 9, from = 0, to = yuan(1)}",
      "seek.number"
    ),
    ("forecast.seek{f = function(x) return x end, target = 9, from = 0}", "seek.number"),
    ("forecast.seek{f = 3, target = 9, from = 0, to = 10}", "script.argument"),
    ("forecast.regress{y = {1, 2}, factors = {a = {1, 2}, b = {3, 1}}}", "forecast.short"),
    ("forecast.regress{y = {1, 2, 3}, factors = {a = {1, 2}}}", "forecast.factor"),
    ("forecast.regress{y = {1, 2, 0/0}, factors = {a = {1, 2, 3}}}", "forecast.number"),
    ("forecast.regress{y = {1, 2, 3}, factors = {}}", "forecast.short"),
    ("forecast.regress{y = {1, 2, 3}, factors = {{1, 2, 3}}}", "script.argument"),
    ("forecast.regress{y = {1, 2, 3}, factors = {a = {1, 2, 4}}, at = {b = 1}}", "script.argument"),
    ("forecast.pipeline{by = \"mont\"}", "forecast.by"),
    ("forecast.pipeline{probability = 1.5}", "forecast.probability"),
    ("forecast.pipeline{probability = function(o) return 'x' end}", "forecast.probability"),
    ("forecast.pipeline{probability = 0/0}", "forecast.probability"),
    ("forecast.pipeline{of = customers}", "script.argument"),
    ("forecast.pipeline{amount = function(o) return 3 end}", "forecast.amount"),
    ("forecast.simulate{runs = 0}", "forecast.runs"),
    ("forecast.simulate{runs = 1000000000}", "forecast.runs"),
    ("forecast.simulate{slip = {share = 2, days = 1}}", "forecast.slip"),
    ("forecast.simulate{slip = {share = 1}}", "forecast.slip"),
  ])
  func refusals(_ call: String, _ code: String) throws {
    let world = try FilesWorld()
    defer { world.remove() }
    let found = try world.eval(
      "\(Self.book) local fine, e = pcall(function() return \(call) end) return fine and 'fine' or e.code"
    )
    #expect(found == "\"\(code)\"", "\(call)")
  }
}
