// Quality and mix reports: counted again by SQL, printed, and by hand where SQL cannot.
import Foundation
import GRDB
import SalesScript
import Testing
import Values

@Suite struct EnginesReportTests {
  private func row(_ world: World, _ sql: String) throws -> [Double] {
    try DatabaseQueue(path: world.path).read { db in
      let row = try #require(try Row.fetchOne(db, sql: sql))
      return (0..<row.count).map { row[$0] ?? 0.0 }
    }
  }

  private func numbers(_ world: World, _ chunk: String) throws -> [Double] {
    try world.eval(chunk).components(separatedBy: "  ").map { try #require(Double($0)) }
  }

  @Test func completenessAndAgeAgreeWithSQL() throws {
    let world = try World()
    defer { world.remove() }
    let counted = [
      "name", "uscc", "industry", "kind", "size", "region", "owner", "source", "stage", "credit",
      "influence", "potential",
    ]
    let today = try Day(parsing: "2026-06-30").number
    let sql = try row(
      world,
      "SELECT \(counted.map { "count(\($0 == "stage" ? "s" : "c").\($0))" }.joined(separator: ", ")), "
        + "sum(c.updated_on < \(today - 180)), sum(c.updated_on IS NULL), "
        + "sum(f.last_contact < \(today - 90)), sum(f.last_contact IS NULL) "
        + "FROM customers c JOIN customer_contact f ON f.id = c.id "
        + "JOIN customer_stage s ON s.id = c.id")
    let report = try numbers(
      world,
      """
      local r, all = quality.report{}, {}
      for i = 1, #r.fields do all[#all + 1] = r.fields[i].filled end
      for i = 1, #r.stale do all[#all + 1] = r.stale[i].stale all[#all + 1] = r.stale[i].unknown end
      return table.unpack(all)
      """)
    #expect(report == sql)
    let share = try numbers(
      world,
      """
      local sum = 0
      for c in customers:each() do sum = sum + quality.completeness(c).share end
      local r = quality.report{}
      return r.completeness, sum / r.records
      """)
    #expect(abs(share[0] - sql.prefix(12).reduce(0, +) / 2400) < 1e-12)
    #expect(abs(share[0] - share[1]) < 1e-12)
  }

  @Test func findsTheSameNameByHand() throws {
    let world = try World(customers: 3)
    defer { world.remove() }
    let result = try world.eval(
      """
      for _, name in ipairs{"北京 长征（航天）有限公司", "北京长征航天", "北京长征宇航有限公司"} do
        customers:create{name = name}
      end
      local r = quality.report{of = customers:where("id >= 4")}
      return r.records, #r.same_name, r.same_name[1].ids, #r.same_uscc, r.complete_records
      """)
    #expect(result == "3  1  {4, 5}  0  0")
  }

  @Test func mixAgreesWithSQL() throws {
    let world = try World()
    defer { world.remove() }
    let join = "FROM customer_level l JOIN customer_purchase p ON p.id = l.id"
    let sql = try row(
      world,
      """
      SELECT count(*), sum(p.annual_purchase),
        1.0 * count(*) / (SELECT count(*) \(join) WHERE level IN ('A','B','C')),
        1.0 * sum(p.annual_purchase)
          / (SELECT sum(annual_purchase) \(join) WHERE level IN ('A','B','C')),
        (SELECT 1.0 * max(annual_purchase) / sum(annual_purchase) FROM customer_purchase
          WHERE annual_purchase > 0),
        (SELECT sum(x * x) * 10000 FROM (SELECT 1.0 * annual_purchase / sum(annual_purchase) OVER ()
          AS x FROM customer_purchase WHERE annual_purchase > 0)),
        (SELECT 2.0 * sum(i * x) / (count(*) * sum(x)) - (count(*) + 1.0) / count(*) FROM
          (SELECT 1.0 * annual_purchase AS x, row_number() OVER (ORDER BY annual_purchase) AS i
          FROM customer_purchase WHERE annual_purchase > 0))
      \(join) WHERE l.level = 'B'
      """)
    let report = try numbers(
      world,
      """
      local m = mix.report{policy = "growth"}
      local b = m.levels[2]
      assert(b.level == "B" and b.expected_customers == 0.3 and b.expected_revenue == 0.3)
      return b.customers, b.revenue / money"0.0001", b.customer_share, b.revenue_share, m.top_1, m.hhi, m.gini
      """)
    for (mine, theirs) in zip(report, sql) { #expect(abs(mine - theirs) <= 1e-9 * abs(theirs)) }
    #expect(report.count == sql.count)
  }

  @Test func takesAnyFieldAndTheDefaultPack() throws {
    let world = try World()
    defer { world.remove() }
    #expect(
      try world.eval(
        """
        local m = mix.report{field = "region"}
        local sum = 0
        for i = 1, #m.levels do sum = sum + m.levels[i].customers end
        return sum, mix.report{}.levels[1].expected_revenue
        """) == "200  0.6")
  }

  @Test func reportsPrintTheirTables() throws {
    let world = try World(customers: 20)
    defer { world.remove() }
    try world.run("print(quality.report{}) print(mix.report{}) print(strategy.card(\"A\"))")
    for part in [
      "records: 20", "fields:\nfield\tfilled", "levels:\nlevel\tcustomers", "goal: 90 %",
      "title: strategic · 战略客户",
    ] {
      #expect(world.output.text.contains(part), "\(part) in \(world.output.text)")
    }
  }

  @Test(arguments: [
    ("mix.report{policy = \"fastner\"}", "policy.unknown", "did you mean 'fastener'?"),
    ("mix.report{field = \"levle\"}", "entity.field", "level"),
    ("mix.report{of = contacts}", "script.argument", "expected customers"),
    ("return quality.report{}.feilds", "script.argument", "did you mean 'fields'?"),
    ("quality.report{customers}", "script.argument", "named options"),
  ])
  func refusesBadArguments(_ chunk: String, _ code: String, _ part: String) throws {
    let world = try World(customers: 3)
    defer { world.remove() }
    #expect(try world.failure(chunk) == Failure(code, part))
  }
}
