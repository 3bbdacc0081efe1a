// Grids of plans, what-ifs and scenarios. Expected values are reckoned by hand, in the comments.
import SalesStore
import Testing

@testable import SalesScript

@Suite struct IncentiveGridTests {
  private func eval(_ source: String) throws -> String {
    let world = try PayWorld.make()
    defer { world.remove() }
    return try world.eval(source)
  }

  @Test func aGridSaysWhoWinsAndLoses() throws {
    // Rates of 甲, 乙 (3 %) and 丙 (2 %) together: at 2.5 % 2,500 + 5,000 + 7,500; before 3,000 + 6,000 + 6,000.
    #expect(
      try eval(
        """
        local g = incentive.try(nil, {period = "2026-Q2",
          vary = {rate = {0.02, 0.025, 0.03}, threshold = {yuan(0), wan(15)}}})
        local reps = g:reps(3)
        return #g.table, g.base, g.table[3].rate, g.table[3].threshold, g.table[3].difference,
          g.table[3].winners, g.table[3].losers, reps[1].difference, reps[3].difference
        """)
        == "6  money\"141000.00\"  0.025  money\"0.00\"  money\"0.00\"  1  2  money\"-500.00\"  money\"1500.00\""
    )
  }

  @Test func thresholdsAndClassesThatChangeWhatCounts() throws {
    // Of landmarks from 15万 on, 1 % of 20万 goes to the two of team north; from 25万 on, none.
    #expect(
      try eval(
        """
        local g = incentive.try("incentive_director", {against = "incentive_director",
          period = "2026-Q2", vary = {landmark = {wan(15), wan(25)}}})
        return g:reps(1)[1].difference, g:reps(2)[1].difference, g:reps(1)[3].difference
        """) == "money\"1000.00\"  money\"0.00\"  money\"3000.00\"")
  }

  @Test func aGridGivesWhatPayGives() throws {
    #expect(
      try eval(
        """
        local g = incentive.try(nil, {period = "2026", vary = {rate = {0.01, 0.04}, cap = {yuan(5000)}}})
        local same = true
        for i = 1, g.variants do
          same = same and incentive.pay{plan = g:plan(i), period = "2026"}.total == g.table[i].cost
        end
        return same, orders:count(), pay_lines:count()
        """) == "true  3  0")
  }

  @Test func aWhatIfLeavesNothing() throws {
    #expect(
      try eval(
        """
        local w = whatif(function()
          orders:get(1).amount = wan(50)
          local p = policies.get("incentive")
          p.components[4].rate = 0.1
          policies.use("incentive", p)
          return incentive.pay{period = "2026-Q2", rep = 1}.table[1].commission
        end)
        return w.result, w.changes:count(),
          incentive.pay{period = "2026-Q2", rep = 1}.table[1].commission, orders:get(1).amount
        """) == "money\"50000.00\"  1  money\"3000.00\"  money\"100000.00\"")
  }

  @Test func whatIfsNest() throws {
    #expect(
      try eval(
        """
        local inner
        local outer = whatif(function()
          orders:get(1).amount = wan(20)
          inner = whatif(function()
            orders:get(2).amount = wan(1)
            return orders:sum("amount")
          end)
          return orders:sum("amount")
        end)
        return inner.result, outer.result, inner.changes:count(), outer.changes:count(),
          orders:sum("amount")
        """)
        // 20 + 1 + 30; 20 + 20 + 30; 60.
        == "money\"510000.00\"  money\"700000.00\"  1  1  money\"600000.00\"")
  }

  @Test func whatRaisesInAWhatIfLeavesNothing() throws {
    #expect(
      try eval(
        """
        incentive.close{period = "2026-Q2", on = date"2026-07-01"}
        local lines = pay_lines:count()
        local ok, problem = pcall(whatif, function()
          orders:delete()
          policies.use("incentive", {})
          incentive.accrue{period = "2026-Q2"}
        end)
        local ok2, closed = pcall(whatif, function()
          orders:get(1).amount = wan(9)
          incentive.accrue{period = "2026-Q2"}
        end)
        return ok, problem.code, ok2, closed.code, orders:count(), pay_lines:count() == lines,
          incentive.plan().name
        """) == "false  \"policy.missing\"  false  \"incentive.closed\"  3  true  \"incentive\"")
  }

  @Test func scenariosAreCompared() throws {
    #expect(
      try eval(
        """
        scenario.define{name = "fewer", script = [[
          local p = policies.get("incentive")
          p.components[4].rate = 0.02
          policies.use("incentive", p)]]}
        scenario.define{name = "more", script = "orders:get(1).amount = wan(40)"}
        local c = compare("fewer", "more", {by = "rep", period = "2026-Q2"})
        local m = compare("now", "more", {measure = function() return orders:sum("amount") end})
        return c.table[1].a, c.table[1].b, c.difference, c.more, c.less, c.table[1].name,
          m.difference, orders:get(1).amount
        """)
        // 甲: 36,000 + 2,000 and + 12,000; 乙: 4,000 and 6,000; 丙 as before.
        == "money\"38000.00\"  money\"48000.00\"  money\"12000.00\"  2  0  \"甲\"  money\"300000.00\"  "
        + "money\"100000.00\"")
  }

  @Test func aScenarioIsPromotedOnce() throws {
    let world = try PayWorld.make()
    defer { world.remove() }
    try world.run("scenario.define{name = \"more\", script = \"orders:get(1).amount = wan(40)\"}")
    try world.run("scenario.promote(\"more\")")
    #expect(
      try world.eval(
        """
        local s = scenarios:first()
        local codes = {}
        for i, f in ipairs{scenario.promote, scenario.drop} do
          local ok, problem = pcall(f, "more")
          codes[i] = problem.code
        end
        return orders:get(1).amount, s.state, s.decided_on, codes[1], codes[2]
        """)
        == "money\"400000.00\"  \"promoted\"  date\"2026-06-30\"  \"scenario.decided\"  \"scenario.decided\""
    )
    try world.run("undo(runs(1)[1].run)")
    #expect(
      try world.eval("return orders:get(1).amount, scenarios:first().state")
        == "money\"100000.00\"  \"open\"")
  }

  @Test(
    "what cannot be done",
    arguments: [
      ("scenario.try(\"x\")", "scenario.unknown"),
      ("scenario.promote(\"x\")", "scenario.unknown"),
      ("compare(\"now\", \"x\")", "scenario.unknown"),
      ("scenario.define{name = \"now\", script = \"\"}", "scenario.name"),
      ("scenario.define{name = \"a\", script = \"x = = 1\"}", "script.syntax"),
      ("whatif(1)", "script.argument"),
      ("compare(\"now\", \"now\", {measure = function() return \"x\" end})", "compare.measure"),
      (
        "compare(\"now\", \"now\", {measure = function() return {1, yuan(1)} end})",
        "compare.measure"
      ),
      ("compare(\"now\", \"now\", {by = \"x\"})", "policy.unknown"),
    ])
  func errors(_ source: String, _ expected: String) throws {
    let code = try eval(
      "local ok, problem = pcall(function() \(source) end) return ok or problem.code")
    #expect(code == "\"\(expected)\"", "\(source)")
  }

  @Test func aScenarioThatRaisesIsNotPromoted() throws {
    #expect(
      try eval(
        """
        scenario.define{name = "bad", script = "orders:delete() error('no')"}
        local ok = pcall(scenario.promote, "bad")
        return ok, orders:count(), scenarios:first().state
        """) == "false  3  \"open\"")
  }
}
