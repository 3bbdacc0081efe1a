// Every figure of the packs, over the sample company and over an empty store.
import SalesScript
import Testing

@Suite struct KPIPackTests {
  private static let all = """
    local told, asked = 0, 0
    for _, name in ipairs(kpi.names()) do
      local k = kpi.get(name)
      assert(k.source ~= "", name .. " has no source")
      local value = kpi.value(name, {period = "2026-Q2"})
      if k.needs then asked = asked + 1 assert(value == nil, name) else told = told + 1 end
      for _, word in ipairs(k.by) do
        for _, row in ipairs(kpi.value(name, {period = "2026-H1", by = {word, "quarter"}})) do
          assert(row.quarter, name)
        end
      end
    end

    """

  @Test func everyFigureIsComputedWithEverySplit() throws {
    let world = try World()
    defer { world.remove() }
    try world.run("purchases.refresh{}")
    #expect(try world.eval(Self.all + "return told > 45, asked > 12") == "true  true")
    let known = try world.eval(
      """
      local q = {period = "2026-Q2"}
      local amount, n, seen, c = yuan(0), 0, {}, 0
      for o in orders:each() do
        if o.ordered_on >= date"2026-04-01" and o.ordered_on <= date"2026-06-30" then
          amount, n = amount + o.amount, n + 1
          if not seen[o.customer] then seen[o.customer] = true c = c + 1 end
        end
      end
      return kpi.value("revenue", q) == amount, kpi.value("orders_count", q) == n,
        kpi.value("buying_customers", q) == c, kpi.value("gross_margin", q) > 0.2
      """)
    #expect(known == "true  true  true  true")
  }

  @Test func anEmptyStoreHasNoData() throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    #expect(try world.eval(Self.all + "return told > 45") == "true")
    #expect(
      try world.eval(
        "return kpi.value(\"revenue\"), kpi.value(\"ticket\"), kpi.value(\"gross_margin\")")
        == "money\"0.00\"  nil  nil")
  }
}
