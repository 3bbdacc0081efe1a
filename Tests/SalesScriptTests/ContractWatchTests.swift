// scripts/contract_watch.lua over contracts whose lateness is known.
import Foundation
import SalesScript
import Testing

@Suite struct ContractWatchTests {
  @Test func listsLateStepsAndPenalties() throws {
    let world = try World()
    defer { world.remove() }
    // As of 2026-06-30. The first is due on 06-20 and worth 66.50 · 1000: 66,500.00 × 0.001 × 10 = 665.00.
    // The second was delivered late, and owes what no longer runs; the third is in time.
    try world.run(
      ContractingTests.start + """
        local function standing(worth, due, delivered)
          local k = sign{on = date"2026-06-28", due_on = date"2026-07-31"}
          contracts:where{id = k.id}:update{amount = worth, due_on = due}
          if delivered then contracts:where{id = k.id}:update{delivered_on = delivered} end
        end
        standing(money"66500", date"2026-06-20")
        standing(wan(10), date"2026-06-20", date"2026-06-25")
        standing(wan(10), date"2026-07-31")
        """)
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "scripts/contract_watch.lua")
    let outcome = try world.host.run(
      String(contentsOf: file, encoding: .utf8), name: "@contract_watch.lua", mode: .apply,
      kind: .script)
    #expect(outcome.run == nil)
    let text = world.output.text
    for line in [
      // Signed on 06-28: order entered by 06-29; production is planned by 07-01.
      "late steps: 3\nseller\n  HT-00000001  order entered · 订单录入, due 2026-06-29, days late: 1\n",
      "HT-00000001  due 2026-06-20, days late: 10, penalty 665.00\n",
      "running penalties: 1, together 665.00",
    ] { #expect(text.contains(line), "\(line)\n\(text)") }
  }
}
