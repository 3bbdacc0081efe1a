// Frames as scripts use them, against queries and a book counted by hand.
import SalesScript
import Testing

@Suite struct FrameScriptTests {
  /// Two regions, three customers, five orders.
  static let book = """
    local ann, bob = reps:create{name = "Ann", region = "east"}, reps:create{name = "Bob", region = "west"}
    local a = customers:create{name = "甲", region = "east", owner = ann}
    local b = customers:create{name = "乙", region = "west", owner = bob}
    local c = customers:create{name = "丙"}
    local function order(c, r, day, amount, status)
      orders:create{customer = c, rep = r, ordered_on = date(day), amount = yuan(amount), status = status}
    end
    order(a, ann, "2026-01-31", 100, "placed")
    order(a, ann, "2026-02-01", 50.25, "placed")
    order(b, bob, "2026-01-05", 200, "cancelled")
    order(b, nil, "2026-04-01", 300, "placed")
    order(c, bob, "2026-01-10", 1000.5, "placed")

    """

  private func world() throws -> World {
    let world = try World(customers: nil)
    try world.run(Self.book)
    return world
  }

  @Test func groupsByRegionAndMonth() throws {
    let world = try world()
    defer { world.remove() }
    let text = try world.eval(
      """
      local f = orders:frame{"amount", "ordered_on", region = "customer.region", boss = "customer.owner.name"}
      local t = {}
      f:group_by{"region", month = "ordered_on"}:each(function(g)
        t[#t + 1] = ("%s %s %s %d"):format(tostring(g.region), g.month, tostring(g:sum("amount")), g:count())
      end)
      return table.concat(t, "; "), f:distinct("boss"), table.concat(f.columns, " ")
      """)
    #expect(
      text == "\"nil 2026-01 1000.50 1; east 2026-01 100.00 1; east 2026-02 50.25 1; "
        + "west 2026-01 200.00 1; west 2026-04 300.00 1\"  2  \"amount ordered_on boss region\"")
  }

  @Test func narrowsAsQueriesDoAndByBounds() throws {
    let world = try world()
    defer { world.remove() }
    let setup = "local f = orders:frame{\"amount\", \"ordered_on\", \"status\", \"rep\"} return "
    // By hand: 100 + 50.25 + 300 + 1000.5; the ends of bounds; 2026-Q1 has four orders.
    let cases = [
      ("f:where{status = \"placed\"}:sum(\"amount\")", "money\"1450.75\""),
      ("f:where{status = {\"placed\", \"cancelled\"}}:count()", "5"),
      ("f:where{amount = {from = yuan(100), upto = yuan(300)}}:count()", "3"),
      ("f:where{amount = {from = yuan(100), below = yuan(300)}}:count()", "2"),
      ("f:where{ordered_on = {period = \"2026-Q1\"}}:count()", "4"),
      ("f:where{ordered_on = date\"2026-04-01\"}:sum(\"amount\")", "money\"300.00\""),
      ("f:where(\"amount > yuan(100) and status == 'placed'\"):count()", "2"),
      ("f:where(function(r) return r.rep == nil end):sum(\"amount\")", "money\"300.00\""),
      ("f:where{rep = reps:get(2)}:count()", "2"),
      ("#orders:where{status = \"placed\"}:frame{\"amount\"}", "4"),
      ("#orders:where{status = {\"placed\"}}:frame{\"amount\"}", "4"),
      ("#orders:where(\"amount > yuan(100)\"):frame{\"amount\"}", "3"),
      ("#orders:limit(2):frame{\"amount\"}", "2"), ("#orders:frame{}", "5"),
      ("f:count(\"rep\")", "4"), ("f:mean(\"amount\")", "money\"330.15\""),
      ("f:median(\"amount\")", "money\"200.00\""), ("f:count{status = \"lost\"}", "0"),
      ("f:sum(\"amount\", {status = \"lost\"})", "money\"0.00\""),
      ("f:mean(\"amount\", {status = \"lost\"})", "nil"),
    ]
    for (source, expected) in cases {
      #expect(try world.eval(setup + source) == expected, "\(source)")
    }
  }

  @Test func groupsMeasureWithConditionsAndShares() throws {
    let world = try world()
    defer { world.remove() }
    let text = try world.eval(
      """
      local f = orders:frame{"amount", "status", region = "customer.region"}
      local g = f:group_by("region")
      local t = g:table{orders = "count", amount = "sum amount", kept = function(g)
        return g:sum("amount", {status = "placed"}) end}
      return t[3].region, t[3].orders, t[3].kept, g[2]:share("amount"), g[2].key, g[9],
        #g:map(function(g) return g:count() end)
      """)
    // West: 200 cancelled and 300 placed. East: 150.25 of 1650.75.
    #expect(text == "\"west\"  2  money\"300.00\"  \(150.25 / 1650.75)  \"east\"  nil  3")
  }

  @Test func joinsById() throws {
    let world = try world()
    defer { world.remove() }
    let text = try world.eval(
      """
      local west = customers:where{region = "west"}:frame{"region", "name"}
      local f = orders:frame{"customer", "amount"}:join(west, "customer")
      return f:count("region"), f:sum("amount", {region = "west"}),
        f:join(west, "customer").columns[5]
      """)
    #expect(text == "2  money\"500.00\"  \"customer_region\"")
  }

  @Test("what cannot be says so, with the nearest word") func badInput() throws {
    let world = try world()
    defer { world.remove() }
    let f = "local f = orders:frame{\"amount\", \"ordered_on\", \"status\", \"rep\"} "
    let g = f + "local g = f:group_by{\"status\", month = \"ordered_on\"}[1] "
    let cases: [(String, Failure)] = [
      ("orders:frame{\"amonut\"}", .init("entity.field", "did you mean \"amount\"?")),
      ("orders:frame{r = \"amount.region\"}", .init("frame.path", "refers to no other record")),
      ("orders:frame{r = \"customer.regoin\"}", .init("entity.field", "region")),
      ("orders:frame{\"amount\", \"amount\"}", .init("frame.column", "two columns")),
      ("orders:frame(\"amount\")", .init("script.argument", "expected a list of fields")),
      ("orders:frame{1}", .init("script.argument", "must name a field")),
      (f + "f:where{regoin = \"east\"}", .init("frame.column", "the frame has no column")),
      (f + "f:where{amount = 5}", .init("field.type", "holds money")),
      (f + "f:where{amount = {from = \"a\"}}", .init("field.type", "holds money")),
      (f + "f:where{rep = {from = 1}}", .init("frame.where", "no bounds")),
      (f + "f:where{amount = {frm = yuan(1)}}", .init("script.argument", "did you mean 'from'?")),
      (f + "f:where{ordered_on = {period = \"2026-Q5\"}}", .init("period.unknown", "2026-Q5")),
      (f + "f:where(\"amonut > yuan(1)\")", .init("rule.unknown_name", "did you mean 'amount'?")),
      (f + "f:where(function(r) return r.amonut end)", .init("entity.field", "amount")),
      (f + "f:where(function(r) error(\"oh\") end)", .init("script.error", "oh")),
      (f + "f:sum(\"status\")", .init("frame.measure", "no sum")),
      (f + "f:sum()", .init("script.argument", "expected a column")),
      (f + "f:quantile(\"amount\", 2)", .init("frame.share", "0 to 1")),
      (f + "f:group_by{\"statsu\"}", .init("frame.column", "status")),
      (f + "f:group_by{month = \"rep\"}", .init("frame.key", "no days")),
      (f + "f:group_by{x = {\"ordered_on\", \"moon\"}}", .init("frame.key", "month")),
      (f + "f:group_by{\"status\", status = \"rep\"}", .init("frame.key", "two keys")),
      (f + "f:group_by(1)", .init("frame.key", "expected a column")),
      (f + "f:sume(\"amount\")", .init("script.argument", "did you mean 'sum'?")),
      (g + "return g.moth", .init("frame.key", "did you mean 'month'?")),
      (g + "g:share(\"amount\", \"moth\")", .init("frame.key", "month")),
      (f + "f:group_by{}:table{x = \"summ amount\"}", .init("script.argument", "no measure")),
      (f + "f:join(f, \"rep\")", .init("frame.join", "does not refer")),
      (f + "f:join(1, \"rep\")", .init("frame.join", "expected a frame")),
      ("local f = orders:frame{} f:sum(\"amount\")", .init("frame.column", "it has none")),
    ]
    for (source, expected) in cases {
      #expect(try world.failure(source) == expected, "\(source)")
    }
  }
}
