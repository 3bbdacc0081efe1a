// Purchase facts: made from orders, checked against SQL, explained, undone, and unchanged where all
// is right.
import Foundation
import GRDB
import SalesScript
import SalesStore
import Testing
import Values

@Suite struct EnginesPurchasesTests {
  /// The facts by SQL on the file itself, one line a customer.
  private func bySQL(_ world: World, after: String, upTo: String) throws -> [String] {
    let from = try Day(parsing: after).number
    let to = try Day(parsing: upTo).number
    return try DatabaseQueue(path: world.path).read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT c.id || '|' || coalesce(sum(CASE WHEN o.ordered_on > ?1 THEN o.amount END), 0)
            || '|' || count(CASE WHEN o.ordered_on > ?1 THEN 1 END)
            || '|' || coalesce(min(o.ordered_on), '') || '|' || coalesce(max(o.ordered_on), '')
          FROM customers c LEFT JOIN orders o ON o.customer = c.id AND o.ordered_on <= ?2
          GROUP BY c.id ORDER BY c.id
          """, arguments: [from, to])
    }
  }

  /// The same lines from the stored facts.
  private func stored(_ world: World) throws -> [String] {
    try DatabaseQueue(path: world.path).read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT c.id || '|' || p.annual_purchase || '|' || p.order_count
            || '|' || coalesce(p.first_order, '') || '|' || coalesce(p.last_order, '')
          FROM customers c JOIN customer_purchase p ON p.id = c.id ORDER BY c.id
          """)
    }
  }

  @Test func changesNothingOnTheSample() throws {
    let world = try World()
    defer { world.remove() }
    let outcome = try world.run(
      "local r = purchases.refresh{} return r.scanned, r.changed, r.as_of")
    #expect(outcome.values.map(\.literal) == ["200", "0", "date\"2026-06-30\""])
    #expect(outcome.run == nil)
    #expect(try stored(world) == bySQL(world, after: "2025-06-30", upTo: "2026-06-30"))
  }

  @Test(arguments: [
    ("2026-03-31", 6, "2025-09-30"), ("2025-02-28", 1, "2025-01-28"),
    ("2024-01-01", 120, "2014-01-01"), ("2026-06-30", 24, "2024-06-30"),
  ])
  func agreesWithSQL(_ asOf: String, _ months: Int, _ opens: String) throws {
    let world = try World()
    defer { world.remove() }
    let before = try stored(world)
    let outcome = try world.run("purchases.refresh{as_of = date\"\(asOf)\", months = \(months)}")
    #expect(try stored(world) == bySQL(world, after: opens, upTo: asOf))
    let run = try #require(outcome.run)
    try world.run("undo(\(run))")
    #expect(try stored(world) == before)
  }

  @Test func countsReturnsGapsInIdsAndNewOrders() throws {
    let world = try World()
    defer { world.remove() }
    try world.run(
      """
      local a = customers:create{name = "甲"}
      local b = customers:create{name = "乙"}
      local function order(c, amount, day)
        orders:create{customer = c.id, amount = money(amount), ordered_on = date(day)}
      end
      order(b, "100.0001", "2026-06-30")
      order(b, "-0.0001", "2025-07-01")
      order(b, "7", "2025-06-30")
      order(b, "9", "2026-07-01")
      order(a, "-5", "2026-01-01")
      """)
    try world.run(
      """
      orders:where{customer = 201}:delete()
      customers:where{id = 201}:delete()
      """)
    try world.run("purchases.refresh{}")
    let facts = try world.eval(
      """
      local b = customers:where{name = "乙"}:first()
      return b.annual_purchase, b.order_count, b.first_order, b.last_order
      """)
    #expect(facts == "money\"100.00\"  2  date\"2025-06-30\"  date\"2026-06-30\"")
  }

  @Test func whyNamesTheOrdersAndTheRun() throws {
    let world = try World()
    defer { world.remove() }
    let same = try world.eval(
      """
      local c = customers:where("order_count >= 2"):first()
      local sum = money"0"
      local w = why(c, "annual_purchase").children[1]
      for _, order in ipairs(w.children) do sum = sum + order.value end
      return sum == w.value, w.value == c.annual_purchase, #w.children == c.order_count, w.source
      """)
    #expect(same == "true  true  true  \"S0 §6.2.1 (CU1, CU7)\"")
    let ofRun = try world.eval(
      """
      purchases.refresh{months = 1}
      local c = customers:where("first_order"):first()
      local w = why(c, "order_count").children[1]
      return w.value == c.order_count, (w.reason:gsub("^%d+ of %d+ ", ""))
      """)
    #expect(ofRun == "true  \"orders after 2026-05-30 up to 2026-06-30, 1 month\"")
  }

  @Test(arguments: [
    ("purchases.refresh{months = 0}", "script.argument", "expected 1–120, got 0"),
    ("purchases.refresh{months = 1.5}", "script.argument", "months"),
    ("purchases.refresh{as_of = \"2026-06-30\"}", "script.argument", "expected a date, got string"),
    ("purchases.refresh{as_of = money\"1\"}", "script.argument", "expected a date, got money"),
    ("purchases.refresh{as_of = date\"0001-01-01\"}", "day.range", "0001-01-01"),
    ("purchases.refresh{asof = today()}", "script.argument", "asof"),
  ])
  func refusesBadOptions(_ chunk: String, _ code: String, _ part: String) throws {
    let world = try World(customers: 3)
    defer { world.remove() }
    #expect(try world.failure(chunk) == Failure(code, part))
  }

  @Test func refusesSumsBeyondMoney() throws {
    let world = try World(customers: 3)
    defer { world.remove() }
    let before = try stored(world)
    let chunk = """
      for _ = 1, 9 do
        orders:create{customer = 1, amount = money"114000000000000", ordered_on = today()}
      end
      purchases.refresh{}
      """
    #expect(try world.failure(chunk) == Failure("money.overflow", "customer 1"))
    #expect(try stored(world) == before)
  }
}
