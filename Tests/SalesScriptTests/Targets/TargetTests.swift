// Targets on a book counted by hand: set, split, grown, and how far they are.
import SalesScript
import Testing

@Suite struct TargetTests {
  private func eval(_ source: String) throws -> String {
    let world = try World(customers: nil)
    defer { world.remove() }
    return try world.eval(TargetBook.source + source)
  }

  @Test func lastYearSplitsByAreaToTheFen() throws {
    // North 100 + 200 + 100 = 400, south 400 + Dee's 200 = 600: Dee is of south's history though she left. 1,000.01
    // over 400 : 600 = 400.004 and 600.006; the fen left over goes to the larger remainder, south.
    #expect(
      try eval(
        """
        local t = target.set{period = "2026-Q2", amount = yuan(1000) + yuan(0.01)}
        local s = target.split{target = t, by = "area"}
        return parts(s, "area"), s.uncovered, s.basis, s.made
        """) == "\"north 400.00; south 600.01\"  money\"50.00\"  \"last_year\"  2")
  }

  @Test func repsWhoLeftAreNoPartsAndTheirHistoryIsTold() throws {
    // Ann 300, Bob 100, Cy 400: 800 + 200 of Dee + 50 of nobody.
    #expect(
      try eval(
        """
        local t = target.set{period = "2026-Q2", amount = yuan(800)}
        local s = target.split{target = t, by = "rep"}
        return parts(s, "rep"), s.uncovered
        """) == "\"Ann 300.00; Bob 100.00; Cy 400.00\"  money\"250.00\"")
  }

  @Test func productLinesComeFromOrderLines() throws {
    // Bolts 100 + 150 + 400 = 650, nuts 50 + 100 = 150; 250 have no lines and are in no part.
    #expect(
      try eval(
        """
        local t = target.set{period = "2026-Q2", amount = yuan(80)}
        local s = target.split{target = t, by = "product"}
        return parts(s, "product"), s.uncovered
        """) == "\"bolts 65.00; nuts 15.00\"  nil")
  }

  @Test func regionsAndKindsAreThoseOfCustomers() throws {
    // East (satellite): 300 + 200 + 50 = 550; west (rocket): 100 + 400 = 500.
    #expect(
      try eval(
        """
        local t = target.set{period = "2026-Q2", amount = yuan(105)}
        local a = parts(target.split{target = t, by = "region"}, "region")
        local b = parts(target.split{target = t, by = "kind", replace = true}, "kind")
        return a, b, targets:count()
        """) == "\"east 55.00; west 50.00\"  \"rocket 50.00; satellite 55.00\"  3")
  }

  @Test func monthsFollowTheSeason() throws {
    // 2025: April 400, May 400, June 250 of 1,050; 2024: all in May; 2023: nothing, says nothing. Mean shares, in
    // millionths of a year: 380952, 380952 + 1000000, 238095. Of 2,000: 2000 × 380952 / 1999999 = 380.95219…,
    // 1380952 → 1380.95269…, 238095 → 238.09511….
    #expect(
      try eval(
        """
        local t = target.set{period = "2026-Q2", amount = yuan(2000)}
        return parts(target.split{target = t, by = "month", weights = "history"}, "month")
        """) == "\"2026-04 380.95; 2026-05 1380.95; 2026-06 238.10\"")
  }

  @Test func growthIsTheYearBeforeRaised() throws {
    // 1,050 × 1.2 = 1,260; Ann: 300 × 1.1 = 330; orders: 7 × 1.5 = 10.5, half up 11.
    #expect(
      try eval(
        """
        local a = target.set{period = "2026-Q2", growth = true}
        local b = target.set{period = "2026-Q2", growth = 0.1, rep = "A"}
        local c = target.set{period = "2026-Q2", growth = 0.5, metric = "orders"}
        local w = why(b, "amount")
        return a.amount, b.amount, c.number, w.children[1].value, w.children[1].children[1].value,
          code(target.set, {period = "2024-Q1", growth = 0.1}), code(target.set, {period = "2026-Q2", growth = -1})
        """)
        == "money\"1260.00\"  money\"330.00\"  11.0  money\"330.00\"  money\"300.00\"  \"target.history\"  \"target.amount\""
    )
  }

  @Test func wholePiecesStayWhole() throws {
    // 10 visits over three even quarters of … four: 3, 3, 2, 2.
    #expect(
      try eval(
        """
        local t = target.set{period = "2026", metric = "visits", number = 10}
        local s = target.split{target = t, by = "quarter", weights = "even"}
        return parts(s, "quarter")
        """) == "\"2026-Q1 3; 2026-Q2 3; 2026-Q3 2; 2026-Q4 2\"")
  }

  @Test func splitAgainChangesThePartsInPlace() throws {
    #expect(
      try eval(
        """
        local t = target.set{period = "2026-Q2", amount = yuan(1000)}
        local s = target.split{target = t, by = "area"}
        local ids = s.parts[1].id .. " " .. s.parts[2].id
        target.split{target = targets:get(s.parts[1].id), by = "team", weights = {one = 75, two = 25}}
        local again = target.split{target = t, by = "area"}
        local same = ids == again.parts[1].id .. " " .. again.parts[2].id
        local first = again.changed .. " " .. #again.stale
        local third = target.split{target = t, by = "area", weights = "even"}
        local sums = target.tree(t)
        return same, first, third.changed, table.concat(third.stale, ","), sums.sums,
          sums.problems[1].difference, targets:count()
        """) == "true  \"0 0\"  2  \"2026-Q2 north\"  false  money\"-100.00\"  5")
  }

  @Test func anotherWordReplacesOnlyWhenAsked() throws {
    #expect(
      try eval(
        """
        local t = target.set{period = "2026-Q2", amount = yuan(1000)}
        local s = target.split{target = t, by = "area"}
        target.split{target = s.parts[1].id, by = "rep"}
        local refused = code(target.split, {target = t, by = "month"})
        local kept = targets:count()
        local made = target.split{target = t, by = "month", replace = true}
        return refused, kept, made.removed, made.made, targets:count(), target.tree(t).sums
        """) == "\"target.split\"  5  4  3  4  true")
  }

  @Test func whyReplaysTheSplit() throws {
    #expect(
      try eval(
        """
        local t = target.set{period = "2026-Q2", amount = yuan(1000) + yuan(0.01)}
        local s = target.split{target = t, by = "area"}
        local w = why(targets:get(s.parts[2].id), "amount").children[1]
        targets:get(s.parts[1].id).amount = yuan(1)
        local changed = why(targets:get(s.parts[1].id), "amount").children[1]
        return w.value, w.children[2].reason, changed.value, changed.reason:match("; (.*)")
        """)
        == "money\"600.01\"  \"of 10000000, by last_year among 2 parts by area\"  money\"400.00\"  "
        + "\"changed since to 1.00\"")
  }

  @Test func treeGoesDownAllLevels() throws {
    #expect(
      try eval(
        """
        local year = target.set{period = "2026", amount = wan(100)}
        for _, area in ipairs(target.split{target = year, by = "area", otherwise = "even"}.parts) do end
        local s = target.split{target = year, by = "area", weights = "even"}
        for i = 1, #s.parts do
          local teams = target.split{target = s.parts[i].id, by = "team", weights = "even"}
          for j = 1, #teams.parts do
            local r = target.split{target = teams.parts[j].id, by = "rep", weights = "even"}
            target.split{target = r.parts[1].id, by = "quarter", weights = {10, 20, 30, 40}}
          end
        end
        local tree = target.tree{period = "2026"}
        return tree.sums, #tree.targets, tree.targets[4].target_of, tree.targets[5].target_of
        """) == "true  21  \"      2026 Ann\"  \"        2026-Q1 Ann\"")
  }
}
