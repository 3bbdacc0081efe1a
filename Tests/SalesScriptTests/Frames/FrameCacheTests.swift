// What a frame read holds as long as the records do, and not longer.
import Foundation
import SalesKernel
import SalesStore
import Testing
import Values

@testable import SalesScript

@Suite struct FrameCacheTests {
  private static let count = "#orders:frame{\"amount\", region = \"customer.region\"}"

  private func world() throws -> World {
    let world = try World(customers: nil)
    try world.run(FrameScriptTests.book)
    return world
  }

  /// How often columns were read while a chunk ran.
  private func reads(_ world: World, _ source: String, mode: RunMode = .plan) throws -> Int {
    let before = world.host.frames.reads
    try world.run(source, mode: mode)
    return world.host.frames.reads - before
  }

  @Test func columnsAreReadOnce() throws {
    let world = try world()
    defer { world.remove() }
    // Orders and customers; then one more column of orders; then nothing, also in later runs.
    #expect(try reads(world, "return \(Self.count)") == 2)
    #expect(try reads(world, "return \(Self.count) + #orders:frame{\"rep\", \"amount\"}") == 1)
    #expect(try reads(world, "return \(Self.count) + #orders:frame{\"rep\"}") == 0)
    #expect(try reads(world, "return #orders:where{status = \"placed\"}:frame{\"amount\"}") == 1)
    #expect(try reads(world, "return #orders:where{status = \"placed\"}:frame{\"amount\"}") == 0)
    #expect(try reads(world, "return #orders:where(\"amount > yuan(1)\"):frame{\"amount\"}") == 1)
    #expect(try reads(world, "return #orders:where(\"amount > yuan(1)\"):frame{\"amount\"}") == 1)
  }

  @Test func ownWritesAreSeenAtOnce() throws {
    let world = try world()
    defer { world.remove() }
    let text = try world.eval(
      """
      local function total() return orders:frame{"amount"}:sum("amount") end
      local before = total()
      local o = orders:first() o.amount = o.amount + yuan(1)
      local changed = total() - before
      orders:create{customer = 1, ordered_on = today(), amount = yuan(10)}
      local made = total() - before
      orders:where{id = o.id}:delete()
      return changed, made, total() - before
      """)
    // + 1; + 1 + 10; and the first order of 101 gone.
    #expect(text == "money\"1.00\"  money\"11.00\"  money\"-90.00\"")
  }

  @Test func whatAPlanOrASavepointTookBackIsAsItWas() throws {
    let world = try world()
    defer { world.remove() }
    let text = try world.eval(
      """
      local function n() return \(Self.count) end
      local inside
      local before = n()
      plan(function()
        orders:create{customer = 1, ordered_on = today(), amount = yuan(10)}
        inside = n()
      end)
      return before, inside, n()
      """)
    #expect(text == "5  6  5")
    // What was read before the plan holds again; inside it orders were read anew, customers were not.
    let source = """
      local a = \(Self.count)
      plan(function() orders:first().amount = yuan(1) return \(Self.count) end)
      return a + \(Self.count)
      """
    _ = try reads(world, "return \(Self.count)")
    #expect(try reads(world, source) == 1)
    let failed = try world.eval(
      """
      local before = \(Self.count)
      local ok = pcall(function()
        return plan(function()
          orders:create{customer = 1, ordered_on = today(), amount = yuan(10)}
          assert(\(Self.count) == 6)
          error("no")
        end)
      end)
      return before, ok, \(Self.count)
      """)
    #expect(failed == "5  false  5")
  }

  @Test func aRunThatWasTakenBackLeavesNothing() throws {
    let world = try world()
    defer { world.remove() }
    let make = "orders:create{customer = 1, ordered_on = today(), amount = yuan(10)} "
    #expect(try world.eval("return \(Self.count)") == "5")
    #expect(try world.eval(make + "return \(Self.count)") == "6")
    #expect(try world.eval("return \(Self.count)") == "5")
    #expect(throws: (any Error).self) {
      try world.run(make + "assert(\(Self.count) == 6) error(\"no\")")
    }
    #expect(try world.eval("return \(Self.count)") == "5")
    let run = try #require(try world.run(make).run)
    #expect(try world.eval("return \(Self.count)") == "6")
    try world.run("undo(\(run))")
    #expect(try world.eval("return \(Self.count)") == "5")
  }

  @Test func anotherHandleOfTheFileIsSeen() throws {
    let world = try world()
    defer { world.remove() }
    #expect(try world.eval("return \(Self.count)") == "5")
    let other = try Store.open(at: world.path, catalog: .sales)
    defer { other.close() }
    let host = try World.host(other, CapturedOutput())
    func there(_ source: String, _ mode: RunMode) throws -> String {
      let outcome = try host.run(source, name: "@other.lua", mode: mode, kind: .script)
      return try outcome.values.map { try host.literal(of: $0) }.joined()
    }
    let make = "orders:create{customer = 1, ordered_on = today(), amount = yuan(10)} "
    #expect(try there(make + "return \(Self.count)", .plan) == "6")
    #expect(try world.eval("return \(Self.count)") == "5")
    #expect(try reads(world, "return \(Self.count)") == 0)
    _ = try there(make, .apply)
    #expect(try world.eval("return \(Self.count)") == "6")
    try world.run("customers:get(1).region = \"north\"")
    #expect(
      try there("return orders:frame{r = \"customer.region\"}:count{r = \"north\"}", .plan) == "3")
    #expect(try world.eval(make + "return \(Self.count)") == "7")
    _ = try there(make, .apply)
    #expect(try world.eval("return \(Self.count)") == "7")
  }

  @Test func anImportIsSeen() throws {
    let world = try world()
    defer { world.remove() }
    #expect(try world.eval("return #customers:frame{\"name\"}") == "3")
    try world.run("for i = 1, 3 do customers:create{name = \"n\" .. i} end")
    #expect(try world.eval("return #customers:frame{\"name\"}") == "6")
    // A write to other records is none to these.
    _ = try reads(world, "return \(Self.count)")
    try world.run("reps:create{name = \"x\"}")
    #expect(try reads(world, "return \(Self.count)") == 0)
    try world.run("customers:first().region = \"north\"")
    #expect(
      try world.eval("return orders:frame{r = \"customer.region\"}:count{r = \"north\"}") == "2")
  }

  @Test func memoryHasALimit() throws {
    let world = try world()
    defer { world.remove() }
    world.host.frames.limit = 1
    _ = try reads(world, "return #orders:frame{\"amount\"}")
    #expect(try reads(world, "return #customers:frame{\"name\"} + #orders:frame{\"amount\"}") == 2)
    #expect(try world.eval("return \(Self.count), \(Self.count)") == "5  5")
    world.host.frames.limit = 512 << 20
    _ = try reads(world, "return #orders:frame{\"amount\"} + #customers:frame{\"name\"}")
    #expect(try reads(world, "return #customers:frame{\"name\"} + #orders:frame{\"amount\"}") == 0)
    #expect(world.host.frames.bytes > 0)
  }
}
