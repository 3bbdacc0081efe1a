/// Completion by types: over the lines of a chunk, inside quotes and tables, of the session and of the store.
import Console
import Foundation
import SalesScript
import SalesStore
import Testing
import Values

@testable import TenonCommand

@Suite struct CompletionTests {
  /// A console on a small company of its own.
  private struct Desk {
    let evaluator: ConsoleEvaluator
    let store: Store
    let path: String

    init() throws {
      path = FileManager.default.temporaryDirectory.appending(path: "tenon-\(UUID()).db").path
      store = try Store.create(at: path, catalog: .sales)
      let streams = Streams(try OutputOptions.parse([]), isSilent: true)
      let output = TerminalOutput(streams)
      let options = ScriptHost.Options(
        clock: try Instant(parsing: "2026-06-30T09:00:00+08:00"), isInteractive: true)
      let host = try ScriptHost(store: store, options: options, output: output)
      _ = try host.run(
        """
        for i, name in ipairs{"鸿远航空", "鸿远 紧固件", "东方机械"} do
          customers:create{code = "C-00" .. i, name = name, stage = "retain"}
        end
        """, name: "=setup", mode: .apply, kind: .console)
      evaluator = try ConsoleEvaluator(
        host: host, output: output, streams: streams, isConfirmed: true)
    }

    func run(_ chunk: String) { #expect(evaluator.evaluate(chunk, number: 1).errors.isEmpty) }

    /// The candidates at the `|` of a text.
    func candidates(_ text: String) -> [Completion] {
      let parts = text.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
      return evaluator.candidates(for: parts.joined(), cursor: parts[0].utf8.count)
    }

    func texts(_ text: String) -> [String] { candidates(text).map(\.text) }

    func remove() {
      store.close()
      for suffix in ["", "-wal", "-shm"] {
        try? FileManager.default.removeItem(atPath: path + suffix)
      }
    }
  }

  private func desk(_ body: (Desk) throws -> Void) throws {
    let desk = try Desk()
    defer { desk.remove() }
    try body(desk)
  }

  @Test func membersByType() throws {
    try desk { desk in
      #expect(desk.texts("customers:where{stage = \"retain\"}:first().na|") == [".name"])
      #expect(desk.texts("customers:first().|").contains(".annual_purchase"))
      #expect(!desk.texts("customers:first().|").contains(".ordered_on"))
      #expect(desk.texts("customers:fir|") == ["customers:first"])
      #expect(desk.texts("customers:first():ord|") == [":orders"])
      #expect(
        desk.texts("for o in customers:first():orders():each() do o.ordered|") == ["o.ordered_on"])
      #expect(desk.texts("wan(5):is_|") == [":is_zero"])
      #expect(desk.texts("today():add_m|") == [":add_months"])
      #expect(desk.texts("customers:first():follow(\"owner\").|").contains(".region"))
      #expect(desk.texts("customers:each(function(c) return c.lev|").contains("c.level"))
      #expect(desk.texts("pricing.pr|") == ["pricing.price"])
      #expect(desk.texts("math.flo|") == ["math.floor"])
    }
  }

  @Test func overLinesAndInTheMiddle() throws {
    try desk { desk in
      #expect(desk.texts("local c = customers:first()\nprint(c.nam|)\nreturn c") == ["c.name"])
      #expect(
        desk.texts("local s = \"客\" -- 客户\nlocal c = customers:first()\nc.nam|") == ["c.name"])
      #expect(desk.texts("print(\"客户\", customers:first().nam|, 1)") == [".name"])
      #expect(desk.texts("local buyer = 1\nprint(buy|") == ["buyer", "buying"])
      #expect(desk.texts("-- customers:fi|").isEmpty)
      #expect(desk.texts("x = 1.|").isEmpty)
    }
  }

  @Test func keysAndWords() throws {
    try desk { desk in
      #expect(desk.texts("customers:where{sta|") == ["stage"])
      #expect(desk.texts("customers:create{name = \"x\", cod|") == ["code"])
      #expect(desk.texts("customers:update{lev|").contains("level"))
      #expect(desk.texts("customers:where{stage = \"ret|") == ["retain"])
      #expect(desk.texts("customers:where{stage = {\"retain\", \"act|") == ["activate"])
      #expect(desk.texts("local c = customers:first() if c.stage == \"re|") == ["refer", "retain"])
      #expect(desk.texts("local c = customers:first() c.stage = \"act|") == ["activate"])
      #expect(desk.texts("customers:where(\"annual_pur|") == ["annual_purchase"])
      #expect(desk.texts("customers:where(\"stage == 'ret|") == ["retain"])
      #expect(desk.texts("customers:order_by(\"-annual_pur|") == ["annual_purchase"])
      #expect(desk.texts("customers:select(\"cod|") == ["code"])
      #expect(desk.texts("service.open{chan|") == ["channel"])
      #expect(desk.texts("calendar.due(now(), days(1), {clo|") == ["clock"])
      #expect(desk.texts("tiering.apply{policy = \"fasten|") == ["fastener", "fastener_strict"])
      #expect(desk.texts("tiering.policy(\"hand|") == ["handbook"])
    }
  }

  @Test func recordsByNameAndCode() throws {
    try desk { desk in
      #expect(desk.texts("customers:get(\"鸿|") == ["鸿远 紧固件", "鸿远航空"])
      #expect(desk.texts("customers:get(\"鸿远 紧|") == ["紧固件"])
      #expect(desk.texts("customers:get(\"C-00|") == ["001", "002", "003"])
      #expect(desk.texts("customers:where{name = \"东|") == ["东方机械"])
      #expect(desk.texts("service.open{customer = \"C-00|") == ["001", "002", "003"])
      #expect(desk.texts("lifecycle.stage(\"鸿|").count == 2)
      #expect(desk.candidates("customers:get(\"东|").first?.note == "C-003")
    }
  }

  @Test func theSession() throws {
    try desk { desk in
      desk.run("c = customers:get(\"C-001\")")
      desk.run("t = {apple = 1, avocado = {pit = true}}")
      desk.run(
        """
        calls = 0
        odd = setmetatable({aa = 1}, {__complete = {"ab", "ac"},
          __index = function() calls = calls + 1 error("called") end})
        """)
      #expect(desk.texts("c.annual|") == ["c.annual_purchase"])
      #expect(desk.texts("c:orde|") == ["c:orders"])
      #expect(desk.texts("t.a|") == ["t.apple", "t.avocado"])
      #expect(desk.texts("t.avocado.|") == ["t.avocado.pit"])
      #expect(desk.texts("odd.a|") == ["odd.aa", "odd.ab", "odd.ac"])
      #expect(desk.texts("print(cal|").contains("calls"))
      #expect(desk.evaluator.evaluate("calls", number: 2).output == "0\n")
    }
  }

  @Test func pathsAndHelp() throws {
    try desk { desk in
      let folder = FileManager.default.temporaryDirectory.appending(path: "tenon-\(UUID())")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      try "".write(to: folder.appending(path: "month end.lua"), atomically: true, encoding: .utf8)
      #expect(desk.texts("run \"\(folder.path)/mon|") == ["month end.lua"])
      #expect(desk.texts("run(\"\(folder.path)/month e|") == ["end.lua"])
      #expect(desk.texts("?tiering.ap|") == ["tiering.apply"])
      let completer = ConsoleCompleter(
        host: try ScriptHost(
          store: nil, options: .init(clock: try Instant(parsing: "2026-06-30T09:00:00+08:00")),
          output: TerminalOutput(Streams(try OutputOptions.parse([]), isSilent: true))),
        words: [Completion(".mode csv"), Completion(".mode json"), Completion(".timer on")])
      #expect(
        completer.candidates(for: ".mo", cursor: 3).map(\.text) == [".mode csv", ".mode json"])
      #expect(completer.candidates(for: ".mode c", cursor: 7).map(\.text) == ["csv"])
    }
  }

  /// Whatever stands before the cursor, nothing raises and nothing is written.
  @Test func everyBeginningOfAChunk() throws {
    try desk { desk in
      let text = """
        local c = customers:where{stage = {"retain", 'x'}, name = "鸿远"}:first() -- 客户
        for i, o in ipairs(c:orders():top(3, "amount > wan(1)")) do print(o.amount == 0, [[x]] .. 1) end
        service.open{customer = c, kind = "a", at = now()} c.stage = "retain" x.y.z:w{[1] = 2}
        """
      let bytes = Array(text.utf8)
      for end in 0...bytes.count {
        _ = desk.evaluator.candidates(for: text, cursor: end)
      }
      #expect(desk.evaluator.evaluate("customers:count()", number: 1).output == "3\n")
    }
  }
}
