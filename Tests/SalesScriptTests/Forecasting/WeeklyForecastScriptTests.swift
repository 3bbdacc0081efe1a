// scripts/weekly_forecast.lua on the export of examples/b2b-pipeline. Expected figures were computed outside
// Tenon, in Python from the CSV files: monthly sums, each method from each origin (its weight by scipy), list prices ×
// probabilities.
import Foundation
import Lua
import SalesScript
import SalesStore
import Testing
import Values

@Suite struct WeeklyForecastScriptTests {
  private static let repository = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  private static let export = repository.appending(path: "examples/b2b-pipeline").path

  private static func script(_ name: String) throws -> String {
    try String(contentsOf: repository.appending(path: "scripts/\(name).lua"), encoding: .utf8)
  }

  /// Runs the script on a day in a host of its own.
  private func run(
    _ world: FilesWorld, on day: String, _ arguments: [String] = []
  ) throws -> (text: String, outcome: ChunkOutcome, host: ScriptHost) {
    let output = CapturedOutput()
    let host = try ScriptHost(
      store: world.store,
      options: .init(
        clock: try Instant(parsing: "\(day)T18:00:00"), seed: 7, actor: "tester",
        arguments: arguments),
      output: output)
    let outcome = try host.run(
      try Self.script("weekly_forecast"), name: "@weekly_forecast.lua", mode: .apply, kind: .script)
    return (output.text, outcome, host)
  }

  @Test func theExportIsForecastAndHeldAgainstWhatHappened() throws {
    let world = try FilesWorld(arguments: [Self.export], read: [Self.export])
    defer { world.remove() }
    try world.host.run(
      try Self.script("import_b2b_pipeline"), name: "@import.lua", mode: .apply, kind: .script)

    let autumn = try run(world, on: "2017-09-30")
    for line in [
      "orders.amount by month: 7 periods up to 2017-09", "ses, 80 % interval", "1115976.97",
      "kept as FC-00000001",
      "open deals: 2409, weighted value 3630998.70 of 5763490.00, 0 left out",
      "no earlier forecast is over yet",
      // Friday 29 September is past; the quarter ends on the 30th.
      "forecasts due this month: 1 new tasks, 0 known",
    ] { #expect(autumn.text.contains(line), "\(line) in\n\(autumn.text)") }

    let winter = try run(world, on: "2017-12-31")
    for line in [
      "orders.amount by month: 10 periods up to 2017-12", "moving_average, 80 % interval",
      "934165.33", "kept as FC-00000002",
      "open deals: 2089, weighted value 2795779.79 of 4966215.00, 0 left out",
      "simulated 10000 times: mean ", "forecasts due this month: 1 new tasks, 0 known",
    ] { #expect(winter.text.contains(line), "\(line) in\n\(winter.text)") }
    #expect(!winter.text.contains("no earlier forecast"))

    // Σ|e| = 383,997.8 + 177,034.8 + 15,595.2 of 2,802,496; naive: 503,284 + 296,321 + 103,691.
    let figures = try winter.host.run(
      """
      local a = forecast.accuracy{}
      local s = forecast.simulate{amount = function(o) return products:get(o.product).unit_price end}
      local off = (s.mean - money"2795779.79") / yuan(1)
      return ("%d %.4f %.4f"):format(a.n, a.wape, a.value_added), math.abs(off) < 4000,
        math.abs(s.deviation - 82507.6) < 2500, tasks:count()
      """, name: "@test.lua", mode: .plan, kind: .script
    ).values.map { try winter.host.literal(of: $0) }
    #expect(figures == ["\"3 0.2058 0.1166\"", "true", "true", "2"])

    let again = try run(world, on: "2017-12-31")
    #expect(again.outcome.run == nil, "a second run on the day changes nothing")
    #expect(again.text.contains("0 new tasks, 1 known"))
  }

  @Test func aYoungBookSaysSo() throws {
    let world = try FilesWorld()
    defer { world.remove() }
    try world.eval(
      """
      local c = customers:create{name = "c"}
      orders:create{customer = c.id, ordered_on = date"2026-05-02", amount = yuan(100), status = "open"}
      """)
    let made = try run(world, on: "2026-06-30", ["month", "2"])
    for line in [
      "orders.amount by month: 2 periods up to 2026-06", "too short for a tournament",
      "naive, 80 % interval", "1 month without records count as 0", "open deals: 0",
    ] { #expect(made.text.contains(line), "\(line) in\n\(made.text)") }
  }
}
