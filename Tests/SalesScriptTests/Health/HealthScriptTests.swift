// scripts/health_sweep.lua on the book whose health is counted by hand.
import Foundation
import SalesScript
import Testing

@Suite struct HealthScriptTests {
  private static func script() throws -> String {
    var root = URL(filePath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    return try String(contentsOf: root.appending(path: "scripts/health_sweep.lua"), encoding: .utf8)
  }

  private func run(_ world: World, _ arguments: [String]) throws -> String {
    let output = CapturedOutput()
    let host = try World.host(world.store, output, arguments)
    _ = try host.run(try Self.script(), name: "@health_sweep.lua", mode: .apply, kind: .script)
    return output.text
  }

  /// In April 1 had 49.1, 2 had 20 as now, 3 had 49.4: the alerts of 2 and 1 are from then.
  @Test func theRunIsAsCountedByHand() throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    try world.run(HealthBook.source)
    _ = try run(world, ["health_signals", "2026-04-30"])
    #expect(
      try run(world, ["health_signals"]) == """
        4 customers looked at, 3 scored by health_signals as of 2026-06-30
        customers by level and band
        level\thealthy\twatch\tat_risk\tunscored\tmean
        A\t0\t1\t0\t1\t72.0
        B\t0\t0\t1\t0\t20.0
        C\t0\t1\t0\t0\t68.5
        0 alerts raised, 2 known, 0 settled, 0 beyond the limit
          乙: health 20 by health_signals on 2026-06-30: at risk · 有风险; most is lost by use, growth
          甲: health 72 by health_signals on 2026-06-30: to watch · 需关注, +22.9; most is lost by service, use
        0 recovery tasks opened, 6 due within a week
          2026-05-02  owner 1  乙: ask what is wrong · 了解原因
          2026-05-02  owner 2  甲: ask what is wrong · 了解原因
          2026-05-07  owner 1  乙: write the recovery plan · 制定挽回方案
          2026-05-07  owner 2  甲: write the recovery plan · 制定挽回方案
          2026-05-30  owner 1  乙: see whether it helped · 复盘挽回效果
          2026-05-30  owner 2  甲: see whether it helped · 复盘挽回效果

        """)
    #expect(
      try world.eval("return health_scores:count(), customers:get(4).health_on")
        == "6  date\"2026-06-30\"")
  }
}
