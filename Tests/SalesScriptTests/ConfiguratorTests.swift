// Configurations from a script: prices by hand, quotes, revisions, and what is refused.
import SalesScript
import Testing

@Suite struct ConfiguratorTests {
  private static let start = """
    local function product(name, kind, price, cost)
      return products:create{code = name, name = name, kind = kind, unit_price = yuan(price),
        cost = cost and yuan(cost)}
    end
    local base = product("GW", "base", 1000, 790)
    local power = product("PW", "module", 100, 60)
    local radio = product("RD", "module", 400, 200)
    local care = product("CARE", "service", 200, 50)
    local bolt = product("BOLT", "part", 1)
    local function fits(module, more)
      local t = {base = base.id, module = module.id}
      for k, v in pairs(more or {}) do t[k] = v end
      module_rules:create(t)
    end
    fits(power, {most = 2}) fits(radio, {requires = power.id}) fits(care)
    fits(radio, {excludes = care.id})
    local c = customers:create{name = "c"}
    orders:create{customer = c.id, amount = yuan(1), ordered_on = date"2026-01-01"}
    local both = {{module = power, quantity = 2}, {module = radio}}
    """

  @Test func aConfigurationCostsWhatItsPartsCost() throws {
    // 1000 + 2 · 100 + 400 = 1600; cost 790 + 120 + 200 = 1110; margin 490 / 1600 = 30.625 %.
    let world = try World(customers: 1)
    defer { world.remove() }
    #expect(
      try world.eval(
        Self.start
          + """
           local r = quoting.configure{base = base, modules = both, customer = c}
          return r.amount, r.cost, r.margin, #r.lines, r.lines[2].quantity, r.below_margin, r.discount
          """) == "money\"1600.00\"  money\"1110.00\"  0.30625  3  2  false  0.0")
    // Sixty of them: the 120 modules reach the band of 5 % off. 60,000 + 120 · 95 + 60 · 400.
    #expect(
      try world.eval(
        Self.start
          + """
           local r = quoting.configure{base = "GW", modules = both, customer = c, quantity = 60}
          return r.amount, r.lines[2].unit_price, r.lead_days
          """) == "money\"95400.00\"  money\"95.00\"  28")
  }

  @Test func theWhyNamesRulesPricesAndMargin() throws {
    let world = try World(customers: 1)
    defer { world.remove() }
    let text = try world.eval(
      Self.start + " return tostring(why(quoting.configure{base = base, modules = both}))")
    for part in [
      "2 of PW, at most 2", "RD requires PW, which is there",
      "RD excludes CARE, which is not there",
      "2 × PW", "not under the least of 0.2", "ours (PR10)",
    ] { #expect(text.contains(part), "\(part)") }
  }

  @Test func aQuoteHoldsTheParts() throws {
    let world = try World(customers: 1)
    defer { world.remove() }
    #expect(
      try world.eval(
        Self.start
          + """
           local q = quoting.quote{customer = c, lines = {{product = bolt, quantity = 10},
            {configuration = {base = base, modules = both}, quantity = 60}}}
          local lines = {}
          for l in q:quote_lines():each() do
            lines[#lines + 1] = l.product == bolt.id and tostring(l.kit) or l.quantity .. tostring(l.kit == base.id)
          end
          return table.concat(lines, " "), q.amount
          """) == "\"nil 60true 120true 60true\"  money\"95410.00\"")
  }

  @Test func aRevisionKeepsTheMargin() throws {
    // The base alone: 1000 at a cost of 790 leaves 21 %; paid in cash 980 leaves 19.4 %.
    let world = try World(customers: 1)
    defer { world.remove() }
    let quote =
      Self.start
      + " local q = quoting.quote{customer = c, lines = {{configuration = {base = base}, quantity = 1}}}"
    #expect(
      try world.failure(quote + " quoting.revise{quote = q, cash = true}")
        == Failure(
          "configurator.margin",
          "GW for 980.00 at a cost of 790.00 leaves a margin of 0.1939, under the least of 0.2"))
    #expect(
      try world.eval(
        quote + " pcall(quoting.revise, {quote = q, cash = true}) return q.status, quotes:count()")
        == "\"draft\"  1")
    #expect(
      try world.eval(
        quote
          + """
           local loose = offers.policy("configurator")
          loose.margin.below = "flag"
          local r = quoting.revise{quote = q, cash = true, configurator = loose}
          return r.amount, quoting.configure{base = base, cash = true, configurator = loose}.below_margin
          """) == "money\"980.00\"  true")
  }

  @Test func approversMayLookAtTheMargin() throws {
    let world = try World(customers: 1)
    defer { world.remove() }
    #expect(
      try world.eval(
        Self.start
          + """
           local p = approval.policy("approvals")
          p.stages = {{key = "thin", step = 1, role = "boss", source = "us", covers = {"margin"},
            when = "margin ~= nil and margin < 0.25"}}
          local q = quoting.quote{customer = c, lines = {{configuration = {base = base}, quantity = 1}}}
          approval.request{quote = q, policy = p}
          return q.status, approvals:first().facts, #approval.lint{policy = p}
          """) == "\"pending\"  \"margin=0.21\"  0")
  }

  @Test(arguments: [
    ("{base = bolt}", "configurator.base", "BOLT is no base"),
    ("{base = base, modules = {{module = bolt}}}", "configurator.unknown", "BOLT is no module"),
    (
      "{base = base, modules = {{module = product(\"X\", \"module\", 1, 1)}}}",
      "configurator.unknown",
      "X does not fit GW it takes PW, RD, CARE"
    ),
    (
      "{base = base, modules = {{module = power, quantity = 3}}}", "configurator.limit",
      "GW takes at most 2 of PW, not 3 leave out 1 of PW"
    ),
    (
      "{base = base, modules = {{module = radio}}}", "configurator.requires",
      "RD requires PW, which is not chosen add PW"
    ),
    (
      "{base = base, modules = {{module = radio}, {module = power}, {module = care}}}",
      "configurator.excludes", "RD excludes CARE"
    ),
    ("{base = base, modules = {{module = power, quantity = 1.5}}}", "price.quantity", "1.5"),
    ("{base = base, quantity = 0}", "configurator.limit", "0 configurations"),
    ("{base = base, modules = {{modul = power}}}", "quote.lines", "did you mean \"module\""),
    ("{base = base, modules = 5}", "quote.lines", "expected a list"),
    ("{base = base, modules = {{module = 999999}}}", "record.missing", "999999"),
    (
      "{base = base, modules = {{module = product(\"N\", \"service\", 100)}}}",
      "configurator.unknown", "N does not fit"
    ),
    ("{bas = base}", "script.argument", "did you mean 'base'"),
  ])
  func refusals(_ call: String, _ code: String, _ text: String) throws {
    let world = try World(customers: 1)
    defer { world.remove() }
    #expect(
      try world.failure(Self.start + " quoting.configure\(call)") == Failure(code, text))
  }

  @Test func circlesAndMissingCostsAreRefused() throws {
    let world = try World(customers: 1)
    defer { world.remove() }
    #expect(
      try world.failure(
        Self.start + " fits(power, {requires = radio.id}) quoting.configure{base = base}")
        == Failure("configurator.circular", "PW → RD → PW"))
    #expect(
      try world.failure(
        Self.start + " local n = product(\"N\", \"service\", 100) fits(n) "
          + "quoting.configure{base = base, modules = {{module = n}}}"
      ).code == "configurator.cost")
  }
}
