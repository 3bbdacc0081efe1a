// Risks, budgets, the return on an investment and the nine-box, counted by hand.
import SalesScript
import Testing

@Suite struct RiskBudgetTests {
  private func eval(_ source: String) throws -> String {
    let world = try World(customers: nil)
    defer { world.remove() }
    return try world.eval(
      """
      local function code(f, ...)
        local ok, e = pcall(f, ...)
        return ok and "none" or e.code
      end

      """ + source)
  }

  @Test func risksAreRankedAndLookedAt() throws {
    // Competition 4 × 4 = 16, severe, 7 days; policy 4 × 2 = 8, high and at least monthly; key customer 5 × 1 = 5, low.
    #expect(
      try eval(
        """
        reps:create{name = "Pia", role = "product_director"}
        local a = planning.risk{kind = "policy"}
        local b = planning.risk{kind = "competition"}
        local c = planning.risk{kind = "key_customer", probability = 1, title = "Sat leaves"}
        local r = planning.risks{}
        local due = planning.risks{as_of = date"2026-07-07"}
        planning.review(c, {state = "closed"})
        local out = {}
        for i = 1, 3 do out[i] = r.risks[i].kind .. " " .. r.risks[i].grade .. " " .. tostring(r.risks[i].review_due) end
        return table.concat(out, "; "), r.risks[1].owner, r.due, due.due, r.matrix[2].p4, r.matrix[1].p1,
          #planning.risks{}.risks, code(planning.review, c, {impact = 2})
        """)
        == "\"competition severe 2026-07-07; policy high 2026-07-30; key_customer low 2026-09-28\"  \"Pia\"  0  1  1  1  2  "
        + "\"risk.closed\"")
  }

  @Test func risksOutsideTheScaleAreRefused() throws {
    #expect(
      try eval(
        """
        local r = planning.risk{kind = "staff"}
        return table.concat({code(planning.risk, {kind = "staff", impact = 0}), code(planning.risk, {kind = "staff", impact = 6}),
          code(planning.risk, {kind = "staff", probability = -1}), code(planning.risk, {kind = "stuff"}),
          code(planning.review, r, {impact = 9}), code(planning.review, r, {on = date"2026-06-29"}),
          code(planning.review, r, {on = date"2026-07-01"}), code(planning.review, r, {state = "open?"})}, " "), risks:count()
        """)
        == "\"risk.scale risk.scale risk.scale risk.kind risk.scale risk.day risk.day script.argument\"  1"
    )
  }

  @Test func budgetsAreSharedOutAndSpent() throws {
    // 100.01 by 45 : 20 : 35 = 45.0045, 20.002, 35.0035: the fen goes to marketing, the largest remainder.
    #expect(
      try eval(
        """
        local b = planning.budget{period = "2026", total = yuan(100) + yuan(0.01)}
        planning.spend{period = "2026", line = "training", amount = yuan(25)}
        local after = planning.budgets{period = "2026"}
        local s = planning.sweep{}
        return b.lines[1].planned, b.lines[2].planned, b.lines[3].planned, after.lines[3].left, after.spent, s.budgets,
          inbox.open{kind = "budget_over"}[1].message,
          code(planning.spend, {period = "2026", line = "trainings", amount = yuan(1)}),
          code(planning.spend, {period = "2027", line = "training", amount = yuan(1)}),
          code(planning.spend, {period = "2026", line = "training", amount = yuan(-26)}),
          code(planning.budget, {period = "2026", total = yuan(-1)}), code(planning.budget, {period = "2026-Q9", total = yuan(1)})
        """)
        == "money\"45.01\"  money\"35.00\"  money\"20.00\"  money\"-5.00\"  money\"25.00\"  1  "
        + "\"2026 training: 25.00 spent of 20.00\"  \"budget.line\"  \"budget.missing\"  \"budget.amount\"  "
        + "\"budget.amount\"  \"period.unknown\"")
  }

  @Test func aLineThatPromotesWellGetsAFifthMoreOnce() throws {
    // Bolts: 100 + 150 + 400 = 650 in the second quarter of 2025, 780 in that of 2026: + 20 %. Nuts: 150 and 0.
    #expect(
      try eval(
        TargetBook.source
          + """
          orders:create{customer = 1, rep = 1, ordered_on = date"2026-05-05", amount = yuan(780), status = "placed"}
          order_lines:create{order = orders:count(), line = 1, product = 1, quantity = 78, list_price = yuan(10),
            unit_price = yuan(10), amount = yuan(780)}
          for _, scope in ipairs{"bolts", "nuts"} do
            planning.budget{period = "2026-Q2", line = "marketing", scope = scope, planned = yuan(100)}
          end
          local a = planning.promote{product = "bolts", period = "2026-Q2"}
          local again = code(planning.promote, {product = "bolts", period = "2026-Q2"})
          local b = planning.promote{product = "nuts", period = "2026-Q2"}
          planning.spend{period = "2026-Q2", line = "marketing", scope = "bolts", amount = yuan(39)}
          return a.sales, a.before, a.raised, a.planned, again, b.raised, b.planned,
            planning.budgets{period = "2026-Q2"}.lines[1].per_yuan, code(planning.promote, {product = "bolt", period = "2026-Q2"})
          """)
        == "money\"780.00\"  money\"650.00\"  true  money\"120.00\"  \"budget.promoted\"  false  money\"100.00\"  20.0  "
        + "\"target.line\"")
  }

  @Test func theReturnIsComputedBesideTheClaim() throws {
    // (80 − 85) + (200 − 100) + (400 − 120) = 375 over 305: 1.22951…; by margins (8 + 30 + 80) / 305 = 0.38689….
    #expect(
      try eval(
        """
        local r = planning.roi{}
        local none = planning.roi{years = {{year = 2026, revenue = wan(1), cost = yuan(0)}}}
        local own = planning.roi{years = {{year = 1, revenue = yuan(150), cost = yuan(100)}, {year = 2, revenue = yuan(50), cost = yuan(100)}}}
        return r.roi, r.by_margins, r.claim, r.difference, r.profit, r.cost, why(r).value == r.roi, none.roi, why(none).reason,
          own.roi, own.claim, code(planning.roi, {years = {}}), code(planning.roi, {years = {{year = 1, revenue = 3, cost = yuan(1)}}}),
          code(planning.roi, {years = {{year = 1, revenue = yuan(1), cost = yuan(1), margin = 2}}})
        """)
        == "\(375.0 / 305)  \(118.0 / 305)  2.5  -1.2705  money\"3750000.00\"  money\"3050000.00\"  true  nil  "
        + "\"no data: nothing was spent\"  0.0  nil  \"script.argument\"  \"script.argument\"  \"script.argument\""
    )
  }

  @Test func theReportOfTheReturnPrintsItsFormula() throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    try world.run("print(planning.roi{})")
    let text = world.output.text
    #expect(text.contains("roi: 123 %"))
    #expect(text.contains("formula: Σ (revenue − cost) / Σ cost = (−5 + 100 + 280) / 305万"))
    #expect(text.contains("claim: 250 %"))
  }

  @Test func nineBoxesByTargetAndMethod() throws {
    // Second quarter of 2026: Ann 250 of 250, high; Cy 150 of 200 = 0.75, low; Bob has no target. Ann wrote three
    // cases, high; Cy one lesson, 0.5, low.
    #expect(
      try eval(
        TargetBook.source
          + """
          target.set{period = "2026-Q2", rep = "A", amount = yuan(250)}
          target.set{period = "2026-Q2", rep = "C", amount = yuan(200)}
          for n = 1, 3 do
            knowledge.add{kind = "case", title = "case " .. n, industry = "x", pain = "p", solution = "s", result = "r", author = "A"}
          end
          daily.report{rep = "C", lesson = "ask first"}
          local n = planning.nine_box{period = "2026-Q2"}
          return #n.people, n.people[1].box, n.people[2].box, n.stars, n.bottom, n.bottom_fits, table.concat(n.without, " "),
            planning.nine_box{period = "2020"}.stars, code(planning.nine_box, {period = "2026-Q2", results = {Ann = 1, Bo = 2}})
          """)
        == "2  \"star\"  \"bottom\"  0.5  0.5  false  \"Bob\"  nil  \"nine_box.rep\"")
  }
}
