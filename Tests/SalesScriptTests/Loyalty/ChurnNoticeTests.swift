// Notice of churn, the watch in the inbox, and the back-test from scripts.
import SalesScript
import Testing

@Suite struct ChurnNoticeTests {
  /// As of 2026-06-30: 1 at risk, 2 urgent, 3 early, 4 within three months but in its rhythm, 5 never bought, 6 of level C
  /// urgent, 7 by a fact without orders.
  private static let book = """
    for i, level in ipairs{"A", "A", "B", "B", "A", "C", "B"} do customers:create{name = "C" .. i, level = level, region = "east"} end
    local function order(c, ...)
      for _, day in ipairs{...} do orders:create{customer = c, amount = yuan(1), ordered_on = date(day)} end
    end
    order(1, "2026-03-01")
    order(2, "2026-04-15")
    order(3, "2026-04-05", "2026-04-25", "2026-05-15")
    order(4, "2026-01-15", "2026-03-15", "2026-05-15")
    order(6, "2026-04-20")
    customers:get(7).last_order = date"2026-04-30"
    """

  private func eval(_ source: String) throws -> String {
    let world = try World(customers: nil)
    defer { world.remove() }
    return try world.eval("\(Self.book)\n\(source)")
  }

  @Test func whoWillBeAtRisk() throws {
    #expect(
      try eval(
        """
        local n = churn.notice{by = "level"}
        local out = {}
        for i = 1, #n.list do
          local r = n.list[i]
          out[i] = ("%d %s %s %d"):format(r.customer, r.grade, r.at_risk_from, r.days_left)
        end
        return table.concat(out, "; "), n.at_risk, n.list[4].cycle_days, n.list[4].cycles, n.groups[2].customers,
          #churn.notice{grade = "early"}.list, #churn.notice{list = 1}.list
        """)
        == "\"2 urgent 2026-07-15 15; 6 urgent 2026-07-20 20; 7 urgent 2026-07-30 30; 3 early 2026-08-15 46\"  1  20.0  2.3  2  "
        + "1  1")
  }

  @Test func theWatchSettlesWhoBuysAgain() throws {
    // Levels A and B; urgent and at risk: 1, 2 and 7.
    #expect(
      try eval(
        """
        local first = churn.watch{}
        order(2, "2026-06-30")
        local again = churn.watch{}
        local open = inbox.open{kind = "churn_risk"}
        local names = {}
        for i = 1, #open do names[i] = open[i].message end
        table.sort(names)
        return first.raised, again.raised, again.known, again.settled, table.concat(names, "; ")
        """)
        == "3  0  2  1  \"C1: last order 2026-03-01, at risk since 2026-06-01; C7: last order 2026-04-30, at risk from "
        + "2026-07-30, in 30 days\"")
  }

  @Test func aPastDayKnowsNothingLater() throws {
    #expect(
      try eval(
        """
        local before = churn.notice{as_of = date"2026-05-10"}
        local out = {}
        for i = 1, #before.list do out[i] = before.list[i].customer .. " " .. tostring(before.list[i].at_risk_from) end
        return table.concat(out, "; ")
        """) == "\"1 2026-06-01\"")
  }

  @Test func backtestOfMonths() throws {
    // 5 ordered on 02-20: warned of from 04-20, silent for three months on 05-20. 1 is so on 06-01, after the horizon.
    #expect(
      try eval(
        """
        order(5, "2026-02-20")
        local b = churn.backtest{from = date"2026-03-01", to = date"2026-04-30", lost = 3, horizon = 1}
        return #b.months, b.months[1].customers, b.months[1].lost, b.months[2].customers, b.months[2].flagged,
          b.months[2].lost, b.months[2].hits
        """) == "2  3  0  6  1  1  1")
  }

  @Test func badInput() throws {
    #expect(
      try eval(
        """
        local function code(f, t) local ok, e = pcall(f, t) return ok and "ok" or e.code end
        return code(churn.notice, {grade = "erly"}), code(churn.notice, {list = 0}), code(churn.notice, {by = "month"}),
          code(churn.backtest, {horizon = 0}), code(churn.backtest, {lost = 121}), code(churn.backtest, {from = date"2026-06-01"}),
          code(churn.backtest, {from = date"2026-03-01", to = date"2026-01-01"}), code(churn.notice, {asof = 1})
        """)
        == "\"churn.grade\"  \"script.argument\"  \"loyalty.split\"  \"churn.horizon\"  \"churn.horizon\"  \"churn.period\"  "
        + "\"churn.period\"  \"script.argument\"")
  }
}
