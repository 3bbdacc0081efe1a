// Leads from a script to the store: taken, scored, graded, followed up; bad input beside good.
import SalesScript
import Testing

@Suite struct QualificationTests {
  /// 20 × 90 + 15 × 80 + 20 × 90 + 15 × 80 + 10 × 80 + 10 × 80 + 10 × 60 = 8,200.
  static let lead = """
    local function lead(more)
      local t = {company = "星辰", source = "web", region = "east", budget = 90, authority = 80,
        need = 90, timing = 80, size = 80, fit = 80, intent = 60}
      for name, value in pairs(more or {}) do t[name] = value end
      return qualification.take(t)
    end

    """

  @Test func gradesAreWrittenOnceAndExplained() throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    let run = try world.run(
      Self.lead
        + """
        local a, b = lead(), lead{budget = 20, need = 20}   -- 82; 14 × 20 off and 14 off: 54
        local r = qualification.grade{}
        assert(r.scanned == 2 and r.changed == 2)
        """)
    #expect(run.run != nil)
    #expect(
      try world.eval(
        "local a, b = leads:get(1), leads:get(2)\n"
          + "return a.code, a.score, a.grade, b.score, b.grade, a.graded_at, a.grade_since == a.graded_at"
      )
        == "\"L-000001\"  82.0  \"A\"  54.0  \"C\"  instant\"2026-06-30T09:00:00+08:00\"  true")
    #expect(try world.eval("return qualification.grade{}.changed") == "0")
    #expect(
      try world.eval("return runs(1)[1].policy")
        == "\"leads.score=leads/bant; leads.grade=leads/bant\"")
    #expect(
      try world.eval(
        "local w = why(leads:get(1), \"grade\")\n"
          + "return w.children[1].value, w.children[1].children[1].value, "
          + "w.children[1].children[1].children[7].value, why(leads:get(1), \"score\").children[1].value"
      )
        == "\"A\"  82.0  60.0  82.0")
  }

  @Test func intentFades() throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    // Thirty days halve 60 to 30: 82 − 3.
    #expect(
      try world.eval(
        Self.lead
          + "local l = lead{intent_at = now() - days(30)}\n"
          + "local s = qualification.score(l)\n"
          + "return s.score, s.grade, s.why.children[1].children[7].value, "
          + "qualification.score(l, {as_of = now() + days(30)}).score")
        == "79.0  \"B\"  30.0  77.5")
  }

  /// BANT+S: 20 × 90 + 15 × 80 + 15 × 90 + 10 × 80 + 10 × 80 + 10 × 80 + 10 × 60 + 10 × 100 = 8,350.
  @Test func modelsAreChosenOrMade() throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    #expect(
      try world.eval(
        Self.lead
          + """
          local l = lead{strategic_fit = 100}
          local s = qualification.score(l, {model = "bant_s"})
          local p = policies.get("leads")
          p.models = {mine = p.models.bant}
          p.model = "mine"
          p.models.mine.measures.lead_score.score.factors = {
            {field = "budget", weight = 70}, {field = "fit", weight = 30}}
          local t = qualification.score(l, {policy = p})
          return s.score, s.model, t.score, t.grade
          """) == "83.5  \"bant_s\"  87.0  \"A\"")
  }

  @Test func thePoolIsEnteredAndLeftByGrade() throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    #expect(
      try world.eval(
        Self.lead
          + """
          local l = lead{budget = 0, authority = 0, need = 0}   -- 82 − 18 − 12 − 18 = 34
          qualification.grade{lead = l}
          local first = l.grade .. l.status .. tostring(l.nurtured_at == now())
          l.budget, l.need = 90, 90
          qualification.grade{lead = l}
          return first, l.grade, l.status, l.nurtured_at
          """) == "\"Dnurturetrue\"  \"B\"  \"open\"  nil")
  }

  /// An A that was not followed up and fades to a B keeps the clock of the A: what was missed stays missed.
  @Test func aWorseGradeDoesNotLoosenTheClock() throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    #expect(
      try world.eval(
        Self.lead
          + """
          local l = lead()
          qualification.grade{lead = l}
          local before = qualification.clocks(l, {as_of = now() + hours(60)}).clocks[2]
          l.intent = 0                                    -- 76
          qualification.grade{lead = l}
          local after = qualification.clocks(l, {as_of = now() + hours(60)}).clocks[2]
          l.intent = 100                                  -- 86, as good as it was
          qualification.grade{lead = l}
          return before.state, before.due, l.grade, after.state, after.due == before.due, l.clock_grade,
            qualification.breaches{as_of = now() + hours(60)}[1].grade
          """)
        == "\"overdue\"  instant\"2026-07-02T09:00:00+08:00\"  \"A\"  \"overdue\"  true  \"A\"  \"A\""
    )
  }

  @Test func movesAreNotedWithTheirReasons() throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    #expect(
      try world.eval(
        Self.lead
          + """
          local l = lead{arrived_at = now() - hours(30)}
          qualification.follow_up{lead = l, at = now() - hours(2)}
          qualification.follow_up{lead = l}
          local at = l.followed_up_at
          qualification.disqualify{lead = l, reason = "too small"}
          local s = l.status .. " " .. l.reason .. " " .. tostring(l.closed_at == now())
          qualification.grade{}
          local ungraded = l.grade == nil
          qualification.reopen{lead = l.id, reason = "grew"}
          return now() - at, s, ungraded, l.status, l.closed_at
          """) == "span\"2h\"  \"disqualified too small true\"  true  \"open\"  nil")
  }

  @Test(arguments: [
    ("lead{source = \"wep\"}", "lead.source", "did you mean \"web\"?"),
    ("lead{budget = 101}", "lead.budget.range", "0–100"),
    ("lead{budget = -1}", "lead.budget.range", "0–100"),
    ("lead{budget = 0/0}", "field.type", "budget"),
    ("lead{budget = \"high\"}", "field.type", "budget"),
    ("lead{bugdet = 5}", "script.argument", "did you mean 'budget'?"),
    ("lead{grade = \"A\"}", "script.argument", "there is no option 'grade'"),
    ("lead{cost = yuan(-1)}", "lead.cost.range", "cost"),
    ("lead{uscc = \"914403001922038217\"}", "customer.uscc.checksum", "914403001922038217"),
    ("lead{company = \"\"}", "field.required", "company"),
    ("lead{arrived_at = now() + hours(1)}", "lead.future", "after now"),
    ("lead{followed_up_at = now() - hours(1)}", "lead.order", "before it arrived"),
    ("qualification.follow_up{lead = lead(), at = now() - hours(1)}", "lead.order", "arrived"),
    ("qualification.follow_up{lead = lead(), at = now() + hours(1)}", "lead.future", "after now"),
    ("qualification.follow_up{lead = 99}", "record.missing", "no lead 99"),
    (
      "qualification.grade{lead = lead(), model = \"bent\"}", "lead.model", "did you mean \"bant\"?"
    ),
    ("qualification.grade{of = customers}", "script.argument", "expected leads"),
    ("qualification.grade{lead = lead(), of = leads}", "script.argument", "both given"),
    ("qualification.nurture{lead = lead()}", "lead.reason", "reason"),
    (
      "local l = lead() for _ = 1, 2 do qualification.disqualify{lead = l, reason = \"x\"} end",
      "lead.status", "cannot become disqualified"
    ),
    (
      "local l = lead() qualification.disqualify{lead = l, reason = \"x\"} "
        + "qualification.follow_up{lead = l}", "lead.closed", "reopen"
    ),
    (
      "leads:create{company = \"甲\", status = \"open\", source = \"webb\", arrived_at = now()} "
        + "qualification.grade{}", "lead.source", "did you mean \"web\"?"
    ),
    (
      "leads:create{company = \"甲\", status = \"open\", arrived_at = now() + hours(1)} "
        + "qualification.grade{}", "lead.order", "after the grading"
    ),
    (
      "local p = policies.get(\"leads\") p.models.bant.measures.lead_score.score.factors[1].weight = 21 "
        + "qualification.grade{policy = p}", "policy.value", "weights sum to 101, not 100"
    ),
    (
      "local p = policies.get(\"leads\") p.nurture = {\"E\"} qualification.grade{policy = p}",
      "policy.value", "policy.nurture[1]"
    ),
  ])
  func refusals(_ chunk: String, _ code: String, _ part: String) throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    #expect(try world.failure(Self.lead + chunk) == Failure(code, part))
    #expect(try world.eval("return leads:count()") == "0", "nothing is half-written")
  }
}
