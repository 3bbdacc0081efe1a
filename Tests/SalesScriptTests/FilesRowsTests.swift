// Reading rows: what is kept, what is refused and why, and that every row is one of the two.
import Foundation
import Testing

@Suite struct FilesRowsTests {
  /// Names, sizes and lines of the kept rows, then the account.
  private let walk = """
    local out = {}
    local reader = csv.rows(dir .. "/a.csv")
    for row in reader do
      out[#out + 1] = row:line() .. ":" .. tostring(row.name) .. "=" .. tostring(row.size)
    end
    local report = reader:report()
    local first = report.first[1] or {}
    return table.concat(out, ";"), report.read, report.stored, report.rejected, first.line, first.code
    """

  @Test func rowsHaveFieldsByName() throws {
    let cases: [(bytes: [UInt8], gives: String)] = [
      (Array("name,size\nM8,8\nM10,\n".utf8), "\"2:M8=8;3:M10=nil\"  2  2  0  nil  nil"),
      ([0xEF, 0xBB, 0xBF] + Array("name,size\r\nM8,8\r\n".utf8), "\"2:M8=8\"  1  1  0  nil  nil"),
      (Array(" name ,\tsize\nM8,8".utf8), "\"2:M8=8\"  1  1  0  nil  nil"),
      (
        Array("name,size\n\"M,\n8\",\"a \"\"b\"\"\"\nM9,9\n".utf8),
        "\"2:M,\\n8=a \\\"b\\\";4:M9=9\"  2  2  0  nil  nil"
      ),
      (Array("name,size\n".utf8), "\"\"  0  0  0  nil  nil"),
      (Array("name,size".utf8), "\"\"  0  0  0  nil  nil"),
      (
        Array("name,size\nM8,".utf8) + [0xFF] + Array("\nM9,9\n".utf8),
        "\"3:M9=9\"  2  1  1  2  \"csv.utf8\""
      ),
      (Array("name,size\nM8\nM9,9\n".utf8), "\"3:M9=9\"  2  1  1  2  \"csv.columns\""),
      (Array("name,size\nM8,8,8\n".utf8), "\"\"  1  0  1  2  \"csv.columns\""),
      (Array("name,size\nM\"8,8\nM9,9\n".utf8), "\"3:M9=9\"  2  1  1  2  \"csv.quote\""),
      (Array("name,size\nM9,9\n\"M8,8\n".utf8), "\"2:M9=9\"  2  1  1  3  \"csv.quote\""),
    ]
    let world = try FilesWorld()
    defer { world.remove() }
    for (bytes, gives) in cases {
      try world.file("a.csv", bytes)
      #expect(try world.eval(walk) == gives, "\(String(decoding: bytes, as: UTF8.self))")
    }
  }

  @Test func brokenFilesHaveTheirCodes() throws {
    let world = try FilesWorld()
    defer { world.remove() }
    let cases: [(bytes: [UInt8], code: String)] = [
      ([], "csv.empty"), ([0xEF, 0xBB, 0xBF], "csv.empty"), (Array("\n\n".utf8), "csv.empty"),
      ([0xFF, 0xFE, 0x61, 0], "csv.encoding"), (Array("na".utf8) + [0xC3, 0x28], "csv.utf8"),
      (Array("a,a\n1,2\n".utf8), "csv.header"), (Array("a, a\n1,2\n".utf8), "csv.header"),
      (Array("a,\"b\n".utf8), "csv.quote"),
    ]
    for (bytes, code) in cases {
      try world.file("a.csv", bytes)
      #expect(world.code("csv.rows(dir .. \"/a.csv\")") == code, "\(bytes)")
    }
    #expect(world.code("csv.rows(dir .. \"/a.csv\", \"colon\")") == "script.argument")
    #expect(world.code("csv.rows()") == "script.argument")
    #expect(world.code("csv.rows({})") == "script.argument")
  }

  @Test func unknownColumnsAreNamedWithTheNearest() throws {
    let world = try FilesWorld()
    defer { world.remove() }
    let result = try world.eval(
      """
      for row in csv.parse("account,stage\\nA,Won\\n") do
        local ok, problem = pcall(function() return row.acount end)
        return problem.code, problem.remedy
      end
      """)
    #expect(result == "\"csv.unknown_column\"  \"did you mean \\\"account\\\"?\"")
    #expect(
      world.code("for row in csv.parse(\"a\\n1\\n\") do return row[1] end") == "script.argument")
    #expect(world.code("for row in csv.parse(\"a\\n1\\n\") do row.a = 1 end") == "script.read_only")
  }

  @Test func rejectsGoToTheirFile() throws {
    let world = try FilesWorld()
    defer { world.remove() }
    try world.file("a.csv", "name,size\nM8,8\n\"x,\n\"\"y\",9\nM9\nM10,ten\n")
    let result = try world.eval(
      """
      local reader = csv.rows(dir .. "/a.csv")
      reader:rejects(dir .. "/a.rejects.csv")
      for row in reader do
        if row.name:find("y") then row:reject("two lines", "row.lines") row:reject("again") end
        local ok, problem = pcall(csv.number, row.size)
        if not ok then row:reject(problem) end
      end
      local report = reader:report()
      return report.read, report.stored, report.rejected, report.codes["row.lines"],
        report.rejects == dir .. "/a.rejects.csv"
      """)
    #expect(result.hasPrefix("4  1  3  1"))
    let lines = [
      "name,size,reject_line,reject_code,reject_reason", "\"x,", "\"\"y\",9,3,row.lines,two lines",
      "M9,,5,csv.columns,1 fields where the first row has 2",
      "M10,ten,6,csv.number,\"\"\"ten\"\" is not a number\"",
    ]
    #expect(try world.text("a.rejects.csv") == lines.map { $0 + "\n" }.joined())
    #expect(!world.exists("a.rejects.csv.part"))
  }

  @Test func withoutRejectsThereIsNoFile() throws {
    let world = try FilesWorld()
    defer { world.remove() }
    let walk = """
      local reader = csv.parse("a\\n1\\n"):rejects(dir .. "/r.csv")
      for row in reader do end
      return reader:report().rejects
      """
    try world.file(
      "r.csv", "a,reject_line,reject_code,reject_reason\n7,2,csv.utf8,of an earlier reading\n")
    #expect(try world.eval(walk) == "nil")
    #expect(!world.exists("r.csv") && !world.exists("r.csv.part"))
    try world.file("r.csv", "a\nof something else\n")
    #expect(try world.eval(walk) == "nil")
    #expect(try world.text("r.csv") == "a\nof something else\n")
  }

  @Test func theFileBeingReadIsNotItsOwnRejects() throws {
    let world = try FilesWorld()
    defer { world.remove() }
    try world.file("r.csv", "code,name\nR1,A\n")
    let same = "dir .. \"/../inside/r.csv\""
    #expect(world.code("csv.rows(dir .. \"/r.csv\"):rejects(\(same))") == "csv.rejects_input")
    #expect(
      world.code("csv.import{to = reps, from = dir .. \"/r.csv\", rejects = \(same)}")
        == "csv.rejects_input")
    #expect(try world.text("r.csv") == "code,name\nR1,A\n")
  }

  @Test func aRunThatFailsLeavesNoFileOfRejects() throws {
    let world = try FilesWorld()
    defer { world.remove() }
    #expect(
      world.code(
        """
        local reader = csv.parse("a\\n1\\n2\\n"):rejects(dir .. "/r.csv")
        for row in reader do
          row:reject("bad")
          if row:line() == 3 then error("enough") end
        end
        """) == "script.error")
    #expect(!world.exists("r.csv") && !world.exists("r.csv.part"))
    #expect(
      world.code("csv.parse(\"a\\n1\\n\"):rejects(dir .. \"/none/r.csv\")") == "csv.unwritable")
  }

  @Test func onlyTheRowBeingReadCanBeRejected() throws {
    let world = try FilesWorld()
    defer { world.remove() }
    let past = """
      local kept
      for row in csv.parse("a\\n1\\n2\\n") do
        if kept then kept:reject("late") end
        kept = row
      end
      """
    #expect(world.code(past) == "csv.row_past")
    #expect(
      world.code(
        """
        local kept
        for row in csv.parse("a\\n1\\n") do kept = row end
        kept:reject("late")
        """) == "csv.row_past")
    #expect(
      world.code(
        """
        local reader = csv.parse("a\\n1\\n")
        for row in reader do reader:rejects(dir .. "/r.csv") end
        """) == "csv.rejects_late")
    #expect(
      world.code("for row in csv.parse(\"a\\n1\\n\") do row:reject() end") == "script.argument")
    #expect(
      world.code("for row in csv.parse(\"a\\n1\\n\") do row.reject(1, \"x\") end")
        == "script.argument")
  }

  /// Random bytes as a file: every row is kept or rejected, and the file of rejects has as many.
  @Test func everyRowIsKeptOrRejected() throws {
    let world = try FilesWorld()
    defer { world.remove() }
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SplitMix(state: seed)
    let alphabet = Array("ab,\"\n\r;é".utf8) + [0xFF, 0]
    for _ in 0..<150 {
      let count = Int(random.next() % 80)
      let bytes = (0..<count).map { _ in alphabet[Int(random.next() % UInt64(alphabet.count))] }
      try world.file("f.csv", Array("p,q\n".utf8) + bytes)
      let result = try world.eval(
        """
        local reader, kept = csv.rows(dir .. "/f.csv"), 0
        reader:rejects(dir .. "/f.rejects.csv")
        for row in reader do
          if row.p == "a" then row:reject("an a") else kept = kept + 1 end
        end
        local report, again = reader:report(), 0
        if report.rejects then for _ in csv.rows(report.rejects) do again = again + 1 end end
        return report.read == kept + report.rejected, report.stored == kept, again == report.rejected
        """)
      #expect(result == "true  true  true", "seed \(seed), bytes \(bytes)")
    }
  }
}

/// A small generator with a seed that can be printed.
private struct SplitMix {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
