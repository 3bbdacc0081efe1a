// Opportunities from opening to their end: moves that the playbook allows, all that it does not, and what
// refused calls leave behind: nothing.
import SalesScript
import Testing

@Suite struct SellingTests {
  static let start = """
    local c = customers:create{name = "c", region = "east", owner = reps:create{name = "Ann"}.id}
    local function deal(more)
      local t = {customer = c, amount = wan(30), expected_close = date"2026-09-30",
        at = instant"2026-06-01T09:00:00"}
      for k, v in pairs(more or {}) do t[k] = v end
      return selling.open(t)
    end

    """

  @Test func anOpportunityGoesItsWay() throws {
    let world = try World()
    defer { world.remove() }
    try world.run(
      Self.start + """
        local o = deal{code = "WAY"}
        selling.move(o, "need_confirmed", {at = date"2026-06-03", reason = "survey"})
        selling.revise(o, {amount = wan(25), at = date"2026-06-04"})
        selling.move(o, "proposal", {at = instant"2026-06-05T10:00:00"})
        selling.move(o, "negotiation", {at = date"2026-06-05"})
        selling.win(o, {reason = "quality", at = date"2026-06-10"})
        """)
    #expect(
      try world.eval(
        """
        local o = opportunities:where{code = "WAY"}:first()
        return o.stage, o.status, o.opened_on, o.closed_on, o.amount, o.reason, o.updated_on,
          o.playbook, o.playbook_version, o.region, o:follow("rep").name
        """)
        == "\"contract_signed\"  \"won\"  date\"2026-06-01\"  date\"2026-06-10\"  "
        + "money\"250000.00\"  \"quality\"  date\"2026-06-10\"  \"fastener\"  \"2026.1\"  \"east\"  "
        + "\"Ann\"")
    // The move of the 5th that names only the day stands at the time of the one before it.
    #expect(
      try world.eval(
        """
        local t = {}
        for m in opportunities:where{code = "WAY"}:first():stage_moves():each() do
          t[#t + 1] = ("%s>%s %s %s"):format(m.from_stage or "", m.stage, tostring(m.moved_at):sub(6, 16), m.amount)
        end
        return table.concat(t, "; ")
        """)
        == "\">initial_contact 06-01T09:00 300000.00; "
        + "initial_contact>need_confirmed 06-03T00:00 300000.00; "
        + "need_confirmed>need_confirmed 06-04T00:00 250000.00; "
        + "need_confirmed>proposal 06-05T10:00 250000.00; "
        + "proposal>negotiation 06-05T10:00 250000.00; "
        + "negotiation>contract_signed 06-10T00:00 250000.00\"")
  }

  @Test func aLostOneOpensAgainWhereItWasLost() throws {
    let world = try World()
    defer { world.remove() }
    #expect(
      try world.eval(
        Self.start + """
          competitors:create{code = "K1", name = "快紧"}
          local o = selling.move(deal(), "proposal")
          o = selling.lose(o, {reason = "price", competitor = "K1"})
          local lost = ("%s %s %s %s"):format(o.stage, o.status, o.competitor, o.closed_on)
          o = selling.reopen(o, {reason = "they cannot deliver"})
          local last
          for m in o:stage_moves():each() do last = m end
          return lost, o.stage, o.status, o.closed_on, o.reason, last.from_stage, last.reason,
            selling.move(o, "negotiation").stage
          """)
        == "\"lost lost K1 2026-06-30\"  \"proposal\"  \"open\"  nil  nil  \"lost\"  "
        + "\"they cannot deliver\"  \"negotiation\"")
  }

  @Test(arguments: [
    ("selling.open{playbook = \"fastner\"}", "playbook.unknown", "did you mean \"fastener\"?"),
    ("selling.open{amount = yuan(-1)}", "opportunity.amount.range", "outside 0 or more"),
    ("selling.open{custmer = 1}", "script.argument", "did you mean 'customer'?"),
    ("selling.open{customer = 99999}", "record.missing", "there is no customer 99999"),
    ("deal{expected_close = date\"2026-05-31\"}", "opportunity.close", "2026-05-31 is before"),
    ("deal{at = date\"2026-07-01\"}", "opportunity.time", "still to come"),
    ("deal{competitor = \"nobody\"}", "opportunity.competitor", "competitors:create"),
    ("{deal{code = \"D\"}, deal{code = \"D\"}}", "record.duplicate", "D"),
    ("selling.move(deal(), \"negotation\")", "playbook.stage", "did you mean \"negotiation\"?"),
    (
      "selling.move(deal(), \"technical_review\")", "playbook.move",
      "it may move to need_confirmed, proposal"
    ),
    ("selling.move(deal(), \"contract_signed\")", "opportunity.stage", "selling.win"),
    ("selling.move(deal(), \"initial_contact\")", "opportunity.stage", "already"),
    ("selling.move(deal(), \"lost\")", "playbook.stage", "selling.lose"),
    (
      "selling.move(selling.open{customer = c}, \"proposal\")", "playbook.missing",
      "it lacks amount and expected close (\"amount and expected_close\")"
    ),
    (
      "selling.move(deal(), \"proposal\", {at = date\"2026-05-31\"})", "opportunity.time",
      "before the last move"
    ),
    (
      "selling.move(deal(), \"proposal\", {at = date\"2026-07-01\"})", "opportunity.time",
      "still to come"
    ),
    (
      "selling.lose(opportunities:create{playbook = \"fastener\", stage = \"proposal\", status = \"open\", "
        + "opened_on = date\"2026-06-10\"}, {reason = \"price\", at = date\"2026-06-09\"})",
      "opportunity.time", "before opportunity"
    ),
    ("selling.win(deal())", "playbook.move", "cannot move from initial_contact"),
    (
      "selling.win(selling.open{customer = c}, {outside = true})", "playbook.missing",
      "an amount"
    ),
    (
      "selling.win(deal(), {outside = true, reason = \"qualty\"})", "opportunity.reason",
      "did you mean \"quality\"?"
    ),
    ("selling.lose(deal(), {})", "opportunity.reason", "needs a reason"),
    ("selling.lose(deal(), {reason = \"prise\"})", "opportunity.reason", "did you mean \"price\"?"),
    (
      "selling.revise(deal(), {expected_close = date\"2020-01-01\"})", "opportunity.close",
      "before the opportunity was opened"
    ),
    ("selling.reopen(deal(), {reason = \"x\"})", "opportunity.status", "open already"),
    (
      "selling.reopen(selling.lose(deal(), {reason = \"price\"}), {})", "opportunity.reason",
      "asks for a reason"
    ),
    (
      "selling.move(selling.lose(deal(), {reason = \"price\"}), \"proposal\")",
      "opportunity.closed", "selling.reopen"
    ),
    (
      "selling.lose(selling.win(deal(), {outside = true}), {reason = \"price\"})",
      "opportunity.closed", "was won on 2026-06-30"
    ),
    (
      "selling.move(selling.win(deal(), {outside = true}), \"negotiation\")",
      "opportunity.closed", "selling.open"
    ),
    ("selling.missing(deal(), \"negotation\")", "playbook.stage", "did you mean"),
    ("why(deal(), \"probabilty\")", "entity.field", "no field"),
  ])
  func whatIsRefused(_ call: String, _ code: String, _ text: String) throws {
    let world = try World(customers: 1)
    defer { world.remove() }
    let failure = try world.failure(Self.start + "return " + call)
    #expect(failure == Failure(code, text), "\(failure)")
    #expect(
      try world.eval(
        "return opportunities:where{code = \"D\"}:count(), reps:where{name = \"Ann\"}:count()")
        == "0  0", "the run is taken back")
  }

  @Test func aRefusedCallLeavesNothingBehind() throws {
    let world = try World(customers: 1)
    defer { world.remove() }
    #expect(
      try world.eval(
        Self.start + """
          local o = selling.open{customer = c, at = date"2026-06-01"}
          local changes = plan(function()
            assert(not pcall(selling.move, o, "proposal", {amount = wan(9)}))
            assert(not pcall(selling.win, o, {amount = wan(9)}))
            assert(not pcall(selling.lose, o, {reason = "prise", competitor = "x"}))
            assert(not pcall(selling.revise, o, {amount = wan(9), expected_close = date"2020-01-01"}))
            assert(not pcall(selling.open, {customer = c, expected_close = date"2020-01-01"}))
          end)
          return changes:count(), o.amount, o.stage, o.updated_on
          """) == "0  nil  \"initial_contact\"  date\"2026-06-01\"")
  }

  /// 0.4 · 300,000 = 120,000; what is decided is worth all or nothing.
  @Test func probabilityComesFromTheStage() throws {
    let world = try World(customers: 1)
    defer { world.remove() }
    #expect(
      try world.eval(
        Self.start + """
          local o = selling.move(deal(), "proposal")
          local tree, s = why(o, "probability"), selling.show(o)
          local lost = selling.lose(deal(), {reason = "price"})
          return tree.value, tree.source, s.weighted, s.days, why(lost, "probability").value,
            selling.show(lost).weighted, why(o, "stage").children[1].label
          """)
        == "0.4  \"S0 §5.1 (FU4)\"  money\"120000.00\"  0  0.0  money\"0.00\"  \"stage\"")
  }

  @Test func aPlaybookOfOnesOwnStands() throws {
    let world = try World(customers: 1)
    defer { world.remove() }
    #expect(
      try world.eval(
        Self.start + """
          playbooks.use {
            name = "counter", title = "Counter", source = "ours", version = "7", won = "sold",
            stages = {
              { key = "asked", title = "asked", probability = 0.5, source = "ours",
                exit = { function(o) return o:follow("customer").region == "east" end } },
              { key = "sold", title = "sold", probability = 1, source = "ours" },
              { key = "thanked", title = "thanked", probability = 1, source = "ours" },
            },
          }
          local o = selling.open{playbook = "counter", customer = c}
          selling.win(o)
          selling.move(o, "thanked")
          local west = customers:create{name = "w", region = "west"}
          local fine, problem = pcall(selling.win, selling.open{playbook = "counter", customer = west})
          return o.stage, o.status, o.playbook_version, fine, problem.code
          """) == "\"thanked\"  \"won\"  \"7\"  false  \"playbook.missing\"")
  }

  @Test func aStageThatThePlaybookNoLongerHasIsNamed() throws {
    let world = try World(customers: 1)
    defer { world.remove() }
    let failure = try world.failure(
      Self.start + """
        local o = selling.move(deal(), "need_confirmed")
        local p = policies.get("playbook_fastener")
        table.remove(p.stages, 2)
        p.stages[1].next = nil
        p.stages[2].back = nil
        p.version = "2027.1"
        policies.use("playbook_fastener", p)
        selling.move(o, "proposal")
        """)
    #expect(
      failure
        == Failure("playbook.version", "need_confirmed, which the playbook fastener does not have"))
  }
}
