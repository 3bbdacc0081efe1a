// What came of a campaign, counted by hand on the book of CampaignWorld.
import SalesScript
import Testing

@Suite struct CampaignReportTests {
  /// Held out 2 7 12 15 18; a 1 3 5 8 9 14 17 20; b 4 6 10 11 13 16 19. In the days of the campaign:
  /// a: 1 orders 600 and 400, 3 orders 200, 5 orders 99.99 and that is cancelled later; b: 4 orders 300;
  /// held out: 2 orders 100. Before and after the days: 8 and 9 order 5,000 each, which does not count.
  private static let orders = """
    local function order(c, amount, on) orders:create{customer = c, amount = yuan(amount), ordered_on = date(on)} end
    order(1, 600, "2026-07-01") order(1, 400, "2026-07-30") order(3, 200, "2026-07-02")
    orders:create{customer = 5, amount = yuan(0), status = "cancelled", ordered_on = date"2026-07-03"}
    order(4, 300, "2026-07-04") order(2, 100, "2026-07-05")
    order(8, 5000, "2026-06-29") order(9, 5000, "2026-07-31")

    """

  private func eval(_ source: String) throws -> String {
    let world = try World(customers: nil)
    defer { world.remove() }
    return try world.eval(CampaignWorld.launch + Self.orders + source)
  }

  @Test("arms: customers, responses, amounts")
  func arms() throws {
    #expect(
      try eval(
        """
        local r = campaign.report("T22", {as_of = date"2026-07-31"})
        local out = {}
        for _, a in ipairs{r.arms[1], r.arms[2], r.arms[3], r.arms[4]} do
          out[#out + 1] = ("%s %d %d %s %s"):format(a.arm, a.customers, a.responded, tostring(a.amount), tostring(a.per_head))
        end
        return table.concat(out, "; ")
        """)
        // 1200 / 8, 300 / 7 = 42.857142…, 1500 / 15.
        == "\"hold_out 5 1 100.00 20.00; a 8 2 1200.00 150.00; b 7 1 300.00 42.8571; treated 15 3 1500.00 100.00\""
    )
  }

  @Test("lift 3/15 − 1/5 = 0, incremental 1,500 − 100 × 15/5 = 1,200, ROI (120 − 50)/50")
  func lift() throws {
    // Newcombe in Python for 3 of 15 against 1 of 5: -0.4438 to 0.3004 (see the kernel's tests for the method).
    #expect(
      try eval(
        """
        campaign.spend("T22", yuan(50))
        local r = campaign.report("T22", {as_of = date"2026-07-31"})
        return r.lift, r.significant, ("%.4f %.4f"):format(r.lift_low, r.lift_high), r.incremental, r.gross, r.net,
          ("%.2f"):format(r.roi), campaign.report("T22", {margin = 0.25}).gross == yuan(0)
        """)
        == "0.0  false  \"-0.4438 0.3004\"  money\"1200.00\"  money\"120.00\"  money\"70.00\"  \"1.40\"  true"
    )
  }

  @Test("measuring writes first response, amount and treatment; those held out are never treated")
  func measured() throws {
    #expect(
      try eval(
        """
        inbox.done(tasks:where{record = 4}:first())
        campaign.measure("T22", {as_of = date"2026-07-31"})
        local function of(n)
          local m = campaign_members:where{customer = n}:first()
          return ("%s %s %s"):format(tostring(m.responded_on), tostring(m.amount), tostring(m.treated_on))
        end
        return of(1), of(2), of(4), of(6), campaign_members:where("is_held_out and treated_on"):count()
        """)
        == "\"2026-07-01 1000.00 2026-06-30\"  \"2026-07-05 100.00 nil\"  \"2026-07-04 300.00 2026-06-30\"  "
        + "\"nil 0.00 nil\"  0")
  }

  @Test("without a hold-out there is no data, and the report says so")
  func noHoldOut() throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    #expect(
      try world.eval(
        CampaignWorld.book
          + """
          local c = campaign.launch{code = "ALL", audience = "true", hold_out = 0,
            arms = {{key = "a", offer = "PUSH"}}, starts_on = today(), ends_on = today()}
          local r = campaign.report("ALL")
          local text = tostring(r)
          return c.notes[1], c.notes[2], r.lift, r.roi, text:find("lift: no data", 1, true) ~= nil
          """)
        == "\"the audience is every customer\"  \"nobody is held out: lift cannot be told\"  nil  nil  true"
    )
  }

  @Test("a response may want an amount, or be an activity, or lines of a product line")
  func responses() throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    let launch = """
      campaign.launch{code = "T22", audience = "true", hold_out = 0.25, starts_on = today(), ends_on = today() + days(30),
        arms = {{key = "a", share = 0.5, offer = "PUSH"}, {key = "b", share = 0.5, offer = "PUSH"}}, MORE}

      """
    func treated(_ more: String, _ rest: String) throws -> String {
      try world.eval(
        CampaignWorld.book + launch.replacing("MORE", with: more) + Self.orders + rest
          + "local r = campaign.report(\"T22\", {as_of = date\"2026-07-31\"}) local t = r.arms[4]\n"
          + "return t.responded, t.amount")
    }
    // From 300 on: 1 (600) and 4 (300).
    #expect(
      try treated("response = {orders = true, least = yuan(300)}", "")
        == "2  money\"1500.00\"")
    // A visit to 6, one before the days to 9, a call to 10.
    #expect(
      try treated(
        "response = {activities = {\"visit\"}}",
        """
        activities:create{customer = 6, kind = "visit", at = instant"2026-07-10T10:00"}
        activities:create{customer = 9, kind = "visit", at = instant"2026-06-29T10:00"}
        activities:create{customer = 10, kind = "call", at = instant"2026-07-10T10:00"}

        """) == "1  money\"1500.00\"")
    // Of bolts (product 1) alone: 80 of the order of 1 on 07-01, nothing of that of 3.
    #expect(
      try treated(
        "product = \"bolt\"",
        """
        local function line(order, product, amount)
          order_lines:create{order = order, line = product, product = product, quantity = 1,
            unit_price = yuan(amount), amount = yuan(amount)}
        end
        line(21, 1, 80) line(21, 2, 520) line(23, 2, 200)

        """) == "1  money\"80.00\"")
  }

  @Test("the sweep starts, stops and ends")
  func swept() throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    try world.run(
      CampaignWorld.launch
        + """
        campaign.launch{code = "LATER", audience = "true", overlap = "allow", starts_on = today() + days(1),
          ends_on = today() + days(9), arms = {{key = "a", offer = "PUSH"}}}
        campaign.spend("T22", yuan(1000))
        """)
    #expect(
      try world.eval(
        """
        local s = campaign.sweep{}
        local a = inbox.open{kind = "campaign_stopped"}
        return #s, s[1].code, s[1].state, s[1].reason, #a, #campaign.sweep{}
        """)
        == "1  \"T22\"  \"stopped\"  \"budget spent: 1,000.00 of 1,000.00\"  1  0")
  }

  @Test("a product line that promotes well gets 20 % more, once")
  func raised() throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    // 40 customers a side by a hold-out of half; all treated order, none of those held out.
    let source = """
      products:create{name = "bolt", code = "P1", unit_price = yuan(10), category = "bolt"}
      for n = 1, 80 do customers:create{name = "c" .. n} end
      campaign.launch{code = "B", audience = "true", hold_out = 0.5, product = "bolt", starts_on = today(),
        ends_on = today() + days(9), arms = {{key = "a", offer = "PUSH"}}}
      budget_lines:create{period = "2026-Q2", line = "marketing", scope = "bolt", planned = yuan(1000.01)}

      """
    let orders = """
      for m in campaign_members:where{is_held_out = false}:each() do
        local o = orders:create{customer = m.customer, amount = yuan(10), ordered_on = today()}
        order_lines:create{order = o.id, line = 1, product = 1, quantity = 1, unit_price = yuan(10), amount = yuan(10)}
      end

      """
    // 1,000.01 × 1.2 = 1,200.012, to the fen 1,200.01.
    #expect(
      try world.eval(
        source
          + """
          local r = campaign.raise_line("B")
          return r.raised, r.after
          """) == "false  money\"1000.01\"")
    #expect(
      try world.eval(
        source + orders
          + """
          local r = campaign.raise_line("B")
          local _, e = pcall(campaign.raise_line, "B")
          return r.raised, r.before, r.after, budget_lines:first().planned, e.code
          """)
        == "true  money\"1000.01\"  money\"1200.01\"  money\"1200.01\"  \"campaign.raised\"")
  }
}
