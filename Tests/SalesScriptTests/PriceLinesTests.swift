// pricing.lines and quoting.batch: what scripts give, what they get, and what bad columns leave behind.
import SalesScript
import Testing

@Suite struct PriceLinesTests {
  /// Two products at 10 and 0.0333 yuan; a customer of level A, one with a 1-year framework in 2026.
  private static let start = """
    local a = products:create{code = "PA", name = "a", unit_price = yuan(10), cost = yuan(4)}
    local b = products:create{code = "PB", name = "b", unit_price = money"0.0333"}
    local c = customers:create{code = "CA", name = "c", level = "A"}
    local d = customers:create{code = "CD", name = "d"}
    agreements:create{customer = d, kind = "framework_1y", starts_on = date"2026-01-01",
      ends_on = date"2026-12-31"}
    agreements:create{customer = d, kind = "vmi", starts_on = date"2026-01-01",
      ends_on = date"2026-03-31"}
    orders:create{customer = c, amount = yuan(1), ordered_on = date"2026-01-02"}
    orders:create{customer = d, amount = yuan(1), ordered_on = date"2026-02-01"}

    """

  private func eval(_ source: String) throws -> String {
    let world = try World(customers: 1)
    defer { world.remove() }
    return try world.eval(Self.start + source)
  }

  @Test func pricesAreThoseOfSingleLines() throws {
    // Level A ordered before: 10 × 0.95 × 0.9 = 8.55 · 100; the framework: 10 × 0.9 × 0.95 = 8.55 · 1000.
    let result = try eval(
      """
      local lines = pricing.lines{product = {"PA", a, b.id}, quantity = {100, 1000, 99},
        customer = {"CA", d.id, d}, on = date"2026-06-30"}
      local priced = lines:price()
      for i = 1, #lines do
        local one = pricing.price{product = ({a, a, b})[i], quantity = ({100, 1000, 99})[i],
          customer = ({c, d, d})[i], on = date"2026-06-30"}
        assert(one.amount == priced[i].amount and one.waterfall == priced:list("waterfall")[i])
      end
      return priced:list("amount"), priced.amount, priced.list_total, priced.lines
      """)
    // 0.0333 × 0.95 = 0.031635 → 0.0316 · 99 = 3.1284 → 3.13; list 1000 + 10000 + 3.30.
    #expect(
      result
        == "{money\"855.00\", money\"8550.00\", money\"3.13\"}  money\"9408.13\"  money\"11003.30\"  3"
    )
  }

  @Test func everyLineMayHaveTermsAndADayOfItsOwn() throws {
    // d: before the first order of 2026-02-01 a first order; vmi to the end of March; nothing in 2025.
    let result = try eval(
      """
      local priced = pricing.lines{product = a, quantity = 1, customer = d,
        on = {date"2025-12-31", date"2026-02-15", date"2026-05-01", date"2026-05-01"},
        cash = {false, false, false, true}}:price()
      return priced:list("unit_price")
      """)
    // 10 × 0.95; 10 × 0.95 × 0.97; 10 × 0.95; 10 × 0.95 × 0.98.
    #expect(
      result
        == "{money\"9.50\", money\"9.215\", money\"9.50\", money\"9.31\"}")
  }

  @Test func groupsAndColumns() throws {
    let result = try eval(
      """
      local priced = pricing.lines{product = {a, a, b}, quantity = {10, 20, 1},
        customer = {c, d, d}, first_order = false}:price()
      local t = priced:by("customer")
      return t[1].lines, t[1].amount, t[2].lines, t[2].list_total, priced:list("lead_days")
      """)
    #expect(
      result
        == "1  money\"90.00\"  2  money\"200.03\"  {28, 28, 28}")
  }

  @Test(arguments: [
    ("pricing.lines{product = {a, b}, quantity = {1, 2, 3}}", "price.lines"),
    ("pricing.lines{product = a}", "price.lines"),
    ("pricing.lines{product = {a, \"none\"}, quantity = 1}", "record.missing"),
    ("pricing.lines{product = {a, 99999}, quantity = 1}", "record.missing"),
    ("pricing.lines{product = a, quantity = {1, 2.5}}", "price.quantity"),
    ("pricing.lines{product = a, quantity = {1, 0}}:price()", "price.quantity"),
    ("pricing.lines{product = a, quantity = {1, -4}}:price()", "price.quantity"),
    ("pricing.lines{product = a, quantity = 1000000000000}:price()", "price.quantity"),
    ("pricing.lines{product = a, quantity = 1, prepaid = 2}", "price.terms"),
    (
      "pricing.lines{product = a, quantity = 1, agreement = \"framwork_1y\"}:price()", "price.terms"
    ),
    ("pricing.price{product = a, quantity = 1, promotion = \"AUTUM\"}", "price.terms"),
    (
      "pricing.lines{product = a, quantity = 1, customer = d, agreement = \"framework_1y\", on = date\"2027-01-01\"}",
      "price.agreement"
    ),
    (
      "pricing.lines{product = products:create{name = \"free\"}, quantity = 1}", "price.list"
    ),
    ("pricing.lines{product = a, quantity = 1}:price():list(\"colour\")", "script.argument"),
    ("pricing.lines{product = a, quantity = 1}:price():by(\"colour\")", "entity.field"),
    ("quoting.batch{lines = pricing.lines{product = a, quantity = 1}:price()}", "quote.customer"),
    ("quoting.batch{lines = 1}", "script.argument"),
    (
      "quoting.batch{lines = pricing.lines{product = a, quantity = 1, customer = c}:price(), by = {}}",
      "quote.lines"
    ),
    (
      "quoting.batch{lines = pricing.lines{product = a, quantity = 1, customer = {c, d}}:price(), by = {1, 1}}",
      "quote.lines"
    ),
  ])
  func badInput(source: String, code: String) throws {
    let result = try eval(
      "local before = quotes:count() local ok, e = pcall(function() return \(source) end) "
        + "return ok or e.code, quotes:count() - before")
    #expect(result == "\"\(code)\"  0", "\(source)")
  }

  @Test func refusedLinesAreListedWithTheirNumber() throws {
    let result = try eval(
      """
      local priced = pricing.lines{product = a, quantity = {5, 0, 7}}:price{keep_refused = true}
      local r = priced.refused
      return #r, r[1].line, r[1].code, priced.lines, priced:list("amount")[2]
      """)
    #expect(result == "1  2  \"price.quantity\"  2  false")
  }

  @Test func aPolicyOfTheScriptsOwnPricesEveryLine() throws {
    // A rule in Lua: 2 % off for more than 50 pieces of what costs over 5 yuan.
    let result = try eval(
      """
      local p = pricing.policy("pricing")
      p.steps[#p.steps + 1] = {name = "own", title = "own", source = "us",
        apply = function(l) if l.quantity > 50 and l.price > yuan(5) then return 0.02 end end}
      return pricing.lines{product = {a, a, b}, quantity = {50, 60, 60}, first_order = false}
        :price{policy = p}:list("unit_price")
      """)
    #expect(result == "{money\"10.00\", money\"9.80\", money\"0.0333\"}")
  }

  @Test func batchesOfQuotesAreThoseOfSingleQuotes() throws {
    let result = try eval(
      """
      local priced = pricing.lines{product = {a, b, a}, quantity = {100, 999, 5},
        customer = {c, d, c}, cash = true}:price()
      local made = quoting.batch{lines = priced}
      local one = quoting.quote{customer = c, cash = true,
        lines = {{product = a, quantity = 100}, {product = a, quantity = 5}}}
      local q = made:first()
      local same = {}
      for _, field in ipairs{"amount", "list_total", "cost", "policy", "rule_set", "cash", "status",
        "valid_until", "agreement", "vmi", "version"} do
        if q[field] ~= one[field] then same[#same + 1] = field end
      end
      local mine, theirs = q:quote_lines(), one:quote_lines()
      for _, field in ipairs{"amount", "unit_price", "waterfall", "lead_days", "list_price", "cost"} do
        for i = 1, 2 do
          if mine:rows()[i] and mine:limit(1, i - 1):first()[field]
            ~= theirs:limit(1, i - 1):first()[field] then same[#same + 1] = "line." .. field end
        end
      end
      return made:count(), table.concat(same, " "), made:sum("amount") == priced.amount,
        q.code ~= one.code
      """)
    #expect(result == "2  \"\"  true  true")
  }
}
