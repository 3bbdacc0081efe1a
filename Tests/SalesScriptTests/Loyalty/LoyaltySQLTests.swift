// Figures of loyalty on the sample against SQL on the file, and bad input.
import Foundation
import GRDB
import SalesScript
import SalesStore
import Testing
import Values

@Suite struct LoyaltySQLTests {
  private func sql(_ world: World, _ query: String, _ arguments: [Int64] = []) throws -> [String] {
    try DatabaseQueue(path: world.path).read {
      try String.fetchAll($0, sql: query, arguments: StatementArguments(arguments))
    }
  }

  private func number(_ day: String) throws -> Int64 { Int64(try Day(parsing: day).number) }

  /// Everything of a table as lines of cells.
  private static let lines = """
    local function lines(t, names)
      local out = {}
      for i = 1, #t do
        local cells = {}
        for j, name in ipairs(names) do
          local v = t[i][name]
          cells[j] = v == nil and "" or tostring(v)
        end
        out[i] = table.concat(cells, "|")
      end
      return table.concat(out, "\\n")
    end
    """

  private func text(_ world: World, _ source: String) throws -> String {
    guard
      case .string(let text)? = try world.run("\(Self.lines)\n\(source)", mode: .plan).values.first
    else { return "" }
    return text
  }

  @Test func retentionByLevelIsSQLs() throws {
    let world = try World()
    defer { world.remove() }
    // The quarter 2025-10-01 to 2025-12-31, customers by twelve months.
    let found = try text(
      world,
      """
      local r = loyalty.retention{from = date"2025-10-01", to = date"2025-12-31", by = "level"}
      return lines(r.groups, {"level", "start", "lost", "gained", "returned", "start_amount", "end_amount"})
      """)
    let expected = try sql(
      world,
      """
      WITH a AS (
        SELECT c.id, l.level,
          coalesce(sum(CASE WHEN o.ordered_on > ?1 AND o.ordered_on <= ?2 THEN o.amount END), 0) base,
          coalesce(sum(CASE WHEN o.ordered_on > ?3 AND o.ordered_on <= ?4 THEN o.amount END), 0) now,
          count(CASE WHEN o.ordered_on > ?1 AND o.ordered_on <= ?2 THEN 1 END) > 0 s,
          count(CASE WHEN o.ordered_on > ?3 AND o.ordered_on <= ?4 THEN 1 END) > 0 e,
          count(CASE WHEN o.ordered_on <= ?2 THEN 1 END) > 0 known
        FROM customers c JOIN customer_level l ON l.id = c.id JOIN orders o ON o.customer = c.id
        WHERE o.ordered_on <= ?4 GROUP BY c.id)
      SELECT level || '|' || sum(s) || '|' || sum(s AND NOT e) || '|' || sum(NOT s AND e AND NOT known)
        || '|' || sum(NOT s AND e AND known) || '|' ||
        printf('%.2f', sum(CASE WHEN s THEN base ELSE 0 END) / 10000.0) || '|' ||
        printf('%.2f', sum(CASE WHEN s THEN now ELSE 0 END) / 10000.0)
      FROM a WHERE level IS NOT NULL GROUP BY level ORDER BY level
      """,
      [
        try number("2024-09-30"), try number("2025-09-30"), try number("2024-12-31"),
        try number("2025-12-31"),
      ])
    #expect(found == expected.joined(separator: "\n"))
    #expect(expected.count > 2)
  }

  @Test func cohortCountsAreSQLs() throws {
    let world = try World()
    defer { world.remove() }
    let found = try text(
      world,
      """
      local c = loyalty.cohorts{by = "year"}
      return lines(c.counts, {"cohort", "customers", "p0", "p1", "p2"})
      """)
    let expected = try sql(
      world,
      """
      WITH o AS (SELECT customer, strftime('%Y', ordered_on * 86400, 'unixepoch') + 0 y FROM orders),
        f AS (SELECT customer, min(y) y FROM o GROUP BY customer),
        n AS (SELECT f.y c, o.y - f.y p, count(DISTINCT o.customer) n
              FROM o JOIN f USING (customer) GROUP BY 1, 2)
      SELECT c || '|' || max(CASE p WHEN 0 THEN n END) || '|' || max(CASE p WHEN 0 THEN n END) || '|'
        || coalesce(max(CASE p WHEN 1 THEN n END), '') || '|' || coalesce(max(CASE p WHEN 2 THEN n END), '')
      FROM n GROUP BY c ORDER BY c
      """)
    #expect(found == expected.joined(separator: "\n"))
  }

  @Test func repurchaseIsSQLs() throws {
    let world = try World()
    defer { world.remove() }
    let found = try text(
      world,
      """
      local r = loyalty.repurchase{from = date"2025-07-01", to = date"2025-12-31"}
      return table.concat({r.buyers, r.repeating, r.orders, tostring(r.amount), ("%.6f"):format(r.mean_days)}, "|")
      """)
    let expected = try sql(
      world,
      """
      WITH a AS (SELECT customer, count(*) n, sum(amount) a, max(ordered_on) - min(ordered_on) d FROM orders
        WHERE ordered_on BETWEEN ?1 AND ?2 GROUP BY customer)
      SELECT count(*) || '|' || sum(n >= 2) || '|' || sum(n) || '|' || printf('%.2f', sum(a) / 10000.0)
        || '|' || printf('%.6f', sum(d) * 1.0 / sum(n - 1)) FROM a
      """, [try number("2025-07-01"), try number("2025-12-31")])
    #expect(found == expected.first)
  }

  @Test func marginsAndHistoricValueAreSQLs() throws {
    let world = try World()
    defer { world.remove() }
    // A quarter of the lines forget their cost: there the policy's 25 % counts.
    try world.run(
      """
      order_lines:update{cost = function(l) if l.id % 4 ~= 0 then return l.cost end end}
      """)
    let found = try text(world, "return tostring(loyalty.ltv{variant = \"historic\"}.ltv)")
    let expected = try sql(
      world,
      """
      WITH m AS (SELECT sum(CASE WHEN l.cost IS NULL THEN 0 ELSE l.amount - l.cost END) k,
          sum(CASE WHEN l.cost IS NULL THEN 0 ELSE l.amount END) c FROM order_lines l),
        o AS (SELECT sum(amount) a, count(DISTINCT customer) n FROM orders)
      SELECT printf('%.2f', (k + 0.25 * (a - c)) / n / 10000) FROM m, o
      """)
    #expect(found == expected.first)
  }

  @Test func badInputIsRefused() throws {
    let world = try World(customers: 20)
    defer { world.remove() }
    let cases: [(String, String, String)] = [
      ("loyalty.ltv{churn = 0}", "loyalty.churn", "no limit"),
      ("loyalty.ltv{churn = 0/0}", "loyalty.churn", "nan"),
      ("loyalty.ltv{churn = 1.5}", "loyalty.churn", "between 0 and 1"),
      ("loyalty.ltv{churn = -0.1}", "loyalty.churn", "between 0 and 1"),
      ("loyalty.ltv{margin = yuan(0)}", "loyalty.margin", "not over 0"),
      ("loyalty.ltv{margin = yuan(-5)}", "loyalty.margin", "not over 0"),
      ("loyalty.ltv{discount = 1/0}", "loyalty.discount", "inf"),
      ("loyalty.ltv{variant = 'simpel'}", "loyalty.variant", "simple"),
      ("loyalty.ltv{variant = 'historic', churn = 0.2}", "loyalty.variant", "no churn"),
      ("loyalty.ltv{by = 'month'}", "loyalty.split", "month"),
      ("loyalty.retention{by = 'levl'}", "loyalty.split", "level"),
      (
        "loyalty.retention{from = date'2026-02-01', to = date'2026-01-01'}", "loyalty.period",
        "ends"
      ),
      ("loyalty.retention{to = date'2030-01-01'}", "loyalty.period", "after"),
      ("loyalty.retention{of = orders:limit(1)}", "script.argument", "customers"),
      ("loyalty.cohorts{by = 'quartr'}", "loyalty.period", "quarter"),
      ("loyalty.cohorts{measure = 'sum'}", "loyalty.measure", "amount"),
      ("loyalty.cohorts{by = 'day'}", "loyalty.cohorts", "more than 120"),
      ("loyalty.rfm{segment = 'champian'}", "loyalty.segment", "champion"),
      ("loyalty.rfm{list = 0}", "script.argument", "1–10000"),
      ("loyalty.rfm{customer = 9999}", "record.missing", "9999"),
      ("loyalty.repurchase{form = date'2026-01-01'}", "script.argument", "from"),
    ]
    for (source, code, word) in cases {
      let found = try text(
        world,
        "local ok, e = pcall(function() \(source) end) return ok and 'ok' or e.code .. ' ' .. e.message .. ' ' .. tostring(e.remedy)"
      )
      #expect(found.hasPrefix(code + " ") && found.contains(word), "\(source): \(found)")
    }
  }

  @Test func nothingSoldIsNoData() throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    #expect(
      try world.eval(
        """
        local r, p, v = loyalty.retention{}, loyalty.repurchase{}, loyalty.ltv{}
        return r.start, r.churn, r.nrr, p.rate, p.average_purchase, v.ltv, v.absence, loyalty.rfm{}.customers,
          #loyalty.cohorts{}.shares
        """) == "0  nil  nil  nil  nil  nil  \"no customer bought\"  0  0")
  }
}
