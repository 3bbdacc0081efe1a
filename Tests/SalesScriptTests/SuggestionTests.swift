// Suggestions from a script: rules on products, prices for a quote, associations, and a look back.
import SalesScript
import Testing

@Suite struct SuggestionTests {
  // Products of categories and grades that the sample does not have, and orders of a year of their own.
  private static let start = """
    local function product(name, category, grade, price, more)
      local t = {code = name, name = name, category = category, grade = grade,
        unit_price = price and money(price)}
      for k, v in pairs(more or {}) do t[k] = v end
      return products:create(t)
    end
    local function buy(c, day, ...)
      local o = orders:create{customer = c.id, amount = yuan(1), ordered_on = day}
      for i, p in ipairs{...} do
        order_lines:create{order = o.id, line = i, product = p.id, quantity = 1, amount = yuan(1)}
      end
      return o
    end
    local people = {}
    for i = 1, 6 do people[i] = customers:create{name = "c" .. i} end
    local then_ = date"2030-01-10"
    """

  private static let mix = """
    local bolt = product("bolt M99 e", "bolt", "e", "1.00", {surface = "s1"})
    local nut = product("nut M99 e", "nut", "e", "0.50")
    local washer = product("washer M99 e", "washer", "e", "0.10")
    local other = product("nut M98 e", "nut", "e", "0.50")
    local coated = product("washer M99 f", "washer", "f", nil, {surface = "s1"})
    local policy = offers.policy("suggestions")
    local function list(t)
      local out = {}
      for i = 1, #t do out[i] = t[i].rule .. ":" .. tostring(t[i].code) end
      return table.concat(out, " ")
    end
    """

  @Test func rulesMatchOnFieldsAndOnWhatIsDerived() throws {
    let world = try World(customers: 1)
    defer { world.remove() }
    #expect(
      try world.eval(
        Self.start + Self.mix
          + """
           local t = offers.suggest{products = {bolt}, since = date"2030-01-01"}
          return list(t), t[1].source, t[1].because == bolt.id, t[1].count
          """)
        == "\"nut:nut M99 e washer:washer M99 e surface:washer M99 f\"  \"S0 §2.2.1 (PR9)\"  true  nil"
    )
  }

  @Test func aQuoteGetsPiecesPricesAndTerms() throws {
    // 100 bolts at 0.95 less 5 % for the first order: 0.9025 · 100 = 90.25. Nuts: 0.4512 (0.45125) · 100
    // = 45.13 of 0.5 · 0.9025 = 0.45125 → 0.4513. Washers 2 · 100 at 0.1 · 0.9025 = 0.09025 → 0.0903 · 200.
    let world = try World(customers: 1)
    defer { world.remove() }
    #expect(
      try world.eval(
        Self.start + Self.mix
          + """
           local q = quoting.quote{customer = people[1], lines = {{product = bolt, quantity = 100}}}
          local t = offers.suggest{quote = q, since = date"2030-01-01"}
          return q.amount, t[1].quantity, t[1].amount, t[2].quantity, t[2].amount, t[3].amount, #t
          """) == "money\"90.25\"  100  money\"45.13\"  200  money\"18.06\"  nil  3")
    // Who buys between 10万 and 50万 a year is offered the framework of a year: 5 % off.
    #expect(
      try world.eval(
        Self.start + Self.mix
          + """
           people[1] = customers:create{name = "b", annual_purchase = wan(20)}
          buy(people[1], date"2026-01-01", other)
          local q = quoting.quote{customer = people[1], lines = {{product = bolt, quantity = 100}}}
          local t = offers.suggest{quote = q, since = date"2030-01-01"}
          local under = quoting.revise{quote = q, agreement = "framework_1y"}
          return q.amount, t[#t].rule, t[#t].amount, t[#t].difference,
            list(offers.suggest{quote = under, since = date"2030-01-01"})
          """)
        == "money\"95.00\"  \"framework_1y\"  money\"90.25\"  money\"-4.75\"  "
        + "\"nut:nut M99 e washer:washer M99 e surface:washer M99 f\"")
  }

  @Test func anUpSellCostsTheDifference() throws {
    let world = try World(customers: 1)
    defer { world.remove() }
    #expect(
      try world.eval(
        Self.start
          + """
           local low = product("bolt M99 a", "bolt", "economic", "1.00")
          local high = product("bolt M99 b", "bolt", "standard", "3.00")
          buy(people[1], date"2026-01-01", low)
          local q = quoting.quote{customer = people[1], lines = {{product = low, quantity = 10}}}
          local t = offers.suggest{quote = q, since = date"2030-01-01", top = 50}
          for i = 1, #t do
            if t[i].product == high.id then return t[i].kind, t[i].amount, t[i].difference end
          end
          """) == "\"up_sell\"  money\"30.00\"  money\"20.00\"")
  }

  private static let pairs = """
    local a, b, c = product("a"), product("b"), product("c")
    buy(people[1], then_, a, b) buy(people[2], then_, a, b, c) buy(people[3], then_, a)
    buy(people[3], then_, b) buy(people[4], then_, c)
    local back = buy(people[4], then_)
    order_lines:create{order = back.id, line = 1, product = a.id, quantity = -1, amount = yuan(-1)}
    order_lines:create{order = back.id, line = 2, amount = yuan(1)}
    local function tell(options)
      options.since = date"2030-01-01"
      local out, t = {}, offers.associations(options)
      for i = 1, #t do
        local r = t[i]
        out[i] = ("%s%s %d %.3f %.3f %.3f"):format(r.code, r.suggested_code, r.count, r.support,
          r.confidence, r.lift)
      end
      return table.concat(out, "; ")
    end
    """

  @Test func associationsOfOrdersAndOfCustomers() throws {
    let world = try World(customers: 1)
    defer { world.remove() }
    // Orders: {a b}, {a b c}, {a}, {b}, {c}; N = 5, n(a) = n(b) = 3, n(c) = 2, n(ab) = 2.
    // lift of a→b: (2/3) · 5 / 3 = 1.111; of c→a: (1/2) · 5 / 3 = 0.833.
    #expect(
      try world.eval(
        Self.start + Self.pairs
          + " return tell{of = \"order\", min_count = 1, min_confidence = 0.4}")
        == "\"ab 2 0.400 0.667 1.111; ba 2 0.400 0.667 1.111; "
        + "ca 1 0.200 0.500 0.833; cb 1 0.200 0.500 0.833\"")
    // Customers: {a b}, {a b c}, {a b}, {c}; N = 4, n(ab) = 3, lift 4/3.
    #expect(
      try world.eval(Self.start + Self.pairs + " return tell{of = \"customer\", min_count = 2}")
        == "\"ab 3 0.750 1.000 1.333; ba 3 0.750 1.000 1.333\"")
    #expect(
      try world.eval(
        Self.start + Self.pairs
          + " return tell{min_count = 1, top = 1}, tell{min_count = 1, min_support = 0.8}, tell{}")
        == "\"ab 3 0.750 1.000 1.333\"  \"\"  \"\"")
  }

  @Test func whatWasCancelledWasNotBought() throws {
    let world = try World(customers: 1)
    defer { world.remove() }
    #expect(
      try world.eval(
        Self.start + Self.pairs
          + """
           local function gone(status)
            local o = orders:create{customer = people[5].id, amount = yuan(0), status = status, ordered_on = then_}
            for i, p in ipairs{a, b} do
              order_lines:create{order = o.id, line = i, product = p.id, quantity = 1, amount = yuan(0)}
            end
            return tell{of = "order", min_count = 2}
          end
          return gone("cancelled"), gone("open")
          """)
        == "\"ab 2 0.400 0.667 1.111; ba 2 0.400 0.667 1.111\"  "
        + "\"ab 3 0.500 0.750 1.125; ba 3 0.500 0.750 1.125\"")
  }

  @Test func ordersSuggestToo() throws {
    let world = try World(customers: 1)
    defer { world.remove() }
    #expect(
      try world.eval(
        Self.start + Self.pairs
          + """
           local policy = offers.policy("suggestions")
          policy.associations.count = 1
          local t = offers.suggest{customer = people[4], policy = policy, since = date"2030-01-01"}
          return #t, t[1].rule, t[1].code, t[1].confidence, t[1].reason
          """) == "2  \"orders\"  \"a\"  0.5  \"1 of 2 who buy c\"")
  }

  @Test func aLookBack() throws {
    // Learned: a → b with 3 of 5. People 4 and 5 are suggested b, 4 buys it. 1 holds both.
    let world = try World(customers: 1)
    defer { world.remove() }
    #expect(
      try world.eval(
        Self.start
          + """
           local a, b, c = product("a"), product("b"), product("c")
          for i = 1, 3 do buy(people[i], then_, a, b) end
          for i = 4, 5 do buy(people[i], then_, a) end
          local after = date"2030-02-01"
          buy(people[4], after, b) buy(people[5], after, c) buy(people[1], after, c)
          buy(people[6], after, b)
          local policy = offers.policy("suggestions")
          policy.associations.count = 3
          local r = offers.accuracy{since = date"2030-01-01", on = date"2030-01-31", policy = policy}
          return r.customers, r.hits, r.hit_rate, r.precision, r.plain_hit_rate, r.without, r.reaches_goal
          """) == "2  1  0.5  0.5  0.5  1  false")
  }

  @Test func theSampleHasAssociationsAndALookBack() throws {
    let world = try World()
    defer { world.remove() }
    #expect(
      try world.eval(
        """
        local t = offers.associations{}
        local r = offers.accuracy{on = date"2025-12-31"}
        for i = 1, #t do
          local x = t[i]
          if x.count < 5 or x.confidence < 0.05 or x.support > x.confidence then return i end
        end
        return #t > 0, r.customers > 0, r.hits <= r.customers, r.bought <= r.suggestions
        """) == "true  true  true  true")
  }

  @Test(arguments: [
    ("offers.suggest{}", "offers.basket"), ("offers.suggest{products = {}}", "offers.basket"),
    ("offers.suggest{customer = 1, products = {1}}", "offers.basket"),
    ("offers.suggest{products = {999999}}", "record.missing"),
    ("offers.suggest{customer = 1, top = 0}", "script.argument"),
    ("offers.associations{of = \"orders\"}", "policy.unknown"),
    ("offers.associations{min_support = 2}", "script.argument"),
    (
      "offers.associations{since = date\"2026-02-01\", upto = date\"2026-01-01\"}",
      "script.argument"
    ),
    ("offers.accuracy{}", "offers.days"),
    ("offers.accuracy{on = date\"2026-02-01\", upto = date\"2026-02-01\"}", "offers.days"),
    ("offers.policy(\"suggestion\")", "policy.unknown"),
    ("offers.policy(\"pricing\")", "policy.unknown"),
    (
      "local p = offers.policy(\"suggestions\") p.derive.size = \"nam:match(1)\" offers.suggest{customer = 1, policy = p}",
      "policy.rule"
    ),
  ])
  func refusals(_ call: String, _ code: String) throws {
    let world = try World(customers: 1)
    defer { world.remove() }
    #expect(try world.failure(call).code == code)
  }
}
