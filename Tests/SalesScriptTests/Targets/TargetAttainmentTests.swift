// How far targets are, on a book counted by hand; and what is refused.
import SalesScript
import Testing

@Suite struct TargetAttainmentTests {
  private func eval(_ source: String) throws -> String {
    let world = try World(customers: nil)
    defer { world.remove() }
    return try world.eval(TargetBook.source + source)
  }

  @Test func runRateCountsWorkingDays() throws {
    // Working days: April 22 weekdays − Qingming 1 = 21; May 21 − 3 + 1 made up on the 9th = 19; June 22 − Dragon Boat
    // 1 = 21; together 61. Up to May 15th 21 + 11 − 3 + 1 = 30. Reached by then: 250. 250 × 61 / 30 = 508.333…; per day
    // 8.333…; needed (1000 − 250) / 31 = 24.193…, rounded up to the fen.
    #expect(
      try eval(
        """
        local t = target.set{period = "2026-Q2", amount = yuan(1000)}
        local r = target.run_rate(t, {as_of = date"2026-05-15"})
        return r.state, r.reached, r.share, r.gap, r.per_day, r.projection, r.needed, why(r).value
        """)
        == "\"running\"  money\"250.00\"  0.25  money\"750.00\"  money\"8.33\"  money\"508.33\"  money\"24.20\"  "
        + "money\"508.33\"")
  }

  @Test func beforeAndAfterThePeriod() throws {
    #expect(
      try eval(
        """
        local t = target.set{period = "2026-Q2", amount = yuan(400)}
        local b = target.run_rate(t, {as_of = date"2026-03-31"})
        local e = target.run_rate(t, {as_of = date"2026-09-01"})
        local zero = target.run_rate(target.set{period = "2026-Q2", amount = yuan(0), rep = "B"})
        local far = target.run_rate(target.set{period = "2030", amount = yuan(1)})
        return b.state, b.reached, b.per_day, b.projection, b.needed, e.state, e.projection, e.needed, e.share,
          zero.share, far.state, far.days, far.needed
        """)
        == "\"not_begun\"  money\"0.00\"  nil  nil  money\"6.56\"  \"ended\"  money\"400.00\"  nil  1.0  nil  "
        + "\"not_begun\"  nil  nil")
  }

  @Test func attainmentByAreaAndOfATarget() throws {
    // North 250 of 500, south 150 of 500; the quarter has ended on June 30th.
    #expect(
      try eval(
        """
        local t = target.set{period = "2026-Q2", amount = yuan(1000)}
        target.split{target = t, by = "area", weights = "even"}
        target.set{period = "2026-Q2", metric = "orders", number = 4}
        local a = target.attainment{period = "2026-Q2", by = "area"}
        local all = target.attainment{period = "2026-Q2"}
        local of = target.attainment{target = t, as_of = date"2026-04-30"}
        return a[1].target_of, a[1].reached, a[1].share, a[2].reached, a[2].gap, #all, all[4].reached, #of,
          of[1].reached, of[1].expected
        """)
        == "\"2026-Q2 north\"  money\"250.00\"  0.5  money\"150.00\"  money\"350.00\"  4  2  3  money\"250.00\"  0.3443"
    )
  }

  @Test func refusals() throws {
    #expect(
      try eval(
        """
        local t = target.set{period = "2026-Q2", amount = yuan(1000)}
        local function split(more) more.target = t return code(target.split, more) end
        local _, near = pcall(target.split, {target = t, by = "are"})
        return table.concat({
          split{by = "are"}, near.remedy, split{by = "quarter"}, split{by = "company"},
          split{by = "month", weights = {30, 30, 30}}, split{by = "month", weights = {-10, 60, 50}},
          split{by = "month", weights = {0, 0, 0}}, split{by = "month", weights = {50, 50}},
          split{by = "area", weights = {nort = 100}}, split{by = "area", weights = {north = 0/0, south = 100}},
          split{by = "area", weights = "lastyear"}, split{by = "area", weights = {north = "1", south = 99}},
          split{by = "area", otherwise = "odd"},
        }, " | ")
        """)
        == "\"target.by | did you mean \\\"area\\\"? | target.by | target.by | target.weights | target.weights | "
        + "target.weights | target.weights | target.weights | target.weights | target.weights | target.weights | "
        + "target.weights\"")
    #expect(
      try eval(
        """
        return table.concat({
          code(target.set, {period = "2026-Q5", amount = yuan(1)}), code(target.set, {period = "2026-13", amount = yuan(1)}),
          code(target.set, {period = "26", amount = yuan(1)}), code(target.set, {period = "2026-H3", amount = yuan(1)}),
          code(target.set, {period = "2026", amount = yuan(-1)}), code(target.set, {period = "2026", amount = money"0.001"}),
          code(target.set, {period = "2026", number = 3}), code(target.set, {period = "2026"}),
          code(target.set, {period = "2026", amount = yuan(1), level = "area", unit = "nort"}),
          code(target.set, {period = "2026", amount = yuan(1), level = "are"}),
          code(target.set, {period = "2026", amount = yuan(1), unit = "north"}),
          code(target.set, {period = "2026", amount = yuan(1), product = "bolt"}),
          code(target.set, {period = "2026", amount = yuan(1), metric = "sale"}),
          code(target.set, {period = "2026", metric = "visits", number = 1.5}),
          code(target.attainment, {period = "2020"}), code(target.attainment, {period = "2026", metric = "x"}),
        }, " ")
        """)
        == "\"period.unknown period.unknown period.unknown period.unknown target.amount target.amount target.amount "
        + "script.argument target.unit target.level target.unit target.line target.metric script.argument target.none "
        + "target.metric\"")
  }

  @Test func noHistoryIsStatedAndEvenOnlyWhenAsked() throws {
    #expect(
      try eval(
        """
        local t = target.set{period = "2030-Q2", amount = yuan(100)}
        local refused = code(target.split, {target = t, by = "area"})
        local s = target.split{target = t, by = "area", otherwise = "even"}
        local p = target.set{period = "2026-Q2", metric = "new_customers", number = 2}
        return refused, s.basis, parts(s, "area"), code(target.split, {target = p, by = "product"})
        """)
        == "\"target.history\"  \"even\"  \"north 50.00; south 50.00\"  \"target.product\"")
  }

  @Test func partsSetByHandLieWithinTheirWhole() throws {
    #expect(
      try eval(
        """
        local year = target.set{period = "2026", amount = yuan(100)}
        local q = target.set{period = "2026-Q1", amount = yuan(60), parent = year}
        local outside = code(target.set, {period = "2025-Q1", amount = yuan(1), parent = year})
        local itself = code(target.set, {period = "2026", amount = yuan(100), parent = year})
        local t = target.tree(year)
        targets:get(year.id).parent = q
        local ring = code(target.tree, year)
        return outside, itself, t.problems[1].difference, t.targets[2].basis, ring,
          code(target.split, {target = q, by = "area"})
        """)
        == "\"target.parent\"  \"target.parent\"  money\"-40.00\"  nil  \"target.depth\"  \"target.split\""
    )
  }

  @Test func aSplitIsARunThatIsUndone() throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    try world.run(TargetBook.source + "target.set{period = \"2026-Q2\", amount = yuan(10)}")
    let run = try world.run("target.split{target = 1, by = \"area\", weights = \"even\"}")
    #expect(try world.eval("return targets:count()") == "3")
    try world.run("undo(\(run.run ?? 0))")
    #expect(try world.eval("return targets:count(), targets:get(1).amount") == "1  money\"10.00\"")
  }
}
