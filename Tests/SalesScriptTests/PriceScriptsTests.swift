// scripts/quote_batch.lua and scripts/ladder_whatif.lua, on numbers worked out by hand.
import Foundation
import SalesScript
import Testing
import Values

@Suite struct PriceScriptsTests {
  private static let records = """
    products:create{code = "M6", name = "M6", unit_price = yuan(2)}
    products:create{code = "M8", name = "M8", unit_price = yuan(4)}
    products:create{code = "NEW", name = "unpriced"}
    local c = customers:create{code = "C1", name = "one"}
    local d = customers:create{code = "C2", name = "two", level = "A"}
    for i, customer in ipairs{c, d} do
      orders:create{customer = customer, amount = yuan(1), ordered_on = date"2025-01-02"}
      local order = orders:create{customer = customer, amount = yuan(2000), ordered_on = date"2026-03-01"}
      order_lines:create{order = order, line = 1, product = 1, quantity = 1000, amount = yuan(2000)}
    end
    """

  @Test func enquiriesBecomeQuotes() throws {
    let world = try FilesWorld()
    defer { world.remove() }
    try world.eval(Self.records)
    let path = try world.file(
      "asks.csv",
      // 2 × 0.95 × 0.98 = 1.862 · 100; 4 × 0.98 = 3.92 · 50; 2 × 0.9 × 0.9 = 1.62 · 1000; E3 has a
      // product that is not there: both its lines wait.
      "\u{FEFF}enquiry,customer,product,quantity,cash\nE1,C1,M6,100,true\nE1,C1,M8,50,true\n"
        + "E2,C2,M6,1000,\nE3,C1,M9,5,\nE3,C1,M6,5,\n"
        + "E4,C9,M6,5,\nE5,C1,M6,2.5,\nE6,C1,M6,0,\nE7,C1,NEW,1,\nE8,C1,M6,1,maybe\n")
    let script = try FilesWorldScript(world, path, world.inside.appending(path: "out.csv").path)
    #expect(try script.run("quote_batch.lua").run != nil)
    let text = script.text
    #expect(
      text.contains("10 rows read = 3 quoted + 0 refused + 6 rejected + 1 held back with them"),
      "\(text)")
    #expect(text.contains("2 quotes, 2,002.20 in all"), "\(text)")
    let amounts = try world.eval(
      "return quotes:count(), quote_lines:count(), quotes:get(1).amount, quotes:get(2).amount")
    #expect(amounts == "2  3  money\"382.20\"  money\"1620.00\"")
    let rejects = try world.text("asks.rejects.csv")
    for reason in [
      "there is no product \"\"M9\"\"", "there is no customer \"\"C9\"\"", "2.5",
      "has no list price",
      "neither true nor false",
    ] { #expect(rejects.contains(reason), "\(reason) in \(rejects)") }
    #expect(try world.text("out.csv").split(separator: "\n").count == 4)
  }

  @Test func aFileWithoutItsColumnsMakesNothing() throws {
    let world = try FilesWorld()
    defer { world.remove() }
    try world.eval(Self.records)
    let path = try world.file("asks.csv", "customer,quantity\nC1,5\n")
    let script = try FilesWorldScript(world, path)
    #expect(throws: (any Error).self) { try script.run("quote_batch.lua") }
    #expect(try world.eval("return quotes:count()") == "0")
  }

  @Test func anotherLadderIsComparedWithTheStandingOne() throws {
    // 1,000 pieces at 2 yuan, one customer of level A. Standing: 10 % off, then A's 10 %: 1800 + 1620.
    // The script's ladder gives 6 % from 200 pieces: 1880 + 1692.
    let world = try FilesWorld()
    defer { world.remove() }
    try world.eval(Self.records)
    let script = try FilesWorldScript(world, "2026-01-01")
    #expect(try script.run("ladder_whatif.lua").run == nil, "it writes nothing")
    for line in [
      "2 lines", "standing             3,420.00", "to try               3,572.00", "152.00",
    ] {
      #expect(script.text.contains(line), "\(line) in \(script.text)")
    }
  }

  @Test func theStandingBandsCountedIncrementally() throws {
    // 99 at list, 900 at 95 %, 1 at 90 %: (99 + 855 + 0.9) × 2 = 1909.80; with A's 10 % off 1718.82.
    let world = try FilesWorld()
    defer { world.remove() }
    try world.eval(Self.records)
    let script = try FilesWorldScript(world, "2026-01-01", "incremental")
    _ = try script.run("ladder_whatif.lua")
    #expect(script.text.contains("to try               3,628.62"), "\(script.text)")
  }
}

/// A host on the store of a world with arguments of its own.
struct FilesWorldScript {
  private let world: FilesWorld
  private let output = CapturedOutput()
  private let host: ScriptHost

  init(_ world: FilesWorld, _ arguments: String...) throws {
    self.world = world
    let inside = world.inside.path
    host = try ScriptHost(
      store: world.store,
      options: .init(
        clock: try .init(parsing: "2026-06-30T09:00:00"), seed: 7, actor: "tester",
        arguments: arguments, grants: .init(read: [inside], write: [inside])),
      output: output)
  }

  var text: String { output.text }

  func run(_ name: String) throws -> ChunkOutcome {
    let scripts = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "scripts")
    let source = try String(contentsOf: scripts.appending(path: name), encoding: .utf8)
    return try host.run(source, name: "@\(name)", mode: .apply, kind: .script)
  }
}
