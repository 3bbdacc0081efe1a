// A script's own pages and charts: order kept, charts drawn, bad parts named.
import Foundation
import Lua
import Testing

@testable import SalesScript

@Suite struct ComposedReportTests {
  @Test func partsPrintInTheirOrder() throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    try world.run(
      """
      print(report{title = "Today", {"sales", wan(1)}, {"share", nil}, {"by region",
        chart.bars{title = "regions", rows = {{r = "east", n = 2}, {r = "west", n = 4}}, label = "r", value = "n"}}})
      """, mode: .read)
    let lines = world.output.text.split(separator: "\n").map(String.init)
    #expect(lines[0] == "sales: 10000.00")
    #expect(lines[1] == "share: no data")
    #expect(lines[2] == "by region:")
    #expect(lines[3] == "regions")
    #expect(lines[4].hasPrefix("east  ██") && lines[5].hasPrefix("west  ████"))
    // The bar of 4 is twice the bar of 2.
    let lengths = lines[4...5].map { $0.filter { $0 == "█" }.count }
    #expect(lengths[1] == 2 * lengths[0])
  }

  @Test func aPageHoldsTheDrawingsOfItsParts() throws {
    let world = try FilesWorld()
    defer { world.remove() }
    let path = world.inside.appending(path: "page.html").path
    _ = try world.host.run(
      """
      local rows = {{month = "2026-05", sales = wan(3)}, {month = "2026-06"}, {month = "2026-07", sales = wan(5)}}
      local page = report{title = "Cockpit <1>", {"n", 3},
        {"curve", chart.curves{title = "sales", rows = rows, step = "month", values = {"sales"}, unit = "yuan"}},
        {"bars", chart.bars{rows = rows, label = "month", value = "sales"}}}
      page:save(arg[#arg] .. "/page.html")
      """, name: "@t.lua", mode: .read, kind: .script)
    let html = try String(contentsOfFile: path, encoding: .utf8)
    #expect(html.contains("<h1>Cockpit &lt;1&gt;</h1>"))
    #expect(html.components(separatedBy: "<svg").count == 3)
    #expect(
      html.range(of: "<h2>curve</h2>")!.lowerBound < html.range(of: "<h2>bars</h2>")!.lowerBound)
    #expect(!html.contains("http-equiv") && !html.contains("src="))
  }

  @Test(arguments: [
    ("report(1)", "report.part", "expected a table"),
    ("report{sales = 1}", "report.part", "no place in the order"),
    ("report{{1, 2}}", "report.part", "part #1"),
    ("report{{'a', 1}, {'a', 2}}", "report.part", "two parts"),
    ("report{title = 3}", "script.argument", "title"),
    ("report{{'a', 1}}:picture()", "picture.empty", "nothing to draw"),
    ("chart.bars{rows = 5, label = 'a', value = 'b'}", "chart.value", "expected rows"),
    ("chart.bars{rows = {1}, label = 'a', value = 'b'}", "chart.value", "row 1 is a number"),
    ("chart.bars{rows = {{name = 1, b = -2}}, label = 'name', value = 'b'}", "chart.value", "-2"),
    (
      "chart.bars{rows = {{name = 1, b = 'x'}}, label = 'name', value = 'b'}", "chart.value",
      "no number"
    ),
    ("chart.bars{rows = {{name = 1, b = 2}}, label = 'nam', value = 'b'}", "entity.field", "name"),
    ("chart.bars{rows = {}, value = 'b'}", "script.argument", "label is missing"),
    ("chart.curves{rows = {}, step = 'b', values = {}}", "script.argument", "give values"),
    ("chart.curves{rows = {}, step = 'b', values = {'b'}, unt = ''}", "script.argument", "unit"),
  ])
  func badInput(_ source: String, _ code: String, _ text: String) throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    #expect(try world.failure(source) == Failure(code, text))
  }

  @Test func nothingToDrawIsDrawnAsNothing() throws {
    let world = try World(customers: nil)
    defer { world.remove() }
    let text = try world.eval(
      "return tostring(chart.bars{title = 't', rows = customers:group_by('level'):count(), label = 'level', value = 'count'})"
    )
    #expect(text == "\"t\"")
  }
}
