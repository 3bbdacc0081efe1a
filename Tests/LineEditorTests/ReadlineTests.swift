import Foundation
import SalesTesting
import Testing

@testable import LineEditor

#if Readline && os(Linux)
  /// The console at a real terminal, keys in, screen out; the locale is C unless a test says otherwise.
  @Suite("Readline at a terminal", .serialized)
  struct ReadlineTests {
    @Test(
      "Chinese is typed and erased by character in the C locale, also on a dumb terminal",
      arguments: ["xterm", "dumb"])
    func chinese(_ term: String) throws {
      let terminal = try Probe.start(["TERM": term])
      terminal.type("鸿雁航天\r")
      try terminal.expect("=> 1 \"鸿雁航天\"")
      try terminal.expect("tenon> ")
      terminal.type("鸿雁X\u{7F}\u{7F}张👩‍🚀\r")
      try terminal.expect("=> 2 \"鸿张👩‍🚀\"")
    }

    @Test("Enter makes a new line, indented, until the chunk is whole")
    func multiline() throws {
      let terminal = try Probe.start()
      terminal.type("f(\r1,\r2)\r")
      try terminal.expect("=> 1 \"f(\\n  1,\\n  2)\"")
    }

    @Test("Up and Down edit inside the chunk")
    func innerLine() throws {
      let terminal = try Probe.start()
      terminal.type("f(\rab\rc\u{1B}[A\u{1B}[AX\u{1B}[B\u{1B}[BY)\r")
      try terminal.expect("=> 1 \"f(X\\n  ab\\n  cY)\"")
    }

    @Test("Alt-Enter runs what there is, Ctrl-O makes a new line")
    func forced() throws {
      let terminal = try Probe.start()
      terminal.type("a\u{F}b\r")
      try terminal.expect("=> 1 \"a\\nb\"")
      try terminal.expect("tenon> ")
      terminal.type("f(\u{1B}\r")
      try terminal.expect("=> 2 \"f(\"")
    }

    @Test("Ctrl-C drops all that was typed, a search included, and never ends the session")
    func interrupt() throws {
      let terminal = try Probe.start()
      for number in 1...4 {
        terminal.type("f(\rabc")
        try terminal.expect("abc")
        terminal.type("\u{3}")
        try terminal.expect("^C")
        try terminal.expect("tenon> ")
        terminal.type("x\r")
        try terminal.expect("=> \(number) \"x\"")
        try terminal.expect("tenon> ")
      }
      terminal.type("\u{12}x")
      try terminal.expect("reverse-i-search")
      terminal.type("\u{3}")
      try terminal.expect("^C")
      terminal.type("y\r")
      try terminal.expect("=> 5 \"y\"")
    }

    @Test("Ctrl-D ends with 0 and the terminal as it was")
    func end() throws {
      let terminal = try Probe.start()
      #expect(!terminal.isCooked)
      terminal.type("a\r")
      try terminal.expect("=> 1")
      try terminal.expect("tenon> ")
      terminal.type("\u{4}")
      #expect(try terminal.ending() == 0)
      #expect(terminal.isCooked)
    }

    @Test("A whole chunk is recalled, also after a restart, and can be edited")
    func recall() throws {
      let path = FileManager.default.temporaryDirectory
        .appendingPathComponent("tenon-probe-\(UUID().uuidString)/history").path
      defer {
        try? FileManager.default.removeItem(atPath: (path as NSString).deletingLastPathComponent)
      }
      let first = try Probe.start(history: path)
      first.type("f(\r张\r)\r")
      try first.expect("=> 1 \"f(\\n  张\\n  )\"")
      try first.expect("tenon> ")
      first.type(" secret\r")
      try first.expect("=> 2")
      try first.expect("tenon> ")
      first.type("\u{1B}[A\r")
      try first.expect("=> 3 \"f(\\n  张\\n  )\"")
      try first.expect("tenon> ")
      first.type("\u{4}")
      #expect(try first.ending() == 0)
      let second = try Probe.start(history: path)
      second.type("\u{1B}[A + 1\r")
      try second.expect("=> 1 \"f(\\n  张\\n  ) + 1\"")
      try second.expect("tenon> ")
      second.type("b\r")
      try second.expect("=> 2")
      try second.expect("tenon> ")
      second.type("\u{1B}[A\u{1B}[A\u{1B}[B\r")
      try second.expect("=> 3 \"b\"")
    }

    @Test("A paste runs nothing before Enter, and loses its prompts")
    func paste() throws {
      let terminal = try Probe.start()
      terminal.type("\u{1B}[200~tenon> f(\n     > 1)\nanswer\ntenon> g\u{1B}[201~")
      try terminal.expect("g")
      terminal.type("h\r")
      try terminal.expect("=> 1 \"f(\\n1)\"")
      try terminal.expect("=> 2 \"gh\"")
      #expect(!terminal.shown.contains("=> 3"))
    }

    @Test("Tab completes what is one, and lists what are several with their notes")
    func completion() throws {
      let terminal = try Probe.start()
      terminal.type("f(customers_\u{7F}\u{7F}cust\u{7F}\u{7F}\u{7F}\u{7F}\u{15}客\t\r")
      try terminal.expect("=> 1 \"客户\"")
      try terminal.expect("tenon> ")
      terminal.type("cus\t")
      try terminal.expect("customers       All customers.")
      try terminal.expect("customer_count  How many there are.")
      terminal.type("s\r")
      try terminal.expect("=> 2 \"customers\"")
    }

    @Test("Ctrl-C stops the running chunk; the editor has it back afterwards")
    func stop() throws {
      let terminal = try Probe.start()
      terminal.type("wait\r")
      try terminal.expect("waiting")
      terminal.type("\u{3}")
      try terminal.expect("interrupted")
      try terminal.expect("tenon> ")
      terminal.type("abc")
      try terminal.expect("abc")
      terminal.type("\u{3}")
      try terminal.expect("^C")
      terminal.type("x\r")
      try terminal.expect("=> 2 \"x\"")
    }

    @Test(
      "The third Ctrl-C within two seconds ends a chunk that will not stop: 130, terminal as it was"
    )
    func third() throws {
      let terminal = try Probe.start()
      terminal.type("stubborn\r")
      try terminal.expect("waiting")
      for _ in 1...2 {
        terminal.type("\u{3}")
        try terminal.expect("asked to stop")
      }
      terminal.type("\u{3}")
      #expect(try terminal.ending() == 130)
      #expect(terminal.isCooked)
    }

    @Test("A signal to end ends, with the terminal as it was")
    func terminated() throws {
      let terminal = try Probe.start()
      terminal.type("abc")
      try terminal.expect("abc")
      terminal.signal(SIGTERM)
      #expect(try terminal.ending() == -SIGTERM)
      #expect(terminal.isCooked)
    }

    @Test("Stopped and continued, the line is still there; so it is in a resized window")
    func suspended() throws {
      let terminal = try Probe.start()
      terminal.type("abc")
      try terminal.expect("abc")
      terminal.resize(columns: 40, rows: 10)
      terminal.type("\u{1A}")
      usleep(200_000)
      terminal.signal(SIGCONT)
      try terminal.expect("abc")
      terminal.type("d\r")
      try terminal.expect("=> 1 \"abcd\"")
    }
  }
#endif

#if !Readline && os(Linux)
  /// The same console where no line editor is linked.
  @Suite("Plain lines at a terminal", .serialized)
  struct PlainTerminalTests {
    @Test("Lines are gathered, Ctrl-C drops them and stops chunks, Ctrl-D ends with 0")
    func session() throws {
      let terminal = try Probe.start()
      terminal.type("f(\n")
      try terminal.expect("     > ")
      terminal.type("\u{3}")
      try terminal.expect("tenon> ")
      terminal.type("鸿雁\n")
      try terminal.expect("=> 1 \"鸿雁\"")
      try terminal.expect("tenon> ")
      terminal.type("wait\n")
      try terminal.expect("waiting")
      terminal.type("\u{3}")
      try terminal.expect("interrupted")
      try terminal.expect("tenon> ")
      terminal.type("\u{4}")
      let code = try terminal.ending()
      #expect(code == 0)
    }
  }
#endif

@Suite("Lines under edit")
struct BufferLinesTests {
  @Test("Up and down keep the display column, as far as the line goes")
  func moves() {
    let lines = BufferLines("f(\n鸿雁x\nab")
    #expect(lines.above(0) == nil)
    #expect(lines.above(2) == nil)
    #expect(lines.below(2) == 6)
    #expect(lines.below(1) == 3)
    #expect(lines.above(3 + 6) == 2)
    #expect(lines.below(3 + 7) == 13)
    #expect(lines.above(13) == 6)
    #expect(lines.below(13) == nil)
    #expect(BufferLines("").above(0) == nil)
    #expect(BufferLines("a").below(99) == nil)
  }
}
