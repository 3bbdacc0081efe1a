// Channels from scripts to the store, on a book of two agents that is counted by hand.
import SalesScript
import SalesStore
import Testing

enum ChannelWorld {
  /// West (gold, a customer record of its own) and Others (silver); customers 1 in the west (C), 2 a key account,
  /// 3 in the east (B), 4 new, 5 West itself.
  static let book = """
    local rep = reps:create{name = "Li", code = "R1"}
    for n, c in ipairs{
      {level = "C", region = "west", last_order = date"2026-01-01"}, {level = "A", region = "west"},
      {level = "B", region = "east"}, {level = "D", region = "east"}, {kind = "agent", level = "C", region = "west"},
    } do c.name = "c" .. n customers:create(c) end
    products:create{name = "bolt", code = "P1", unit_price = yuan(10), floor_price = yuan(9), category = "bolt"}
    agents:create{name = "West", code = "AG1", rank = "gold", state = "active", customer = 5, owner = rep.id,
      trained_on = date"2026-03-01"}
    agents:create{name = "Others", code = "AG2", rank = "silver", state = "active", owner = rep.id}
    channels.authorise{agent = "AG1", region = "west", exclusive = true, from = date"2026-01-01"}

    """
}

@Suite struct ChannelTests {
  private func eval(_ source: String) throws -> String {
    let world = try World(customers: nil)
    defer { world.remove() }
    return try world.eval(ChannelWorld.book + source)
  }

  private func code(_ source: String) throws -> String {
    let world = try World(customers: nil)
    defer { world.remove() }
    try world.run(ChannelWorld.book)
    let before = try StoreDump.of(world.store)
    let code = try world.failure(source).code
    #expect(try StoreDump.of(world.store) == before)
    return code
  }

  @Test("a check names every conflict, whose right it is, and why")
  func checks() throws {
    #expect(
      try eval(
        """
        local r = channels.check{agent = "AG2", customer = 2, product = "P1", price = money"8.99"}
        local kinds = {}
        for _, c in ipairs(r.conflicts) do kinds[#kinds + 1] = c.kind .. ":" .. tostring(c.other) end
        local w = why(r):json()
        return r.ok, table.concat(kinds, " "), r.least, w:find("West has", 1, true) == nil,
          channels.check{agent = "AG1", customer = 1, product = "P1", price = yuan(9)}.ok
        """)
        == "false  \"price:nil area:1 direct:nil\"  money\"9.00\"  true  true")
  }

  @Test("who serves whom: direct, the agent that has the customer or the area alone, online")
  func served() throws {
    #expect(
      try eval(
        """
        channels.register{agent = "AG2", customer = 4}
        local out = {}
        for n = 1, 5 do
          local s = channels.for_customer(n)
          out[n] = s.channel .. (s.agent and ":" .. s.agent.code or "")
        end
        local other = channels.for_customer(customers:create{name = "x", level = "C", last_order = today()})
        local new = channels.for_customer(customers:create{name = "y", level = "D"})
        return table.concat(out, " "), other.channel, new.channel, #channels.route{}
        """)
        == "\"agent:AG1 direct direct agent:AG2 agent:AG1\"  \"online\"  \"direct\"  3")
  }

  @Test("an agent's sales are orders through it and of its own customer, each once")
  func volumes() throws {
    #expect(
      try eval(
        """
        local function order(c, a, amount, on, status)
          orders:create{customer = c, agent = a, amount = yuan(amount), ordered_on = date(on), status = status}
        end
        order(5, nil, 400000, "2026-06-30") order(1, 1, 600000, "2025-07-01") order(5, 1, 1, "2026-01-01")
        order(5, nil, 900000, "2025-06-30") order(1, 1, 0, "2026-02-01", "cancelled") order(3, 2, 200000, "2026-05-01")
        local w, o = channels.rank(1), channels.rank("AG2")
        local reason = why(agents:where{code = "AG2"}:first(), "rank").children[1].children[2].reason
        return w.volume, w.rank, o.volume, o.rank, channels.rank(1, {as_of = date"2026-06-29"}).rank, reason
        """)
        // From 2025-07-01 to 2026-06-30: 40万 + 60万 + 1 yuan; a day earlier without the 40万, with the 90万.
        == "money\"1000001.00\"  \"gold\"  money\"200000.00\"  \"bronze\"  \"gold\"  "
        + "\"200,000.00 is from 200,000.00\"")
  }

  @Test("claims are won by a sale in their days, expire after them, and are told of before")
  func claims() throws {
    #expect(
      try eval(
        """
        local today = today()
        local function claim(a, c, from, upto)
          registrations:create{agent = a, customer = c, registered_on = from, expires_on = upto, state = "open"}
        end
        claim(1, 1, today - days(80), today + days(10)) claim(2, 3, today - days(90), today - days(1))
        claim(2, 4, today - days(30), today + days(60)) claim(1, 4, today - days(30), today + days(60))
        resales:create{agent = 2, customer = 3, amount = yuan(5), sold_on = today - days(91)}
        orders:create{agent = 1, customer = 4, amount = yuan(5), ordered_on = today - days(1)}
        local s = channels.sweep{}
        local again = channels.sweep{}
        local states = {}
        for r in registrations:each() do states[#states + 1] = r.state end
        return s.won, s.expired, s.open, s.expiring, s.raised, again.raised, table.concat(states, " "),
          inbox.open{kind = "registration_expiring"}[1].message
        """)
        == "1  1  2  1  1  0  \"open expired open won\"  "
        + "\"the registration of customer 1 by West runs out on 2026-07-10\"")
  }

  @Test("conflicts of sales are listed, told of once, and settled when they are no more")
  func conflicts() throws {
    #expect(
      try eval(
        """
        local s = resales:create{agent = 2, customer = 1, product = 1, quantity = 10, amount = yuan(85), sold_on = today()}
        resales:create{agent = 1, customer = 1, product = 1, quantity = 10, amount = yuan(95), sold_on = today()}
        resales:create{agent = 2, customer = 2, amount = yuan(1), sold_on = today() - days(200)}
        local list = channels.conflicts{}
        local kinds = {}
        for _, c in ipairs(list) do kinds[#kinds + 1] = c.kind end
        local areas, west = #channels.conflicts{kind = "area"}, #channels.conflicts{agent = 1}
        local all = #channels.conflicts{from = date"2025-01-01"}
        local first, again = channels.sweep{}, channels.sweep{}
        s.price = yuan(9) s.agent = 1
        local gone = channels.sweep{}
        return table.concat(kinds, " "), areas, west, all, first.raised, again.raised, gone.settled
        """)
        // The sale of last year was made before the area was given: direct alone.
        == "\"price area\"  1  0  3  2  0  2")
  }

  @Test("a split sums to what is shared")
  func split() throws {
    #expect(
      try eval(
        """
        channels.register{agent = "AG1", customer = 1}
        local t = channels.split{agent = "AG2", customer = 1, amount = money"100.01"}
        return #t, t[1].share, t[1].amount, t[2].name, t[2].amount,
          #channels.split{agent = "AG1", customer = 1, amount = yuan(1)}
        """)
        // West's claim (0.5) is more than its area (0.3): it gets the half.
        == "2  0.5  money\"50.01\"  \"West\"  money\"50.00\"  1")
  }

  @Test(
    "bad input has a code and changes nothing",
    arguments: [
      ("channels.register{agent = \"AG2\", customer = 2}", "registration.direct"),
      ("channels.register{agent = \"AG9\", customer = 1}", "record.missing"),
      ("channels.register{agent = \"AG1\", customer = 3}", "registration.territory"),
      ("channels.register{agent = \"AG1\", custommer = 3}", "script.argument"),
      (
        "channels.register{agent = \"AG1\", customer = 1} channels.register{agent = \"AG2\", customer = 1}",
        "registration.held"
      ),
      (
        "channels.register{agent = \"AG1\", customer = 1} channels.register{agent = \"AG1\", customer = 1}",
        "registration.open"
      ),
      (
        "agents:where{code = \"AG2\"}:first().state = \"suspended\" channels.register{agent = \"AG2\", customer = 4}",
        "agent.idle"
      ),
      ("channels.authorise{agent = \"AG2\", region = \"west\"}", "territory.exclusive"),
      (
        "channels.authorise{agent = \"AG2\", region = \"east\", exclusive = true}", "territory.rank"
      ),
      (
        "local a = agents:create{name = \"n\", state = \"active\"} channels.authorise{agent = a, region = \"east\", exclusive = true}",
        "territory.rank"
      ),
      (
        "channels.authorise{agent = \"AG1\", region = \"east\", from = today(), upto = today() - days(1)}",
        "territory.dates"
      ),
      ("channels.authorise{agent = \"AG1\"}", "script.argument"),
      ("channels.conflicts{kind = \"prise\"}", "channel.kind"),
      ("channels.conflicts{from = today(), upto = today() - days(1)}", "channel.window"),
      ("channels.split{agent = \"AG1\", customer = 1}", "script.argument"),
      (
        "channels.split{agent = \"AG1\", customer = 1, amount = money\"0.001\"}",
        "receivable.amount"
      ),
      ("channels.check{agent = \"AG1\", customer = 1, price = 5}", "script.argument"),
      ("channels.review{period = \"2026-Q3\"}", "channel.over"),
      ("channels.review{period = \"Q2\"}", "period.unknown"),
      ("channels.review{period = \"2026-Q1\", of = customers}", "script.argument"),
      (
        "agents:where{code = \"AG2\"}:first().rank = \"platin\" channels.review{period = \"2026-Q1\"}",
        "agent.rank"
      ),
      (
        "local r = channels.register{agent = \"AG1\", customer = 1} channels.release(r) channels.release(r)",
        "registration.state"
      ),
      (
        "local p = policies.get(\"channels\") p.serves = {p.serves[1]} channels.for_customer(1, {policy = p})",
        "channel.rule"
      ),
      (
        "local p = policies.get(\"channels\") p.protected.when = \"level\" channels.check{agent = 1, customer = 1, policy = p}",
        "channel.rule"
      ),
    ])
  func refused(_ source: String, _ code: String) throws {
    #expect(try self.code(source) == code, "\(source)")
  }
}
