// Contracts: drawing up, signing, steps, penalty, cancellation, and what bad input leaves behind.
import SalesScript
import Testing

@Suite struct ContractingTests {
  /// 7 pieces of 10.00 on a first order: 10 × 0.95 = 9.50, 66.50 in all.
  static let start = """
    local p = products:create{name = "p", unit_price = yuan(10), cost = yuan(6)}
    local c = customers:create{name = "星航", industry = "C3742"}
    local seller = reps:create{name = "seller"}
    local house = contracting.policy()
    house.needs_approval = false
    local function accepted(more)
      local t = {customer = c, rep = seller, prepaid = 0.3, lines = {{product = p, quantity = 7}}}
      for k, v in pairs(more or {}) do t[k] = v end
      local q = quoting.quote(t)
      quoting.send{quote = q}
      return quoting.accept{quote = q}
    end
    local function draw(more)
      local t = {quote = accepted(), policy = house, due_on = date"2026-07-31"}
      for k, v in pairs(more or {}) do t[k] = v end
      return contracting.draw(t)
    end
    local function sign(more)
      local t = {contract = draw()}
      for k, v in pairs(more or {}) do t[k] = v end
      return contracting.sign(t)
    end
    local function body(k, clause)
      return k:contract_clauses():where{clause = clause}:first().body
    end

    """

  private func eval(_ source: String) throws -> String {
    let world = try World()
    defer { world.remove() }
    return try world.eval(Self.start + source)
  }

  @Test func aDraftHasTheClausesOfItsIndustryFilled() throws {
    #expect(
      try eval(
        """
        local k = draw()
        local keys = {}
        for l in k:contract_clauses():order_by("position"):each() do keys[#keys + 1] = l.clause end
        return k.code, k.status, k.amount, k.industry, k.rep == seller.id, k.penalty_rate, k.penalty_cap,
          table.concat(keys, " ")
        """)
        == "\"HT-00000001\"  \"draft\"  money\"66.50\"  \"manufacturing\"  true  0.001  nil  "
        + "\"delivery acceptance payment penalty on_site_maintenance\"")
    #expect(
      try eval(
        """
        local k = draw()
        local e = contracting.draw{quote = accepted(), policy = house, language = "en", industry = "finance",
          due_on = date"2026-07-31", penalty_rate = 0.0005, on = date"2026-07-01"}
        return body(k, "delivery"), body(k, "payment"), body(e, "penalty"), e.industry
        """)
        == "\"卖方应于2026-07-31（含当日）前向星航交付报价单Q-00000001-1所列货物，允许分批交货。\"  "
        + "\"合同总金额为人民币66.50元，签订时预付30%，其余款项于验收后支付。\"  "
        + "\"For each day that delivery is late, the seller pays 0.05% of the contract's value.\"  "
        + "\"finance\"")
  }

  @Test func theDayOfDeliveryIsTheLongestLeadTimeUnlessGiven() throws {
    // Under 100 pieces take four weeks (PR2), which count from the day of the draft.
    #expect(
      try eval(
        """
        local k = contracting.draw{quote = accepted(), policy = house, industry = "general"}
        return k.due_on, k.industry, k:contract_clauses():count()
        """) == "date\"2026-07-28\"  nil  4")
  }

  @Test func aHouseNamesPlacesOfItsOwn() throws {
    let place = """
      house.clauses.values = {"place"}
      table.insert(house.clauses.general, {key = "place", title = "Place", source = "ours",
        body = {en = "At {place}.", zh = "交货地点：{place}。"}})

      """
    #expect(
      try eval(place + "return body(draw{values = {place = \"上海\"}}, \"place\")") == "\"交货地点：上海。\"")
    let world = try World()
    defer { world.remove() }
    let missing = try world.failure(Self.start + place + "draw()")
    #expect(missing.code == "contract.placeholder")
    #expect(
      try world.failure(Self.start + place + "draw{values = {plaec = \"x\"}}").code
        == "contract.placeholder")
    #expect(try world.eval("return contracts:count(), contract_clauses:count()") == "0  0")
  }

  @Test func approvalComesBeforeTheContract() throws {
    let world = try World()
    defer { world.remove() }
    let refused = try world.failure(Self.start + "contracting.draw{quote = accepted()}")
    #expect(refused.code == "contract.approval")
    #expect(
      try world.eval(
        Self.start + """
          local q = quoting.quote{customer = c, rep = seller, lines = {{product = p, quantity = 7}}}
          -- An earlier refusal that was overcome does not count.
          approvals:create{quote = q.id, step = 1, role = "sales_manager", review = "manager", status = "rejected"}
          approval.request{quote = q}
          for a in q:approvals():where{status = "waiting"}:each() do
            approval.approve{quote = q, by = reps:create{name = a.role, role = a.role}}
          end
          quoting.send{quote = q} quoting.accept{quote = q}
          local status = contracting.draw{quote = q}.status
          contracts:update{status = "cancelled"}
          approvals:where{review = "legal"}:update{status = "void"}
          local ok, e = pcall(contracting.draw, {quote = q})
          assert(e.code == "contract.approval")
          return status
          """) == "\"draft\"")
  }

  @Test func aQuoteHasOneContractThatHolds() throws {
    #expect(
      try eval(
        """
        local q = accepted()
        local t = {quote = q, policy = house}
        local first = contracting.draw(t)
        local ok, e = pcall(contracting.draw, t)
        contracting.cancel{contract = first, reason = "wrong industry"}
        return ok, e.code, first.status, contracting.draw(t).code
        """)
        == "false  \"contract.exists\"  \"cancelled\"  \"HT-00000002\"")
  }

  @Test func signingLaysTheStepsOut() throws {
    #expect(
      try eval(
        """
        local boss = reps:create{name = "boss"}
        local k = sign{on = date"2026-07-01", ends_on = date"2027-06-30", owners = {collected = boss}}
        local t = contracting.show{contract = k}.steps
        local out = {}
        for i = 1, #t do out[i] = t[i].step .. " " .. tostring(t[i].due_on) .. " " .. t[i].rep - seller.id end
        return k.status, k.signed_on, k.ends_on, t[1].done_on, t[2].done_on, table.concat(out, ", ")
        """)
        == "\"signed\"  date\"2026-07-01\"  date\"2027-06-30\"  date\"2026-07-01\"  nil  "
        + "\"sealed 2026-07-01 0, order_entered 2026-07-02 0, production_planned 2026-07-04 0, "
        + "shipped 2026-07-31 0, accepted 2026-08-07 0, collected 2026-08-30 1\"")
  }

  @Test func clausesNameTheDaysThatAreSigned() throws {
    #expect(
      try eval(
        """
        local k = sign{due_on = date"2026-08-15"}
        local own = draw()
        local l = own:contract_clauses():where{clause = "delivery"}
        l:update{body = "By 2026-07-31, at the latest."}
        local ok, e = pcall(contracting.sign, {contract = own, due_on = date"2026-08-15"})
        return body(k, "delivery"), ok, e.code, own.status, contracting.sign{contract = own}.status
        """)
        == "\"卖方应于2026-08-15（含当日）前向星航交付报价单Q-00000001-1所列货物，允许分批交货。\"  "
        + "false  \"contract.clause\"  \"draft\"  \"signed\"")
  }

  @Test func stepsGoInOrderAndTheLastCompletes() throws {
    #expect(
      try eval(
        """
        house.steps[2].done_by = nil
        local k = contracting.sign{contract = draw(), policy = house}
        local function step(word, more)
          return contracting.step{contract = k, step = word, by = seller, note = "ok", on = date"2026-07-02"}
        end
        local ok, e = pcall(step, "shipped")
        local s = step("order_entered")
        local again, twice = pcall(step, "order_entered")
        for _, word in ipairs{"production_planned", "shipped", "accepted", "collected"} do step(word) end
        return ok, e.code, s.done_on, s.note, twice.code, k.status, #contracting.late{on = date"2027-01-01"}
        """)
        == "false  \"contract.turn\"  date\"2026-07-02\"  \"ok\"  \"contract.step_done\"  \"completed\"  0"
    )
  }

  @Test func lateStepsAreListedWithTheirOwner() throws {
    // Signed on 06-01: order entered by 06-02, planned by 06-04; on 06-05 three days and one day late.
    #expect(
      try eval(
        """
        local k = sign{on = date"2026-06-01"}
        draw()
        local t = contracting.late{on = date"2026-06-05"}
        return #t, t[1].step, t[1].days, t[1].rep == seller.id, t[2].title, t[2].days,
          #contracting.late{on = date"2026-06-02"}, #contracting.late{on = date"2026-06-05", of = contracts:where{id = 0}}
        """)
        == "2  \"order_entered\"  3  true  \"production planned · 生产排期\"  1  0  0")
  }

  @Test func thePenaltyCountsToDeliveryOrToTheDayAsked() throws {
    // 800,000.00 × 0.001 × 10 days = 8,000.00; at 0.0005 half of it; with 0.5 % at most 4,000.00.
    #expect(
      try eval(
        """
        local k = sign()
        contracts:where{id = k.id}:update{amount = wan(80)}
        local function amount(on) return contracting.penalty{contract = k, on = on}.amount end
        local before, on, after = amount(date"2026-07-01"), amount(date"2026-07-31"), amount(date"2026-08-10")
        contracts:where{id = k.id}:update{delivered_on = date"2026-08-10"}
        local delivered, early = amount(), amount(date"2026-08-01")
        local later = amount(date"2026-12-31")
        contracts:where{id = k.id}:update{penalty_rate = 0.0005}
        local half = amount()
        contracts:where{id = k.id}:update{penalty_rate = 0.001, penalty_cap = 0.005}
        local p = contracting.penalty{contract = k}
        return before, on, after, delivered, early, later, half, p.amount, p.cap, why(p).value == p.amount
        """)
        == "money\"0.00\"  money\"0.00\"  money\"8000.00\"  money\"8000.00\"  money\"800.00\"  "
        + "money\"8000.00\"  money\"4000.00\"  money\"4000.00\"  0.005  true")
  }

  @Test(arguments: [
    (
      "contracting.draw{quote = quoting.quote{customer = c, lines = {{product = p, quantity = 1}}}}",
      "quote.status"
    ),
    ("draw{industry = \"financ\"}", "contract.industry"),
    ("draw{language = \"fr\"}", "policy.unknown"),
    ("draw{on = date\"2026-08-01\"}", "contract.day"),
    ("draw{ends_on = date\"2026-07-01\"}", "contract.day"),
    ("draw{penalty_rate = 2}", "contract.penalty_rate.range"),
    ("draw{rep = 99999}", "record.missing"), ("draw{quote = 99999}", "record.missing"),
    ("draw{industri = 1}", "script.argument"), ("draw{values = 1}", "script.argument"),
    ("draw{policy = {}}", "policy.missing"),
    ("sign{due_on = date\"2026-06-01\"}", "contract.day"),
    ("sign{owners = {sealing = 1}}", "contract.step"),
    ("sign{on = 1}", "script.argument"), ("contracting.sign{contract = sign()}", "contract.status"),
    ("contracting.step{contract = draw(), step = \"sealed\"}", "contract.status"),
    ("contracting.step{contract = sign(), step = \"shiped\"}", "contract.step"),
    ("contracting.step{contract = sign()}", "contract.step"),
    ("contracting.step{contract = sign(), step = \"sealed\"}", "contract.step_done"),
    (
      "contracting.step{contract = sign{on = date\"2026-07-02\"}, step = \"order_entered\", on = date\"2026-07-01\"}",
      "contract.day"
    ),
    ("contracting.penalty{contract = draw()}", "contract.status"),
    ("contracting.cancel{contract = draw()}", "contract.reason"),
    (
      "local k = draw() contracting.cancel{contract = k, reason = \"x\"} contracting.cancel{contract = k, reason = \"x\"}",
      "contract.status"
    ),
    ("contracting.late{of = customers}", "script.argument"),
    ("contracting.clauses{industry = \"x\"}", "contract.industry"),
    ("contracting.policy(\"contract\")", "policy.unknown"),
  ])
  func refusalsLeaveNothing(_ call: String, _ code: String) throws {
    let world = try World()
    defer { world.remove() }
    #expect(try world.failure(Self.start + call).code == code)
    // Also where the script goes on after the error.
    let after = try world.eval(
      Self.start + "local ok = pcall(function() \(call) end) "
        + "return ok, contracts:where{status = \"completed\"}:count(), contract_clauses:count() % 5"
    )
    #expect(after == "false  0  0")
  }

  @Test func aContractWithoutADayIsNotSigned() throws {
    let world = try World()
    defer { world.remove() }
    let source =
      Self.start + """
        local k = draw()
        contracts:where{id = k.id}:update{due_on = function() return nil end}
        contracting.sign{contract = k}
        """
    #expect(try world.failure(source).code == "contract.due")
  }
}
