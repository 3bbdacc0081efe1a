// Training records and their figures, counted by hand.
import SalesScript
import Testing

@Suite struct TrainingTests {
  private func eval(_ source: String) throws -> String {
    let world = try World(customers: nil)
    defer { world.remove() }
    return try world.eval(
      """
      local function code(f, ...)
        local ok, e = pcall(f, ...)
        return ok and "none" or e.code
      end
      reps:create{code = "A", name = "Ann", joined_on = date"2025-01-01"}
      reps:create{code = "B", name = "Bob", joined_on = date"2026-05-01"}
      reps:create{code = "C", name = "Cy", left_on = date"2026-03-31"}

      """ + source)
  }

  @Test func hoursCoverAndPasses() throws {
    // Ann and Bob are there on June 30th; Cy's hours no longer count. 30 hours over 2 heads = 15, of 80 × 3 / 12 = 20.
    // Tests: 2 of 3 passed; products 1 of 2, process 1 of 1.
    #expect(
      try eval(
        """
        training.record{rep = "C", course = "products", hours = 99, on = date"2026-03-30"}
        training.record{rep = "A", course = "products", hours = 10, on = date"2026-04-01", passed = true, score = 90}
        training.record{rep = "A", course = "process", hours = 15, passed = true, kind = "monthly"}
        training.record{rep = "B", course = "products", hours = 5, passed = false}
        training.record{rep = "A", course = "earlier", hours = 50, on = date"2026-03-31"}
        local r = training.report{period = "2026-Q2"}
        local none = training.report{period = "2020"}
        return r.people, r.hours, r.hours_goal, r.hours_before, r.cover, r.passes, r.courses[2].course, r.courses[2].passes,
          r.courses[2].meets, r.joined, r.first_deal_share, none.passes, training.confirm("A").confirmed,
          training.confirm("B").confirmed, training.confirm("C").confirmed
        """)
        == "2  15.0  20.0  9.0  1.0  \(2.0 / 3)  \"products\"  0.5  false  1  nil  nil  true  false  nil"
    )
  }

  @Test func certificatesExpire() throws {
    // Ann's was renewed, Bob's expired, Cy has left, one is far away.
    #expect(
      try eval(
        """
        local function paper(rep, name, on, ends)
          training.record{rep = rep, course = name, hours = 1, on = date(on), certificate = name, expires_on = date(ends)}
        end
        paper("A", "quality", "2025-06-01", "2026-07-01") paper("A", "quality", "2026-06-01", "2027-06-01")
        paper("B", "safety", "2026-05-02", "2026-06-20") paper("C", "safety", "2026-01-02", "2026-07-02")
        paper("A", "torque", "2026-06-01", "2026-08-29")
        local t = training.expiring{}
        return #t, t[1].name, t[1].days_left, t[2].certificate, #training.expiring{within = 59}
        """) == "2  \"Bob\"  -10  \"torque\"  1")
  }

  @Test func refusals() throws {
    #expect(
      try eval(
        """
        local function record(more) more.rep = more.rep or "A" more.course = "x" more.hours = more.hours or 1
          return code(training.record, more) end
        return table.concat({record{rep = "C"}, record{on = date"2026-07-01"}, record{on = date"2024-12-31"}, record{kind = "montly"},
          record{hours = 0}, record{hours = -1}, record{hours = 1/0}, record{score = 101}, record{expires_on = date"2026-06-29"},
          record{rep = "Z"}, code(training.onboard, {rep = "C"}), code(training.onboard, {rep = "A", programme = "entry"}),
          code(training.report, {period = "2026-6"})}, " "), trainings:count()
        """)
        == "\"training.left training.day training.day training.kind training.hours training.hours script.argument "
        + "training.score.range training.day record.missing training.left training.programme period.unknown\"  0"
    )
  }

  @Test func onboardingOpensEachTaskOnce() throws {
    #expect(
      try eval(
        """
        local a = training.onboard{rep = "B"}
        local b = training.onboard{rep = "B"}
        return #a, a[5].due_on, tasks:count(), #training.onboard{rep = "B", programme = "three_seven_month"}
        """) == "5  date\"2026-05-30\"  5  3")
  }
}
