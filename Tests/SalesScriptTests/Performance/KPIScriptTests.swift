// scripts/kpi_region_month.lua on the book whose figures are counted by hand.
import Foundation
import SalesScript
import Testing

@Suite struct KPIScriptTests {
  static func script() throws -> String {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    return try String(
      contentsOf: root.appending(path: "scripts/kpi_region_month.lua"), encoding: .utf8)
  }

  @Test func tellsFiguresByRegionAndMonth() throws {
    let world = try KPITests.world()
    defer { world.remove() }
    let output = CapturedOutput()
    let host = try World.host(world.store, output, ["2026-Q2", "snapshot"])
    _ = try host.run(
      try Self.script(), name: "@kpi_region_month.lua", mode: .apply, kind: .script)
    let lines = output.text.split(separator: "\n").map(String.init)
    #expect(lines.contains { $0.hasPrefix("revenue\t750.00\tyuan") })
    #expect(lines.contains { $0.hasPrefix("revenue\teast\t300.00\tyuan") })
    #expect(lines.contains("east\t2026-05\t200.00"))
    #expect(lines.contains("west\t2026-05\t300.00"))
    #expect(lines.contains { $0.hasPrefix("gross_margin\tno data\tshare") })
    // revenue, ticket and the share of large orders of nothing, east and west; margins of no group at all.
    #expect(lines.last == "9 figures kept, 0 known")
    #expect(try world.eval("return kpi_values:count()") == "9")
  }
}
