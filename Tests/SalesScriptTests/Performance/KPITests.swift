// Key figures against a book counted by hand, and what formulas may not do.
import Lua
import SalesScript
import Testing

@Suite struct KPITests {
  static func world(_ more: String = "") throws -> World {
    let world = try World(customers: nil)
    try world.run(KPIBook.source + more)
    return world
  }

  @Test func figuresOfThePacksAreThoseCountedByHand() throws {
    let world = try Self.world(KPIBook.invoices)
    defer { world.remove() }
    let cases = [
      ("revenue", "money\"750.00\""), ("orders_count", "4"),
      // 750 / 4; 750 / 3 customers; 4 orders of 3 customers.
      ("ticket", "money\"187.50\""), ("purchase_per_customer", "money\"250.00\""),
      ("frequency", "\(4.0 / 3)"),
      // (750 − 400) / 400; (750 − 500) / 500.
      ("revenue_growth", "0.875"), ("revenue_growth_previous", "0.5"),
      // Ann and Bob on the last day; 91 days: 750 × 365 / (2 × 91), and its part of those with a rep in the group.
      ("revenue_per_head", "money\"1504.1209\""),
      // In twelve months 甲 and 乙 ordered twice, 丙 once.
      ("repurchase", "\(2.0 / 3)"),
      // Due in the quarter 100, paid of it by 06-30: 60.
      ("collection_rate", "0.6"),
      // Billed 300, settled 110 by 06-30; 190 / 300 × 91; of 190 open, 40 past due; nothing written off.
      ("receivables", "money\"190.00\""), ("dso", "\(190.0 / 300 * 91)"),
      ("overdue_rate", "\(40.0 / 190)"), ("bad_debt_rate", "0.0"),
      // Of Ann, Bob and none: 300 + 300 + 150 of 750, the third is nobody.
      ("top_3_share", "0.8"),
      // Nobody left in the quarter; at its start Ann was there, Cid had left the day before.
      ("staff_loss", "0.0"),
      // Lines know no cost, leads there are none.
      ("gross_margin", "nil"), ("conversion", "nil"), ("market_share", "nil"),
    ]
    for (name, expected) in cases {
      let value = try world.eval("return kpi.value(\"\(name)\", {period = \"2026-Q2\"})")
      #expect(value == expected, "\(name)")
    }
  }

  @Test func splitsAreThoseOfTheirRows() throws {
    let world = try Self.world()
    defer { world.remove() }
    func rows(_ name: String, _ by: String) throws -> String {
      try world.eval(
        """
        local t = {}
        for _, row in ipairs(kpi.value("\(name)", {period = "2026-Q2", by = {\(by)}})) do
          t[#t + 1] = ("%s/%s %s"):format(tostring(row.region or row.team), tostring(row.month), tostring(row.value))
        end
        return table.concat(t, ", ")
        """)
    }
    #expect(
      try rows("revenue", "\"region\", \"month\"")
        == "\"nil/2026-06 150.00, east/2026-04 100.00, east/2026-05 200.00, west/2026-05 300.00\"")
    // Heads are counted at the end of each month: Bob came in May. April: blue 100 × 365 / 30; May: 200 and 300 × 365 / 31.
    #expect(
      try rows("revenue_per_head", "\"team\", \"month\"")
        == "\"nil/2026-06 nil, blue/2026-04 1216.6667, blue/2026-05 2354.8387, blue/2026-06 0.00, "
        + "red/2026-04 nil, red/2026-05 3532.2581, red/2026-06 0.00\"")
  }

  @Test func aTableHoldsThemAgainstGoalAndEarlierPeriods() throws {
    let world = try Self.world()
    defer { world.remove() }
    let text = try world.eval(
      """
      kpi.define{name = "sold", unit = "yuan", from = "orders", day = "ordered_on", columns = {"amount", "status"},
        where = {status = "placed"}, by = {"rep", region = "customer.region"}, value = "sum('amount')", goal = yuan(1000)}
      local t = kpi.table("sold", {period = "2026-Q2"})[1]
      local west = kpi.table("sold", {period = "2026-Q2", by = "region"})[3]
      return t.value, t.attained, t.met, t.previous, t.growth, t.last_year, t.yoy, west.region, west.previous,
        kpi.table("sold", {from = date"2026-05-11", upto = date"2026-05-20"})[1].previous,
        kpi.value("sold", {period = "2026-Q2", where = {region = "east"}})
      """)
    // The ten days before 05-11 hold 05-10.
    #expect(
      text
        == "money\"750.00\"  0.75  false  money\"500.00\"  0.5  money\"400.00\"  0.875  \"west\"  "
        + "money\"500.00\"  money\"200.00\"  money\"300.00\"")
  }

  @Test func whyNamesFormulaInputsAndGoal() throws {
    let world = try Self.world()
    defer { world.remove() }
    try world.run(
      """
      print(kpi.why("ticket", {period = "2026-Q2", group = {region = "east"}}))
      print(why(kpi.get("market_share")))
      """, mode: .plan)
    let lines = world.output.text.split(separator: "\n").map(String.init)
    #expect(lines[0].hasPrefix("ticket = 150.00: 2026-Q2, region \"east\", in yuan [S1 (PF8)]"))
    #expect(lines.contains { $0.hasPrefix("    mean amount = 150.00: 2 rows") })
    #expect(
      lines.contains { $0.contains("goal = 1,500,000.00 ✗") || $0.contains("goal = 1500000.00 ✗") })
    #expect(lines.contains { $0.contains("no record tells it; needed: the size of the market") })
  }

  @Test func snapshotsAreKeptOnceAndReadAsHistory() throws {
    let world = try Self.world()
    defer { world.remove() }
    let snapshot =
      "return kpi.snapshot{names = {\"revenue\", \"market_share\"}, period = \"2026-Q2\"}.kept"
    #expect(try world.eval(snapshot) == "2")
    try world.run(snapshot)
    #expect(try world.eval(snapshot) == "0")
    try world.run(
      """
      kpi.snapshot{names = {"revenue"}, period = "2026-Q1"}
      kpi.snapshot{names = {"revenue"}, period = "2026-Q2", by = "region"}
      orders:create{customer = 1, rep = 1, ordered_on = date"2026-06-01", amount = yuan(50), status = "placed"}
      kpi.snapshot{names = {"revenue"}, period = "2026-Q2"}
      """)
    let text = try world.eval(
      """
      local h = kpi.history("revenue")
      local east = kpi.history("revenue", {group = {region = "east"}})
      return #h, h[1].value, h[2].value, h[2].growth, #east, east[1].value, #kpi.history("revenue", {by = "region"}),
        kpi.history("market_share")[1].value, kpi_values:count()
      """)
    #expect(
      text == "2  money\"500.00\"  money\"800.00\"  0.6  1  money\"300.00\"  3  nil  7")
    #expect(try world.failure("kpi_values:first().value = 1").code == "ledger.final")
  }

  /// A definition over orders with a formula.
  private static func define(_ value: String, unit: String = "share", more: String = "") -> String {
    "kpi.define{name = \"x\", replace = true, unit = \"\(unit)\", from = \"orders\", day = \"ordered_on\", "
      + "columns = {\"amount\"}, by = {region = \"customer.region\"}, value = \(value)\(more)} "
  }

  @Test("what is no number is no data, and says why") func noData() throws {
    let world = try Self.world()
    defer { world.remove() }
    let ask =
      "return kpi.value(\"x\", {period = \"2026-Q2\"}), kpi.table(\"x\", {period = \"2026-Q2\"})[1].note"
    let cases = [
      ("function() return nil end", "the formula gave nothing"),
      ("function() return 0/0 end", "0/0"), ("function() return 1/0 end", "division by zero"),
      ("function() return -1/0 end", "division by zero"),
      ("function(g) return g:sum(\"amount\") / yuan(0) end", "division by zero"),
      ("function(g) return kpi.ratio(g:count(), 0) end", "nothing"),
      ("\"mean('amount') and nil\"", "nothing"),
    ]
    for (formula, note) in cases {
      let text = try world.eval(Self.define(formula) + ask)
      #expect(text.hasPrefix("nil  ") && text.contains(note), "\(formula): \(text)")
    }
    try world.run(Self.define("function() return nil end") + "print(kpi.table(\"x\"))", mode: .plan)
    #expect(world.output.text.contains("x\tno data\tshare"))
    // A period without rows has the value of no rows.
    let empty = "return kpi.value(\"x\", {period = \"1999\"})"
    #expect(
      try world.eval(Self.define("\"sum('amount')\"", unit: "yuan") + empty) == "money\"0.00\"")
    #expect(try world.eval(Self.define("\"mean('amount')\"", unit: "yuan") + empty) == "nil")
  }

  @Test("what cannot be says so") func badInput() throws {
    let world = try Self.world()
    defer { world.remove() }
    let ask = "return kpi.value(\"x\", {period = \"2026-Q2\"})"
    let cases: [(String, Failure)] = [
      (Self.define("function() return \"much\" end") + ask, .init("kpi.value", "is in share")),
      (Self.define("function() return yuan(1) end") + ask, .init("kpi.value", "is in share")),
      (
        Self.define("function() return 1.5 end", unit: "count") + ask,
        .init("kpi.value", "is in count")
      ),
      (
        Self.define("function() return 1 end", unit: "yuan") + ask, .init("kpi.value", "is in yuan")
      ),
      (Self.define("function() return true end") + ask, .init("kpi.value", "bool")),
      (Self.define("function() return {} end") + ask, .init("kpi.value", "gave a table")),
      (Self.define("function() error(\"oh\") end") + ask, .init("script.error", "oh")),
      (
        Self.define("function(g) return g:sum(\"amonut\") end") + ask,
        .init("frame.column", "amount")
      ),
      (Self.define("function(g) return g:smu(\"amount\") end") + ask, .init("frame.key", "sum")),
      (Self.define("\"sum(\"") + ask, .init("rule.syntax", "sum(")),
      (
        Self.define("\"sum('amount') + nothing_such\"") + ask,
        .init("script.undefined_name", "nothing_such")
      ),
      (
        Self.define("function() reps:create{name = \"Eve\"} return 1 end") + ask,
        .init("kpi.writes", "the formula of x writes")
      ),
      (Self.define("function() return 1 end", unit: "shares") + ask, .init("kpi.unit", "share")),
      (
        Self.define("function() return 1 end", more: ", goal = \"much\"") + ask,
        .init("kpi.value", "goal")
      ),
      (
        Self.define("function() return 1 end", more: ", goal = yuan(1)") + ask,
        .init("kpi.value", "goal")
      ),
      (
        Self.define("function() return 1 end", more: ", gaol = 1") + ask,
        .init("kpi.definition", "did you mean 'goal'?")
      ),
      (
        Self.define("function() return 1 end", more: ", better = \"more\"") + ask,
        .init("kpi.definition", "higher")
      ),
      (
        Self.define("function() return 1 end", more: ", window = \"ever\"") + ask,
        .init("kpi.source", "window")
      ),
      (Self.define("1") + ask, .init("kpi.definition", "value must be a function")),
      (
        Self.define("function() return 1 end") + "kpi.value(\"x\", {by = \"regoin\"})",
        .init("kpi.split", "did you mean 'region'?")
      ),
      (
        Self.define("function() return 1 end") + "kpi.value(\"x\", {by = {\"month\", \"week\"}})",
        .init("kpi.split", "one period")
      ),
      (
        Self.define("function() return 1 end") + "kpi.value(\"x\", {by = {\"month\", \"month\"}})",
        .init("kpi.split", "twice")
      ),
      (
        Self.define("function() return 1 end") + "kpi.value(\"x\", {where = {regoin = 1}})",
        .init("kpi.where", "region")
      ),
      (
        Self.define("function() return 1 end") + "kpi.value(\"x\", {where = {region = 1}})",
        .init("field.type", "holds text")
      ),
      (
        Self.define("function() return 1 end") + "kpi.value(\"x\", {period = \"2026-13\"})",
        .init("period.unknown", "2026-13")
      ),
      (
        Self.define("function() return 1 end")
          + "kpi.value(\"x\", {period = \"2026\", from = today()})",
        .init("kpi.period", "a period, or")
      ),
      (
        Self.define("function() return 1 end")
          + "kpi.value(\"x\", {from = today(), upto = today() - days(1)})",
        .init("kpi.period", "are none")
      ),
      (
        Self.define("function() return 1 end") + "kpi.why(\"x\", {group = {region = \"north\"}})",
        .init("kpi.group", "no such group")
      ),
      (
        "kpi.define{name = \"x\", unit = \"share\", value = \"1\"}",
        .init("kpi.duplicate", "already")
      ),
      (
        "kpi.define{name = \"revenue\", unit = \"yuan\", value = \"1\"}",
        .init("kpi.duplicate", "in the pack finance")
      ),
      ("kpi.define{name = \"z\", unit = \"yuan\"}", .init("kpi.definition", "value must be")),
      ("kpi.define{name = \"a b\", unit = \"yuan\"}", .init("kpi.definition", "needs a name")),
      (
        "kpi.define{name = \"x\", unit = \"yuan\", from = \"ordres\", value = \"1\"}",
        .init("catalog.entity", "orders")
      ),
      (
        "kpi.define{name = \"x\", unit = \"yuan\", from = 1, value = \"1\"}",
        .init("kpi.source", "from must be")
      ),
      (
        "kpi.define{name = \"y\", unit = \"share\", from = function() return 1 end, value = \"1\"} kpi.value(\"y\")",
        .init("kpi.source", "not a frame")
      ),
      ("kpi.value(\"revenu\")", .init("kpi.unknown", "did you mean 'revenue'?")),
      ("kpi.value(\"churn\", {by = \"region\"})", .init("kpi.split", "company as a whole")),
      ("kpi.ratio(yuan(1), 2)", .init("value.mixed_kinds", "make no figure")),
    ]
    for (source, expected) in cases {
      #expect(try world.failure(source) == expected, "\(source)")
    }
    // What a formula wrote is gone, even where the script goes on.
    let writes = Self.define("function() reps:create{name = \"Eve\"} return 1 end")
    #expect(try world.eval(writes + "return pcall(kpi.value, \"x\"), reps:count()").hasSuffix("3"))
    #expect(
      try world.eval(
        Self.define("function() return 1 end") + Self.define("function() return 2 end") + ask)
        == "2.0")
  }

  @Test func theErrorOfAFormulaSaysWhereItStands() throws {
    let world = try Self.world()
    defer { world.remove() }
    let error = #expect(throws: LuaError.self) {
      try world.run(
        "kpi.define{name = \"x\", unit = \"share\", from = \"orders\", day = \"ordered_on\",\n"
          + "value = function(g)\n  return g.nothing.more\nend}\nkpi.value(\"x\")")
    }
    #expect(error?.code == "frame.key")
    #expect(error?.message.contains("at test.lua:3, in the formula of x") == true)
  }
}
