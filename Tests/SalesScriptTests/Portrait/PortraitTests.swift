// A customer in one view: every figure by hand, a customer of whom nothing is known, and the page.
import SalesScript
import Testing

@Suite struct PortraitTests {
  /// As of 2026-06-30, lately is from 2025-07-01. Orders: 300 and 100 lately, 200 before, so +100 %; from 2025-06-30
  /// to 2026-05-31 are 335 days, 168 between two. Bolts 300 of 400. Two invoices: 70 open of 100, 10 days late; 50
  /// not yet due. Coverage 40 % × 50 = 20.
  private static let book = """
    local ann = reps:create{name = "Ann", region = "moon"}
    local c = customers:create{name = "甲公司", code = "K1", level = "A", kind = "satellite_maker", region = "moon",
      owner = ann.id, created_on = date"2025-01-01", last_order = date"2026-05-31"}
    local bolt = products:create{name = "bolt", code = "B", unit_price = yuan(1)}
    local nut = products:create{name = "nut", code = "N", unit_price = yuan(1)}
    local function order(amount, day, product)
      local o = orders:create{customer = c.id, amount = yuan(amount), ordered_on = day}
      order_lines:create{order = o.id, line = 1, product = product.id, quantity = amount, unit_price = yuan(1),
        amount = yuan(amount)}
    end
    order(200, date"2025-06-30", nut) order(300, date"2025-07-01", bolt) order(100, date"2026-05-31", nut)
    receivables.invoice{customer = c, amount = yuan(100), on = date"2026-05-01",
      due_on = date"2026-06-20"}
    receivables.invoice{customer = c, amount = yuan(50), on = date"2026-05-01", due_on = date"2026-07-20"}
    receivables.receive{customer = c, amount = yuan(30), on = date"2026-06-01"}
    contacts:create{customer = c.id, name = "采", role = "procurement", relationship = 50}
    for _, day in ipairs{"2026-06-01", "2026-06-02", "2024-01-01"} do
      activities:create{customer = c.id, kind = "visit", at = instant(day .. "T10:00:00")}
    end
    readings:create{customer = c.id, metric = "logins", day = date"2026-06-01", value = 5}
    readings:create{customer = c.id, metric = "logins", day = date"2026-06-20", value = 7}
    readings:create{customer = c.id, metric = "logins", day = date"2026-07-01", value = 99}
    tickets:create{kind = "complaint", customer = c.id, subject = "rust", step = "recorded", state = "open",
      opened_at = instant"2026-06-29T10:00:00", reopened = 0}
    survey_answers:create{kind = "csat", customer = c.id, score = 4, answered_on = date"2026-06-01"}
    survey_answers:create{kind = "csat", customer = c.id, score = 5, answered_on = date"2026-06-02"}
    inbox.task{kind = "visit", title = "see 采", due_on = date"2026-06-29", record = c}
    inbox.raise{kind = "churn_risk", record = c, message = "silent"}
    local f = agreements:create{code = "F1", customer = c.id, kind = "framework_1y", starts_on = date"2025-08-01",
      ends_on = date"2026-07-31"}
    inbox.task{kind = "renewal", title = "renew F1", due_on = date"2026-07-02", record = f}
    inbox.raise{kind = "renewal_due", record = f, message = "ends"}
    inbox.raise{kind = "renewal_due", record = customers:create{name = "丙"}, message = "not ours"}

    """

  @Test func everyFigureByHand() throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    try world.run(Self.book + "print(c:portrait())")
    #expect(
      world.output.text == """
        customer: 甲公司 · K1 · A · 2026-06-30
        profile: satellite_maker · moon · owner Ann
        purchases: 2 orders in 12 months · 400.00 · +100 % on the time before · last 2026-05-31 · every 168 days
        payments: open 120.00 · overdue 70.00 · oldest 10 days late
        deals: agreement F1 ends 2026-07-31
        behaviour: visit 2 · last 2026-06-02 · visit due 2026-07-02 · logins 7.0
        chain: procurement 50 · coverage 20.0 · see next: find (technical)
        service: 1 ticket open · 1 in 12 months · csat 5
        health: churn active, at risk from 2026-08-31
        work: 2 tasks · 1 late · 2 alerts · next: see 采 by 2026-06-29

        """)
    let values = try world.eval(
      """
      local p = customers:get(1):portrait()
      local bolts = p.purchases.prefers[1]
      return p.purchases.growth, bolts.name, bolts.share, p.purchases.days_between, p.service.answers[1].mean,
        p.payments.open, p.work.to_do[1].title, #p.service.tickets
      """)
    #expect(
      values == "1.0  \"bolt\"  0.75  167.5  4.5  money\"120.00\"  \"see 采\"  1")
  }

  /// Of a day before all of it there is nothing, and nothing later shows.
  @Test func nothingIsKnownOfABlankCustomer() throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    try world.run(
      Self.book + """
        print(customers:create{name = "乙"}:portrait())
        print(c:portrait(date"2023-01-01").purchases)
        """)
    #expect(
      world.output.text == """
        customer: 乙 · 2026-06-30
        profile: no data
        purchases: no data
        payments: no data
        deals: no data
        behaviour: no data
        chain: coverage 0.0 · see next: find (procurement)
        service: no data
        health: churn prospect
        work: 0 tasks · 0 alerts


        """)
  }

  @Test func thePageHasEveryTable() throws {
    let world = try FilesWorld()
    defer { world.remove() }
    try world.eval(Self.book + "c:portrait():save(dir .. \"/k1.html\")")
    let page = try world.text("k1.html")
    #expect(page.contains("<title>甲公司 · K1 · A · 2026-06-30</title>"))
    #expect(page.contains("<svg") && page.contains("2026-Q2"))
    for cell in ["bolt", "rust", "see 采", "silent", "<h2>chain</h2>", "logins"] {
      #expect(page.contains(cell), "\(cell)")
    }
    #expect(!page.contains("http://") || page.contains("www.w3.org"))
  }

  @Test(arguments: [
    ("customers:first():portrait(3)", "script.argument", "expected"),
    ("customers:first().portrait()", "script.argument", "expected a customer"),
    ("orders:first():portrait()", "entity.field", "portrait"),
  ])
  func refusesBadInput(_ chunk: String, _ code: String, _ part: String) throws {
    let world = try World(customers: 3)
    defer { world.remove() }
    #expect(try world.failure(chunk) == Failure(code, part))
  }
}
