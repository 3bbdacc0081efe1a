// Scorecards, assessments and self-checks against a book counted by hand.
import SalesScript
import Testing

@Suite struct ScorecardTests {
  /// Ann is to sell 400 in the quarter, Bob 200 in April to June by month.
  private static let targets = """
    local function target(rep, period, from, upto, amount)
      targets:create{metric = "sales", period = period, starts_on = date(from), ends_on = date(upto), level = "rep",
        rep = rep, amount = yuan(amount)}
    end
    target(1, "2026-Q2", "2026-04-01", "2026-06-30", 400)
    target(2, "2026-04", "2026-04-01", "2026-04-30", 50)
    target(2, "2026-05", "2026-05-01", "2026-05-31", 150)

    """

  @Test func pointsAreWeightsByWhatWasReached() throws {
    let world = try KPITests.world(Self.targets + KPIBook.invoices)
    defer { world.remove() }
    // Ann, key account 50/15/15/15/5: sales 300 / 400 = 0.75; no new customers known: 甲 has no first order as a fact;
    // no answers; collection 0.6 / 0.98; other 80. The known weights are 50 + 15 + 5 = 70.
    let share = 0.6 / 0.98
    let score = ((50 * 0.75 + 15 * share + 5 * 0.8) * 100 / 70 * 10).rounded() / 10
    let text = try world.eval(
      """
      local s = kpi.scorecard("A", {period = "2026-Q2", given = {other = 80}})
      return s.card, s.score, s.parts[1].attained, s.parts[2].attained, s.parts[1].weight
      """)
    #expect(text == "\"key_account\"  \(score)  0.75  nil  \(50 * (100.0 / 70))")
    // Bob by the quarter: 300 / 200 = 1.5, at most 1.2; repurchase of 乙: twice in twelve months: 1 / 0.45, at
    // most 1.2; the margin is not known: all of 80 by 1.2.
    #expect(
      try world.eval(
        "return kpi.scorecard(\"B\", {period = \"2026-Q2\", card = \"quarter\"}).score")
        == "120.0")
    #expect(
      try world.eval("return why(kpi.scorecard(\"A\", {period = \"2026-Q2\"})).label")
        == "\"score by key_account\"")
  }

  @Test func whatIsNotAllOfAHundredIsRefused() throws {
    let world = try KPITests.world()
    defer { world.remove() }
    let bent = """
      local p = policies.get("scorecards")
      p.cards[1].parts[1].weight = 41
      kpi.scorecard("A", {card = "month", policy = p})
      """
    #expect(try world.failure(bent) == .init("policy.weights", "sum to 101, not 100"))
    let loop = """
      local p = policies.get("scorecards")
      p.roles.key_account = "year"
      kpi.scorecard("A", {card = "year", policy = p})
      """
    #expect(try world.failure(loop) == .init("policy.value", "rests on cards itself"))
    let cases: [(String, Failure)] = [
      ("kpi.scorecard(\"C\")", .init("kpi.card", "no role with a card")),
      ("kpi.scorecard(\"A\", {card = \"mnoth\"})", .init("kpi.card", "month")),
      ("kpi.scorecard(\"A\", {given = {other = 101}})", .init("kpi.points", "0 to 100")),
      ("kpi.scorecard(\"Z\")", .init("record.missing", "no rep Z")),
      ("kpi.assess{card = \"month\", given = {Z = {other = 1}}}", .init("kpi.points", "no rep Z")),
      ("kpi.assess{}", .init("script.argument", "card is missing")),
    ]
    for (source, expected) in cases { #expect(try world.failure(source) == expected, "\(source)") }
  }

  /// Ten reps who sold 10 to 100 of a target of 100.
  private static let ten = """
    for i = 1, 10 do
      local r = reps:create{code = "R" .. i, name = "R" .. i, role = "key_account"}
      for _, q in ipairs{{"2026-Q1", "2026-01-01", "2026-03-31"}, {"2026-Q2", "2026-04-01", "2026-06-30"}} do
        orders:create{customer = 1, rep = r, ordered_on = date(q[3]), amount = yuan(i * 10), status = "placed"}
        targets:create{metric = "sales", period = q[1], starts_on = date(q[2]), ends_on = date(q[3]), level = "rep",
          rep = r, amount = yuan(100)}
      end
    end

    """

  @Test func theLowestTenthGetsAPlanAndThenMore() throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    try world.run("customers:create{name = \"甲\"}" + Self.ten)
    let assess = "local a = kpi.assess{card = \"quarter\", period = \"%\"} "
    let tell =
      "return a.assessed, a.kept, a.table[10].name, a.table[10].outcome, a.table[9].outcome, a.table[1].name"
    let first = (assess + tell).replacing("%", with: "2026-Q1")
    #expect(try world.eval(first) == "10  10  \"R1\"  \"improvement_plan\"  nil  \"R10\"")
    try world.run(first)
    #expect(try world.eval(first).hasPrefix("10  0"))
    #expect(
      try world.eval((assess + tell).replacing("%", with: "2026-Q2"))
        == "10  10  \"R1\"  \"move_or_dismiss\"  nil  \"R10\"")
    #expect(try world.eval("return scorecards:where{rank = 1}:first().ranked") == "10")
  }

  @Test func selfChecksAnswerByFiguresAndByPeople() throws {
    let world = try KPITests.world()
    defer { world.remove() }
    // The three best reps have 600 of 750: half or more, which is not well.
    let text = try world.eval(
      """
      local c = kpi.self_check{answers = {new_hires = true, churn_warning = false}}
      local q = c.questions
      return q[1].value, q[1].answer, q[1].passes, q[2].passes, q[3].passes, c.passes, self_checks:count(),
        #inbox.open{kind = "concentration"}, c.next_on
      """)
    #expect(text == "0.8  true  false  true  false  false  3  1  date\"2026-09-30\"")
    let open = try world.eval(
      """
      local c = kpi.self_check{as_of = date"2019-01-01"}
      return c.questions[1].answer, c.questions[2].answer, c.passes
      """)
    #expect(open == "nil  nil  nil")
    #expect(
      try world.failure("kpi.self_check{answers = {newhires = true}}")
        == .init("kpi.question", "did you mean 'new_hires'?"))
    #expect(
      try world.failure("kpi.self_check{check = \"x\"}") == .init("kpi.check", "no self-check"))
  }

  @Test func aTeamThatDoesLessIsTold() throws {
    let world = try KPITests.world(
      """
      local function visit(day, rep)
        activities:create{customer = 1, rep = rep, kind = "visit", at = instant(day .. "T10:00:00")}
      end
      for i = 17, 20 do visit("2026-06-" .. i, 1) visit("2026-06-" .. i, 2) end
      for i = 24, 26 do visit("2026-06-" .. i, 1) end
      for i = 24, 27 do visit("2026-06-" .. i, 2) end

      """)
    defer { world.remove() }
    // In the week to 06-23 each made 4 visits; in that to 06-30 blue made 3 (− 25 %), red 4.
    try world.run("kpi.watch{}")
    let text = try world.eval(
      """
      local open = inbox.open{kind = "team_efficiency"}
      local w = kpi.watch{}
      return #open, alerts:first().key, w.raised, w.known, w.groups[1].growth
      """)
    #expect(text == "1  \"team_efficiency/efficiency/team/blue\"  0  1  -0.25")
    #expect(
      try world.eval(
        "local c = kpi.compare{period = \"2026-Q2\", names = {\"revenue\"}} return c.best[1].region, c.best[2].region, #c.groups"
      )
        == "\"east\"  \"west\"  2")
  }
}
