// Success plans, hand-over and joining from scripts: by hand, and bad input with nothing half-written.
import SalesScript
import Testing

@Suite struct SuccessPlanTests {
  private static let base = """
    local function code(f, ...)
      local ok, e = pcall(f, ...)
      return ok and "ok" or e.code
    end
    local function full(more)
      local t = {customer = 1, goal = "halve the stock", path = "VMI", resources = "two people", risks = "data",
        owner = 1, begins_on = date"2026-06-01", ends_on = date"2026-12-31",
        milestones = {
          {title = "use", metric = "first_month_use", target = 0.3, due_on = date"2026-06-30"},
          {title = "roi", metric = "roi", target = 0.2, due_on = date"2026-06-15"},
          {title = "talk"},
        }}
      for k, v in pairs(more or {}) do t[k] = v end
      return t
    end
    """

  private func eval(_ source: String, customers: Int64? = 5) throws -> String {
    let world = try World(customers: customers)
    defer { world.remove() }
    return try world.eval("\(Self.base)\n\(source)")
  }

  @Test func aPlanGoesThroughItsFiveSteps() throws {
    #expect(
      try eval(
        """
        local p = success.plan(full())
        local seen = {p.step}
        for _, word in ipairs{"define", "design", "resource", "track"} do seen[#seen + 1] = success.step(p, word).step end
        return table.concat(seen, " "), p.code, code(success.step, p, "understand"), code(success.step, p, "resource")
        """)
        == "\"understand define design resource track\"  \"SP-000001\"  \"success.step\"  \"ok\"")
  }

  @Test func aStepAsksForWhatThePolicySays() throws {
    #expect(
      try eval(
        """
        local p = success.plan{customer = 1, goal = "g", milestones = {}}
        local out = {code(success.step, p, "define")}
        p.owner = 1
        out[2] = code(success.step, p, "define")
        out[3] = code(success.step, p, "design")
        success.milestone(p, {title = "one"})
        out[4] = code(success.step, p, "design")
        out[5] = code(success.step, p, "resource")
        p.path = "path"
        out[6] = code(success.step, p, "resource")
        local ok, e = pcall(success.step, p, "track")
        out[7] = e.message
        return table.concat(out, "|")
        """)
        == "\"success.needs|ok|success.needs|ok|success.needs|ok|plan SP-000001 is not ready for track: its resources are "
        + "not written; its risks are not written; no milestone has metric, target and day\"")
  }

  @Test func progressByHand() throws {
    // Of three: use done 10 days late above its target, roi 15 days over its day, talk without a day.
    #expect(
      try eval(
        """
        local p = success.plan(full{milestones = {
          {title = "use", metric = "first_month_use", target = 0.3, due_on = date"2026-06-20"},
          {title = "roi", metric = "roi", target = 0.2, due_on = date"2026-06-15"},
          {title = "talk"}}})
        success.milestone_done(p:success_milestones():first(), {actual = 0.34})
        local g = success.progress(p)
        local states = {}
        for i = 1, #g.milestones do states[i] = g.milestones[i].state .. (g.milestones[i].days_late or "") end
        local o = success.overdue{}
        return table.concat(states, " "), g.done, g.late, g.met, g.measured, g.progress, #o, o[1].days_late
        """) == "\"done10 late15 open\"  1  1  1  1  \(1.0 / 3)  1  15")
  }

  @Test func aPlanWithoutMilestonesTakesThePolicys() throws {
    // S2: use of the first month + 30 %, ROI of a quarter + 20 %.
    #expect(
      try eval(
        """
        local p = success.plan{customer = 1, goal = "g", begins_on = date"2026-07-01"}
        local m = success.progress(p).milestones
        return #m, m[1].metric, m[1].target, m[1].due_on, m[2].target, m[2].due_on
        """) == "2  \"first_month_use\"  0.3  date\"2026-07-31\"  0.2  date\"2026-09-29\"")
  }

  @Test func badInputLeavesNothingBehind() throws {
    #expect(
      try eval(
        """
        local codes = {
          code(success.plan, {goal = "g"}),
          code(success.plan, {customer = 1}),
          code(success.plan, {customer = 999, goal = "g"}),
          code(success.plan, full{ends_on = date"2026-05-31"}),
          code(success.plan, full{owner = 999}),
          code(success.plan, full{milestones = {{title = "a"}, {title = "b", metric = "roy"}}}),
          code(success.plan, full{milestones = {{title = "a"}, {title = "b", due_on = date"2026-05-31"}}}),
          code(success.plan, full{milestones = {{title = "a", target = 0/0}}}),
          code(success.plan, full{milestones = {{metric = "roi"}}}),
          code(success.plan, full{golas = "x"}),
        }
        return table.concat(codes, " "), success_plans:count(), success_milestones:count()
        """)
        == "\"script.argument script.argument record.missing success.day record.missing success.metric success.day "
        + "script.argument script.argument script.argument\"  0  0")
  }

  @Test func doneTwiceBeforeTheBeginAndAfterTheEnd() throws {
    #expect(
      try eval(
        """
        local p = success.plan(full())
        local m = p:success_milestones():first()
        local codes = {code(success.milestone_done, m, {on = date"2026-05-31"}),
          code(success.milestone_done, m, {on = date"2026-07-01"}), code(success.milestone_done, m, {actual = 1/0}),
          code(success.milestone_done, m, {actual = 0.2}), code(success.milestone_done, m),
          code(success.step, p, "trak"), code(success.close, p, {on = date"2026-05-01"}), code(success.close, p),
          code(success.close, p), code(success.milestone, p, {title = "late"}), code(success.step, p, "define")}
        return table.concat(codes, " ")
        """)
        == "\"success.day success.day script.argument ok success.done success.step success.day ok success.closed "
        + "success.closed success.closed\"")
  }

  @Test func aHandOverIsDoneOnceAllItsItemsAre() throws {
    #expect(
      try eval(
        """
        local k = contracts:create{customer = 1, rep = 3, amount = wan(1), status = "signed"}
        local h = success.hand_over(k, {to = 2})
        local owners = {}
        for i = 1, #h.items do owners[i] = h.items[i].owner .. ":" .. tostring(h.items[i].due_on):sub(6) end
        success.hand_over(k, {to = 2})
        local out = {code(success.accept, 1)}
        for i = 1, 4 do inbox.done(tasks:get(h.items[i].task)) end
        out[2] = success.handover(1).state
        out[3] = success.accept(1, {note = "all clear"}).state
        out[4] = code(success.accept, 1)
        return table.concat(owners, " "), table.concat(out, " "), tasks:count(), customers:get(1).csm
        """)
        == "\"3:07-02 3:07-02 3:07-03 3:07-07 2:07-10\"  \"success.open open done success.none\"  5  2"
    )
  }

  @Test func onlyWhatWasSoldIsHandedOver() throws {
    #expect(
      try eval(
        """
        local draft = contracts:create{customer = 1, amount = wan(1), status = "draft"}
        local signed = contracts:create{customer = 1, amount = wan(1), status = "signed"}
        local open = selling.open{customer = 1, amount = wan(1)}
        return code(success.hand_over, draft, {to = 2}), code(success.hand_over, signed), code(success.hand_over, open, {to = 2}),
          code(success.hand_over, customers:get(1), {to = 2}), code(success.hand_over, signed, {to = 99}), tasks:count(),
          customers:get(1).csm
        """)
        == "\"success.status\"  \"success.manager\"  \"success.status\"  \"script.argument\"  \"record.missing\"  0  nil"
    )
  }

  @Test func theManagerJoinsThirtyDaysBeforeDelivery() throws {
    #expect(
      try eval(
        """
        customers:get(1).csm = 2
        local function contract(due, status, more)
          local t = {customer = 1, amount = wan(1), status = status or "signed", due_on = date(due)}
          for k, v in pairs(more or {}) do t[k] = v end
          return contracts:create(t)
        end
        contract("2026-08-13")                                          -- 44 days ahead: the last that is opened
        contract("2026-08-14")
        contract("2026-07-10")                                          -- its join day is past: due today
        contract("2026-07-20", "draft")
        contract("2026-07-20", "signed", {delivered_on = date"2026-06-01"})
        local j = success.joining{}
        local due = {}
        for t in tasks:each() do due[#due + 1] = t.kind:sub(9) .. " " .. tostring(t.due_on):sub(6) .. " " .. t.owner end
        table.sort(due)
        return #j, j[1].due_on, j[2].joins_on, table.concat(due, "; "), success.joining{}[1].opened
        """)
        == "2  date\"2026-07-10\"  date\"2026-07-14\"  \"joining 06-30 2; joining 06-30 2; joining 07-05 2; joining 07-14 2; "
        + "joining 07-24 2; joining 08-08 2\"  0")
  }

  @Test func theTriangleMeetsOnceAWeek() throws {
    // 2026-06-30 is a Tuesday: this week's Monday is past, so the meeting is due today.
    #expect(
      try eval(
        """
        success.plan(full()) success.plan(full{customer = 2}) success.close(success.plan(full{customer = 3}))
        local t = success.triangle{}
        return t.customers, t.opened, success.triangle{}.opened, tasks:first().due_on, tasks:first().key
        """)
        == "2  2  0  date\"2026-06-30\"  \"success_triangle/meeting/customer/1/2026-W27\"")
  }
}
