// Duplicates, conversion and sources: by hand; what is refused leaves nothing behind.
import SalesScript
import Testing

@Suite struct LeadConversionTests {
  /// A firm of ours with a contact, and a lead that scores 82 (see ``QualificationTests``).
  static let book = """
    local c = customers:create{name = "长征紧固件有限公司", uscc = "914403001922038216", code = "C1"}
    contacts:create{customer = c.id, name = "王工", phone = "+86 138-0000-0001", email = "Wang@Star.cn"}
    local rep = reps:create{name = "Ann", region = "moon"}
    local function lead(more)
      local t = {company = "星辰", source = "web", region = "moon", owner = rep, budget = 90, authority = 80,
        need = 90, timing = 80, size = 80, fit = 80, intent = 60, contact_name = "李工", phone = "139", cost = yuan(100)}
      for name, value in pairs(more or {}) do t[name] = value end
      local l = qualification.take(t)
      qualification.grade{lead = l}
      return l
    end

    """

  @Test(arguments: [
    ("company = \"長征\"", ""), ("uscc = \"9144 0300 1922 038216\"", "customers uscc"),
    ("company = \"长征紧固件 (公司)\"", "customers name"),
    ("company = \"（长征）紧固件股份有限公司\"", "customers name"),
    ("phone = \"0086 13800000001\"", "customers phone"),
    ("email = \" wang@star.CN\"", "customers email"),
    ("company = \"长征紧固件\", email = \"wang@star.cn\"", "customers name, email"),
  ])
  func alikeIsFound(_ fields: String, _ found: String) throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    let answer = try world.eval(
      Self.book
        + """
        local d = qualification.duplicates(lead{\(fields)})
        local rows = {}
        for i = 1, #d do rows[i] = d[i].entity .. " " .. d[i].by end
        return table.concat(rows, "; ")
        """)
    #expect(answer == "\"\(found)\"")
  }

  @Test func otherLeadsAreFoundToo() throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    #expect(
      try world.eval(
        Self.book
          + """
          local a, b = lead(), lead{company = "星辰有限公司", phone = ""}
          local d = qualification.duplicates(b)
          return #d, d[1].entity, d[1].id == a.id, d[1].status, d[1].by, #qualification.duplicates(lead{company = "乙", phone = "1"})
          """) == "1  \"leads\"  true  \"open\"  \"name\"  0")
  }

  @Test func aLeadBecomesThreeRecordsInOneRun() throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    try world.run(
      "products:create{name = \"bolt\", category = \"bolt\", grade = \"aerospace\", unit_price = yuan(1)}"
    )
    let before = try world.eval("return customers:count(), contacts:count(), opportunities:count()")
    let run = try world.run(
      Self.book + "local l = lead() qualification.convert{lead = l, amount = wan(30), product = 1}"
    ).run
    let checked = try world.eval(
      """
      local l = leads:get(1)
      local c, o = l:follow("customer"), opportunities:get(l.opportunity)
      local p, m = c:contacts():first(), o:stage_moves():first()
      return l.status, l.closed_at == l.graded_at, c.name, c.source, c.region, c.owner == l.owner, c.created_on,
        p.name, p.phone, o.customer == c.id, o.amount, o.product, o.rep == l.owner, o.lead, o.source,
        o.expected_close, m.stage == o.stage, m.from_stage, m.amount, l:opportunities():count()
      """)
    // 90 days after 2026-06-30 is 2026-09-28.
    #expect(
      checked == "\"converted\"  true  \"星辰\"  \"web\"  \"moon\"  true  date\"2026-06-30\"  "
        + "\"李工\"  \"139\"  true  money\"300000.00\"  1  true  1  \"web\"  "
        + "date\"2026-09-28\"  true  nil  money\"300000.00\"  1")
    try world.run("undo(\(try #require(run)))")
    #expect(
      try world.eval("return customers:count(), contacts:count(), opportunities:count()") == before)
  }

  @Test func anExistingCustomerTakesTheLead() throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    #expect(
      try world.eval(
        Self.book
          + """
          local n = customers:count()
          local l = lead{company = "长征紧固件", contact_name = "王工"}
          local ok, e = pcall(qualification.convert, {lead = l})
          local r = qualification.convert{lead = l, customer = c}
          local d = lead{company = "长征紧固件", phone = "140"}
          local s = qualification.convert{lead = d, duplicates = "allow", expected_close = date"2026-07-31"}
          return e.code, e.message, r.customer == c, r.contact.phone, c:contacts():count(), customers:count() - n,
            s.customer.name, s.opportunity.expected_close
          """)
        == "\"lead.duplicate\"  \"lead L-000001 may be customer C1 (长征紧固件有限公司), by name\"  true  "
        + "\"+86 138-0000-0001\"  1  1  \"长征紧固件\"  date\"2026-07-31\"")
  }

  @Test(arguments: [
    (
      "local l = lead() qualification.convert{lead = l} qualification.convert{lead = l}",
      "lead.status", "was converted to customer"
    ),
    (
      "qualification.convert{lead = qualification.take{company = \"乙\"}}", "lead.ungraded",
      "not graded"
    ),
    (
      "qualification.convert{lead = lead{need = 0, budget = 0, authority = 0}}", "lead.grade",
      "grade D"
    ),
    ("qualification.convert{lead = lead(), duplicates = \"yes\"}", "script.argument", "allow"),
    ("qualification.convert{lead = lead(), amount = 5}", "field.type", "money"),
    (
      "qualification.convert{lead = lead(), expected_close = date\"2026-06-01\"}",
      "opportunity.close", "before"
    ),
    (
      "qualification.convert{lead = lead(), playbook = \"fastner\"}", "playbook.unknown", "fastener"
    ),
    ("qualification.convert{lead = lead(), at = now() - hours(1)}", "lead.order", "arrived"),
    ("qualification.convert{lead = lead(), customer = 99}", "record.missing", "customer 99"),
    (
      "local l = lead() qualification.disqualify{lead = l, reason = \"x\"} qualification.convert{lead = l}",
      "lead.status", "cannot become converted"
    ),
    ("lead() qualification.convert{lead = lead{phone = \"7\"}}", "lead.duplicate", "by name"),
  ])
  func refusalsLeaveNothing(_ chunk: String, _ code: String, _ part: String) throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    #expect(try world.failure(Self.book + chunk) == Failure(code, part))
    #expect(try world.eval("return leads:count(), opportunities:count()") == "0  0")
    // Caught by the script: the conversion itself is taken back, what was before it stays.
    let caught = try world.eval(
      Self.book + "local n = customers:count()\n"
        + "pcall(qualification.convert, {lead = lead(), amount = 5})\n"
        + "return customers:count() - n, leads:count(), leads:get(1).status")
    #expect(caught == "0  1  \"open\"")
  }

  @Test func sourcesAreCountedFromTheirLeads() throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    #expect(
      try world.eval(
        Self.book
          + """
          local a = lead()
          lead{company = "乙", phone = "2", cost = yuan(50.01)}
          lead{company = "丙", phone = "3", cost = ""}
          lead{company = "丁", phone = "4", source = ""}
          lead{company = "戊", phone = "5", source = "tender", arrived_at = date"2026-05-31"}
          leads:create{company = "己", status = "open", source = "radio", arrived_at = now()}
          local o = qualification.convert{lead = a, amount = wan(30)}.opportunity
          o.status = "won"
          local s = qualification.sources{from = date"2026-06-01", to = date"2026-06-30"}
          local web, tender, radio, none = s[2], s[6], s[8], s[9]
          return #s, web.leads, web.graded, web.converted, web.rate * 3, web.cost, web.per_lead, web.per_conversion,
            web.unpriced, web.won, web.won_amount, tender.leads, tender.rate, tender.per_lead, radio.source, radio.label,
            radio.graded, none.source, none.leads
          """)
        // 150.01 over two with a cost is 75.005, half up 75.01.
        == "9  3  3  1  1.0  money\"150.01\"  money\"75.01\"  money\"150.01\"  1  1  "
        + "money\"300000.00\"  0  nil  nil  \"radio\"  nil  0  nil  1")
    #expect(
      try world.failure("qualification.sources{from = date\"2026-06-02\", to = date\"2026-06-01\"}")
        == Failure("lead.period", "after"))
  }
}
