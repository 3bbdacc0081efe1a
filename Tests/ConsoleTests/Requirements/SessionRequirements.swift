/// Requirements of the console on sessions: 4, 5, 6, 7, 22, 23, 24, 25, 29.
import Foundation
import SalesTesting
import Testing

@Suite("Requirements: sessions")
struct SessionRequirements {
  @Test("4: an error takes its chunk back, whole; begin and commit make one run of several chunks")
  func atomic() throws {
    let fixture = try ConsoleFixture()
    let result = try fixture.pipe(
      """
      customers:limit(1):update{credit = 1} error("late")
      runs(1)[1].kind
      begin()
      customers:limit(1):update{credit = 2}
      customers:limit(1):update{credit = 3}
      changes():count()
      commit()
      runs(1)[1].script
      begin()
      customers:limit(1):update{credit = 4}
      rollback()
      customers:first().credit
      """, ["-k"])
    #expect(result.status == 1)
    let lines = result.output.split(separator: "\n")
    #expect(lines.contains("\"sample\"") && lines.contains("\"console:3-7\""))
    #expect(lines.last == "3")
    #expect(result.errors.contains("rolled back: nothing was changed"))
  }

  @Test("4: after a chunk that failed, commit asks for anyway")
  func failedChunk() throws {
    let fixture = try ConsoleFixture()
    let result = try fixture.pipe(
      """
      begin()
      customers:limit(1):update{credit = 2}
      error("x")
      commit()
      commit{anyway = true}
      customers:first().credit
      """, ["-k"])
    #expect(result.errors.contains("run.failed: chunk 3 of this run failed"))
    #expect(result.output.hasSuffix("2\n"))
  }

  @Test("5: undo and redo go back and forth over chunks, to the same rows; a new change ends redo")
  func undoRedo() throws {
    let fixture = try ConsoleFixture()
    let result = try fixture.pipe(
      """
      local function credits()
        local t = {}
        for c in customers:limit(3):each() do t[#t + 1] = tostring(c.credit) end
        return table.concat(t, " ")
      end
      local first = credits()
      customers:limit(3):update{credit = 11}
      customers:limit(3):update{credit = 12}
      undo()
      credits()
      undo()
      credits() == first
      redo()
      credits()
      redo()
      credits()
      undo()
      customers:limit(1):update{credit = 50}
      pcall(redo)
      """, ["-k"])
    let lines = result.output.split(separator: "\n").map(String.init)
    #expect(
      lines.contains("11 11 11") || lines.contains("\"11 11 11\""),
      "\(result.output)\(result.errors)")
    #expect(lines.contains("true"), "\(result.output)\(result.errors)")
    #expect(lines.contains("\"12 12 12\""), "\(result.output)")
    #expect(lines.contains("false"))
  }

  @Test("5: changes() shows what stood before and what stands now, before it is kept")
  func changes() throws {
    let result = try ConsoleFixture().pipe(
      "begin()\ncustomers:limit(2):update{credit = 77}\nchanges()\nrollback()\n")
    #expect(result.output.contains("customers.credit"))
    #expect(result.output.contains("│ 77    │"), "\(result.output)")
  }

  @Test(
    "6: a top-level local lives on, and functions see the same variable; who() lists the session's names"
  )
  func locals() throws {
    let result = try ConsoleFixture().pipe(
      """
      local n, unset <const>, m = 0, 1, 2
      local function add() n = n + 1 return n end
      add() + add()
      n
      do local inner = 5 end
      pcall(function() return inner end)
      for _, row in ipairs{who()[1].name, who()[2].name, who()[3].name, who()[4].name} do print(row) end
      wan = 5
      wan = nil
      wan(1) == yuan(10000)
      """)
    #expect(result.status == 0, "\(result.errors)")
    #expect(
      result.output.split(separator: "\n").filter {
        !$0.hasPrefix("false") && !$0.hasPrefix("{code")
      }
        == ["3", "2", "add", "m", "n", "unset", "true"])
  }

  @Test("7: values print, a semicolon silences, _ __ and _n hold them, errors leave them")
  func values() throws {
    let result = try ConsoleFixture().pipe(
      "1 + 1\n_ * 10\n__ + _\n5;\n_\nerror('x')\n_\n_2\nmoney\"1\"\n\"a\\nb\"\n{1, x = {2}}\n",
      ["-k"])
    #expect(
      result.output
        == "2\n20\n22\n5\n5\n20\nmoney\"1.00\"\n\"a\\nb\"\n{1, x = {2}}\n", "\(result.errors)")
  }

  @Test("7: a list of records is a table, one record a card")
  func records() throws {
    let result = try ConsoleFixture().pipe(
      "{customers:get(1), customers:get(2)}\ncustomers:get(1)\n")
    #expect(result.output.contains("│  2 │ C0000002 │"))
    #expect(result.output.contains("code") && result.output.contains("C0000001"))
  }

  @Test(
    "22: history is kept by project, readable by its owner only; secrets stay out; history{} gives data"
  )
  func history() throws {
    #if os(Linux)
      let fixture = try ConsoleFixture()
      try FileManager.default.createDirectory(
        at: fixture.folder.appending(path: ".tenon"), withIntermediateDirectories: true)
      let terminal = try fixture.terminal()
      terminal.type("x = 1\rtoken = \"abc\"\r#history{grep = \"x =\"} + 40\r")
      try terminal.expect("42\r\n")
      try terminal.expect("tenon> ")
      terminal.type("\u{4}")
      _ = try terminal.ending()
      let text = try fixture.read(".tenon/history")
      #expect(text.contains("x = 1\n") && !text.contains("abc"))
      let path = fixture.folder.appending(path: ".tenon/history").path
      let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
      #expect((mode as? NSNumber)?.intValue == 0o600)
    #endif
  }

  @Test("23: a saved session runs as a script, and replayed on a copy gives the same records")
  func replay() throws {
    let (first, second, third) = (try ConsoleFixture(), try ConsoleFixture(), try ConsoleFixture())
    let chunks = """
      local n = customers:count()
      n + 1
      customers:limit(5):update{credit = 41}
      begin()
      customers:limit(2):update{credit = 42}
      commit()
      begin()
      customers:limit(2):update{credit = 43}
      rollback()
      .save session.lua

      """
    #expect(try first.pipe(chunks).status == 0)
    let script = try first.read("session.lua")
    #expect(script.contains("--> 201"))
    try second.write(script, to: "session.lua")
    let run = try second.run(["run", "session.lua", "--as-of", "2026-06-30"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(try records(first) == records(second))
    let piped = try third.pipe(script)
    #expect(piped.status == 0, "\(piped.errors)")
    #expect(try records(first) == records(third))
  }

  /// All rows but the runs.
  private func records(_ fixture: ConsoleFixture) throws -> String {
    try fixture.run(["export", "customers", "--format", "csv"]).output
  }

  @Test("23: --log keeps chunks, output and errors as it goes")
  func log() throws {
    let fixture = try ConsoleFixture()
    _ = try fixture.pipe("1 + 1\nerror('x')\n", ["-k", "--log", "log.lua"])
    #expect(
      try fixture.read("log.lua")
        == """
        _ = 1 + 1
        print(_)
        --> 2
        -- error('x')
        --! console:2:1: script.error: x
        --! > 1 │ error('x')

        """)
  }

  @Test(
    "24: run and require take files beside the caller, reload keeps the table, -e -i - and a name run"
  )
  func loading() throws {
    let fixture = try ConsoleFixture()
    try fixture.write("return ...", to: "sub/inner.lua")
    try fixture.write("return run(\"inner.lua\", 7)", to: "sub/outer.lua")
    try fixture.write("return {v = 1}", to: "mod.lua")
    try fixture.write("#!/usr/bin/env tenon\nprint(arg[1], #arg)\nshared = 1", to: "hello.lua")
    try fixture.write("print(\"from \" .. arg[1])", to: "hi.lua")
    let result = try fixture.pipe(
      """
      run "sub/outer.lua"
      m = require "mod"
      m.v
      csv.write{rows = {{a = "x"}}, columns = {"a"}, to = "x.csv"}
      reload("mod") == m
      require "mod" == m
      pcall(require, "../etc")
      """)
    #expect(
      result.output.split(separator: "\n").prefix(5).map(String.init) == [
        "7", "1", "1", "true", "true",
      ],
      "\(result.output)\(result.errors)")
    #expect(try fixture.run(["-e", "6 * 7"]).output == "42\n")
    #expect(try fixture.run(["hi.lua", "me"]).output == "from me\n")
    #expect(
      try fixture.run(["-", "you"], input: "print(\"from \" .. arg[1])").output == "from you\n")
    let interactive = try CommandProcess(program: fixture.program, folder: fixture.folder)
      .run(["-i", "hello.lua", "a"], input: "shared + 1\n")
    #expect(interactive.output == "a\t1\n2\n", "\(interactive.errors)")
  }

  @Test(
    "25: init.lua of the user, then of the project; its error names file and line, and the session starts"
  )
  func startup() throws {
    let fixture = try ConsoleFixture()
    try fixture.write(
      "who_am_i = \"user\" both = 1 return {format = \"json\"}", to: ".config/tenon/init.lua")
    try fixture.write("both = 2 print(\"hidden\") return {format = \"csv\"}", to: ".tenon/init.lua")
    let result = try fixture.pipe("who_am_i\nboth\ncustomers:limit(1):select(\"code\")\n")
    #expect(
      result.output == "\"user\"\n2\nid,code\n1,C0000001\n", "\(result.output)\(result.errors)")
    let flagged = try fixture.pipe("customers:limit(1):select(\"code\")\n", ["--format", "jsonl"])
    #expect(flagged.output == "{\"id\": 1, \"code\": \"C0000001\"}\n")
    #expect(
      try fixture.pipe("pcall(function() return both end)\n", ["--no-rc"]).output.hasPrefix("false")
    )
    try fixture.write("\nerror(\"mine\")", to: ".tenon/init.lua")
    let broken = try fixture.pipe("1 + 1\n")
    #expect(broken.output == "2\n" && broken.status == 0)
    #expect(broken.errors.contains(".tenon/init.lua:2: script.error: mine"))
    let script = try fixture.run(["eval", "1"])
    #expect(script.status == 1, "a script does not run without its settings")
    try fixture.write("customers:limit(1):update{credit = 1}", to: ".tenon/init.lua")
    #expect(try fixture.pipe("1\n").errors.contains("startup.writes"))
  }

  @Test("29: a wide change is refused off a terminal without --yes, and a narrow one is not")
  func wide() throws {
    let fixture = try ConsoleFixture()
    let before = try fixture.digest()
    let refused = try fixture.run(["eval", "customers:limit(101):update{credit = 1}"])
    #expect(refused.status == 3)
    #expect(
      refused.errors.contains("run.wide: this would change 101 records, more than 100 at once"))
    #expect(try fixture.digest() == before)
    #expect(try fixture.run(["eval", "customers:limit(100):update{credit = 2}"]).status == 0)
    #expect(
      try fixture.run(["eval", "customers:limit(101):update{credit = 3}", "--yes"]).status == 0)
    #expect(try fixture.run(["undo", "--last"]).errors.contains("run.wide"))
    #expect(try fixture.run(["undo", "--last", "--yes"]).status == 0)
  }

  #if os(Linux)
    @Test("29: on a terminal it shows what would change and asks; no takes it back, yes keeps it")
    func asks() throws {
      let terminal = try ConsoleFixture().terminal()
      terminal.type("customers:update{credit = 5}\r")
      try terminal.expect("Change 200 records? [y/N] ")
      terminal.type("n\r")
      try terminal.expect("not confirmed: nothing was changed")
      try terminal.expect("tenon> ")
      terminal.type("customers:update{credit = 5}\r")
      try terminal.expect("[y/N] ")
      terminal.type("y\r")
      try terminal.expect("run 2: 200 changes")
      try terminal.expect("tenon> ")
      terminal.type("begin()\r")
      try terminal.expect("tenon*> ")
      terminal.type("customers:limit(3):update{credit = 6}\r")
      try terminal.expect("tenon*3> ")
      terminal.type("error(1)\r")
      try terminal.expect("tenon!3> ")
      terminal.type("rollback()\r")
      try terminal.expect("rolled back")
    }
  #endif

  @Test("29: --safe takes files and commands away for the whole session")
  func safe() throws {
    let fixture = try ConsoleFixture()
    let result = try fixture.pipe(
      ".once x.csv\n.save x.lua\nsave(1, \"x.json\")\nrun \"x.lua\"\ncsv.rows(\"x.csv\")\n",
      ["-k", "--safe"])
    #expect(result.errors.components(separatedBy: "sandbox.").count > 4, "\(result.errors)")
    #expect(!FileManager.default.fileExists(atPath: fixture.folder.appending(path: "x.lua").path))
  }
}
