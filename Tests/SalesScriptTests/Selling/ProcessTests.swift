// Deliverables, reviews and compliance: counted by hand from the limits of the playbooks.
import SalesScript
import Testing

@Suite struct ProcessTests {
  private static let start = """
    local c = customers:create{name = "c", region = "east"}
    local function deal(more)
      local t = {customer = c, amount = wan(30), expected_close = date"2026-09-30", playbook = "director",
        at = date"2026-06-01"}
      for k, v in pairs(more or {}) do t[k] = v end
      return selling.open(t)
    end
    local function hand(o, day, ...)
      for _, node in ipairs{...} do selling.deliver(o, node, {on = day}) end
    end

    """

  /// Opened on the 1st: the three nodes of leads are due on the 2nd (24 h). One handed in on the 2nd, two on
  /// the 3rd: 1 of 3. From the 4th in need analysis: survey due on the 9th, priorities on the 12th, agreement on
  /// the 14th. On the 10th the survey is missing and the others are pending: 1 of 4. At the end of the month
  /// all three are missing: 1 of 6.
  @Test func nodesCountOnceTheyAreDoneOrLate() throws {
    let world = try World(customers: 1)
    defer { world.remove() }
    #expect(
      try world.eval(
        Self.start + """
          local o = deal()
          hand(o, date"2026-06-02", "lead_registered")
          hand(o, date"2026-06-03", "lead_screened", "lead_graded")
          selling.move(o, "need_analysis", {at = date"2026-06-04"})
          local function at(day)
            local r = selling.compliance{opportunity = o, on = day}
            return r.on_time .. "/" .. r.counted
          end
          local t = selling.compliance{by = "region", of = opportunities:where{id = o.id}}
          return at(date"2026-06-04"), at(date"2026-06-09"), at(date"2026-06-10"), at(date"2026-06-30"),
            t[1].region, t[1].counted, t[1].points
          """) == "\"1/3\"  \"1/3\"  \"1/4\"  \"1/6\"  \"east\"  6  2.5")
  }

  /// All nine nodes up to the sale in time: within the process. Then three more behind it.
  @Test func aSaleByTheBookIsWithinTheProcess() throws {
    let world = try World(customers: 1)
    defer { world.remove() }
    #expect(
      try world.eval(
        Self.start + """
          local o = deal()
          hand(o, date"2026-06-02", "lead_registered", "lead_screened", "lead_graded")
          selling.move(o, "need_analysis", {at = date"2026-06-03"})
          hand(o, date"2026-06-05", "need_survey", "need_priorities", "need_agreed")
          selling.move(o, "solution", {at = date"2026-06-06"})
          hand(o, date"2026-06-08", "proposal", "quotation", "proposal_shown")
          selling.move(o, "negotiation", {at = date"2026-06-09"})
          hand(o, date"2026-06-12", "price_plan", "terms_agreed")
          local refused = select(2, pcall(selling.win, o, {at = date"2026-06-13"})).message
          hand(o, date"2026-06-12", "contract_approved")
          selling.win(o, {at = date"2026-06-13"})
          local r = selling.compliance{opportunity = o, on = date"2026-06-14"}
          local stuck = pcall(selling.move, o, "after_sale")
          return refused:find("contract_approved", 1, true) ~= nil, r.share, r.counted, r.meets, r.outside,
            r.commission_cut, stuck
          """) == "true  1.0  12  true  false  0.0  false")
  }

  /// Won from leads: nothing of three stages was done, and three stages were left out. 3 + 3 + 3 + 3 nodes.
  @Test func aSaleOutsideTheProcessSaysWhy() throws {
    let world = try World(customers: 1)
    defer { world.remove() }
    #expect(
      try world.eval(
        Self.start + """
          local o = selling.win(deal(), {outside = true, at = date"2026-06-01"})
          local r = selling.compliance{opportunity = o, on = date"2026-06-01"}
          local t = selling.compliance{by = "status", of = opportunities:where{id = o.id}}
          return r.outside, r.commission_cut, r.on_time, r.counted, #r.breaches, r.breaches[1].breach,
            t[1].outside, why(r).children[1].reason
          """)
        == "true  0.1  0  12  13  \"moved from lead to contract against the playbook\"  1  "
        + "\"due 2026-06-02, not done\"")
  }

  /// What was not due when it was lost does not count; a playbook without nodes has no share.
  @Test func whatWasNotDueWhenItWasLostDoesNotCount() throws {
    let world = try World(customers: 1)
    defer { world.remove() }
    #expect(
      try world.eval(
        Self.start + """
          local o = selling.lose(deal(), {reason = "price", at = date"2026-06-01"})
          local p = deal{playbook = "fastener"}
          local a, b = selling.compliance{opportunity = o}, selling.compliance{opportunity = p}
          return a.counted, a.share, b.counted, b.share, b.meets
          """) == "0  nil  0  nil  nil")
  }

  /// Version 1 fails with legal, version 2 passes with all three: 1 of 2, and 0 of 1 at the first time.
  @Test func aNodeWithReviewsIsDoneOnceAllPassed() throws {
    let world = try World(customers: 1)
    defer { world.remove() }
    #expect(
      try world.eval(
        Self.start + """
          local o = deal{playbook = "keyaccount"}
          local function review(d, failing)
            for _, role in ipairs{"sales", "technical", "csm"} do
              selling.review(d, {role = role, passed = role ~= failing})
            end
          end
          local function lacks()
            local t = {}
            for _, p in ipairs(selling.missing(o, "contract")) do
              if p.key == "need_diagnosis" then t[#t + 1] = p.kind .. " " .. p.role end
            end
            return table.concat(t, ", ")
          end
          local before = lacks()
          local d = selling.deliver(o, "need_diagnosis", {document = "v1.pdf"})
          review(d, "technical")
          local failed = lacks()
          d = selling.deliver(o, "need_diagnosis", {document = "v2.pdf"})
          local again = lacks()
          review(d)
          local t = selling.pass_rate{node = "need_diagnosis"}[1]
          return before, failed, again, lacks(), d.version, t.reviewed, t.passed, t.share, t.first_share,
            #selling.diagnosis(o).open_reviews
          """)
        == "\"deliverable sales\"  \"review technical\"  "
        + "\"review sales, review technical, review csm\"  \"\"  2  2  1  0.5  0.0  0")
  }

  @Test(arguments: [
    ("selling.deliver(deal(), \"lead_registerd\")", "playbook.node", "lead_registered"),
    (
      "selling.deliver(deal{playbook = \"fastener\"}, \"x\")", "playbook.node", "none of its stages"
    ),
    (
      "selling.deliver(deal(), \"lead_graded\", {on = date\"2026-07-01\"})", "deliverable.day",
      "still to come"
    ),
    (
      "selling.deliver(deal(), \"lead_graded\", {on = date\"2026-05-31\"})", "deliverable.day",
      "before opportunity"
    ),
    ("selling.deliver(deal(), \"lead_graded\", {by = 999})", "record.missing", "no rep 999"),
    (
      "selling.deliver(selling.lose(deal(), {reason = \"price\"}), \"lead_graded\")",
      "opportunity.closed", "was lost"
    ),
    (
      "selling.review(selling.deliver(deal(), \"lead_graded\"), {role = \"legal\", passed = true})",
      "review.role", "it needs no review"
    ),
    (
      "selling.review(selling.deliver(deal(), \"lead_graded\"), {role = \"legal\"})",
      "script.argument", "passed is missing"
    ),
    ("selling.compliance{by = \"regoin\"}", "entity.field", "region"),
    ("selling.compliance{of = customers}", "script.argument", "expected opportunities"),
  ])
  func whatIsRefused(_ call: String, _ code: String, _ text: String) throws {
    let world = try World(customers: 1)
    defer { world.remove() }
    let failure = try world.failure(Self.start + "return " + call)
    #expect(failure == Failure(code, text), "\(failure)")
  }
}
