/// A process killed in the middle of its work leaves the store as before it, or as after a part that it committed.
import Foundation
import SalesKernel
import SalesStore
import SalesTesting
import Testing

@Suite(.serialized) struct KillTests {
  /// Kills of each kind of work; from TENON_ROUNDS=10 on there are 200 in all.
  private static let rounds = Rounds.times < 10 ? 3 : max(34, Rounds.times / 3)

  @Test func killedRunLeavesTheStore() throws {
    let fixture = try CommandFixture()
    try fixture.write(
      """
      for i = 1, 60 do
        customers:update{credit = function(c) return (c.id + i) % 100 end}
      end
      """, to: "long.lua")
    try kill(fixture, ["run", "long.lua", "--yes", "--as-of", "2026-07-01"])
  }

  @Test func killedImportLeavesTheStore() throws {
    let fixture = try CommandFixture()
    let rows = (1...8_000).map { "K\($0),Company \($0),\($0 % 50)\n" }.joined()
    try fixture.write("code,name,headcount\n" + rows, to: "many.csv")
    try kill(fixture, ["import", "customers", "many.csv"])
  }

  @Test func killedUndoLeavesTheStore() throws {
    let fixture = try CommandFixture()
    let chunk = "customers:update{credit = function(c) return c.id % 100 end}"
    #expect(try fixture.run(["eval", chunk, "--yes"]).status == 0)
    try kill(fixture, ["undo", "--last", "--yes"])
  }

  @Test func killedPartsLeaveWhatWasCommitted() throws {
    let fixture = try CommandFixture()
    try fixture.write(
      """
      local parts = tonumber(arg[1])
      for part = 1, parts do
        customers:update{credit = function(c) return (c.id + part) % 100 end}
        if part < 4 then job.checkpoint(part) end
      end
      """, to: "parts.lua")
    let words = ["run", "parts.lua", "--yes", "--as-of", "2026-07-01"]
    try kill(
      fixture, words + ["4"], parts: (1...3).map { words + ["\($0)"] })
  }

  /// What is not finished has no name.
  @Test func killedInitLeavesNothing() throws {
    let fixture = try CommandFixture()
    let words = ["init", "--store", "new.db", "--sample", "60", "--seed", "3"]
    try killMaking("new.db", fixture, words) { try StoreDigest.of(path: $0) }
  }

  @Test func killedBackupLeavesNothing() throws {
    let fixture = try CommandFixture()
    let before = try fixture.digest()
    try killMaking("copy.db", fixture, ["backup", "copy.db", "--store", CommandFixture.storeName]) {
      try StoreDigest.of(path: $0)
    }
    #expect(try fixture.digest() == before)
  }

  /// Starts the command again and again from the same file, and kills it after a random part of its time.
  private func kill(
    _ fixture: CommandFixture, _ arguments: [String], parts: [[String]] = []
  ) throws {
    let file = try Data(contentsOf: fixture.store)
    var allowed: Set<String> = [try fixture.digest()]
    for part in parts {
      #expect(try fixture.run(part).status == 0)
      allowed.insert(try fixture.digest())
      try restore(file, fixture)
    }
    let started = ContinuousClock.now
    #expect(try fixture.run(arguments).status == 0)
    let whole = (ContinuousClock.now - started) / .microseconds(1)
    allowed.insert(try fixture.digest())
    try rounds(arguments, whole) { wait, name in
      try restore(file, fixture)
      let running = try fixture.command.start(arguments + ["--store", CommandFixture.storeName])
      usleep(wait)
      running.send(signal: SIGKILL)
      _ = try running.finish()
      #expect(try findings(fixture.store.path).isEmpty, name)
      #expect(try allowed.contains(fixture.digest()), name)
    }
  }

  /// The same for a command that makes a file.
  private func killMaking(
    _ made: String, _ fixture: CommandFixture, _ arguments: [String],
    digest: (String) throws -> String
  ) throws {
    let path = fixture.folder.appending(path: made).path
    let started = ContinuousClock.now
    #expect(try fixture.command.run(arguments).status == 0)
    let whole = (ContinuousClock.now - started) / .microseconds(1)
    let after = try digest(path)
    try FileManager.default.removeItem(atPath: path)
    try rounds(arguments, whole) { wait, name in
      let running = try fixture.command.start(arguments)
      usleep(wait)
      running.send(signal: SIGKILL)
      _ = try running.finish()
      if !FileManager.default.fileExists(atPath: path) {
        // What was left of it is no hindrance.
        let again = try fixture.command.run(arguments)
        #expect(again.status == 0, "\(name): \(again.errors)")
      }
      #expect(try findings(path).isEmpty, name)
      #expect(try digest(path) == after, name)
      try FileManager.default.removeItem(atPath: path)
    }
  }

  private func rounds(
    _ arguments: [String], _ whole: Double, _ body: (UInt32, Comment) throws -> Void
  ) throws {
    let seed = Seed.value
    var random = SeededRandom(seed: seed)
    print("kill \(arguments[0]): seed \(seed)")
    for round in 1...KillTests.rounds {
      let wait = UInt32.random(in: 0...UInt32(min(whole, 5e6)), using: &random)
      try body(wait, "\(arguments[0]) killed after \(wait) µs, round \(round), seed \(seed)")
    }
  }

  private func restore(_ file: Data, _ fixture: CommandFixture) throws {
    for end in ["-wal", "-shm"] { unlink(fixture.store.path + end) }
    try file.write(to: fixture.store)
  }

  private func findings(_ path: String) throws -> [StoreReport.Finding] {
    let store = try Store.openAsItStands(at: path, catalog: .sales)
    defer { store.close() }
    return try StoreDoctor(store).examine().findings
  }
}
