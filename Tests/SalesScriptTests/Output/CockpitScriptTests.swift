// The cockpit and the daily, weekly and monthly reports, on a book small enough to reckon by hand; and the made-up
// organisation of the sample company.
import Foundation
import Lua
import SalesKernel
import SalesScript
import SalesStore
import Testing
import Values

@Suite struct CockpitScriptTests {
  private func script(_ name: String) throws -> String {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    return try String(contentsOf: root.appending(path: "scripts/\(name)"), encoding: .utf8)
  }

  @discardableResult
  private func run(
    _ world: FilesWorld, _ name: String, _ arguments: [String] = [], mode: RunMode = .apply
  ) throws -> String {
    let output = CapturedOutput()
    let inside = world.inside.path
    let host = try ScriptHost(
      store: world.store,
      options: .init(
        clock: try Instant(parsing: "2026-06-30T09:00:00"), seed: 7, actor: "tester",
        arguments: arguments, grants: .init(read: [inside], write: [inside])),
      output: output)
    _ = try host.run(try script(name), name: "@\(name)", mode: mode, kind: .script)
    return output.text
  }

  /// Two reps, two customers; June 3万 east and 2万 west, May 1万 east; 9万 cancelled.
  private func book() throws -> FilesWorld {
    let world = try FilesWorld()
    _ = try world.host.run(
      """
      for i, region in ipairs{"east", "west"} do
        reps:create{code = "R" .. i, name = "rep " .. i, region = region, joined_on = date"2020-01-01"}
        customers:create{code = "C" .. i, name = "firm " .. i, region = region, owner = i}
      end
      local function sold(c, amount, day, status)
        orders:create{customer = c, rep = c, amount = amount, ordered_on = date(day), status = status or "delivered"}
      end
      sold(1, wan(3), "2026-06-02") sold(2, wan(2), "2026-06-30") sold(1, wan(1), "2026-05-20")
      sold(2, wan(9), "2026-06-03", "cancelled")
      """, name: "@book.lua", mode: .apply, kind: .script)
    return world
  }

  private func row(_ text: String, _ start: String) -> [String] {
    let line = text.split(separator: "\n").first { $0.hasPrefix(start + "\t") }
    return line.map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
      ?? []
  }

  @Test func theCockpitByHand() throws {
    let world = try book()
    defer { world.remove() }
    let page = world.inside.appending(path: "cockpit.html").path
    let text = try run(world, "cockpit.lua", ["2026-06", page], mode: .read)
    // 3万 and 2万; the cancelled order does not count. Two reps: 25,000 a head and month, times 12 months a year
    // by days: 365 / 30.
    #expect(row(text, "revenue").dropFirst().first == "50000.00")
    #expect(row(text, "buying_customers").dropFirst().first == "2")
    #expect(row(text, "purchase_per_customer").dropFirst().first == "25000.00")
    #expect(row(text, "dso").dropFirst().first == "no data")
    #expect(text.contains("NPS: no data"))
    #expect(text.contains("east  ") && text.contains("page: \(page)"))
    let html = try String(contentsOfFile: page, encoding: .utf8)
    #expect(html.components(separatedBy: "<svg").count == 3)
    #expect(html.contains("50,000.00") && html.contains("no data"))
    // Drawings refer to their own shapes, never to another place.
    #expect(!html.contains("src=") && !html.contains("href=\"http") && !html.contains("href='http"))
  }

  @Test func theDailyReportFilesAndLists() throws {
    let world = try book()
    defer { world.remove() }
    #expect(try run(world, "daily_report.lua").contains("2 did not report"))
    // Rep 2 sold to firm 2 today.
    let filed = try run(
      world, "daily_report.lua", ["R2", "two visits", "no samples", "", "bring the gauge · 带量规"])
    #expect(filed.contains("two visits") && filed.contains("no samples"))
    let listed = try run(world, "daily_report.lua", ["2026-06-30"])
    #expect(listed.contains("1 did not report") && listed.contains("two visits"))
    let found = try world.host.run(
      "return knowledge.search('量规')[1].title", name: "@t.lua", mode: .read, kind: .script)
    #expect(found.values.map(\.plain) == ["bring the gauge · 带量规"])
    #expect(throws: (any Error).self) { try run(world, "daily_report.lua", ["R9", "x"]) }
  }

  @Test func theWeeklyWarningsTellEachOnce() throws {
    let world = try book()
    defer { world.remove() }
    _ = try world.host.run(
      """
      reps:update{team = "one"}
      for n = 1, 4 do activities:create{customer = 1, rep = 1, kind = "visit", at = instant"2026-06-18T10:00:00"} end
      activities:create{customer = 1, rep = 1, kind = "visit", at = instant"2026-06-25T10:00:00"}
      """, name: "@fall.lua", mode: .apply, kind: .script)
    // Four visits of two people the week before, one in this: down by 75 %.
    let text = try run(world, "weekly_warnings.lua")
    #expect(row(text, "one")[1...4].joined(separator: " ") == "0.5 2.0 -0.75 true")
    #expect(row(text, "team_efficiency") == ["team_efficiency", "medium", "1"])
    let again = try run(world, "weekly_warnings.lua")
    #expect(row(again, "team_efficiency") == ["team_efficiency", "medium", "1"])
  }

  @Test func theMonthlyBenchmarksAreKept() throws {
    let world = try book()
    defer { world.remove() }
    let text = try run(world, "monthly_benchmarks.lua", ["2026-06"])
    let revenue = row(text, "revenue")
    // June 50,000 after 10,000 in May: + 400 %.
    #expect(revenue[1] == "50000.00" && revenue.contains("10000.00") && revenue.contains("4.0"))
    #expect(text.contains("12 figures kept, 0 known"))
    #expect(
      try run(world, "monthly_benchmarks.lua", ["2026-06"]).contains("0 figures kept, 12 known"))
    #expect(throws: (any Error).self) { try run(world, "monthly_benchmarks.lua", ["2026-13"]) }
  }

  @Test func theOrganisationOfTheSample() throws {
    let world = try World(customers: 200)
    defer { world.remove() }
    let host = try World.host(world.store, world.output)
    let outcome = try host.run(
      try script("sample_performance.lua"), name: "@s.lua", mode: .apply, kind: .script)
    #expect(world.output.text.contains("11 reps"))
    let check = try world.run(
      """
      local without = reps:where("role == nil"):count()
      local sums = true
      for o in orders:where("amount >= wan(20)"):each() do
        local all = 0
        for s in credit_splits:where{order = o.id}:each() do all = all + s.share end
        if all ~= 0 and math.abs(all - 1) > 1e-9 then sums = false end
      end
      return without, sums, agents:count()
      """, mode: .read)
    #expect(check.values.map(\.plain) == ["0", "true", "3"])
    let run = try #require(outcome.run)
    try world.run("undo(\(run))")
    #expect(
      try world.eval("return agents:count(), reps:where('role == nil'):count() > 0") == "0  true")
  }
}
