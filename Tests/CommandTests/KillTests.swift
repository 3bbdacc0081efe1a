/// A process killed in the middle of its work leaves the store as it was.
import Foundation
import SalesTesting
import Testing

@Suite(.serialized) struct KillTests {
  private static let rounds = 8

  @Test func killedRunLeavesTheStore() throws {
    let fixture = try CommandFixture()
    try fixture.write(
      """
      for i = 1, 150 do
        customers:update{credit = function(c) return (c.id + i) % 100 end}
      end
      """, to: "long.lua")
    try kill(fixture, ["run", "long.lua", "--yes"], redo: ["undo", "--last", "--yes"])
  }

  @Test func killedImportLeavesTheStore() throws {
    let fixture = try CommandFixture()
    let rows = (1...20_000).map { "K\($0),Company \($0),\($0 % 50)\n" }.joined()
    try fixture.write("code,name,headcount\n" + rows, to: "many.csv")
    try kill(fixture, ["import", "customers", "many.csv"], redo: ["undo", "--last", "--yes"])
  }

  /// Starts the command again and again, kills it after a random part of its time, and compares all rows and
  /// runs. A command that was quicker than the signal has done all of its work, and is taken back.
  private func kill(_ fixture: CommandFixture, _ arguments: [String], redo: [String]) throws {
    let seed = Seed.value
    var random = SeededRandom(seed: seed)
    print("kill \(arguments[0]): seed \(seed)")
    let started = ContinuousClock.now
    #expect(try fixture.run(arguments).status == 0)
    let whole = (ContinuousClock.now - started) / .microseconds(1)
    #expect(try fixture.run(redo).status == 0)
    for round in 1...KillTests.rounds {
      let before = try fixture.digest()
      let running = try fixture.command.start(
        arguments + ["--store", CommandFixture.storeName])
      usleep(UInt32.random(in: 0...UInt32(min(whole, 5e6)), using: &random))
      running.send(signal: SIGKILL)
      let result = try running.finish()
      if result.status == 128 + SIGKILL, try fixture.digest() == before { continue }
      // Done, or killed between its commit and its end.
      #expect(try fixture.run(redo).status == 0, "round \(round), seed \(seed)")
      #expect(
        try rows(fixture.digest()) == rows(before), "round \(round), seed \(seed)")
    }
  }

  /// Without the line of runs.
  private func rows(_ digest: String) -> [Substring] {
    Array(digest.split(separator: "\n").dropFirst())
  }
}
