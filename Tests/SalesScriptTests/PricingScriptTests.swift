// Prices as scripts ask for them: rules of their own, agreements, bad input.
import SalesScript
import Testing

@Suite struct PricingScriptTests {
  /// A product of 10 yuan, and a policy whose one step is given.
  private static func own(_ rule: String, quantity: String = "10") -> String {
    """
    local p = products:create{name = "螺栓", unit_price = yuan(10), cost = yuan(4)}
    local policy = pricing.policy("pricing_additive")
    local own = {name = "own", title = "own", source = "test (PR11)", compose = "sequential",
      rounding = policy.rounding, largest_quantity = 1000,
      steps = {{name = "mine", title = "mine", source = "test", \(rule)}}}
    local price = pricing.price{product = p, quantity = \(quantity), policy = own}
    """
  }

  @Test(arguments: [
    ("choose = 'all', rules = {{key = 'x', apply = function(l) return 0.25 end}}", "75"),
    ("choose = 'all', rules = {{key = 'x', apply = 'quantity >= 10 and 0.1 or nil'}}", "90"),
    ("choose = 'all', rules = {{key = 'x', when = 'quantity > 10', discount = 0.1}}", "100"),
    (
      "choose = 'all', rules = {{key = 'x', when = function(l) return l.cash == false end, discount = 0.5}}",
      "50"
    ),
    ("apply = function(l) return l.price - yuan(1) end", "90"),
    ("apply = function(l) return nil end", "100"),
  ])
  func rulesOfAScriptsOwn(_ rule: String, _ amount: String) throws {
    let world = try World()
    defer { world.remove() }
    #expect(try world.eval(Self.own(rule) + "return price.amount") == "money\"\(amount).00\"")
  }

  @Test func aRuleSeesThePriceSoFar() throws {
    let world = try World()
    defer { world.remove() }
    let rules = """
      choose = 'all', rules = {{key = 'x', discount = 0.5},
        {key = 'y', apply = function(l) return l.price - money"0.01" end}}
      """
    #expect(try world.eval(Self.own(rules) + "return price.unit_price") == "money\"4.99\"")
  }

  @Test(arguments: [
    (
      "choose = 'all', rules = {{key = 'x', apply = function(l) return 1.5 end}}", "price.rule",
      "mine.x"
    ),
    ("choose = 'all', rules = {{key = 'x', apply = 'quantity .. 1'}}", "price.rule", "mine.x"),
    (
      "choose = 'all', rules = {{key = 'x', when = 'quantity', discount = 0.1}}", "price.rule",
      "mine.x"
    ),
    (
      "choose = 'all', rules = {{key = 'x', apply = 'quantty + 1'}}", "policy.rule",
      "rules[1].apply"
    ),
    (
      "choose = 'all', rules = {{key = 'x', apply = 'quantity +'}}", "policy.rule", "rules[1].apply"
    ),
    ("choose = 'all', rules = {{key = 'x', discount = 1.01}}", "policy.value", "rules[1].discount"),
    ("choose = 'all', rules = {{key = 'x', discount = -0.1}}", "policy.value", "rules[1].discount"),
    ("choose = 'some', rules = {{key = 'x', discount = 0.1}}", "policy.value", "choose"),
    ("apply = function(l) error('no') end", "script.error", "no"),
    ("apply = function(l) return l.amont end", "entity.field", "amont"),
  ])
  func brokenRulesSayWhere(_ rule: String, _ code: String, _ place: String) throws {
    let world = try World()
    defer { world.remove() }
    #expect(try world.failure(Self.own(rule)) == Failure(code, place))
  }

  @Test(arguments: ["0", "-5", "2.5", "10^12", "'x'", "nil", "0/0", "1/0", "1001"])
  func quantitiesThatHaveNoPrice(_ quantity: String) throws {
    let world = try World()
    defer { world.remove() }
    let failure = try world.failure(
      Self.own("choose = 'all', rules = {{key = 'x', discount = 0.1}}", quantity: quantity))
    #expect(failure == Failure("price.quantity", "has no price"))
    #expect(try world.eval("return products:where{name = \"螺栓\"}:count()") == "0")
  }

  @Test func unknownAndUnpricedProducts() throws {
    let world = try World()
    defer { world.remove() }
    #expect(
      try world.failure("pricing.price{product = 999999, quantity = 1}")
        == Failure("record.missing", "there is no product 999999"))
    #expect(
      try world.failure("pricing.price{product = \"nope\", quantity = 1}")
        == Failure("record.missing", "there is no product nope"))
    #expect(
      try world.failure(
        "pricing.price{product = products:create{name = \"x\"}, quantity = 1}")
        == Failure("price.list", "has no list price"))
    #expect(
      try world.failure("pricing.price{product = 1, quantity = 1, polcy = \"pricing\"}").text
        .contains("did you mean 'policy'"))
  }

  @Test func agreementsHoldOnTheirDays() throws {
    let world = try World()
    defer { world.remove() }
    let start = """
      local p = products:create{name = "p", unit_price = yuan(100)}
      local c = customers:create{name = "c"}
      agreements:create{customer = c.id, kind = "framework_1y", starts_on = date"2026-01-01",
        ends_on = date"2026-06-30"}
      agreements:create{customer = c.id, kind = "vmi", starts_on = date"2026-01-01"}
      local function unit(day, kind)
        return pricing.price{product = p, customer = c, quantity = 1, first_order = false, on = day,
          agreement = kind}.unit_price
      end
      """
    // 100 × 0.95 × 0.97 while both hold, × 0.97 after the first has ended.
    #expect(
      try world.eval(start + " return unit(date\"2026-06-30\"), unit(date\"2026-07-01\")")
        == "money\"92.15\"  money\"97.00\"")
    #expect(
      try world.failure(start + " return unit(date\"2026-07-01\", \"framework_1y\")")
        == Failure("price.agreement", "does not hold on 2026-07-01"))
  }

  @Test func firstOrdersAreSeenInTheOrders() throws {
    let world = try World()
    defer { world.remove() }
    let result = try world.eval(
      """
      local p = products:create{name = "p", unit_price = yuan(100)}
      local c = customers:create{name = "c"}
      local before = pricing.price{product = p, customer = c, quantity = 1}
      orders:create{customer = c.id, amount = yuan(1), ordered_on = date"2026-06-29"}
      return before.unit_price, pricing.price{product = p, customer = c, quantity = 1}.unit_price
      """)
    #expect(result == "money\"95.00\"  money\"100.00\"")
  }

  @Test func whyGivesTheTreeAndReplays() throws {
    let world = try World()
    defer { world.remove() }
    let result = try world.eval(
      """
      local price = pricing.price{product = 1, quantity = 5000, cash = true}
      local again = pricing.waterfall(price.waterfall)
      return why(price).label, again.amount == price.amount, again.unit_price == price.unit_price
      """)
    #expect(result == "\"price\"  true  true")
  }

  @Test func replayUnderThePolicyThatPricedIsNoDifference() throws {
    let world = try World()
    defer { world.remove() }
    let result = try world.eval(
      """
      local p = products:create{name = "p", unit_price = money"3.33", cost = yuan(1)}
      local c = customers:create{name = "c"}
      for i, quantity in ipairs{99, 100, 1000, 10001} do
        local day = date"2026-01-01" + days(i)
        local price = pricing.price{product = p, customer = c, quantity = quantity, on = day}
        orders:create{customer = c.id, product = p.id, quantity = quantity, amount = price.amount,
          ordered_on = day}
      end
      local r = pricing.replay{of = orders:where{customer = c.id}}
      local more = pricing.replay{of = orders:where{customer = c.id}, policy = "pricing_additive",
        since = date"2026-01-03"}
      return r.lines, r.difference, more.lines
      """)
    #expect(result == "4  money\"0.00\"  3")
  }
}
