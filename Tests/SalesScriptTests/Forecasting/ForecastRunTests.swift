// forecast.series and forecast.run from scripts: periods, gaps, days that count, and what is refused.
import SalesScript
import Testing

@Suite struct ForecastRunTests {
  /// Three orders in January, none in February, one in March; one cancelled, one after the day.
  private static let book = """
    local c = customers:create{name = "c", region = "北区"}
    local d = customers:create{name = "d", region = "南区"}
    local ann, ben = reps:create{name = "Ann"}, reps:create{name = "Ben"}
    local bolt, nut = products:create{name = "bolt"}, products:create{name = "nut"}
    local function sell(who, rep, day, amount, status)
      local o = orders:create{customer = who.id, rep = rep.id, ordered_on = date(day),
        amount = yuan(amount), status = status or "open"}
      order_lines:create{order = o.id, line = 1, product = bolt.id, amount = yuan(amount * 0.75)}
      order_lines:create{order = o.id, line = 2, product = nut.id, amount = yuan(amount * 0.25)}
    end
    sell(c, ann, "2026-01-05", 100) sell(c, ben, "2026-01-20", 40) sell(d, ann, "2026-01-31", 60)
    sell(d, ben, "2026-03-01", 80) sell(c, ann, "2026-03-02", 999, "cancelled")
    sell(c, ann, "2026-04-01", 12)
    """

  @Test(arguments: [
    (
      // Whole months up to the day only; April is not over on the 29th.
      "local s = forecast.series{as_of = date\"2026-04-29\"} "
        + "return s.count, s.filled, s.values[1], s.values[2], s.values[3], s.grain, s.unit",
      "3  1  money\"200.00\"  money\"0.00\"  money\"80.00\"  \"month\"  \"money\""
    ),
    (
      "local s = forecast.series{as_of = date\"2026-04-30\"} return s.count, s.values[4]",
      "4  money\"12.00\""
    ),
    (
      "local s = forecast.series{of = orders, value = \"amount\", day = \"ordered_on\", by = \"quarter\", "
        + "as_of = date\"2026-03-31\"} return s.count, s.values[1], s.periods[1].period, s.periods[1].records",
      "1  money\"1279.00\"  \"2026-Q1\"  5"
    ),
    (
      "local s = forecast.series{rep = ann, as_of = date\"2026-03-31\"} return s.values[1], s.values[3]",
      "money\"160.00\"  money\"0.00\""
    ),
    (
      "local s = forecast.series{region = \"南区\", as_of = date\"2026-03-31\"} return s.values[1], s.values[3]",
      "money\"60.00\"  money\"80.00\""
    ),
    (
      "local s = forecast.series{product = nut, as_of = date\"2026-03-31\"} return s.values[1], s.values[3]",
      "money\"50.00\"  money\"20.00\""
    ),
    (
      // Counting: a rule that gives numbers.
      "local s = forecast.series{value = function(o) return 1 end, as_of = date\"2026-03-31\"} "
        + "return s.values[1], s.unit", "3.0  \"number\""
    ),
    (
      // 2026-01-05 is the Monday of week 2, 2026-03-01 the Sunday of week 9.
      "local s = forecast.series{by = \"week\", as_of = date\"2026-03-01\"} "
        + "return s.count, s.periods[1].period, s.periods[8].period, s.values[8]",
      "8  \"2026-W02\"  \"2026-W09\"  money\"80.00\""
    ),
    (
      "local s = forecast.series{since = date\"2025-12-15\", as_of = date\"2026-01-31\"} "
        + "return s.count, s.values[1], s.values[2]", "2  money\"0.00\"  money\"200.00\""
    ),
  ])
  func series(_ call: String, _ gives: String) throws {
    let world = try FilesWorld()
    defer { world.remove() }
    #expect(try world.eval("\(Self.book) \(call)") == gives, "\(call)")
  }

  @Test func laterRecordsChangeNothing() throws {
    let world = try World()
    defer { world.remove() }
    let forecast = """
      local f = forecast.run{series = forecast.series{as_of = date"2026-03-31"}, horizon = 3}
      local text = f.method .. tostring(f.points) .. tostring(f.tournament) .. tostring(f.why)
      """
    let result = try world.eval(
      """
      local first, second
      do \(forecast) first = text end
      plan(function()
        for i = 1, 40 do
          orders:create{customer = 1, ordered_on = date"2026-04-01" + days(i), amount = wan(1000), status = "open"}
        end
        \(forecast) second = text
      end)
      return first == second, #first > 500
      """)
    #expect(result == "true  true")
  }

  @Test func moneyComesBackToTheFen() throws {
    let world = try World(customers: 1)
    defer { world.remove() }
    // Mean of 0.01, 0.01 and 0.03 is 0.01666…
    #expect(
      try world.eval(
        "return forecast.run{series = {yuan(0.01), yuan(0.01), yuan(0.03)}, method = \"moving_average\"}.value"
      )
        == "money\"0.02\"")
    #expect(
      try world.eval(
        """
        local f = forecast.run{series = {yuan(1), yuan(3), yuan(2)}, by = "month", from = date"2026-01-01",
          method = "naive", horizon = 2}
        return f.points[1].period, f.points[2].starts_on, f.points[1].value, f.points[1].low
        """) == "\"2026-04\"  date\"2026-05-01\"  money\"2.00\"  money\"0.00\"")
  }

  /// Naive 3 of 1, 2, 3: errors 1, 1, so σ = 1; z of 80 % is 1.281552.
  @Test func intervalsByHand() throws {
    let world = try World(customers: 1)
    defer { world.remove() }
    let result = try world.eval(
      """
      local f = forecast.run{series = {1, 2, 3}, method = "naive", horizon = 4, level = 0.8}
      return ("%.6f %.6f"):format(f.points[1].high, f.points[4].high)
      """)
    #expect(result == "\"4.281552 5.563103\"")
  }

  @Test func stated() throws {
    let world = try World(customers: 1)
    defer { world.remove() }
    #expect(
      try world.eval(
        "local f = forecast.run{series = {0, 0, 0, 0, 0, 0}} return f.method, f.value, f.tournament[1].wape"
      )
        == "\"naive\"  0.0  nil")
    #expect(
      try world.eval(
        "local f = forecast.run{series = {7, 7, 7, 7, 7, 7}} return f.method, f.value, f.points[1].low, #f.notes"
      )
        == "\"naive\"  7.0  7.0  1")
    #expect(
      try world.eval("local f = forecast.run{series = {7}} return f.method, f.value, #f.notes")
        == "\"naive\"  7.0  1")
    #expect(
      try world.eval(
        """
        local f = forecast.run{series = {1, 0, 3, 4, 5, 0, 7, 8, 9, 10}, season = 2}
        for _, r in ipairs(f.tournament) do
          if r.method == "holt_winters_multiplicative" then return r.wape, r.reason:match("point 2 is 0") end
        end
        """) == "nil  \"point 2 is 0\"")
  }

  @Test func whyNamesTheContest() throws {
    let world = try World(customers: 1)
    defer { world.remove() }
    let result = try world.eval(
      """
      local f = forecast.run{series = {1, 2, 3, 4, 5, 6, 7, 8}, methods = {"naive", "trend"}}
      local contest = why(f).children[2]
      return f.method, contest.children[1].outcome, contest.children[2].outcome, contest.source
      """)
    #expect(result == "\"trend\"  \"not_matched\"  \"matched\"  \"ours (FC1: rolling)\"")
  }

  @Test(arguments: [
    ("forecast.run{series = {}}", "forecast.empty"), ("forecast.run{}", "script.argument"),
    ("forecast.run{series = {1, 0/0, 3}}", "forecast.number"),
    ("forecast.run{series = {1, 1/0}}", "forecast.number"),
    ("forecast.run{series = {1, \"2\"}}", "forecast.number"),
    ("forecast.run{series = {1, yuan(2)}}", "forecast.unit"),
    (
      "forecast.run{series = {1, 2, 3}, method = \"holt_winters_additive\", season = 4}",
      "forecast.short"
    ),
    ("forecast.run{series = {1, 2, 3}, method = \"holt_winters_additive\"}", "forecast.season"),
    ("forecast.run{series = {1, 2, 3}, season = 1}", "forecast.season"),
    ("forecast.run{series = {1, 2, 3}, horizon = 0}", "forecast.horizon"),
    ("forecast.run{series = {1, 2, 3}, horizon = 1000000000000}", "forecast.horizon"),
    ("forecast.run{series = {1, 2, 3}, level = 1}", "forecast.level"),
    ("forecast.run{series = {1, 2, 3}, level = 0/0}", "forecast.level"),
    ("forecast.run{series = {1, 2, 3}, method = \"holtt\"}", "forecast.method"),
    ("forecast.run{series = {1, 2, 3}, methods = {}}", "forecast.method"),
    ("forecast.run{series = {1, 2, 3}, method = \"ses\", beta = 0.1}", "forecast.parameter"),
    ("forecast.run{series = {1, 2, 3}, method = \"ses\", alpha = 1.5}", "forecast.parameter"),
    (
      "forecast.run{series = {1, 2, 3}, method = \"moving_average\", window = 0}", "forecast.window"
    ),
    (
      "forecast.run{series = {1, 2, 3}, method = \"weighted_moving_average\", weights = {0, 0}}",
      "forecast.weights"
    ),
    ("forecast.run{series = {1, 2, 3}, seson = 4}", "script.argument"),
    ("forecast.run{series = {1e300, 1e308, 1.7e308}, method = \"trend\"}", "forecast.overflow"),
    (
      "forecast.run{series = {wan(1), wan(9000000000), wan(11000000000)}, method = \"holt\", horizon = 500}",
      "forecast.overflow"
    ),
    ("forecast.series{by = \"fortnight\"}", "policy.unknown"),
    ("forecast.series{of = orders, value = \"amont\", day = \"ordered_on\"}", "rule.unknown_name"),
    ("forecast.series{of = customers}", "script.argument"),
    ("forecast.series{of = orders, value = \"amount\", day = \"status\"}", "script.argument"),
    ("forecast.series{as_of = date\"1990-01-01\"}", "forecast.empty"),
    ("forecast.series{by = \"day\", since = date\"1900-01-01\"}", "forecast.long"),
    (
      "forecast.series{of = customers, value = \"headcount\", day = \"created_on\", rep = 1}",
      "forecast.scope"
    ),
    ("forecast.policy{name = \"x\"}", "policy.missing"),
  ])
  func refusals(_ call: String, _ code: String) throws {
    let world = try World(customers: 20)
    defer { world.remove() }
    #expect(try world.failure("return \(call)").code == code, "\(call)")
  }
}
