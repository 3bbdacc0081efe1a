// scripts/import_b2b_pipeline.lua on the export that ships, and on damaged copies of it. Expected
// numbers were counted outside Tenon, from the files.
import Foundation
import Lua
import SalesScript
import Testing

@Suite struct ImportPipelineTests {
  private static let repository = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  private static let export = repository.appending(path: "examples/b2b-pipeline").path
  private static let names = ["accounts", "products", "sales_teams", "sales_pipeline"]

  private static func script() throws -> String {
    try String(
      contentsOf: repository.appending(path: "scripts/import_b2b_pipeline.lua"), encoding: .utf8)
  }

  @discardableResult
  private func run(_ world: FilesWorld) throws -> ChunkOutcome {
    try world.host.run(
      try Self.script(), name: "@import_b2b_pipeline.lua", mode: .apply, kind: .script)
  }

  @Test func theExportIsImportedWholeAndOnce() throws {
    let world = try FilesWorld(arguments: [Self.export], read: [Self.export])
    defer { world.remove() }
    #expect(try run(world).run != nil)
    let text = world.output.text
    for line in [
      "accounts.csv             85 rows in =     85 stored +      0 rejected",
      "sales_teams.csv          35 rows in =     35 stored +      0 rejected",
      "products.csv              7 rows in =      7 stored +      0 rejected",
      "sales_pipeline.csv     8800 rows in =   8800 stored +      0 rejected",
      "together               8927 rows in =   8927 stored +      0 rejected",
      "opportunities prospecting    500", "opportunities engaging      1589",
      "opportunities won           4238", "opportunities lost          2473",
      "corrected: GTXPro, 1480 rows", "corrected: technolgy, 12 rows",
      "corrected: Philipines, 1 rows",
      "the parent firm of 15 accounts",
    ] { #expect(text.contains(line), "\(line)") }
    try checkRecords(world)
    for name in Self.names { #expect(!world.exists("\(name).rejects.csv")) }
    try ImportedDeals(Self.export).check(world)
    try checkReview(world)
    let again = try run(world)
    #expect(again.run == nil, "a second run changes nothing")
    #expect(
      try world.eval(
        "return customers:count(), orders:count(), opportunities:count(), stage_moves:count()")
        == "85  4238  8800  23811")
  }

  /// funnel_review.lua over the imported deals, by what the files say.
  private func checkReview(_ world: FilesWorld) throws {
    let script = try String(
      contentsOf: Self.repository.appending(path: "scripts/funnel_review.lua"), encoding: .utf8)
    let before = world.output.text.count
    _ = try world.host.run(
      "local arg = {}\n" + script, name: "@funnel_review.lua", mode: .plan, kind: .script)
    let text = String(world.output.text.dropFirst(before))
    for line in try ImportedDeals(Self.export).review() {
      #expect(text.contains(line), "\(line.replacing("\t", with: " | "))")
    }
  }

  private func checkRecords(_ world: FilesWorld) throws {
    let cases = [
      ("customers:count(), reps:count(), products:count(), orders:count()", "85  35  7  4238"),
      ("orders:sum(\"amount\")", "money\"10005534.00\""),
      ("customers:sum(\"annual_purchase\")", "money\"10005534.00\""),
      (
        "orders:min(\"ordered_on\"), orders:max(\"ordered_on\")",
        "date\"2017-03-01\"  date\"2017-12-31\""
      ),
      (
        "customers:where{kind = \"technology\"}:count(), customers:where{kind = \"technolgy\"}:count()",
        "12  0"
      ),
      ("order_lines:where{product = products:where{code = \"GTX Pro\"}:first().id}:count()", "729"),
      ("order_lines:count(), order_lines:sum(\"amount\")", "4238  money\"10005534.00\""),
      (
        "orders:where{rep = reps:where{code = \"Darcel Schlecht\"}:first().id}:sum(\"amount\")",
        "money\"1153214.00\""
      ),
      ("customers:where{code = \"Kan-code\"}:first().annual_purchase", "money\"341455.00\""),
      ("customers:where{code = \"Kan-code\"}:first().revenue", "money\"11698030000.00\""),
      ("customers:where{code = \"Golddex\"}:first().annual_purchase", "money\"51632.00\""),
      ("customers:where{code = \"Cancity\"}:first().headcount", "2448"),
      (
        """
        customers:where{level = "A"}:count(), customers:where{level = "B"}:count(),
          customers:where{level = "C"}:count()
        """,
        "39  32  14"
      ),
      ("plan(function() tiering.apply{policy = \"fastener\"} end):count() > 0", "true"),
    ]
    for (query, gives) in cases { #expect(try world.eval("return \(query)") == gives, "\(query)") }
    #expect(world.output.text.contains("B\t51\nC\t34\n"), "by the pack fastener")
  }

  /// A copy of the export in the world's directory, with more lines in one file.
  private func damaged(_ file: String, adding lines: String) throws -> FilesWorld {
    let world = try FilesWorld()
    for name in Self.names {
      var data = try Data(contentsOf: URL(filePath: "\(Self.export)/\(name).csv"))
      if name == "sales_pipeline" {
        data = Data(
          data.split(separator: UInt8(ascii: "\n")).prefix(3).joined(separator: [UInt8(ascii: "\n")]
          ))
        data.append(UInt8(ascii: "\n"))
      }
      if name == file { data.append(contentsOf: lines.utf8) }
      try world.file("\(name).csv", data)
    }
    return world
  }

  private func runDamaged(_ world: FilesWorld) throws -> ChunkOutcome {
    try world.host.run(
      "arg[2] = arg[1]\n" + Self.script(), name: "@import_b2b_pipeline.lua", mode: .apply,
      kind: .script)
  }

  @Test func badRowsAreRejectedAlone() throws {
    let world = try damaged(
      "sales_pipeline",
      adding: """
        A1,Moses Frase,GTX Pro,Cancity,Won,10/20/2016,2/30/2017,10
        A2,Moses Frase,GTX Pro,Cancity,Won,10/20/2016,30.1.2017,10
        A3,Moses Frase,GTX Pro,Cancity,Won,10/20/2016,3/1/2017,ten
        A4,Moses Frase,GTX Max,Cancity,Won,10/20/2016,3/1/2017,10
        A5,Nobody,GTX Pro,Cancity,Won,10/20/2016,3/1/2017,10
        A6,Moses Frase,GTX Pro,Nowhere,Won,10/20/2016,3/1/2017,10
        A7,Moses Frase,GTX Pro,Cancity,Won,10/20/2016,,10
        A8,Moses Frase,GTX Pro,Cancity,Won,10/20/2016,3/1/2017,
        1C1I7A6R,Moses Frase,GTX Pro,Cancity,Won,10/20/2016,3/1/2017,10
        ,Moses Frase,GTX Pro,Cancity,Won,10/20/2016,3/1/2017,10
        B1,Moses Frase,GTX Pro,Cancity,Won,3/2/2017,3/1/2017,10
        B2,Moses Frase,GTX Pro,Cancity,Lost,10/20/2016,,0
        B3,Moses Frase,GTX Pro,Cancity,Engaging,,,
        B4,Moses Frase,GTX Pro,Cancity,Wonn,10/20/2016,3/1/2017,10
        B5,Moses Frase,GTX Pro,,Won,10/20/2016,3/1/2017,10
        A9,Moses Frase

        """)
    defer { world.remove() }
    _ = try runDamaged(world)
    #expect(
      world.output.text.contains(
        "sales_pipeline.csv       18 rows in =      2 stored +     16 rejected"))
    let codes = try world.text("sales_pipeline.rejects.csv").split(separator: "\n").dropFirst()
      .map {
        $0.split(separator: ",", omittingEmptySubsequences: false)[8...9].joined(separator: " ")
      }
    #expect(
      codes == [
        "4 day.range", "5 csv.date", "6 csv.money", "7 row.unknown_product",
        "8 row.unknown_sales_agent",
        "9 row.unknown_account", "10 field.required", "11 field.required", "12 row.duplicate",
        "13 row.no_key", "14 row.closed_before_engaged", "15 field.required",
        "16 field.required", "17 row.unknown_deal_stage", "18 field.required",
        "19 csv.columns",
      ])
    #expect(try world.eval("return opportunities:count(), stage_moves:count()") == "2  6")
    #expect(
      try world.eval("return orders:count(), orders:where{code = \"1C1I7A6R\"}:first().amount")
        == "2  money\"1054.00\"")
  }

  @Test func aChangedRowUpdatesItsRecord() throws {
    let world = try damaged("accounts", adding: "")
    defer { world.remove() }
    _ = try runDamaged(world)
    let text = try world.text("accounts.csv")
    try world.file(
      "accounts.csv", text.replacingOccurrences(of: "718.62,2448", with: "718.62,2449"))
    let second = try runDamaged(world)
    #expect(second.changes?.count == 1)
    #expect(
      try world.eval(
        "return customers:count(), customers:where{code = \"Cancity\"}:first().headcount")
        == "85  2449")
  }

  /// A deal that was prospecting and is lost in a later export: its history goes on, its opening stays.
  @Test func aLaterExportAddsTheMovesThatHaveCome() throws {
    let world = try damaged(
      "sales_pipeline", adding: "Z1,Moses Frase,GTX Pro,,Prospecting,,,\n")
    defer { world.remove() }
    _ = try runDamaged(world)
    let text = try world.text("sales_pipeline.csv")
    try world.file(
      "sales_pipeline.csv",
      text.replacingOccurrences(
        of: "Z1,Moses Frase,GTX Pro,,Prospecting,,,",
        with: "Z1,Moses Frase,GTX Pro,,Lost,1/5/2018,2/1/2018,0"))
    _ = try runDamaged(world)
    #expect(
      try world.eval(
        """
        local o, t = opportunities:where{code = "Z1"}:first(), {}
        for m in o:stage_moves():each() do
          t[#t + 1] = (m.from_stage or "") .. ">" .. m.stage .. " " .. tostring(m.moved_at):sub(1, 10)
        end
        return o.status, o.opened_on, o.closed_on, o.amount, table.concat(t, ", ")
        """)
        == "\"lost\"  date\"2017-12-31\"  date\"2018-02-01\"  nil  "
        + "\">prospecting 2017-12-31, prospecting>engaging 2018-01-05, engaging>lost 2018-02-01\"")
  }

  @Test func aMissingFileOrColumnLeavesTheStoreAsItWas() throws {
    let world = try damaged("accounts", adding: "")
    defer { world.remove() }
    let teams = try world.text("sales_teams.csv")
    for (content, code) in [
      (teams.replacingOccurrences(of: "manager", with: "boss"), "csv.unknown_column"),
      ("", "csv.empty"),
    ] {
      try world.file("sales_teams.csv", content)
      do {
        _ = try runDamaged(world)
        Issue.record("no error for \(code)")
      } catch let error as LuaError { #expect(error.code == code) }
      #expect(try world.eval("return customers:count(), reps:count()") == "0  0")
    }
    try FileManager.default.removeItem(at: world.inside.appending(path: "sales_teams.csv"))
    do {
      _ = try runDamaged(world)
      Issue.record("no error for a missing file")
    } catch let error as LuaError { #expect(error.code == "csv.missing") }
    #expect(try world.eval("return customers:count()") == "0")
  }
}
