// Decision chains and visits from a script: by hand, many customers beside single ones, and what is refused.
import Foundation
import SalesScript
import Testing

@Suite struct DecisionChainTests {
  /// A at 2026-05-31 was visited, so 2026-06-30 is due; technical 60 of 80 gains 7, quality 12, management 8;
  /// procurement 80 was called in April, so is well.
  private static let book = """
    local rep = reps:create{name = "Ann", region = "moon"}
    local c = customers:create{name = "甲", level = "A", region = "moon", owner = rep.id, created_on = date"2026-01-31"}
    local p = contacts:create{customer = c.id, name = "采", role = "procurement", relationship = 80}
    local t = contacts:create{customer = c.id, name = "工", role = "technical", relationship = 60,
      department = "研发"}
    activities:create{customer = c.id, contact = p.id, kind = "call", at = instant"2026-04-20T10:00:00"}
    activities:create{customer = c.id, contact = t.id, kind = "email_sent", at = instant"2026-06-20T10:00:00"}
    activities:create{customer = c.id, contact = t.id, kind = "visit", at = instant"2026-05-31T10:00:00"}
    customers:create{name = "乙", level = "B", region = "mars", created_on = date"2026-06-30"}

    """

  @Test func chainByHand() throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    let result = try world.eval(
      Self.book + """
        local d = decisions.chain(c)
        return d.coverage, #d.next, d.next[1].role, d.next[1].action, d.next[1].gain, d.next[3].name,
          d.next[3].gain, d.next[3].last_met, d.chain[2].department
        """)
    // 40 % × 80 + 35 % × 60 = 53
    #expect(
      result == "53.0  3  \"quality\"  \"find\"  12.0  \"工\"  7.0  date\"2026-05-31\"  \"研发\"")
  }

  @Test func manyAgreeWithSingleOnes() throws {
    let world = try World()
    defer { world.remove() }
    let result = try world.eval(
      """
      local t, wrong = decisions.next{each = 2, limit = 10000}, 0
      local seen = {}
      for i = 1, #t do
        local n = (seen[t[i].customer] or 0) + 1
        seen[t[i].customer] = n
        if i > 1 and t[i].gain > t[i - 1].gain then wrong = wrong + 1 end
      end
      local expected = 0
      for c in customers:each() do
        local steps = decisions.chain(c).next
        expected = expected + math.min(2, #steps)
        if seen[c.id] ~= (#steps > 0 and math.min(2, #steps) or nil) then wrong = wrong + 1 end
      end
      return wrong, #t == expected, #decisions.next{limit = 3}
      """)
    #expect(result == "0  true  3")
  }

  @Test func visitPlanOpensEachTaskOnce() throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    try world.run(Self.book)
    var root = URL(filePath: #filePath)
    for _ in 0..<3 { root.deleteLastPathComponent() }
    let script = try String(
      contentsOf: root.appending(path: "scripts/visit_plan.lua"), encoding: .utf8)
    func run(_ arguments: [String] = []) throws -> String {
      let output = CapturedOutput()
      let host = try World.host(world.store, output, arguments)
      _ = try host.run(script, name: "@visit_plan.lua", mode: .apply, kind: .script)
      return output.text
    }
    #expect(
      try run() == """
        1 visits due by 2026-07-14, 1 tasks opened
          A  1 due, 0 of them late
        2026-06-30  A  甲: find quality, last seen never

        """)
    #expect(try run().hasPrefix("1 visits due by 2026-07-14, 0 tasks opened\n"))
    #expect(
      try run(["100", "mars"]).hasPrefix("1 visits due by 2026-10-08, 1 tasks opened\n  B  1"))
    #expect(
      try world.eval("return tasks:count(), tasks:get(1).title, tasks:get(1).owner")
        == "2  \"visit 甲: find quality\"  1")
    #expect(throws: (any Error).self) { try run(["soon"]) }
  }

  @Test(arguments: [
    ("decisions.chain(7)", "script.argument", "expected a customer"),
    ("decisions.next{each = 0}", "script.argument", "each 0 is below 1"),
    ("decisions.next{of = orders}", "script.argument", "expected customers"),
    ("decisions.next{off = customers}", "script.argument", "did you mean"),
    ("decisions.chain(customers:first(), 3)", "script.argument", "expected"),
  ])
  func refusesBadInput(_ chunk: String, _ code: String, _ part: String) throws {
    let world = try World(customers: 3)
    defer { world.remove() }
    #expect(try world.failure(chunk) == Failure(code, part))
  }
}
