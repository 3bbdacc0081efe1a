// Ageing and the measures of collection, against sums made by hand.
import SalesScript
import Testing

@Suite struct AgeingTests {
  /// One invoice on each side of every edge as of 2026-06-30, with amounts that tell them apart.
  ///
  ///     due          days   amount  bucket
  ///     2026-07-01     -1        1  not_due
  ///     2026-06-30      0        2  not_due
  ///     2026-06-29      1        4  days_1_30
  ///     2026-05-31     30        8  days_1_30
  ///     2026-05-30     31       16  days_31_60
  ///     2026-05-01     60       32  days_31_60
  ///     2026-04-30     61       64  days_61_90
  ///     2026-04-01     90      128  days_61_90
  ///     2026-03-31     91      256  days_91_180
  ///     2026-01-01    180      512  days_91_180
  ///     2025-12-31    181     1024  over_180
  private static let edges = """
    local ann = reps:create{name = "Ann"}
    local bob = reps:create{name = "Bob"}
    local c = customers:create{name = "c", level = "A", region = "east", owner = ann.id}
    local d = customers:create{name = "d", level = "B"}
    local dues = {"2026-07-01", "2026-06-30", "2026-06-29", "2026-05-31", "2026-05-30", "2026-05-01",
      "2026-04-30", "2026-04-01", "2026-03-31", "2026-01-01", "2025-12-31"}
    for n, due in ipairs(dues) do
      receivables.invoice{customer = n % 2 == 1 and c or d, amount = yuan(2 ^ (n - 1)),
        on = date"2025-12-01", due_on = date(due)}
    end
    local function line(r)
      return table.concat({tostring(r.not_due), tostring(r.days_1_30), tostring(r.days_31_60),
        tostring(r.days_61_90), tostring(r.days_91_180), tostring(r.over_180), tostring(r.total)}, " ")
    end
    local a = receivables.ageing{}

    """

  private func eval(_ source: String) throws -> String {
    let world = try FilesWorld()
    defer { world.remove() }
    return try world.eval(source)
  }

  @Test func everyEdgeIsInItsBucket() throws {
    let result = try eval(
      Self.edges
        + """
        local open = {}
        for _, b in ipairs(a.buckets) do open[#open + 1] = b.invoices .. ":" .. tostring(b.open) end
        return table.concat(open, " "), a.total, invoices:sum("amount")
        """)
    #expect(
      result
        == "\"2:3.00 2:12.00 2:48.00 2:192.00 2:768.00 1:1024.00\"  money\"2047.00\"  money\"2047.00\""
    )
  }

  /// c has the 1st, 3rd … invoice: 1, 4, 16, 64, 256, 1024 = 1365; d 2, 8, 32, 128, 512 = 682.
  @Test func byCustomerLevelRegionAndRep() throws {
    let rows =
      "return #g, g[1].%, line(g[1]), g[2].%, line(g[2])"
    let c = "\"1.00 4.00 16.00 64.00 256.00 1024.00 1365.00\""
    let d = "\"2.00 8.00 32.00 128.00 512.00 0.00 682.00\""
    for (by, shown, first, second) in [
      ("customer", "name", "\"c\"", "\"d\""), ("level", "level", "\"A\"", "\"B\""),
      ("region", "region", "\"east\"", "nil"), ("rep", "name", "\"Ann\"", "nil"),
    ] {
      let result = try eval(
        Self.edges + "local g = receivables.ageing{by = \"\(by)\"}.groups "
          + rows.replacing("%", with: shown))
      #expect(result == "2  \(first)  \(c)  \(second)  \(d)", "\(by)")
    }
  }

  @Test func theRepOfTheDealComesBeforeTheOwner() throws {
    let result = try eval(
      Self.edges
        + """
        local o = orders:create{customer = c.id, rep = bob.id, amount = yuan(5000), ordered_on = today()}
        local k = contracts:create{customer = c.id, rep = bob.id, amount = yuan(700), status = "signed"}
        receivables.schedule{contract = k, plan = "prepaid"}
        receivables.invoice{order = o}
        receivables.invoice{instalment = k:instalments():first(), due_on = today()}
        local g = receivables.ageing{by = "rep"}.groups
        return g[1].name, g[1].total
        """)
    #expect(result == "\"Bob\"  money\"5700.00\"")
  }

  /// As of a day of the past, what was entered later does not count.
  @Test func thePastStaysAsItWas() throws {
    let result = try eval(
      """
      local c = customers:create{name = "c"}
      local i = receivables.invoice{customer = c, amount = yuan(100), on = date"2026-01-01"}
      local past = tostring(receivables.ageing{as_of = date"2026-02-15"}.total)
      receivables.receive{customer = c, amount = yuan(60), on = date"2026-02-16"}
      receivables.write_off{invoice = i, amount = yuan(10), reason = "x", on = date"2026-03-01"}
      receivables.invoice{customer = c, amount = yuan(7), on = date"2026-03-01"}
      local text = {past}
      for _, day in ipairs{"2025-12-31", "2026-02-15", "2026-02-16", "2026-03-01"} do
        text[#text + 1] = tostring(receivables.ageing{as_of = date(day)}.total)
      end
      return table.concat(text, " ")
      """)
    #expect(result == "\"100.00 0.00 100.00 40.00 37.00\"")
  }

  @Test func overdueLeavesOutWhatIsNotPastDue() throws {
    let result = try eval(
      Self.edges
        + """
        local o = receivables.overdue{}
        return #o, o[1].days_past_due, o[#o].days_past_due, #receivables.overdue{customer = d},
          receivables.overdue_rate{}.numerator
        """)
    // Nine of eleven are past due: 2047 − 3 = 2044.
    #expect(result == "9  181  1  4  money\"2044.00\"")
  }

  /// Billed in June on credit: 300 + 200 + 50, less 50 of June and 30 of April taken back = 470; the 80
  /// are due at once. Open at its end: May's 120, 300 − 90, 200, and 80 = 610, so 610 / 470 × 30 =
  /// 38.9362 days. The payment of July does not count.
  private static let june = """
    local c = customers:create{name = "c"}
    local function bill(amount, on, due)
      return receivables.invoice{customer = c, amount = yuan(amount), on = date(on), due_on = date(due)}
    end
    local may = bill(120, "2026-05-10", "2026-06-10")
    local a = bill(300, "2026-06-01", "2026-06-15")
    local b = bill(200, "2026-06-02", "2026-07-02")
    local cash = bill(80, "2026-06-03", "2026-06-03")
    local wrong = bill(50, "2026-06-04", "2026-06-30")
    receivables.reverse{invoice = wrong, reason = "wrong", on = date"2026-06-05"}
    local april = bill(30, "2026-04-01", "2026-05-01")
    receivables.reverse{invoice = april, reason = "wrong", on = date"2026-06-06"}
    receivables.receive{customer = c, amount = yuan(90), on = date"2026-06-20", invoices = {a}}
    receivables.receive{customer = c, amount = yuan(210), on = date"2026-07-01", invoices = {a}}
    local period = {since = date"2026-06-01", upto = date"2026-06-30"}

    """

  @Test func measuresOfCollection() throws {
    let result = try eval(
      Self.june
        + """
        local dso, rate = receivables.dso(period), receivables.collection_rate(period)
        return dso.numerator, dso.denominator, dso.days, ("%.4f"):format(dso.dso),
          rate.numerator, rate.denominator, rate.rate,
          receivables.overdue_rate{as_of = date"2026-06-30"}.numerator
        """)
    // Due in June: may 120, a 300, cash 80 = 500, 90 of it paid: 0.18. Past due on June 30: 120 + 210 + 80.
    #expect(
      result
        == "money\"610.00\"  money\"470.00\"  30  \"38.9362\"  money\"90.00\"  money\"500.00\"  0.18"
        + "  money\"410.00\"")
  }

  @Test func badDebtOfThePeriod() throws {
    let result = try eval(
      Self.june
        + """
        local old = receivables.write_off{invoice = may, amount = yuan(47), reason = "x", on = date"2026-06-11"}
        receivables.write_off{invoice = b, amount = yuan(9), reason = "x", on = date"2026-07-02"}
        local before = receivables.bad_debt_rate(period)
        receivables.reverse{allocation = old, reason = "paid after all", on = date"2026-06-30"}
        return before.rate, before.denominator, receivables.bad_debt_rate(period).numerator
        """)
    // 47 / 470; what July wrote off is not June's.
    #expect(result == "0.1  money\"470.00\"  money\"0.00\"")
  }

  @Test func measuresSayWhy() throws {
    let result = try eval(
      Self.june
        + """
        local w = why(receivables.dso(period))
        local none = receivables.dso{since = date"2020-01-01", upto = date"2020-01-31"}
        return w.reason, w.children[1].label, w.children[1].value, w.children[2].reason, none.dso,
          why(none).reason
        """)
    #expect(
      result
        == "\"receivables / credit_sales × days\"  \"receivables\"  money\"610.00\"  "
        + "\"5 invoices on credit issued or taken back from 2026-06-01 to 2026-06-30\"  nil  "
        + "\"credit_sales is 0: there is no dso\"")
  }

  @Test(arguments: [
    ("receivables.dso{upto = today()}", "script.argument"),
    ("receivables.dso{since = today(), upto = today() - days(1)}", "receivable.day"),
    ("receivables.ageing{by = \"levl\"}", "entity.field"),
    ("receivables.ageing{as_of = 5}", "script.argument"),
    ("receivables.ageing{policy = \"none\"}", "policy.unknown"),
    (
      "local p = receivables.policy() p.collection.credit_sales = \"amount\" customers:create{name = \"c\"} "
        + "receivables.invoice{customer = 1, amount = yuan(1)} "
        + "receivables.dso{since = today(), policy = p}",
      "receivable.credit_sales"
    ),
    (
      "local p = receivables.policy() p.collection.credit_sales = \"due > issued\" "
        + "receivables.ageing{policy = p}",
      "policy.rule"
    ),
  ])
  func refusals(_ call: String, _ code: String) throws {
    let world = try FilesWorld()
    defer { world.remove() }
    #expect(world.code(call) == code)
  }
}
