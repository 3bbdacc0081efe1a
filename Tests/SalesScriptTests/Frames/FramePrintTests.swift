// What frames, their groups and key figures look like in print.
import Testing

@testable import SalesScript

@Suite struct FramePrintTests {
  @Test func rowsGroupsAndFiguresPrint() throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    try world.run(
      """
      for i, region in ipairs{"east", "west", "west"} do customers:create{name = "n" .. i, region = region, headcount = i * 10} end
      """)
    try world.run(
      """
      local f = customers:frame{"headcount", "region"}
      print(f) print(f:group_by{"region"}) print(kpi.get("cycle"))
      """, mode: .read)
    let lines = world.output.text.split(separator: "\n").map(String.init)
    #expect(Array(lines[0...3]) == ["headcount\tregion", "10\teast", "20\twest", "30\twest"])
    #expect(Array(lines[4...6]) == ["region\tcount", "east\t1", "west\t2"])
    #expect(
      lines[7] == "name: cycle" && lines.contains("unit: days") && lines.contains("better: lower"))
  }
}
