// Approvals: who is needed, turns, own quotes, delegation, and what a revision keeps.
import SalesScript
import Testing

@Suite struct ApprovalTests {
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
    local function approve(q, by) return approval.approve{quote = q, by = by} end
    local function all(q)
      for _, by in ipairs{manager, finance, legal, csm, director} do approve(q, by) end
    end
    """

  @Test(arguments: [
    ("discount = 0.05, amount = wan(50)", "sales_manager finance legal csm sales_director"),
    (
      "discount = 0.0501, amount = wan(50)",
      "sales_manager area_director finance legal csm sales_director"
    ),
    (
      "discount = 0.1, amount = wan(50) + money\"0.01\"",
      "sales_manager area_director finance legal csm general_manager"
    ),
    (
      "discount = 0.1001, amount = wan(60)",
      "sales_manager headquarters finance legal csm general_manager"
    ),
  ])
  func chains(_ facts: String, _ roles: String) throws {
    let world = try World()
    defer { world.remove() }
    let result = try world.eval(
      """
      local names, t = {}, approval.what_if{\(facts)}
      for i = 1, #t do if t[i].needed then names[#names + 1] = t[i].role end end
      return table.concat(names, " ")
      """)
    #expect(result == "\"\(roles)\"")
  }

  @Test func largestDiscountWithoutAFurtherApprover() throws {
    let world = try World()
    defer { world.remove() }
    #expect(try world.eval("return approval.largest{amount = wan(10)}") == "0.05")
  }

  @Test func aQuoteGoesThroughItsChain() throws {
    let world = try World()
    defer { world.remove() }
    let result = try world.eval(
      Self.start
        + """
         local q = quote()
        approval.request{quote = q}
        local first = q.status
        all(q)
        return first, q.status, q:approvals():count(), quoting.send{quote = q}.status
        """)
    #expect(result == "\"pending\"  \"approved\"  5  \"sent\"")
  }

  @Test func whatARevisionKeepsStaysApproved() throws {
    let world = try World()
    defer { world.remove() }
    let result = try world.eval(
      Self.start
        + """
         local q = quote()
        approval.request{quote = q} all(q)
        local same = quoting.revise{quote = q}
        approval.request{quote = same}
        local kept = same.status
        local years = quoting.revise{quote = same, renewal_years = 2}
        approval.request{quote = years}
        local waiting = {}
        for a in approvals:where{quote = years.id, status = "waiting"}:each() do
          waiting[#waiting + 1] = a.role
        end
        table.sort(waiting)
        return kept, years.status, table.concat(waiting, " ")
        """)
    #expect(result == "\"approved\"  \"pending\"  \"finance legal\"")
  }

  @Test func delegatesDecideOnTheirDays() throws {
    let world = try World()
    defer { world.remove() }
    let delegate = """
       local other = rep("assistant")
      local q = quote() approval.request{quote = q}
      local function lend(from, upto)
        delegations:create{rep = manager.id, delegate = other.id, from_on = from, upto_on = upto}
      end
      """
    #expect(
      try world.eval(
        Self.start + delegate
          + """
           lend(date"2026-06-30", date"2026-06-30")
          local a = approve(q, other)
          return a.rep == other.id, a.on_behalf_of == manager.id
          """) == "true  true")
    for days in [
      "date\"2026-06-01\", date\"2026-06-29\"", "date\"2026-07-01\", date\"2026-07-02\"",
    ] {
      #expect(
        try world.failure(Self.start + delegate + " lend(\(days)) approve(q, other)").code
          == "approval.role")
    }
  }

  @Test(arguments: [
    ("approve(q, finance)", "approval.turn"), ("approve(q, seller)", "approval.own"),
    ("approve(q, rep(\"cleaner\"))", "approval.role"),
    ("approve(q, manager) approve(q, manager)", "approval.role"),
    ("approval.reject{quote = q, by = manager}", "approval.reason"),
    (
      "approval.reject{quote = q, by = manager, reason = \"no\"} approve(q, finance)",
      "approval.none"
    ),
    ("approval.request{quote = q}", "quote.status"), ("quoting.send{quote = q}", "quote.status"),
    ("approve(quote(), manager)", "approval.none"),
    ("approval.what_if{discount = 1.5}", "approval_case.discount.range"),
    ("approval.what_if{discont = 0.1}", "script.argument"),
    (
      "delegations:create{rep = seller.id, delegate = manager.id, role = \"seller\", "
        + "from_on = date\"2026-01-01\", upto_on = date\"2026-12-31\"} approve(q, seller)",
      "approval.own"
    ),
  ])
  func refusals(_ call: String, _ code: String) throws {
    let world = try World()
    defer { world.remove() }
    let failure = try world.failure(
      Self.start + " local q = quote() approval.request{quote = q} " + call)
    #expect(failure.code == code)
    #expect(try world.eval("return approvals:count()") == "0")
  }
}
