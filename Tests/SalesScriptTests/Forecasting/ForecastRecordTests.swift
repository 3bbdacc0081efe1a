// Snapshots, what became of them, calls beside them, causes, and the calendar.
import SalesScript
import Testing

@Suite struct ForecastRecordTests {
  /// Sales of four months by hand, a forecast of 100 for each of May, June made at the end of April.
  private static let book = """
    local c = customers:create{name = "c", region = "北区"}
    local ann = reps:create{name = "Ann"}
    local function sell(day, amount)
      orders:create{customer = c.id, rep = ann.id, ordered_on = date(day), amount = yuan(amount), status = "open"}
    end
    sell("2026-03-10", 80) sell("2026-04-10", 60) sell("2026-04-20", 40)
    local series = forecast.series{as_of = date"2026-04-30"}
    local f = forecast.save(forecast.run{series = series, method = "naive", horizon = 3})
    sell("2026-05-02", 50) sell("2026-05-03", 75) sell("2026-06-01", 200)
    """

  private func expect(_ call: String, _ gives: String) throws {
    let world = try FilesWorld()
    defer { world.remove() }
    #expect(try world.eval("\(Self.book) \(call)") == gives, "\(call)")
  }

  @Test func aSnapshotHoldsWhatWasMade() throws {
    try expect(
      """
      local p = f:forecast_points():order_by("step"):first()
      return f.name, f.method, f.as_of, f.grain, f.horizon, f.taken_by, p.value, p.starts_on, p.ends_on
      """,
      "\"orders.amount\"  \"naive\"  date\"2026-04-30\"  \"month\"  3  \"tester\"  money\"100.00\"  "
        + "date\"2026-05-01\"  date\"2026-05-31\"")
  }

  @Test(arguments: [
    ("forecasts:where{id = f.id}:update{method = \"ses\"}", "ledger.final"),
    ("forecast_points:delete()", "ledger.final"),
    ("forecast.save(forecast.run{series = {1, 2, 3}})", "forecast.periods"),
    (
      "forecast.save(forecast.run{series = {1, 2}, by = \"month\", from = date\"2026-01-01\", method = \"naive\"})",
      "forecast.unit"
    ),
    ("forecast.save(series)", "script.argument"), ("forecast.save(3)", "script.argument"),
    (
      "forecast.save(forecast.run{series = series, method = \"naive\"}, {model_share = 1.5})",
      "forecast.share"
    ),
    ("forecast.call{period = date\"2026-05-01\", amount = yuan(-1)}", "forecast.amount"),
    ("forecast.call{period = date\"2026-05-01\"}", "script.argument"),
    ("forecast.adjust{period = date\"2026-05-01\", amount = yuan(1)}", "forecast.reason"),
    ("forecast.cause{forecast = f, cause = \"timming\"}", "forecast.cause"),
    ("forecast.cause{forecast = f, cause = \"timing\", step = 3}", "forecast.open"),
    ("forecast.deviation{forecast = f, step = 4}", "forecast.step"),
    ("forecast.deviation{forecast = 999}", "record.missing"),
    ("forecast.accuracy{by = \"stepp\"}", "forecast.by"),
    ("forecast.accuracy{use = \"calls\"}", "policy.unknown"),
    ("forecast.calendar{since = date\"2026-07-01\", upto = date\"2026-06-30\"}", "forecast.days"),
  ])
  func refusals(_ call: String, _ code: String) throws {
    let world = try FilesWorld()
    defer { world.remove() }
    #expect(world.code("\(Self.book) \(call)") == code, "\(call)")
  }

  @Test func aRefusedSnapshotLeavesNothing() throws {
    let world = try FilesWorld()
    defer { world.remove() }
    let result = try world.eval(
      """
      pcall(forecast.save, forecast.run{series = {1, 2}, by = "month", from = date"2026-01-01", method = "naive"})
      return forecasts:count(), forecast_points:count()
      """)
    #expect(result == "0  0")
  }

  /// May: 100 against 125; June: 100 against 200; July is not over. Σ|e| 125 of 325, bias −125 / 325. The naive
  /// forecast is April's 100 as well, so the value added is 0.
  @Test func accuracyByHand() throws {
    try expect(
      """
      local a = forecast.accuracy{}
      return a.n, ("%.6f %.6f %.6f"):format(a.wape, a.accuracy, a.bias), a.tracking_signal, a.value_added,
        #a.groups, a.groups[2].step, a.groups[2].wape, a.groups[1].goal, a.groups[1].met, a.points[2].error
      """,
      "2  \"0.384615 0.615385 -0.384615\"  -2.0  0.0  2  2  0.5  \"over 85 %\"  false  money\"-100.00\""
    )
  }

  /// As of the end of May nothing of June is known.
  @Test func accuracyLooksNoFurtherThanItsDay() throws {
    try expect(
      "local a = forecast.accuracy{as_of = date\"2026-05-31\"} return a.n, ('%.2f'):format(a.accuracy)",
      "1  \"0.80\"")
    try expect("return forecast.accuracy{as_of = date\"2026-05-30\"}.n", "0")
    try expect(
      "return forecast.accuracy{as_of = date\"2026-05-30\"}.accuracy", "nil")
  }

  @Test func theLastOfTwoSnapshotsOfADayCounts() throws {
    try expect(
      """
      forecast.save(forecast.run{series = series, method = "moving_average", window = 2, horizon = 1})
      local a = forecast.accuracy{by = "method"}
      return a.n, a.groups[1].method, a.points[1].value
      """, "1  \"moving_average\"  money\"90.00\"")
  }

  @Test func scopesCompareWithTheirOwn() throws {
    try expect(
      """
      local s = forecast.series{rep = ann, as_of = date"2026-04-30"}
      forecast.save(forecast.run{series = s, method = "naive", horizon = 1})
      local other = reps:create{name = "Ben"}
      orders:create{customer = c.id, rep = other.id, ordered_on = date"2026-05-09", amount = yuan(1000), status = "open"}
      local a = forecast.accuracy{by = "rep"}
      return a.groups[2].rep == ann.id, a.groups[2].wape, #a.groups
      """, "true  0.2  2")
  }

  /// Half of 100 and half of the last call of 140, and 7 on top: 127.
  @Test func callsAreKeptApartAndJoined() throws {
    try expect(
      """
      forecast.call{period = date"2026-05-15", amount = yuan(999)}
      forecast.call{period = date"2026-05-15", amount = yuan(140)}
      forecast.call{period = date"2026-05-15", amount = yuan(500), rep = ann}
      forecast.adjust{period = date"2026-05-01", amount = yuan(10), reason = "fair"}
      forecast.adjust{period = date"2026-05-01", amount = yuan(-3), reason = "plant"}
      local t = forecast.combined{forecast = f}.points
      return t[1].model, t[1].call, t[1].callers, t[1].adjustment, t[1].combined, t[2].call, t[2].combined,
        f:forecast_points():first().value
      """,
      "money\"100.00\"  money\"140.00\"  1  money\"7.00\"  money\"127.00\"  nil  money\"100.00\"  money\"100.00\""
    )
  }

  @Test func callsOfRepsAddUpWhereAsked() throws {
    try expect(
      """
      local ben = reps:create{name = "Ben"}
      forecast.call{period = date"2026-06-15", amount = yuan(30), rep = ann}
      forecast.call{period = date"2026-06-15", amount = yuan(50), rep = ben}
      local own = forecast.combined{forecast = f}.points[2]
      local sum = forecast.combined{forecast = f, calls = "sum"}.points[2]
      return own.call, sum.call, sum.callers, sum.combined
      """, "nil  money\"80.00\"  2  money\"90.00\"")
  }

  @Test func aKeptPointSaysWhy() throws {
    try expect(
      """
      local why = why(f:forecast_points():first(), "value").children[1]
      return why.label, why.value, why.children[1].value, why.children[2].value
      """, "\"forecast FC-00000001\"  money\"100.00\"  \"naive\"  date\"2026-04-30\"")
  }

  @Test func accuracyOfTheCombinedNumber() throws {
    try expect(
      """
      forecast.call{period = date"2026-05-15", amount = yuan(150)}
      return forecast.accuracy{use = "combined", as_of = date"2026-06-30"}.points[1].error
      """, "money\"0.00\"")
  }

  /// May: 2 orders. Before: 3 orders of 180, so 60 each; volume 2 · 60 − 100 = 20, price and mix 125 − 120 = 5.
  @Test func deviationAddsUp() throws {
    try expect(
      """
      forecast.cause{forecast = f, cause = "demand", amount = yuan(15), correction = "ask earlier"}
      local d = forecast.deviation{forecast = f}
      return d.difference, d.volume, d.price_mix, d.unexplained, d.causes[1].cause, d.slipped
      """,
      "money\"25.00\"  money\"20.00\"  money\"5.00\"  money\"10.00\"  \"demand\"  nil")
  }

  /// Expected in May as of April: 30 was still open at its end, 9 was won in May, 4 was lost, 2 moved into May later.
  @Test func whatSlippedIsAsItWasKnown() throws {
    try expect(
      """
      local function deal(amount, close, status, closed)
        local o = opportunities:create{playbook = "fastener", stage = "proposal", status = status, amount = yuan(amount),
          opened_on = date"2026-04-01", expected_close = date"2026-12-31", closed_on = closed}
        stage_moves:create{opportunity = o.id, moved_at = instant"2026-04-01T09:00:00", stage = "proposal",
          amount = yuan(amount), expected_close = close}
        return o
      end
      deal(30, date"2026-05-20", "open") deal(9, date"2026-05-20", "won", date"2026-05-25")
      deal(4, date"2026-05-20", "lost", date"2026-05-25")
      local late = deal(2, date"2026-08-20", "open")
      stage_moves:create{opportunity = late.id, moved_at = instant"2026-05-02T09:00:00", from_stage = "proposal",
        stage = "proposal", amount = yuan(2), expected_close = date"2026-05-30"}
      local d = forecast.deviation{forecast = f}
      return d.slipped, d.slipped_deals
      """, "money\"30.00\"  1")
  }

  /// 2026: 25 June is a Thursday; Fridays 26 June and 3 July; the quarter ends on 30 June.
  @Test func theCalendarOfFC3() throws {
    let world = try FilesWorld()
    defer { world.remove() }
    let result = try world.eval(
      """
      local parts = {}
      for _, d in ipairs(forecast.calendar{since = date"2026-06-25", upto = date"2026-07-03"}) do
        parts[#parts + 1] = tostring(d.due_on) .. " " .. d.kind .. " " .. d.period
      end
      for _, d in ipairs(forecast.calendar{since = date"2026-11-28", upto = date"2026-12-01"}) do
        parts[#parts + 1] = tostring(d.due_on) .. " " .. d.kind .. " " .. d.period
      end
      return table.concat(parts, "; ")
      """)
    #expect(
      result
        == "\"2026-06-25 forecast_monthly 2026-07; 2026-06-26 forecast_weekly 2026-W27; "
        + "2026-06-30 forecast_quarterly 2026-Q3; 2026-07-03 forecast_weekly 2026-W28; "
        + "2026-11-30 forecast_annual 2027\"")
  }

  @Test func tasksAreOpenedOnce() throws {
    let world = try FilesWorld()
    defer { world.remove() }
    let result = try world.eval(
      """
      local a = forecast.open_tasks{since = date"2026-06-25", upto = date"2026-06-30"}
      local b = forecast.open_tasks{since = date"2026-06-20", upto = date"2026-07-03"}
      local t = tasks:where{key = "forecast_monthly/2026-07"}:first()
      return a.opened, b.opened, b.known, tasks:count(), t.due_on, t.kind
      """)
    #expect(result == "3  1  3  4  date\"2026-06-25\"  \"forecast_monthly\"")
  }
}
