// Assessments of agents and scripts/agent_review.lua, on the book of ChannelWorld.
import Foundation
import SalesScript
import SalesStore
import Testing
import Values

@Suite struct AgentReviewTests {
  /// In 2026-Q1: West sold 30万 (its rank wants 25万), Others 5万 of 12.5万 with one sale in West's area. In 2025:
  /// West 90万, Others nothing.
  private static let sales = """
    orders:create{customer = 5, amount = wan(90), ordered_on = date"2025-12-31"}
    orders:create{customer = 5, amount = wan(30), ordered_on = date"2026-03-31"}
    orders:create{customer = 3, agent = 2, amount = wan(5), ordered_on = date"2026-01-01"}
    resales:create{agent = 2, customer = 1, amount = yuan(100), sold_on = date"2026-02-01"}

    """

  private func eval(_ source: String) throws -> String {
    let world = try World(customers: nil)
    defer { world.remove() }
    return try world.eval(ChannelWorld.book + Self.sales + source)
  }

  @Test("a quarter: volume, goal, score, outcome; the same again writes nothing")
  func quarter() throws {
    #expect(
      try eval(
        """
        local t = channels.review{period = "2026-Q1"}
        local out = {}
        for _, r in ipairs(t) do
          out[#out + 1] = ("%s %s %s %s %g %d %s"):format(r.name, tostring(r.volume), tostring(r.goal), tostring(r.yearly),
            r.score, r.breaches, r.outcome)
        end
        local again = channels.review{period = "2026-Q1"}
        return table.concat(out, "; "), again[1].review, agent_reviews:count(),
          agents:where{code = "AG2"}:first().rank, #inbox.open{kind = "agent_review"}
        """)
        // West: 60 + 30 + 10 (trained on 2026-03-01). Others: 60 × 0.4 = 24, 30 × 0.5 = 15, never trained: 39, below 40.
        == "\"West 300000.00 250000.00 1200000.00 100 0 passed; Others 50000.00 125000.00 50000.00 39 1 improve\"  nil  2  "
        + "\"silver\"  1")
  }

  @Test("a year sets the rank by its sales: 90万 is silver, nothing is no rank")
  func year() throws {
    #expect(
      try eval(
        """
        local t = channels.review{period = "2025"}
        local again = channels.review{period = "2025"}
        local a, b = agents:where{code = "AG1"}:first(), agents:where{code = "AG2"}:first()
        return t[1].rank_before, a.rank, t[2].rank_before, b.rank, agent_reviews:first().rank
        """)
        == "\"gold\"  \"silver\"  \"silver\"  nil  \"silver\"")
  }

  @Test("three conflicts suspend, and undo takes the review back whole")
  func suspended() throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    try world.run(
      ChannelWorld.book + Self.sales
        + "for n = 1, 2 do resales:create{agent = 2, customer = 1, amount = yuan(1), sold_on = date\"2026-03-01\"} end"
    )
    let before = try StoreDump.of(world.store)
    let run = try #require(try world.run("channels.review{period = \"2026-Q1\"}").run)
    #expect(
      try world.eval(
        "local a = agents:where{code = \"AG2\"}:first() return a.state, agent_reviews:where{agent = 2}:first().outcome"
      ) == "\"suspended\"  \"suspended\"")
    try world.run("undo(\(run))")
    #expect(try StoreDump.of(world.store) == before)
  }

  @Test("the script prints the reviews, the conflicts and what agents are owed, and writes it once")
  func script() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let script = try String(
      contentsOf: root.appending(path: "scripts/agent_review.lua"), encoding: .utf8)
    let world = try World(customers: nil)
    defer { world.remove() }
    try world.run(ChannelWorld.book + Self.sales)
    let output = CapturedOutput()
    let host = try ScriptHost(
      store: world.store,
      options: .init(
        clock: try Instant(parsing: "2026-04-01T09:00:00"), seed: 7, actor: "tester",
        arguments: ["2026-Q1"]),
      output: output)
    _ = try host.run(script, name: "@agent_review.lua", mode: .apply, kind: .script)
    let text = output.text
    #expect(text.contains("2026-Q1: 2 agents, 1 passed"))
    #expect(text.contains("Others: improve, score 39"))
    #expect(text.contains("agent 1 has west alone"))
    // West's purchases of 2026: 30万, silver's 2 % is the band from 50万, so bronze: 1 % of 300,000.
    #expect(text.contains("300000.00\t3000.00"))
    #expect(try world.eval("return agent_reviews:count(), rebate_entries:count()") == "2  1")
  }
}
