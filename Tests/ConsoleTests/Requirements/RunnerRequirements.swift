/// Requirements of the console on scripts, pipes, time and help: 12 to 15, 18, 19, 26, 27, 30.
import Foundation
import SalesTesting
import Testing

@Suite("Requirements: runner and help")
struct RunnerRequirements {
  @Test(
    "12: ?name, name? and help(x) explain a name with an example; ?word searches; ? alone is a tour"
  )
  func help() throws {
    let result = try ConsoleFixture().pipe("?wan\nwan?\nhelp(customers)\n?undo\n?\n")
    #expect(result.output.components(separatedBy: "wan(n)").count > 2)
    #expect(result.output.contains("undo([run])") && result.output.contains("see also:"))
    let tour = try ConsoleFixture().pipe("?\n").output
    #expect(tour.split(separator: "\n").count <= 40)
    #expect(tour.contains("Collections: ") && tour.contains("pricing (") && tour.contains("undo()"))
    let search = try ConsoleFixture().pipe("?promotion\n?wann\n")
    #expect(
      search.output.contains("no help for 'promotion'") && search.output.contains("campaign."))
    #expect(search.output.contains("did you mean 'wan'?"))
  }

  @Test("13: examples of what works at the console only are run here, each in a session of its own")
  func consoleExamples() throws {
    let fixture = try ConsoleFixture()
    let examples: [(chunk: String, output: String)] = [
      ("begin()", ""), ("begin() commit()", ""), ("begin() rollback()", ""),
      ("credit_limit = wan(5) return who()[1].name", "\"credit_limit\"\n"),
      ("return #history{grep = \"no such text\", n = 1}", "0\n"), ("return tb()", "nil\n"),
      ("return time(function() return 1 + 1 end)", "2\n"),
      ("return bench(function() return 1 + 1 end).calls > 0", "true\n"),
    ]
    for (chunk, output) in examples {
      let result = try fixture.pipe(chunk + "\n")
      #expect(
        result.status == 0 && result.output == output, "\(chunk): \(result.output)\(result.errors)")
    }
  }

  @Test("14: a wrong field, method, option or word names the nearest, also inside nested tables")
  func suggestions() throws {
    let result = try ConsoleFixture().pipe(
      """
      customers:first().credti
      customers:first():order()
      pricing.price{prodct = 1}
      customers:where{levl = "A"}
      customers:where{annual_purchase = {form = 3}}
      customers:first().zzzzzzzz
      """, ["-k"])
    for word in ["'credit'?", "'orders'?", "'product'?", "\"level\"?", "from"] {
      #expect(
        result.errors.contains(word) || result.errors.contains(word.replacing("\"", with: "'")),
        "\(word): \(result.errors)")
    }
    #expect(result.errors.contains("no field 'zzzzzzzz'"))
  }

  @Test(
    "15: an error has file and line, code, excerpt, remedy and user frames; tb() shows all; last_error holds it"
  )
  func errors() throws {
    let fixture = try ConsoleFixture()
    try fixture.write(
      "local function inner()\n  return customers:first().credti\nend\n\nlocal function outer() inner() end\nouter()\n",
      to: "bad.lua")
    let result = try fixture.run(["run", "bad.lua"])
    #expect(result.status == 1)
    #expect(
      result.errors.hasPrefix("bad.lua:2: entity.field: no field 'credti'")
        || result.errors.contains("bad.lua:2"), "\(result.errors)")
    #expect(result.errors.contains("> 2 │   return customers:first().credti"))
    #expect(result.errors.contains("help: did you mean 'credit'?"))
    #expect(result.errors.contains("at bad.lua:6"))
    let session = try fixture.pipe(
      "run \"bad.lua\"\nlast_error.code\nlast_error.line\ntb()\n", ["-k"])
    #expect(session.output.hasPrefix("\"entity.field\"\n2\n"))
    #expect(session.output.contains("[C]"), "\(session.output)")
  }

  @Test(
    "18: exit codes",
    arguments: [
      ("return 1", 0), ("error('x')", 1), ("customers:create{name = 5}", 3),
      ("while true do end", 5),
    ])
  func codes(_ script: String, _ status: Int32) throws {
    let fixture = try ConsoleFixture()
    try fixture.write(script, to: "s.lua")
    let result = try fixture.run(["run", "s.lua", "--timeout", "0.5"])
    #expect(result.status == status, "\(result.errors)")
  }

  @Test(
    "18: 2 for usage, 4 for a store that is not there, 130 for an interrupt; -k goes on and ends with 1"
  )
  func moreCodes() throws {
    let fixture = try ConsoleFixture()
    #expect(try fixture.run(["run"]).status == 2)
    #expect(try fixture.run(["bogus"]).status == 2)
    let bare = CommandProcess(program: fixture.program, folder: fixture.folder)
    #expect(try bare.run(["runs", "--store", "none.db"]).status == 4)
    try fixture.write("while true do end", to: "loop.lua")
    let running = try bare.start(["run", "loop.lua", "--store", "s.db"])
    usleep(800_000)
    running.send(signal: SIGINT)
    #expect(try running.finish().status == 130)
    let kept = try fixture.pipe("error('a')\n5\n", ["-k"])
    #expect(kept.status == 1 && kept.output == "5\n")
    let stopped = try fixture.pipe("error('a')\n5\n")
    #expect(stopped.status == 1 && stopped.output.isEmpty)
  }

  @Test("19: data on standard output, the rest on standard error; --json gives one object")
  func envelope() throws {
    let fixture = try ConsoleFixture()
    let plain = try fixture.run([
      "eval", "print(\"p\") customers:limit(2):update{credit = 8} return 5",
    ])
    #expect(plain.output == "p\n5\n" && plain.errors.contains("run 2 applied"))
    let good = try fixture.run([
      "eval", "print(\"p\") return {a = 1}, customers:limit(1):select(\"code\")", "--json",
    ])
    #expect(
      good.output
        == "{\"ok\": true, \"value\": [{\"a\": 1}, [{\"id\": 1, \"code\": \"C0000001\"}]], \"output\": \"p\\n\"}\n",
      "\(good.output)")
    let bad = try fixture.run(["eval", "error(\"x\\ny\")", "--json"])
    #expect(bad.status == 1 && bad.errors.isEmpty)
    let object = try JSONSerialization.jsonObject(with: Data(bad.output.utf8)) as? [String: Any]
    let error = object?["error"] as? [String: Any]
    #expect(object?["ok"] as? Bool == false && error?["code"] as? String == "script.error")
    #expect(error?["line"] as? Int == 1 && error?["message"] as? String == "x\ny")
    try fixture.write("customers:limit(3):update{credit = 9} return 7", to: "s.lua")
    let run = try fixture.run(["run", "s.lua", "--json"])
    #expect(
      run.output == "{\"ok\": true, \"value\": 7, \"output\": \"\", \"run\": 3, \"changes\": 3}\n")
  }

  @Test("26: .timer on says how long each chunk took; a slow chunk says so by itself")
  func timer() throws {
    let fixture = try ConsoleFixture()
    let result = try fixture.pipe("1\n.timer on\n2\n.timer off\n3\n")
    #expect(result.errors.components(separatedBy: "time: ").count == 2)
    let slow = try fixture.pipe("local t = 0 for i = 1, 1e8 do t = t + i end\n")
    #expect(slow.errors.contains(/time: [\d.]+ s/), "\(slow.errors)")
    let timed = try fixture.pipe("time(function() return 4 end)\nbench(function() end).calls > 1\n")
    #expect(timed.output == "4\ntrue\n")
    #expect(timed.errors.contains("time: ") && timed.errors.contains(" a call, "))
  }

  #if os(Linux)
    @Test(
      "27: long work shows how far it is, with rate and time left, and takes the line away; not in a pipe"
    )
    func progress() throws {
      let fixture = try ConsoleFixture()
      let rows = (1...150_000).map { "K\($0),Company \($0)\n" }.joined()
      try fixture.write("code,name\n" + rows, to: "many.csv")
      let terminal = try fixture.terminal()
      terminal.type("csv.import{to = customers, from = \"many.csv\"}\r")
      try terminal.expect("import ")
      try terminal.expect(" %  ")
      try terminal.expect("/s  ")
      try terminal.expect(" s left")
      terminal.type("\u{3}")
      try terminal.expect("\r\u{1B}[K")
      try terminal.expect("interrupted")
    }
  #endif

  @Test(
    "30: completions of three shells come from the same declarations",
    arguments: ["bash", "zsh", "fish"])
  func completions(_ shell: String) throws {
    let fixture = try ConsoleFixture()
    let result = try CommandProcess(program: fixture.program, folder: fixture.folder)
      .run(["--generate-completion-script", shell])
    #expect(result.status == 0)
    for word in ["run", "eval", "schedule", "undo", "store"] {
      #expect(result.output.contains(word))
    }
  }
}
