// csv.import and csv.export: what scripts say and get; the reading itself is tested with the store.
import Foundation
import Testing

@Suite struct FilesTransferTests {
  @Test func importStoresGoodRowsAndReportsTheOthers() throws {
    let world = try FilesWorld()
    defer { world.remove() }
    try world.file(
      "reps.csv",
      "code,name,joined_on,note\nR1,张三,2020-01-02,x\nR2,,2020-01-02,y\nR3,李四,2020-02-30,z\n")
    let result = try world.eval(
      """
      local r = csv.import{
        to = reps, from = dir .. "/reps.csv", map = {note = false}, rejects = dir .. "/bad.csv",
      }
      return r.read, r.stored, r.created, r.updated, r.rejected,
        r.first[1].line, r.first[1].column, r.first[1].code,
        r.first[2].line, r.first[2].column, reps:first().name
      """)
    #expect(result == "3  1  1  0  2  3  \"name\"  \"field.required\"  4  \"joined_on\"  \"张三\"")
    #expect(try world.text("bad.csv").split(separator: "\n").count == 3)
    #expect(
      try world.text("bad.csv").hasPrefix(
        "code,name,joined_on,note,reject_line,reject_code,reject_reason\nR2,,2020-01-02,y,3,"))
  }

  @Test func importTwiceUpdates() throws {
    let world = try FilesWorld()
    defer { world.remove() }
    let body =
      """
      local r = csv.import{to = reps, from = dir .. "/r.csv"}
      return r.created, r.updated, reps:count()
      """
    try world.file("r.csv", "code,name\nR1,A\nR2,B\n")
    #expect(try world.eval(body) == "2  0  2")
    try world.file("r.csv", "code,name\nR1,A\nR2,C\nR3,D\n")
    #expect(try world.eval(body) == "1  2  3")
    #expect(try world.eval("return reps:where{code = \"R2\"}:first().name") == "\"C\"")
    #expect(!world.exists("r.rejects.csv"))
  }

  @Test func exportAndImportGiveTheSameRecords() throws {
    let world = try FilesWorld()
    defer { world.remove() }
    try world.eval(
      """
      for i = 1, 5 do
        customers:create{
          code = "C" .. i, name = "a \\"quoted\\",\\nname " .. i, revenue = yuan(i),
          created_on = date"2026-01-31",
        }
      end
      """)
    #expect(try world.eval("return csv.export{of = customers, to = dir .. \"/c.csv\"}") == "5")
    let other = try FilesWorld(read: [world.inside.path])
    defer { other.remove() }
    #expect(
      try other.eval(
        "return csv.import{to = customers, from = \"\(world.inside.path)/c.csv\"}.created") == "5")
    #expect(try other.eval("return csv.export{of = customers, to = dir .. \"/c.csv\"}") == "5")
    #expect(try other.text("c.csv") == world.text("c.csv"))
  }

  @Test func exportWritesWhatTheQueryShows() throws {
    let world = try FilesWorld()
    defer { world.remove() }
    try world.eval("for i = 1, 4 do reps:create{code = \"R\" .. i, name = \"N\" .. i} end")
    try world.eval(
      """
      local query = reps:where("code > 'R1'"):select("name"):order_by("-code"):limit(2)
      csv.export{of = query, to = dir .. "/a.csv"}
      """
    )
    #expect(try world.text("a.csv") == "id,name\n4,N4\n3,N3\n")
    try world.eval(
      """
      csv.export{
        of = reps:limit(1), to = dir .. "/b.csv", fields = {"code", "name"},
        delimiter = "semicolon", bom = true,
      }
      """
    )
    #expect(try world.text("b.csv") == "\u{FEFF}id;code;name\n1;R1;N1\n")
    try world.eval(
      "csv.export{of = reps:where{code = \"none\"}, to = dir .. \"/c.csv\", fields = {\"code\"}}")
    #expect(try world.text("c.csv") == "id,code\n")
  }

  @Test func badCallsHaveTheirCodesAndWriteNothing() throws {
    let world = try FilesWorld()
    defer { world.remove() }
    try world.file("r.csv", "code,nmae\nR1,A\n")
    try world.file("ok.csv", "code,name\nR1,A\n")
    try world.file("empty.csv", "")
    let cases = [
      ("csv.import{to = reps, from = dir .. \"/r.csv\"}", "import.column"),
      ("csv.import{to = reps, from = dir .. \"/ok.csv\", key = \"name\"}", "import.key"),
      ("csv.import{to = reps, from = dir .. \"/empty.csv\"}", "csv.empty"),
      ("csv.import{to = reps, from = dir .. \"/none.csv\"}", "csv.missing"),
      (
        "csv.import{to = reps, from = dir .. \"/ok.csv\", rejects = \"/tmp/x.csv\"}", "sandbox.file"
      ),
      ("csv.import{to = reps:limit(1), from = dir .. \"/ok.csv\"}", "script.argument"),
      ("csv.import{to = reps}", "script.argument"), ("csv.import{}", "script.argument"),
      ("csv.import(reps)", "script.argument"), ("csv.import{into = reps}", "script.argument"),
      ("csv.import{to = reps, from = dir .. \"/ok.csv\", map = {\"code\"}}", "script.argument"),
      ("csv.import{to = reps, from = dir .. \"/ok.csv\", map = {code = true}}", "script.argument"),
      ("csv.export{of = reps, to = dir .. \"/e.csv\", fields = {\"nmae\"}}", "entity.field"),
      ("csv.export{of = reps, to = dir .. \"/e.csv\", fields = \"name\"}", "script.argument"),
      ("csv.export{of = 1, to = dir .. \"/e.csv\"}", "script.argument"),
      ("csv.export{of = reps}", "script.argument"),
      ("csv.import{to = reps, from = dir .. \"/ok.csv\"} error(\"later\")", "script.error"),
    ]
    for (call, code) in cases { #expect(world.code(call) == code, "\(call)") }
    #expect(try world.eval("return reps:count()") == "0")
    #expect(!world.exists("e.csv") && !world.exists("e.csv.part"))
  }

  @Test func aPlanStoresNothing() throws {
    let world = try FilesWorld()
    defer { world.remove() }
    try world.file("r.csv", "code,name\nR1,A\n")
    #expect(
      try world.eval("return csv.import{to = reps, from = dir .. \"/r.csv\"}.created", mode: .plan)
        == "1")
    #expect(try world.eval("return reps:count()") == "0")
  }
}
