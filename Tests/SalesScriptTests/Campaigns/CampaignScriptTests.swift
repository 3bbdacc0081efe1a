// scripts/campaign_q2_push.lua: launched on the first of a quarter, reported, and the packs that it launches.
import Foundation
import SalesScript
import SalesStore
import Testing
import Values

@Suite struct CampaignScriptTests {
  private static func script(_ name: String) throws -> String {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return try String(contentsOf: root.appending(path: "scripts/\(name).lua"), encoding: .utf8)
  }

  private func run(_ world: World, _ arguments: [String], on clock: String) throws -> String {
    let output = CapturedOutput()
    let host = try ScriptHost(
      store: world.store,
      options: .init(
        clock: try Instant(parsing: "\(clock)T09:00:00"), seed: 7, actor: "tester",
        arguments: arguments),
      output: output)
    _ = try host.run(
      try Self.script("campaign_q2_push"), name: "@campaign_q2_push.lua", mode: .apply,
      kind: .script)
    return output.text
  }

  @Test("the push of a quarter: launched, measured, ended when the quarter is over")
  func push() throws {
    let world = try World()
    defer { world.remove() }
    // By SQL's words: ordered, and not within 90 days before 2026-07-01, that is before 2026-04-02.
    let expected = try world.eval(
      """
      local n = 0
      for c in customers:each() do if c.last_order and c.last_order < date"2026-04-02" then n = n + 1 end end
      return n
      """)
    let launched = try run(world, ["launch", "2026-Q3"], on: "2026-07-01")
    #expect(
      launched.contains("PUSH-2026-Q3 from 2026-07-01 to 2026-09-30: \(expected) customers"))
    #expect(try world.eval("return campaign_members:count()") == expected)
    try world.run(
      """
      for m in campaign_members:where{arm = "offer"}:each() do
        orders:create{customer = m.customer, amount = yuan(500), ordered_on = date"2026-07-20"}
      end
      """)
    let offered = try world.eval("return campaign_members:where{arm = \"offer\"}:count()")
    let report = try run(world, ["report", "2026-Q3"], on: "2026-08-01")
    #expect(report.contains("state: running"))
    #expect(
      try world.eval(
        "return campaign_members:where(\"responded_on == date'2026-07-20'\"):count()") == offered)
    let ended = try run(world, ["report", "2026-Q3"], on: "2026-10-01")
    #expect(ended.contains("PUSH-2026-Q3 is ended now"))
    #expect(try world.eval("return tasks:where{kind = \"campaign\"}:count()") == "0")
  }

  @Test("talk tracks: both arms get tasks with their text, those held out none")
  func talk() throws {
    let world = try World()
    defer { world.remove() }
    let text = try run(world, ["talk", "2026-Q3"], on: "2026-07-01")
    #expect(text.contains("talk_a") && text.contains("talk_b"))
    #expect(
      try world.eval(
        """
        local treated = campaign_members:where{is_held_out = false}:count()
        local a, b = 0, 0
        for t in tasks:where{kind = "campaign"}:each() do
          if t.note:find("话术") then error("the title") end
          if t.note:find("先讲质量", 1, true) then a = a + 1 end
          if t.note:find("先讲交期", 1, true) then b = b + 1 end
        end
        return a == campaign_members:where{arm = "talk_a"}:count(), b == campaign_members:where{arm = "talk_b"}:count(),
          a + b == treated, treated > 0
        """) == "true  true  true  true")
  }

  @Test("a quarter that is none is refused")
  func badQuarter() throws {
    let world = try World()
    defer { world.remove() }
    #expect(throws: (any Error).self) {
      try run(world, ["launch", "2026-06"], on: "2026-07-01")
    }
  }
}
