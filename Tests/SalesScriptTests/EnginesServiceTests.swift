// Service, decisions, needs and codes: by hand, and all customers beside single ones.
import SalesScript
import Testing

@Suite struct EnginesServiceTests {
  @Test func nextVisitByHand() throws {
    let world = try World(customers: 2)
    defer { world.remove() }
    let result = try world.eval(
      """
      local c = customers:create{name = "甲", level = "A", created_on = date"2026-01-31"}
      local first = service.next_visit(c)
      local function visit(kind, at) activities:create{customer = c.id, kind = kind, at = instant(at)} end
      visit("visit", "2026-05-31T23:30:00")
      visit("call", "2026-06-20T10:00:00")
      visit("visit", "2026-07-02T10:00:00")
      local second = service.next_visit(c)
      return first.due, first.days_late, second.due, second.days_late, second.why.reason
      """)
    #expect(
      result == "date\"2026-02-28\"  122  date\"2026-06-30\"  0  "
        + "\"last visit 2026-05-31, one every 1 months for level A\"")
  }

  @Test func visitsDueAgreeWithSingleCustomers() throws {
    let world = try World()
    defer { world.remove() }
    let result = try world.eval(
      """
      local day, wanted = today() + days(20), {}
      for c in customers:each() do
        local v = service.next_visit(c)
        if v and v.due <= day then wanted[c.id] = v.due end
      end
      local t, wrong = service.visits_due{by = day}, 0
      for i = 1, #t do
        if wanted[t[i].id] ~= t[i].due then wrong = wrong + 1 end
        if i > 1 and t[i].due < t[i - 1].due then wrong = wrong + 1 end
        wanted[t[i].id] = nil
      end
      return #t > 0, wrong, next(wanted), #service.visits_due{by = day, limit = 3}
      """)
    #expect(result == "true  0  nil  3")
  }

  @Test func coverageByHand() throws {
    let world = try World(customers: 2)
    defer { world.remove() }
    let result = try world.eval(
      """
      local c = customers:create{name = "甲"}
      local function known(role, strength)
        contacts:create{customer = c.id, name = "某", role = role, relationship = strength}
      end
      known("procurement", 80) known("technical", 60) known("technical", 20) known("driver", 99)
      local d = decisions.coverage(c)
      return d.coverage, d.missing, #d.why.children
      """)
    #expect(result == "53.0  {\"quality\", \"management\"}  6")
  }

  @Test func codesByHand() throws {
    let world = try World(customers: 1)
    defer { world.remove() }
    #expect(
      try world.eval(
        """
        return uscc.check("９１４４０３００１９２２０３８２１６").code, #uscc.check("914403001922038216").warnings,
          uscc.repair("9I44O3OO1922O38216"), uscc.repair(""), industry.check("P83", "2017").section,
          industry.check("P82", "2011").edition
        """)
        == "\"914403001922038216\"  0  \"914403001922038216\"  nil  \"P\"  \"2011\"")
  }

  @Test(arguments: [
    ("uscc.check(\"914403001922038217\")", "customer.uscc.checksum", "its check character is 6"),
    ("uscc.check(\"9144O3OO1922O38216\")", "customer.uscc.alphabet", "914403001922038216?"),
    ("uscc.check(\"\")", "customer.uscc.length", "0 characters"),
    ("uscc.check(914403001922038216)", "script.argument", "expected string"),
    ("industry.check(\"X99\")", "customer.industry.format", "X99"),
    ("industry.check(\"A42\")", "customer.industry.section", "01–05"),
    ("industry.check(\"C37\", \"2012\")", "policy.unknown", "there is no edition '2012'"),
    ("service.standard(\"E\")", "policy.unknown", "there is no level 'E'"),
    ("strategy.card(\"Z\")", "policy.unknown", "strategy card 'Z'"),
    ("needs.of(\"satelite_maker\")", "policy.unknown", "did you mean 'satellite_maker'?"),
    ("needs.pains(\"costs\")", "policy.unknown", "did you mean 'cost'?"),
    ("buying.rhythm(\"huge\")", "policy.unknown", "large, medium, small"),
    ("service.visits_due{by = 3}", "script.argument", "expected a date"),
    ("service.visits_due{limit = -1}", "script.argument", "expected n ≥ 0"),
    ("service.next_visit(orders:first())", "script.argument", "expected a customer"),
  ])
  func refusesBadInput(_ chunk: String, _ code: String, _ part: String) throws {
    let world = try World(customers: 3)
    defer { world.remove() }
    #expect(try world.failure(chunk) == Failure(code, part))
  }
}
