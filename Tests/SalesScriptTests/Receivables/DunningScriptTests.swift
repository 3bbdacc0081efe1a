// scripts/dunning.lua on a book whose numbers are counted by hand.
import Foundation
import Lua
import SalesScript
import Testing

@Suite struct DunningScriptTests {
  /// As of 2026-06-30, with dues so many days before: 甲 owes 100 for 95 days and 50 for 1 day, 20 of the
  /// 100 paid; 乙 40 for 31 days; 丙 30 for 30 days; 丁 70 due that very day; 戊 60 for 10 days, with 60 on
  /// account; 己 was written to six days ago, 庚 seven days ago, each 10 for 2 days.
  private static let book = """
    local ann = reps:create{name = "Ann"}
    reps:create{name = "Max", role = "sales_manager"}
    reps:create{name = "Fin", role = "finance"}
    local ids = {}
    for _, name in ipairs{"甲", "乙", "丙", "丁", "戊", "己", "庚"} do
      ids[name] = customers:create{name = name, owner = ann.id}.id
    end
    local function bill(name, amount, late)
      return receivables.invoice{customer = ids[name], amount = yuan(amount), on = date"2026-01-01",
        due_on = date"2026-06-30" - days(late)}
    end
    local first = bill("甲", 100, 95) bill("甲", 50, 1)
    bill("乙", 40, 31) bill("丙", 30, 30) bill("丁", 70, 0) bill("己", 10, 2) bill("庚", 10, 2)
    receivables.receive{customer = ids["甲"], amount = yuan(20), invoices = {first}}
    receivables.receive{customer = ids["戊"], amount = yuan(60), on = date"2025-12-31"}
    bill("戊", 60, 10)
    activities:create{customer = ids["己"], kind = "dunning", at = instant"2026-06-24T09:00:00"}
    activities:create{customer = ids["庚"], kind = "dunning", at = instant"2026-06-23T09:00:00"}
    """

  private static func script() throws -> String {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return try String(contentsOf: root.appending(path: "scripts/dunning.lua"), encoding: .utf8)
  }

  @discardableResult
  private func run(_ world: FilesWorld) throws -> ChunkOutcome {
    try world.host.run(try Self.script(), name: "@dunning.lua", mode: .apply, kind: .script)
  }

  @Test func theListIsAsCountedByHand() throws {
    let world = try FilesWorld()
    defer { world.remove() }
    try world.eval(Self.book)
    #expect(try run(world).run != nil)
    #expect(
      world.output.text == """
        customer\tname\tlevel\ttone\trole\twriter\tinvoices\tdays\tamount\tcredit
        1\t甲\t3\tfinal\tfinance\tFin\t2\t95\t130.00\t0.00
        2\t乙\t2\tfirm\tsales_manager\tMax\t1\t31\t40.00\t0.00
        3\t丙\t1\treminder\trep\tAnn\t1\t30\t30.00\t0.00
        7\t庚\t1\treminder\trep\tAnn\t1\t2\t10.00\t0.00
        4 customers to write to, 210.00 overdue; 2 not now

        """)
    #expect(
      try world.text("dunning.csv") == """
        customer,name,level,tone,role,writer,invoices,days,amount,credit
        1,甲,3,final,finance,Fin,2,95,130.00,0.00
        2,乙,2,firm,sales_manager,Max,1,31,40.00,0.00
        3,丙,1,reminder,rep,Ann,1,30,30.00,0.00
        7,庚,1,reminder,rep,Ann,1,2,10.00,0.00

        """)
    #expect(
      try world.eval(
        """
        local a = activities:where{customer = 1}:first()
        return activities:count(), a.kind, a.summary, a:follow("rep").name, a.at
        """)
        == "6  \"dunning\"  \"level 3 (final): 130.00 overdue, 95 days\"  \"Fin\"  "
        + "instant\"2026-06-30T09:00:00+08:00\"")
  }

  @Test func nobodyIsWrittenToTwiceWithinTheInterval() throws {
    let world = try FilesWorld()
    defer { world.remove() }
    try world.eval(Self.book)
    try run(world)
    #expect(try run(world).run == nil, "a second run changes nothing")
    #expect(world.output.text.hasSuffix("0 customers to write to, 0.00 overdue; 6 not now\n"))
  }

  @Test func aTableOfResultsIsWritten() throws {
    let world = try FilesWorld()
    defer { world.remove() }
    try world.eval(Self.book)
    let count = try world.eval(
      "return csv.write{rows = receivables.overdue{customer = 2}, columns = {\"code\", \"open\"}, "
        + "to = dir .. \"/o.csv\", delimiter = \"semicolon\"}")
    #expect(count == "1")
    #expect(try world.text("o.csv") == "code;open\nINV-00000003;40.00\n")
  }

  @Test(arguments: [
    ("csv.write{rows = {{a = 1}}, columns = {\"a\"}, to = \"/nowhere/a.csv\"}", "sandbox.file"),
    ("csv.write{rows = {{a = 1}}, to = dir .. \"/a.csv\"}", "script.argument"),
    ("csv.write{rows = {1}, columns = {\"a\"}, to = dir .. \"/a.csv\"}", "script.argument"),
    ("csv.write{rows = customers, columns = {\"a\"}, to = dir .. \"/a.csv\"}", "script.argument"),
    ("csv.write{rows = {}, columns = {}, to = dir .. \"/a.csv\"}", "script.argument"),
    ("csv.write{rows = {}, columns = {\"a\"}}", "script.argument"),
    (
      "csv.write{rows = receivables.open{}, columns = {\"opn\"}, to = dir .. \"/a.csv\"}",
      "csv.unknown_column"
    ),
  ])
  func refusals(_ call: String, _ code: String) throws {
    let world = try FilesWorld()
    defer { world.remove() }
    #expect(world.code(call) == code)
    #expect(!world.exists("a.csv"))
  }
}
