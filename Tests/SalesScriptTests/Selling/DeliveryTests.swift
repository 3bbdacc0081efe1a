// Milestones with their signatures, need surveys, competitors, hygiene and the key list.
import SalesScript
import Testing

@Suite struct DeliveryTests {
  private static let start = """
    local c = customers:create{name = "c"}
    local ann, bob = reps:create{name = "Ann"}, reps:create{name = "Bob"}
    local wang = contacts:create{customer = c.id, name = "王工"}
    local function deal(more)
      local t = {customer = c, rep = ann, amount = wan(30), expected_close = date"2026-09-30",
        at = date"2026-06-01"}
      for k, v in pairs(more or {}) do t[k] = v end
      return selling.open(t)
    end
    local function sold(more) return selling.win(deal(more), {outside = true, at = date"2026-06-10"}) end
    local function sign(o, word, day)
      selling.sign(o, word, {role = "sales", by = ann, on = day})
      selling.sign(o, word, {role = "technical", by = bob, on = day})
      return selling.sign(o, word, {role = "customer", by = wang, on = day})
    end

    """

  /// Laid out on the 12th: due 15, 75, 120, 165, 180 days later. By the playbook of key accounts the milestone
  /// hands its node in.
  @Test func milestonesAreSignedInTheirOrder() throws {
    let world = try World(customers: 1)
    defer { world.remove() }
    #expect(
      try world.eval(
        Self.start + """
          local o = sold{playbook = "keyaccount"}
          local days = {}
          for i, m in ipairs(selling.lay_milestones(o, {on = date"2026-06-12"})) do
            days[i] = tostring(m.due_on)
          end
          sign(o, "need_confirmed", date"2026-06-15")
          selling.sign(o, "build", {role = "customer", by = wang, on = date"2026-06-20"})
          local t = selling.milestones(o)
          local node = o:deliverables():first()
          return table.concat(days, " "), t[1].done_on, t[1].missing, t[2].done_on, t[2].missing, t[3].signed,
            node.node, node.done_on
          """)
        == "\"2026-06-27 2026-08-26 2026-10-10 2026-11-24 2026-12-09\"  date\"2026-06-15\"  \"\"  nil  "
        + "\"sales, technical\"  \"\"  \"need_confirmed\"  date\"2026-06-15\"")
  }

  /// The last of three signatures by time, not by call, is the day it is done.
  @Test func theLatestSignatureCompletes() throws {
    let world = try World(customers: 1)
    defer { world.remove() }
    #expect(
      try world.eval(
        Self.start + """
          local o = sold()
          selling.lay_milestones(o)
          selling.sign(o, "need_confirmed", {role = "technical", by = bob, on = date"2026-06-20"})
          selling.sign(o, "need_confirmed", {role = "sales", by = ann, on = date"2026-06-12"})
          local m = selling.sign(o, "need_confirmed", {role = "customer", by = wang, on = date"2026-06-15"})
          return m.done_on, m:milestone_signatures():count()
          """) == "date\"2026-06-20\"  3")
  }

  @Test(arguments: [
    ("selling.lay_milestones(deal())", "milestone.status", "only what was won"),
    (
      "(function() local o = sold() selling.lay_milestones(o) selling.lay_milestones(o) end)()",
      "milestone.exists", "laid out already"
    ),
    ("sign(sold(), \"build\")", "milestone.word", "selling.lay_milestones"),
    ("sign(laid, \"bild\")", "milestone.word", "did you mean \"build\"?"),
    ("sign(laid, \"test\")", "milestone.turn", "need_confirmed, build first"),
    (
      "sign(laid, \"need_confirmed\", date\"2026-06-09\")", "milestone.day",
      "before the opportunity"
    ),
    ("sign(laid, \"need_confirmed\", date\"2026-07-01\")", "milestone.day", "still to come"),
    (
      "sign(laid, \"need_confirmed\", date\"2026-06-20\") .. sign(laid, \"build\", date\"2026-06-19\")",
      "milestone.day", "was accepted on 2026-06-20"
    ),
    (
      "selling.sign(laid, \"need_confirmed\", {role = \"technicla\", by = bob})", "milestone.role",
      "did you mean \"technical\"?"
    ),
    ("selling.sign(laid, \"need_confirmed\", {role = \"sales\"})", "milestone.signer", "a rep"),
    (
      "selling.sign(laid, \"need_confirmed\", {role = \"customer\", by = other})",
      "milestone.signer", "not of customer"
    ),
    (
      "selling.sign(laid, \"need_confirmed\", {role = \"sales\", by = wang})", "script.argument",
      "expected a rep"
    ),
    (
      "{sign(laid, \"need_confirmed\"), sign(laid, \"need_confirmed\")}", "milestone.signed", "once"
    ),
    (
      "selling.need(deal(), {dimension = \"busines\", kind = \"explicit\", finding = \"x\"})",
      "need.dimension", "did you mean \"business\"?"
    ),
    (
      "selling.need(deal(), {dimension = \"business\", kind = \"implict\", finding = \"x\"})",
      "need.kind", "did you mean \"implicit\"?"
    ),
    (
      "selling.need(deal(), {dimension = \"business\", kind = \"implicit\"})", "script.argument",
      "finding is missing"
    ),
    ("selling.compete(deal(), \"KJX\")", "opportunity.competitor", "did you mean \"KJ\"?"),
    (
      "selling.compete(deal(), \"KJ\", {price = yuan(-1)})",
      "opportunity_competitor.price.range", "outside 0 or more"
    ),
    (
      "competitors:create{code = \"Z\", name = \"z\", share = 1.2}", "competitor.share.range", "0–1"
    ),
    ("selling.hygiene{policy = {name = \"x\"}}", "policy.missing", "title"),
  ])
  func whatIsRefused(_ call: String, _ code: String, _ text: String) throws {
    let world = try World(customers: 1)
    defer { world.remove() }
    let failure = try world.failure(
      Self.start + """
        competitors:create{code = "KJ", name = "快紧"}
        local laid = sold()
        selling.lay_milestones(laid)
        local other = contacts:create{customer = customers:create{name = "d"}.id, name = "李工"}

        """ + "return " + call)
    #expect(failure == Failure(code, text), "\(failure)")
  }

  @Test func aDiagnosisIsCompleteWithAllFiveDimensions() throws {
    let world = try World(customers: 1)
    defer { world.remove() }
    #expect(
      try world.eval(
        Self.start + """
          local o = deal()
          local function need(dimension, kind)
            selling.need(o, {dimension = dimension, kind = kind, finding = "x", scene = "line 3"})
          end
          need("business", "explicit") need("business", "implicit") need("organisation", "explicit")
          need("personal", "implicit") need("hidden", "implicit")
          local d = selling.diagnosis(o)
          local missing = d.missing[1]
          need("budget", "explicit")
          local e = selling.diagnosis(o)
          return d.complete, #d.missing, missing, e.complete, e.dimensions[1].explicit,
            e.dimensions[1].implicit, #e.findings, e.report
          """) == "false  1  \"budget\"  true  1  1  6  nil")
  }

  /// KJ met five times: 2 won, 1 lost, 2 open; three times its price is known, twice below our 300,000.
  @Test func competitorsAreCountedWithTheirPrices() throws {
    let world = try World(customers: 1)
    defer { world.remove() }
    #expect(
      try world.eval(
        Self.start + """
          competitors:create{code = "KJ", name = "快紧"}
          competitors:create{code = "NO", name = "无"}
          local a, b = sold{competitor = "KJ"}, deal()
          selling.compete(a, "KJ", {price = wan(29)})
          selling.compete(b, "KJ", {price = wan(31), main = true})
          selling.compete(deal(), "KJ", {price = money"299999.99"})
          selling.compete(sold(), "KJ")
          selling.lose(deal(), {reason = "price", competitor = "KJ"})
          local t = selling.competition{}
          return #t, t[1].met, t[1].open, t[1].won, t[1].lost, t[1].win_rate * 3, t[1].cheaper, t[1].priced,
            b.competitor
          """) == "1  5  2  2  1  2.0  2  3  \"KJ\"")
  }

  /// On the 30th. A: looked after on the 1st (29 days), everything else known, one task. B: revised on the
  /// 23rd (7 days, not more), close on the 29th is past, no task. C: the 22nd (8 days), nothing known.
  @Test func hygieneFindsWhatNobodyLooksAfter() throws {
    let world = try World(customers: 1)
    defer { world.remove() }
    #expect(
      try world.eval(
        Self.start + """
          local a = deal{code = "A"}
          inbox.task{kind = "call", title = "ask", due_on = date"2026-07-02", record = a}
          local b = deal{code = "B", expected_close = date"2026-06-29"}
          selling.revise(b, {at = date"2026-06-23"})
          selling.open{code = "C", customer = c, at = date"2026-06-22"}
          deal{code = "L"}
          selling.lose("L", {reason = "price"})
          local t = {}
          for _, r in ipairs(selling.hygiene{of = opportunities:where{customer = c.id}}) do
            t[#t + 1] = r.code .. " " .. r.finding
          end
          return table.concat(t, ", "), selling.hygiene{of = opportunities:where{code = "B"}}[1].late_days
          """)
        == "\"A stale, C stale, C no_close, C no_amount, C no_next_step, B past_close, B no_next_step\"  1"
    )
  }

  /// Over 50万, or marked so; 50万 itself is not over. 0.1 · 600,000 = 60,000.
  @Test func keyOpportunitiesAreListed() throws {
    let world = try World(customers: 1)
    defer { world.remove() }
    #expect(
      try world.eval(
        Self.start + """
          deal{code = "S", is_key = true} deal{code = "E", amount = wan(50)} deal{code = "B", amount = wan(60)}
          selling.lose(deal{code = "L", amount = wan(90)}, {reason = "price"})
          local t, all = {}, selling.key{of = opportunities:where{customer = c.id}}
          for i, r in ipairs(all) do t[i] = r.code end
          return table.concat(t, " "), all[1].weighted
          """) == "\"B S\"  money\"60000.00\"")
  }
}
