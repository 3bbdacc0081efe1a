/// Requirements of the console on typing: 1, 2, 3, 10, 11, 21.
import Foundation
import SalesTesting
import Testing

#if os(Linux)
  @Suite("Requirements: typing", .serialized)
  struct EditingRequirements {
    @Test("1: Enter runs a whole chunk, else makes a new line; Alt-Enter forces; Up edits inside")
    func multiline() throws {
      let terminal = try ConsoleFixture().terminal()
      terminal.type("for i = 1, 2 do\rprint(i * 21)\rend\r")
      try terminal.expect("21\r\n42\r\n")
      try terminal.expect("tenon> ")
      terminal.type("for i = 1, 2 do\u{1B}\r")
      try terminal.expect("script.syntax")
      try terminal.expect("tenon> ")
      terminal.type("#{\r1, 2}\u{1B}[A9,\r")
      try terminal.expect("\r3\r\n")
    }

    @Test(
      "2: a whole chunk comes back, also after a restart; a line that begins with a space does not")
    func recall() throws {
      let fixture = try ConsoleFixture()
      let first = try fixture.terminal()
      first.type("print(7,\r8)\r")
      try first.expect("7\t8")
      first.type(" x = 1\r")
      try first.expect("tenon> ")
      first.type("\u{4}")
      #expect(try first.ending() == 0)
      let second = try fixture.terminal()
      second.type("\u{1B}[A\r")
      try second.expect("7\t8")
    }

    @Test(
      "3: Ctrl-C stops a loop, a coroutine and a pcall loop within 100 ms, and takes the chunk back",
      arguments: [
        "customers:limit(1):update{credit = 1} while true do end",
        "customers:limit(1):update{credit = 1} coroutine.wrap(function() while true do end end)()",
        "customers:limit(1):update{credit = 1} while true do pcall(function() while true do end end) end",
        "customers:limit(1):update{credit = 1} while true do customers:where('(credit or 0) > 3'):count() end",
      ])
    func stop(_ chunk: String) throws {
      let fixture = try ConsoleFixture()
      let before = try fixture.digest()
      let terminal = try fixture.terminal()
      terminal.type(chunk + "\r")
      usleep(300_000)
      let start = ContinuousClock.now
      terminal.type("\u{3}")
      try terminal.expect("interrupted: nothing was changed")
      let waited = ContinuousClock.now - start
      print("requirement 3: stopped after \(waited)")
      try terminal.expect("tenon> ")
      terminal.type("1 + 1\r")
      try terminal.expect("2\r\n")
      try terminal.expect("tenon> ")
      terminal.type("\u{4}")
      #expect(try terminal.ending() == 0)
      #expect(try fixture.digest() == before)
    }

    @Test("3: Ctrl-C at the prompt drops what was typed and never ends; Ctrl-D ends")
    func drop() throws {
      let terminal = try ConsoleFixture().terminal()
      for _ in 1...4 {
        terminal.type("abc(\rdef\u{3}")
        try terminal.expect("tenon> ")
      }
      terminal.type("6 * 7\r")
      try terminal.expect("42")
      try terminal.expect("tenon> ")
      terminal.type("\u{4}")
      #expect(try terminal.ending() == 0)
    }

    @Test("3: a long import stops at Ctrl-C, and nothing of it stays")
    func stopImport() throws {
      let fixture = try ConsoleFixture()
      let rows = (1...400_000).map { "K\($0),Company \($0)\n" }.joined()
      try fixture.write("code,name\n" + rows, to: "many.csv")
      let before = try fixture.digest()
      let terminal = try fixture.terminal()
      terminal.type("csv.import{to = customers, from = \"many.csv\"}\r")
      try terminal.expect("\r\n")
      usleep(500_000)
      terminal.type("\u{3}")
      try terminal.expect("interrupted: nothing was changed")
      try terminal.expect("tenon> ")
      terminal.type("\u{4}")
      _ = try terminal.ending()
      #expect(try fixture.digest() == before)
    }

    @Test(
      "10: Chinese is typed under LANG=C, also on a dumb terminal", arguments: ["xterm", "dumb"])
    func chinese(_ term: String) throws {
      let terminal = try ConsoleFixture().terminal([], ["TERM": term])
      terminal.type("\"鸿雁\" .. \"航天\"\r")
      try terminal.expect("\"鸿雁航天\"\r\n")
    }

    @Test("3: Ctrl-C right behind a key is heard, every time")
    func interruptBehindAKey() throws {
      let terminal = try ConsoleFixture().terminal()
      for round in 1...300 {
        terminal.type("customers:group\t")
        usleep(useconds_t(round % 7 * 20))
        terminal.type("\t")
        usleep(useconds_t(round % 5 * 20))
        terminal.type("\u{3}")
        try terminal.expect("^C\r\n")
        try terminal.expect("tenon> ")
      }
    }

    @Test("11: Tab completes names, members and fields; the second Tab lists a line of help each")
    func completion() throws {
      let terminal = try ConsoleFixture().terminal()
      terminal.type("custom\t:cou\t()\r")
      try terminal.expect("200\r\n")
      terminal.type("customers:group\t\t")
      try terminal.expect("group_by")
      terminal.type("\u{3}")
      try terminal.expect("tenon> ")
      terminal.type("customers:first().annual_p\t\t")
      try terminal.expect("annual_purchase")
    }

    @Test("21: a paste runs nothing before Enter, and its prompts are taken off")
    func paste() throws {
      let terminal = try ConsoleFixture().terminal()
      terminal.type("\u{1B}[200~tenon> x = 20\ntenon> x + 1\n21\ntenon> x + 2\u{1B}[201~")
      try terminal.expect("x + 2")
      #expect(!terminal.shown.contains("\r\n22"))
      terminal.type("\r")
      try terminal.expect("22\r\n")
    }
  }
#endif
