// Discounts that nobody may give, policies that are likely wrong, what waits for whom, and histories.
import SalesScript
import Testing

@Suite struct ApprovalAuthorityTests {
  private static let start = """
    local p = products:create{name = "p", unit_price = yuan(1000)}
    local c = customers:create{name = "c"}
    orders:create{customer = c.id, amount = yuan(1), ordered_on = date"2026-01-01"}
    local function rep(role) return reps:create{name = role, role = role} end
    local manager, finance, legal = rep("sales_manager"), rep("finance"), rep("legal")
    local csm, director, seller = rep("csm"), rep("sales_director"), rep("seller")
    local function quote(more)
      local t = {customer = c, rep = seller, lines = {{product = p, quantity = 10}}}
      for k, v in pairs(more or {}) do t[k] = v end
      return quoting.quote(t)
    end
    local deep = pricing.policy("pricing")
    deep.floors, deep.on_floor = nil, nil
    deep.steps = {{name = "own", title = "own", source = "test", apply = "0.5"}}
    """

  @Test func aDiscountAloneIsEnoughToAsk() throws {
    let world = try World(customers: 1)
    defer { world.remove() }
    // 8 %: the manager may give 5 %, the area director 10 %.
    #expect(
      try world.eval(
        """
        local t = approval.what_if{discount = 0.08}
        return #t, t[1].allowed, t[2].allowed, t[4].allowed, t[7].needed
        """) == "8  false  true  nil  true")
  }

  @Test(arguments: [
    // 45 % is the deepest limit of the pack; at 5 % and 10 % the limits of the steps before.
    ("approval.largest{allowed = true}", "0.45"),
    ("approval.largest{allowed = true, policy = \"approvals_today\"}", "1.0"),
    ("approval.largest{policy = \"approvals_today\"}", "0.05"),
    ("#approval.what_if{discount = 0.45}, #approval.what_if{discount = 0.4501}", "8  9"),
    (
      "approval.what_if{discount = 0.5}[9].allowed, approval.what_if{discount = 0.5}[9].role",
      "false  nil"
    ),
    ("#approval.what_if{discount = 0.5, policy = \"approvals_today\"}", "6"),
    // Three bands of the ladder, at each of which fewer pieces cost more; and
    // 1 − 0.85 · 0.9 · 0.9 · 0.95 · 0.97 · 0.98 · 0.97 · 0.85 · 0.97 · 0.98 = 0.5126…, of which 45 % may be given.
    ("pricing.lint{approvals = \"approvals\"}[4].code", "\"lint.depth\""),
    ("#pricing.lint{approvals = \"approvals_today\"}, #pricing.lint{}", "3  3"),
    ("#pricing.lint{approvals = \"approvals\", largest_discount = 0.52}", "3"),
    ("#pricing.lint{approvals = \"approvals\", largest_discount = 0.51}", "4"),
    (
      "#approval.policies(), #approval.lint{}, #approval.lint{policy = \"approvals_today\"}",
      "2  0  0"
    ),
  ])
  func whatAnyoneMayGive(_ query: String, _ gives: String) throws {
    let world = try World(customers: 1)
    defer { world.remove() }
    #expect(try world.eval("return \(query)") == gives)
  }

  @Test func whatNobodyMayGiveIsNotAskedFor() throws {
    let world = try World(customers: 1)
    defer { world.remove() }
    let failure = try world.failure(
      Self.start + " approval.request{quote = quote{policy = deep}}")
    #expect(
      failure
        == Failure(
          "approval.beyond",
          "may give a discount of 0.5; the deepest of its chain is 0.45, by headquarters"))
    #expect(
      try world.eval(
        Self.start
          + " local q = quote{policy = deep} pcall(approval.request, {quote = q}) return q.status, approvals:count()"
      ) == "\"draft\"  0")
  }

  @Test(arguments: [
    ("p.stages[1].step = 2 p.stages[2].step = 3", "lint.steps approvals"),
    ("p.stages[2].when = \"discount\"", "lint.condition area"),
    ("p.stages[2].when = function(c) return c.discount > c.level end", "lint.condition area"),
    (
      "p.stages[2].when = function(c) if c.amount > wan(1) then return c.cash end end p.stages[2].covers = {\"amount\", \"cash\"}",
      "lint.condition area"
    ),
    ("p.stages[1].covers = {}", "lint.covers manager"),
    ("p.stages[8].covers = {\"discount\"}", "lint.covers general"),
    // Read only where the amount is large, and then only by a function.
    (
      "p.stages[1].when = function(c) return c.amount > wan(5) and c.trial_days > 5 end p.stages[1].covers = {\"amount\"}",
      "lint.covers manager"
    ),
    (
      "p.stages[1].when = \"level == 'A' or region == 'west'\" p.stages[1].covers = {\"level\"}",
      "lint.covers manager"
    ),
    // From 10 % to 20 % nobody with a deep enough limit decides.
    ("p.stages[3].when = \"discount > 0.2\"", "lint.reach manager"),
  ])
  func doubtfulPolicies(_ change: String, _ finding: String) throws {
    let world = try World(customers: 1)
    defer { world.remove() }
    #expect(
      try world.eval(
        """
        local p = approval.policy("approvals") \(change)
        local t = approval.lint{policy = p}
        return #t, t[1].code .. " " .. t[1].place
        """) == "1  \"\(finding)\"")
  }

  @Test(arguments: [
    ("p.stages = {}", "policy.missing"), ("p.stages[2].key = \"manager\"", "policy.duplicate"),
    ("p.stages[2].limit = 1.5", "policy.value"),
    ("p.stages[2].covers = {\"colour\"}", "policy.value"),
    ("p.stages[2].limt = 0.1", "policy.key"), ("p.stages[2].when = \"discont > 1\"", "policy.rule"),
    ("p.stages[2].source = nil", "policy.source"), ("p = 5", "script.argument"),
  ])
  func refusedPolicies(_ change: String, _ code: String) throws {
    let world = try World(customers: 1)
    defer { world.remove() }
    #expect(
      try world.failure(
        "local p = approval.policy(\"approvals\") \(change) approval.lint{policy = p}"
      ).code == code)
  }

  private static let queue = """
     local stand = rep("assistant")
    local q = quote()
    approval.request{quote = q}
    local function waits(by, on)
      local names = {}
      local t = approval.pending{by = by, on = on}
      for i = 1, #t do names[#names + 1] = t[i].code:sub(-3) .. t[i].role end
      return table.concat(names, " ")
    end
    """

  @Test func theQueueFollowsTheTurns() throws {
    let world = try World(customers: 1)
    defer { world.remove() }
    // Ten pieces at list price: 10,000 yuan, no discount.
    let result = try world.eval(
      Self.start + Self.queue
        + """
         local t = approval.pending{}
        local before = waits(manager) .. "|" .. waits(finance) .. "|" .. #t
        local one = approval.pending{by = manager}[1]
        approval.approve{quote = q, by = manager}
        return before, waits(manager) .. "|" .. waits(finance), one.amount, one.discount,
          one.since == approvals:first().requested_at, t[2].since, t[2].in_turn
        """)
    #expect(
      result
        == "\"1-1sales_manager||5\"  \"|1-1finance\"  money\"10000.00\"  0.0  true  nil  false")
  }

  @Test func theQueueOfADelegate() throws {
    let world = try World(customers: 1)
    defer { world.remove() }
    let result = try world.eval(
      Self.start + Self.queue
        + """
         approval.delegate{by = manager, to = stand, from = date"2026-07-01", upto = date"2026-07-03"}
        approval.delegate{by = manager, to = seller, from = date"2026-07-01", upto = date"2026-07-03"}
        local own = quote{rep = manager} approval.request{quote = own}
        return waits(stand), waits(stand, date"2026-07-01"), waits(stand, date"2026-07-04"),
          waits(seller, date"2026-07-03"), waits(manager),
          approval.pending{by = stand, on = date"2026-07-03"}[1].on_behalf_of == manager.id
        """)
    // The stand-in sees the seller's quote only: the other is the manager's own.
    #expect(
      result
        == "\"\"  \"1-1sales_manager\"  \"\"  \"\"  \"1-1sales_manager\"  true")
  }

  @Test func aQuoteThatWasRevisedWaitsNoMore() throws {
    let world = try World(customers: 1)
    defer { world.remove() }
    #expect(
      try world.eval(
        Self.start + Self.queue
          + " local r = quoting.revise{quote = q, trial_days = 30} local none = #approval.pending{}"
          + " approval.request{quote = r} return none, waits(manager), r.trial_days"
      ) == "0  \"1-2sales_manager\"  30")
  }

  @Test func theHistoryHasAllVersions() throws {
    let world = try World(customers: 1)
    defer { world.remove() }
    // Version 2 changes the trial days, which finance and legal cover: they decide anew.
    let result = try world.eval(
      Self.start + Self.queue
        + """
         for _, by in ipairs{manager, finance, legal} do approval.approve{quote = q, by = by} end
        approval.reject{quote = q, by = csm, reason = "too fast"}
        local r = quoting.revise{quote = q, trial_days = 30}
        approval.request{quote = r}
        local lines, t = {}, approval.history{quote = q}
        for i = 1, #t do
          lines[i] = t[i].version .. t[i].review .. ":" .. t[i].status .. (t[i].kept_from or "")
        end
        return table.concat(lines, " "), t[4].reason, #approval.history{quote = r}
        """)
    #expect(
      result
        == "\"1manager:approved 1finance:approved 1legal:approved 1deliverability:rejected "
        + "1director:void 2manager:approved1 2finance:waiting 2legal:waiting "
        + "2deliverability:waiting 2director:waiting\"  \"too fast\"  10")
  }

  @Test(arguments: [
    ("{by = manager, to = manager, upto = date\"2026-07-03\"}", "delegation.self"),
    (
      "{by = manager, to = stand, from = date\"2026-07-03\", upto = date\"2026-07-01\"}",
      "delegation.days"
    ),
    ("{by = manager, to = stand}", "delegation.days"),
    (
      "{by = manager, to = stand, role = \"finance\", upto = date\"2026-07-03\"}", "delegation.role"
    ),
    ("{by = stand, to = 999999, upto = date\"2026-07-03\"}", "record.missing"),
    ("{by = manager, to = stand, untl = date\"2026-07-03\"}", "script.argument"),
  ])
  func refusedDelegations(_ call: String, _ code: String) throws {
    let world = try World(customers: 1)
    defer { world.remove() }
    #expect(
      try world.failure(Self.start + Self.queue + " approval.delegate\(call)").code == code)
    #expect(try world.eval("return delegations:count()") == "0")
  }
}
