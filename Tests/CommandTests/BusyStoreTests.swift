/// A store that another process writes to all the time: copies of it, looks at it, and its sudden end.
import Foundation
import SalesKernel
import SalesStore
import SalesTesting
import Testing

@Suite(.serialized) struct BusyStoreTests {
  private static let rounds = max(4, min(Rounds.times, 200))

  /// Run n + 1 gives every customer the credit n modulo 97.
  private static let script = """
    for n = 1, 100000000 do
      customers:update{credit = function() return n % 97 end}
      job.checkpoint(n)
    end
    """

  private let fixture: CommandFixture
  private let writer: RunningCommand

  init() throws {
    fixture = try CommandFixture()
    try fixture.write(Self.script, to: "busy.lua")
    writer = try fixture.command.start(
      ["run", "busy.lua", "--yes", "--store", CommandFixture.storeName])
    for _ in 0..<2000 {
      if let runs = try? Self.state(fixture.store.path).runs, runs > 2 { break }
      usleep(10_000)
    }
  }

  private func end() throws {
    writer.send(signal: SIGCONT)
    writer.send(signal: SIGKILL)
    _ = try writer.finish()
  }

  /// How many runs a store has, and whether its records are those of the last of them.
  private static func state(_ path: String) throws -> (runs: Int64, isCommitted: Bool) {
    let store = try Store.openAsItStands(at: path, catalog: .sales)
    defer { store.close() }
    return try store.read { session in
      let runs = try session.runs(limit: 1).first?.id ?? 0
      let customers = try session.catalog.require("customers")
      let slot = try customers.requireSlot(of: "credit")
      var values: Set<String> = []
      try session.forEachBlock(Selection(customers), slots: [slot]) { block in
        for row in 0..<block.count { values.insert(try block.value(row, slot).text) }
        return true
      }
      return (runs, values == ["\((runs - 1) % 97)"])
    }
  }

  private func expectWhole(_ path: String, _ name: Comment) throws -> Int64 {
    let store = try Store.openAsItStands(at: path, catalog: .sales)
    let findings = try StoreDoctor(store).examine().findings
    store.close()
    #expect(findings.isEmpty, "\(name): \(findings)")
    let (runs, isCommitted) = try Self.state(path)
    #expect(isCommitted, "\(name): run \(runs)")
    return runs
  }

  @Test func copiesAreOfCommittedRuns() throws {
    defer { try? end() }
    var last: Int64 = 0
    for round in 1...Self.rounds {
      let result = try fixture.run(["backup", "copy\(round).db"])
      #expect(result.status == 0, "\(result.errors)")
      let path = fixture.folder.appending(path: "copy\(round).db").path
      let runs = try expectWhole(path, "copy \(round)")
      #expect(runs > last)
      last = runs
      usleep(50_000)
    }
    #expect(writer.isRunning)
  }

  @Test func theDoctorLooksWhileItIsWritten() throws {
    defer { try? end() }
    let before = try Self.state(fixture.store.path).runs
    let result = try fixture.run(["doctor"])
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.errors.hasSuffix("all of it can be read, and the file is sound\n"))
    for _ in 0..<500 {
      if try Self.state(fixture.store.path).runs > before + 2 { break }
      usleep(10_000)
    }
    #expect(try Self.state(fixture.store.path).runs > before + 2)
  }

  /// The files of a moment, as a machine that went down leaves them; the index of the log is rebuilt from the log.
  @Test func filesOfAnyMomentAreWhole() throws {
    defer { try? end() }
    var random = SeededRandom(seed: Seed.value)
    for round in 1...Self.rounds {
      usleep(UInt32.random(in: 1_000...120_000, using: &random))
      writer.send(signal: SIGSTOP)
      let copy = fixture.folder.appending(path: "moment\(round).db").path
      for end in ["", "-wal"] {
        let bytes = try Data(contentsOf: URL(fileURLWithPath: fixture.store.path + end))
        try bytes.write(to: URL(fileURLWithPath: copy + end))
      }
      writer.send(signal: SIGCONT)
      _ = try expectWhole(copy, "moment \(round)")
    }
    #expect(writer.isRunning)
  }

  /// Whoever waits in vain is told who it was.
  @Test func theHolderIsNamed() throws {
    try fixture.write(
      "customers:get(1).credit = 1 local n = 0 while true do n = n + 1 end", to: "holds.lua")
    try end()
    let holder = try fixture.command.start(
      ["run", "holds.lua", "--store", CommandFixture.storeName])
    defer {
      holder.send(signal: SIGKILL)
      _ = try? holder.finish()
    }
    let store = try Store.open(
      at: fixture.store.path, catalog: .sales, waitLimit: .milliseconds(20))
    defer { store.close() }
    let header = RunHeader(kind: .script, clock: .first, actor: "tester")
    var found: StoreError?
    for _ in 0..<1000 {
      do { _ = try store.transaction(header) { _ in } } catch let error as StoreError {
        found = error
        break
      }
      usleep(10_000)
    }
    #expect(found?.code == "store.busy")
    let message = found?.message ?? ""
    #expect(message.contains(": another run holds the store: process "), "\(message)")
    #expect(message.contains("(tenon run holds.lua --store s.db)"), "\(message)")
  }
}
