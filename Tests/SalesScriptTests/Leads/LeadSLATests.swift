// Clocks, SLA and sweep over a small book whose answers are counted by hand.
import SalesScript
import Testing

@Suite struct LeadSLATests {
  /// As of 2026-06-30 09:00. Ann's: 1 graded in time (A) and followed up an hour late, 2 graded late (B) and
  /// still in time for the follow-up. Bob's: 3 not graded and overdue, 4 not graded and in time, 5 graded in
  /// time (A), closed before its time. 6 is out of order.
  static let book = """
    local ann, bob = reps:create{name = "Ann", region = "moon"}, reps:create{name = "Bob", region = "mars"}
    local n = now()
    local function lead(owner, arrived, more)
      local t = {company = "甲" .. arrived, status = "open", owner = owner.id, region = owner.region,
        source = "web", arrived_at = n - hours(arrived)}
      for name, value in pairs(more or {}) do t[name] = value end
      return leads:create(t)
    end
    lead(ann, 100, {graded_at = n - hours(90), grade = "A", followed_up_at = n - hours(41)})
    lead(ann, 90, {graded_at = n - hours(60), grade = "B"})
    lead(bob, 25)
    lead(bob, 24)
    lead(bob, 100, {graded_at = n - hours(76), grade = "A", status = "disqualified", closed_at = n - hours(50)})
    lead(bob, 10, {graded_at = n - hours(11), grade = "A"})

    """

  @Test func theReportIsAsCountedByHand() throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    #expect(
      try world.eval(
        Self.book
          + """
          local s = qualification.sla{}
          local rows = {}
          for i = 1, #s.groups do
            local g = s.groups[i]
            rows[#rows + 1] = table.concat({g.name, g.clock, g.leads, g.met, g.late, g.overdue, g.open,
              g.waived, tostring(g.rate)}, " ")
          end
          local t = s.total
          return table.concat(rows, "; "), t.met, t.missed, t.open, t.waived, s.problems[1].lead, why(s).value
          """)
        == "\"Ann grading 2 1 1 0 0 0 0.5; Ann follow_up 2 0 1 0 1 0 0.0; "
        + "Bob grading 3 1 0 1 1 0 0.5; Bob follow_up 1 0 0 0 0 1 nil\"  2  3  2  1  6  0.4")
    #expect(
      try world.eval(
        Self.book
          + "local s = qualification.sla{by = \"grade\", of = leads:where{region = \"moon\"}}\n"
          + "return #s.groups, s.groups[1].grade, s.groups[1].clock, s.groups[4].grade")
        == "4  \"A\"  \"grading\"  \"B\"")
  }

  @Test func breachesAreListedAndTold() throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    #expect(
      try world.eval(
        Self.book
          + """
          leads:get(6).graded_at = n - hours(10)
          local b = qualification.breaches{}
          local rows = {}
          for i = 1, #b do
            rows[#rows + 1] = b[i].lead .. " " .. b[i].clock .. " " .. b[i].state .. " " .. tostring(b[i].over)
          end
          local told = qualification.sweep{}
          local again = qualification.sweep{}
          local a = inbox.open{owner = ann}
          inbox.resolve(a[1].id, "spoke to Ann")
          qualification.grade{lead = 3}
          local third = qualification.sweep{}
          return table.concat(rows, "; "), told.raised, again.raised, again.known, #a, a[1].kind,
            third.raised, third.settled, alerts:count(), #inbox.open{owner = bob}, #qualification.breaches{overdue = true}
          """)
        // By due: grading of 2 (66 h ago), follow-up of 1 (42 h ago), grading of 3 (1 h ago).
        == "\"2 grading late 6h; 1 follow_up late 1h; 3 grading overdue 1h\"  3  0  3  2  "
        + "\"lead_follow_up\"  0  0  3  1  0")
  }

  @Test func nothingIsToldHalfWay() throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    #expect(
      try world.failure(Self.book + "qualification.sweep{}") == Failure("lead.order", "lead 6"))
    #expect(
      try world.failure(Self.book + "qualification.clocks(6)") == Failure("lead.order", "graded_at")
    )
    #expect(
      try world.failure(Self.book + "qualification.sla{by = \"ownr\"}")
        == Failure("entity.field", "did you mean \"owner\"?"))
    #expect(try world.eval("return leads:count(), alerts:count()") == "0  0")
  }

  @Test func clocksMayCountWorkingTime() throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    // Sat 2026-06-27 17:00 + 1 working day = Mon 2026-06-29 18:00, by 8 h of Monday.
    #expect(
      try world.eval(
        """
        local p = policies.get("leads")
        p.clocks = {{key = "answer", title = "answered", from = "arrived_at", done = "followed_up_at",
          kind = "working", working_days = 1, source = "ours"}}
        local l = leads:create{company = "甲", status = "open", arrived_at = instant"2026-06-27T17:00"}
        local c = qualification.clocks(l, {policy = p}).clocks[1]
        local early = leads:create{company = "乙", status = "open", arrived_at = instant"2003-06-27T17:00"}
        local ok, e = pcall(qualification.clocks, early, {policy = p})
        return c.due, c.elapsed, c.remaining, c.state, e.code
        """)
        == "instant\"2026-06-29T18:00:00+08:00\"  span\"8h\"  span\"0s\"  \"overdue\"  "
        + "\"calendar.coverage\"")
  }
}
