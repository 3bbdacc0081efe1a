// Pay of real orders, from a script to the ledger. Expected values are reckoned by hand, in the comments,
// or by SQL on the sample company.
import SalesStore
import Testing

@testable import SalesScript

/// Two regional managers of team north, one key-account manager, and three orders in the second quarter.
enum PayWorld {
  static let setUp = """
    reps:create{name = "甲", role = "regional_manager", base_pay = yuan(12000), team = "north"}
    reps:create{name = "乙", role = "regional_manager", base_pay = yuan(10000), team = "north"}
    reps:create{name = "丙", role = "key_account_manager", base_pay = yuan(20000), team = "south"}
    customers:create{name = "紧固件有限公司"}
    orders:create{customer = 1, rep = 1, amount = wan(10), ordered_on = date"2026-04-01"}
    orders:create{customer = 1, rep = 2, amount = wan(20), ordered_on = date"2026-06-30"}
    orders:create{customer = 1, rep = 3, amount = wan(30), ordered_on = date"2026-05-04"}

    """

  static func make() throws -> World {
    let world = try World(customers: nil)
    try world.run(setUp)
    return world
  }
}

@Suite struct IncentiveTests {
  /// What a chunk gives in a world of three reps.
  private func eval(_ source: String) throws -> String {
    let world = try PayWorld.make()
    defer { world.remove() }
    return try world.eval(source)
  }

  /// The code of the error that a chunk ends in.
  private func code(_ source: String) throws -> String {
    try eval("local ok, problem = pcall(function() \(source) end) return ok or problem.code")
  }

  @Test func payIsOfOrdersOfThePeriod() throws {
    // 3 % of 10万 and 20万, 2 % of 30万.
    let pay = try eval(
      """
      local t = incentive.pay{period = "2026-Q2"}.table
      return t[1].commission, t[2].commission, t[3].key_commission, t[3].commission, t[1].pay
      """)
    #expect(
      pay == "money\"3000.00\"  money\"6000.00\"  money\"6000.00\"  nil  money\"39000.00\"")
  }

  @Test func ofTheSampleCreditIsWhatQueriesSum() throws {
    let world = try World()
    defer { world.remove() }
    // By the sums of queries, which do not know of pay.
    let same = try world.eval(
      """
      reps:update{role = "regional_manager"}
      local all = true
      local t = incentive.pay{period = "2026-Q2"}.table
      for i = 1, #t do
        local row = t[i]
        local sum = orders:where{rep = row.rep}:where(function(o)
          return o.ordered_on >= date"2026-04-01" and o.ordered_on <= date"2026-06-30"
            and o.status ~= "cancelled" end):sum("amount")
        all = all and row.credit == sum
      end
      return all
      """)
    #expect(same == "true")
  }

  @Test func periodsAddUp() throws {
    #expect(
      try eval(
        """
        local year = incentive.pay{period = "2026", rep = 1}
        local sum = yuan(0)
        for q = 1, 4 do sum = sum + incentive.pay{period = "2026-Q" .. q, rep = 1}.total end
        return year.total == sum, year.total
        """) == "true  money\"147000.00\"")
  }

  @Test func splitOrdersCountForEachWhoSharesThem() throws {
    #expect(
      try eval(
        """
        incentive.split{order = 1, shares = {{rep = 1, share = 0.6}, {rep = 2, share = 0.4}}}
        local t = incentive.pay{period = "2026-Q2"}.table
        local before, after = t[1].credit, t[2].credit
        incentive.split{order = 1, shares = {}}
        return before, after, incentive.pay{period = "2026-Q2"}.table[1].credit
        """) == "money\"60000.00\"  money\"240000.00\"  money\"100000.00\"")
  }

  @Test func whoHasNoRoleOrTargetIsStated() throws {
    let text = try eval(
      """
      reps:create{name = "丁"}
      local gaps = incentive.pay{plan = "incentive_director", period = "2026-Q2"}.gaps
      local words = {}
      for i = 1, #gaps do words[i] = gaps[i].name .. " " .. gaps[i].gap end
      return words[1], words[#words]
      """)
    #expect(text == "\"甲 no data: no target\"  \"丁 not paid: no role\"")
  }

  @Test func acceleratorsAreMeasuredOnTargets() throws {
    // 甲: target 8万, 10万 sold: 125 %. 1.6万 × 5 % = 800, 0.4万 × 8 % = 320. Base 36,000: bonus 24,000 at target.
    #expect(
      try eval(
        """
        targets:create{metric = "sales", period = "2026-Q2", starts_on = date"2026-04-01",
          ends_on = date"2026-06-30", level = "rep", rep = 1, amount = wan(8)}
        local t = incentive.pay{plan = "incentive_director", period = "2026-Q2",
          figures = {{conversion = 0.25, collection_rate = 0.99, satisfaction = 0.85}}}.table[1]
        return t.bonus, t.accelerator, t.behaviour
        """
      )  // 10 % of 25,120 for two of three: 1,674.666…
        == "money\"24000.00\"  money\"1120.00\"  money\"1674.67\"")
  }

  @Test func salesOutsideTheProcessAreFound() throws {
    #expect(
      try eval(
        """
        local o = selling.open{customer = 1, name = "x", rep = 1, amount = wan(10)}
        selling.win(o, {outside = true, reason = "price"})
        o.order = 1
        local t = incentive.pay{period = "2026-Q2"}.table[1]
        return t.commission, t.outside_process
        """) == "money\"3000.00\"  money\"-300.00\"")
  }

  @Test func theLedgerTakesOnlyWhatChanged() throws {
    #expect(
      try eval(
        """
        local first = incentive.accrue{period = "2026-Q2"}
        orders:create{customer = 1, rep = 1, amount = wan(1), ordered_on = date"2026-05-05"}
        local second = incentive.accrue{period = "2026-Q2"}
        local third = incentive.accrue{period = "2026-Q2"}
        return first.earned, first.held, second.earned, #third.lines
        """)
        // 126,000 base and 15,000 commission, all of it unpaid; then 3 % of 1万.
        == "money\"141000.00\"  money\"-15000.00\"  money\"300.00\"  0")
  }

  @Test func whatCustomersPaidForIsReleased() throws {
    // 40 % of 3,000.
    #expect(
      try eval(
        """
        incentive.accrue{period = "2026-Q2"}
        local i = receivables.invoice{order = 1}
        receivables.receive{customer = 1, amount = wan(4), invoices = {i}}
        local r = incentive.release{period = "2026-Q2"}
        incentive.pay_out{rep = 1}
        local b = incentive.balance{rep = 1}[1]
        return r.held, b.earned, b.held, b.paid, b.balance
        """)
        == "money\"1200.00\"  money\"39000.00\"  money\"-1800.00\"  money\"-37200.00\"  money\"0.00\""
    )
  }

  @Test func whatIsClosedStays() throws {
    #expect(
      try eval(
        """
        incentive.close{period = "2026-Q2", on = date"2026-07-01"}
        local before = pay_lines:count()
        orders:get(1).amount = wan(20)
        orders:get(2).status = "cancelled"
        local codes = {}
        for i, f in ipairs{incentive.accrue, incentive.close} do
          local ok, problem = pcall(f, {period = "2026-Q2", on = date"2026-07-02"})
          codes[i] = problem.code
        end
        local same = pay_lines:count() == before
        local r = incentive.correct{period = "2026-Q2", on = date"2026-07-02"}
        local s = incentive.statement{rep = 1, period = "2026-Q2"}
        return codes[1], codes[2], same, r.period, r.earned, s.earned, s.corrected, s.matches
        """)
        // + 3 % of 10万, − 3 % of 20万.
        == "\"incentive.closed\"  \"incentive.closed\"  true  \"2026-Q3\"  money\"-3000.00\"  "
        + "money\"39000.00\"  money\"3000.00\"  true")
  }

  @Test func aReturnIsTakenBack() throws {
    // 3 % of 6万 from 甲, and no longer held; of 乙, who is due more, nothing is entered.
    #expect(
      try eval(
        """
        incentive.close{period = "2026-Q2", on = date"2026-07-01"}
        orders:get(1).amount = wan(4)
        orders:get(2).amount = wan(30)
        local r = incentive.clawback{period = "2026-Q2", on = date"2026-07-02"}
        return r.earned, #r.lines, r.lines[1].kind, r.lines[2].kind,
          incentive.correct{period = "2026-Q2", on = date"2026-07-02"}.earned
        """)
        == "money\"-1800.00\"  2  \"clawback\"  \"released\"  money\"3000.00\"")
  }

  @Test func statementLinesSumToThePay() throws {
    #expect(
      try eval(
        """
        incentive.accrue{period = "2026-Q2"}
        local s = incentive.statement{rep = 1, period = "2026-Q2"}
        local sum = yuan(0)
        for i = 1, #s.lines do sum = sum + s.lines[i].amount end
        return sum == s.balance, s.earned, s.held, why(s).value == s.earned
        """) == "true  money\"39000.00\"  money\"-3000.00\"  true")
  }

  @Test func payOfOrdersSumsToThePay() throws {
    // 3 % of 100,000.03 is 3,000.0009: 3,000.00 in three parts.
    #expect(
      try eval(
        """
        orders:get(1).amount = money"33333.34"
        for i = 1, 2 do
          orders:create{customer = 1, rep = 1, amount = money"33333.34", ordered_on = date"2026-05-05"}
        end
        local t = incentive.orders{rep = 1, period = "2026-Q2"}
        return t[1].pay, t[2].pay, t[3].pay
        """) == "money\"1000.00\"  money\"1000.00\"  money\"1000.00\"")
  }

  @Test func advancesStandInTheLedger() throws {
    #expect(
      try eval(
        """
        local p = policies.get("incentive")
        p.components[#p.components + 1] = {key = "draw", title = "draw", kind = "draw",
          amount = yuan(2000), of = {"commission"}, source = "test"}
        policies.use("incentive", p)
        local a = incentive.accrue{period = "2026-Q2"}
        local q2 = incentive.pay{period = "2026-Q2", rep = 1}.table[1].draw
        orders:create{customer = 1, rep = 1, amount = wan(30), ordered_on = date"2026-07-05"}
        return q2, incentive.pay{period = "2026-Q3", rep = 1}.table[1].draw
        """)
        // 6,000 guaranteed, 3,000 earned; then 9,000 earned: 3,000 go back.
        == "money\"3000.00\"  money\"-3000.00\"")
  }

  @Test func ordersThatAreNeverPaidAreLost() throws {
    #expect(
      try eval(
        """
        local p = policies.get("incentive")
        p.lose_after = days(180)
        policies.use("incentive", p)
        receivables.invoice{order = 1, due_on = date"2026-07-01"}
        incentive.close{period = "2026-Q2", on = date"2026-07-01"}
        local early = incentive.clawback{period = "2026-Q2", on = date"2026-12-28"}
        local late = incentive.clawback{period = "2026-Q2", on = date"2026-12-29"}
        return early.earned, late.earned
        """) == "money\"0.00\"  money\"-3000.00\"")
  }

  @Test(
    "what cannot be done",
    arguments: [
      ("incentive.pay{period = \"2026-06\"}", "incentive.period"),
      ("incentive.pay{period = \"2026-Q9\"}", "period.unknown"),
      ("incentive.pay{plan = \"incentives\"}", "policy.unknown"),
      ("incentive.pay{rep = 99}", "record.missing"),
      ("incentive.pay{by = \"reps\"}", "policy.unknown"),
      ("incentive.pay{figures = {{year_end = \"two\"}}}", "incentive.figure"),
      ("incentive.pay{period = \"2026-Q4\", figures = {{year_end = 9}}}", "incentive.figure"),
      (
        "incentive.pay{period = \"2026-Q4\", figures = function() return 0 / 0 end}",
        "incentive.figure"
      ),
      ("incentive.split{order = 1, shares = {{rep = 1, share = 0.6}}}", "incentive.split"),
      (
        "incentive.split{order = 1, shares = {{rep = 1, share = 0.5}, {rep = 1, share = 0.5}}}",
        "incentive.split"
      ),
      ("credit_splits:create{order = 1, rep = 1, share = 0.5} incentive.pay{}", "incentive.split"),
      ("incentive.correct{period = \"2026-Q1\"}", "incentive.unaccrued"),
      (
        "incentive.accrue{period = \"2026-Q2\"} incentive.correct{period = \"2026-Q2\"}",
        "incentive.open"
      ),
      ("incentive.close{period = \"2026-Q2\"}", "incentive.running"),
      ("incentive.award{rep = 1, kind = \"champ\"}", "incentive.award"),
      ("incentive.orders{rep = 1, component = \"base\"}", "incentive.component"),
      ("incentive.statement{}", "script.argument"),
      ("incentive.try(nil, {})", "incentive.vary"),
      ("incentive.try(nil, {vary = {rat = {0.1}}})", "incentive.parameter"),
      ("incentive.try(nil, {vary = {rate = 0.1}})", "incentive.vary"),
      ("incentive.try(nil, {vary = {rate = {\"x\"}}})", "policy.type"),
      ("incentive.try(nil, {vary = {rate = {0 / 0}}})", "policy.type"),
      ("incentive.try(nil, {vary = {rate = {2}}})", "policy.value"),
      (
        "incentive.try(\"incentive_director\", {vary = {[\"components.accelerator.bands\"] = {{}}}})",
        "policy.missing"
      ),
    ])
  func errors(_ source: String, _ expected: String) throws {
    #expect(try code(source) == "\"\(expected)\"", "\(source)")
  }

  @Test func figuresComeFromSnapshotsUnlessGiven() throws {
    // 1.5 months of 12,000; given, 1 month.
    #expect(
      try eval(
        """
        kpi_values:create{kpi = "year_end", period = "2026-Q4", starts_on = date"2026-10-01",
          ends_on = date"2026-12-31", by = "rep", group = "1", value = 1.5, taken_on = date"2026-12-31"}
        return incentive.pay{period = "2026-Q4", rep = 1}.table[1].year_end,
          incentive.pay{period = "2026-Q4", rep = 1, figures = function(rep, measure, period)
            return rep == 1 and measure == "year_end" and period == "2026-Q4" and 1 or nil
          end}.table[1].year_end
        """) == "money\"18000.00\"  money\"12000.00\"")
  }

  @Test func apprenticesFirstOrdersPayTheirMentors() throws {
    // 甲 guides 乙, whose first order of all is that of 20万: 20 % of 6,000.
    #expect(
      try eval(
        """
        mentorships:create{mentor = 1, apprentice = 2, starts_on = date"2026-01-01"}
        local now = incentive.pay{period = "2026-Q2", rep = 1}.table[1].mentor
        orders:create{customer = 1, rep = 2, amount = yuan(100), ordered_on = date"2026-03-31"}
        return now, incentive.pay{period = "2026-Q2", rep = 1}.table[1].mentor,
          incentive.pay{period = "2026-Q1", rep = 1}.table[1].mentor
        """) == "money\"1200.00\"  money\"0.00\"  money\"0.60\"")
  }

  @Test func whatWasReadIsReadAgainOnlyAfterAChange() throws {
    #expect(
      try eval(
        """
        local function credit() return incentive.pay{period = "2026-Q2", rep = 1}.table[1].credit end
        local a = credit()
        local inside
        whatif(function() orders:get(1).amount = wan(7) inside = credit() end)
        local b = credit()
        orders:get(1).amount = wan(8)
        local c = credit()
        reps:create{name = "新"}
        incentive.split{order = 1, shares = {{rep = 1, share = 0.5}, {rep = 4, share = 0.5}}}
        return a, inside, b, c, credit()
        """)
        == "money\"100000.00\"  money\"70000.00\"  money\"100000.00\"  money\"80000.00\"  money\"40000.00\""
    )
  }

  @Test func laterPlansDoNotReachBack() throws {
    #expect(
      try eval(
        """
        incentive.close{period = "2026-Q2", on = date"2026-07-01"}
        local p = policies.get("incentive")
        p.components[4].rate = 0.1
        policies.use("incentive", p)
        local later = incentive.correct{period = "2026-Q2", on = date"2026-07-02"}
        local own = whatif(function()
          return incentive.correct{period = "2026-Q2", plan = p, on = date"2026-07-02"}.earned
        end)
        return #later.lines, incentive.statement{rep = 1, period = "2026-Q2"}.matches, own.result
        """)
        // 7 % more of 10万 and 20万.
        == "0  true  money\"21000.00\"")
  }

  @Test func aLineSaysWhy() throws {
    #expect(
      try eval(
        """
        incentive.accrue{period = "2026-Q2"}
        local w = why(pay_lines:where{rep = 1, component = "commission", kind = "earned"}:first(), "amount")
        local line = w.children[1]
        local steps = line.children[1].children
        return w.value, line.value, line.children[1].value, steps[2].reason
        """)
        == "money\"3000.00\"  money\"3000.00\"  money\"3000.00\"  \"100000 × 0.03\"")
  }

  @Test func aFailedAccrualLeavesNothing() throws {
    #expect(
      try eval(
        """
        pcall(incentive.close, {period = "2026-Q2"})
        return pay_lines:count(), pay_periods:count()
        """) == "0  0")
  }

  @Test func aRunOfPayIsUndone() throws {
    let world = try PayWorld.make()
    defer { world.remove() }
    try world.run("incentive.close{period = \"2026-Q2\", on = date\"2026-07-01\"}")
    #expect(try world.eval("return pay_lines:count() > 0") == "true")
    try world.run("undo(runs(1)[1].run)")
    #expect(try world.eval("return pay_lines:count(), pay_periods:count()") == "0  0")
  }
}
