// Churn and lifecycle: one customer and all of them agree, cases by hand, why in this run and in a
// later one.
import SalesScript
import Testing

@Suite struct EnginesLifeTests {
  @Test func sweepsAgreeWithSingleCustomers() throws {
    let world = try World()
    defer { world.remove() }
    let run = try world.run("churn.sweep{} lifecycle.sweep{}")
    #expect(run.run != nil)
    let same = try world.eval(
      """
      for c in customers:each() do
        assert(c.churn == churn.signal(c).state, c.name)
        assert(c.stage == lifecycle.stage(c).stage, c.name)
        assert(why(c, "churn").children[1].value == c.churn)
        assert(why(c, "stage").children[1].value == c.stage)
      end
      return churn.sweep{}.changed, lifecycle.sweep{}.changed, churn.sweep{}.scanned
      """)
    #expect(same == "0  0  200")
  }

  @Test(
    arguments: [
      ("nil", "nil", "prospect"), ("date\"2026-03-30\"", "nil", "at_risk"),
      ("date\"2026-04-01\"", "nil", "warning"), ("date\"2026-05-01\"", "nil", "active"),
      ("date\"2026-01-01\"", "date\"2026-04-15\"", "warning"),
      ("date\"2026-01-01\"", "date\"2026-03-30\"", "at_risk"),
    ])
  func churnByHand(_ order: String, _ opened: String, _ state: String) throws {
    let world = try World(customers: 2)
    defer { world.remove() }
    let result = try world.eval(
      """
      local c = customers:create{name = "甲", last_order = \(order), last_email_opened = \(opened)}
      churn.sweep{}
      return churn.signal(c).state, customers:get(c.id).churn
      """)
    #expect(result == "\"\(state)\"  \"\(state)\"")
  }

  @Test func sweepsTheQueryOnlyAsOfTheDayGiven() throws {
    let world = try World(customers: 50)
    defer { world.remove() }
    let result = try world.eval(
      """
      customers:update{churn = "none"}
      local r = churn.sweep{to = customers:where{level = "A"}, as_of = date"2027-06-30"}
      local wrong = 0
      for c in customers:each() do
        local expected = "none"
        if c.level == "A" then expected = churn.signal(c, date"2027-06-30").state end
        if c.churn ~= expected then wrong = wrong + 1 end
      end
      return r.scanned == customers:where{level = "A"}:count(), wrong, r.as_of
      """)
    #expect(result == "true  0  date\"2027-06-30\"")
  }

  @Test func runNamesThePoliciesAndWhyTheRun() throws {
    let world = try World()
    defer { world.remove() }
    let run = try #require(try world.run("churn.sweep{} lifecycle.sweep{}").run)
    #expect(
      try world.eval("return runs(1)[1].policy")
        == "\"customers.churn=churn; customers.stage=lifecycle\"")
    let why = try world.eval(
      """
      local c = customers:where("churn"):first()
      local w = why(c, "churn")
      return w.reason, w.children[1].source, #w.children[1].children
      """)
    #expect(why.hasPrefix("\"set by run \(run) (test.lua)\"  \"S1, S4 (CU13)\""))
  }

  @Test func ruleOfTheRunStandsBesideTheEngine() throws {
    let world = try World(customers: 5)
    defer { world.remove() }
    let why = try world.eval(
      """
      customers:update{churn = function(c) return "lost" end}
      local w = why(customers:get(1), "churn")
      return w.children[1].value, w.children[1].outcome, w.children[2].label
      """)
    #expect(why == "\"lost\"  \"matched\"  \"churn\"")
  }

  @Test(arguments: [
    ("churn.signal(1)", "script.argument", "expected a customer, got number"),
    ("churn.signal(reps:first())", "script.argument", "expected a customer, got a rep"),
    ("churn.signal()", "script.argument", "expected a customer, got nil"),
    ("churn.sweep{to = orders}", "script.argument", "expected customers, got orders"),
    ("churn.sweep{to = 3}", "script.argument", "expected a query"),
    ("lifecycle.sweep{two = customers}", "script.argument", "did you mean 'to'?"),
    (
      "customers:limit(1):update{last_order = date\"9999-12-31\"} churn.sweep{}", "day.range",
      "customer 1"
    ),
  ])
  func refusesBadArguments(_ chunk: String, _ code: String, _ part: String) throws {
    let world = try World(customers: 3)
    defer { world.remove() }
    #expect(try world.failure(chunk) == Failure(code, part))
  }
}
