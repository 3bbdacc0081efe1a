/// Stores that somebody else holds.
import Foundation
import GRDB
import SalesKernel
@testable import SalesStore
import Testing

@Suite struct LockTests {
  private func message(_ body: () throws -> Void) -> String {
    do {
      try body()
      return "none"
    } catch { return "\(error)" }
  }

  /// A program that wants the file for itself alone.
  @Test func anExclusiveHolderIsToldOf() throws {
    let store = try Fixture.store()
    try Fixture.fill(store, 5)
    store.close()
    let other = try DatabaseQueue(path: store.path)
    try other.writeWithoutTransaction { db in
      try db.execute(
        sql:
          "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; UPDATE customers SET credit = 1; COMMIT"
      )
      for access in [Store.Access.readWrite, .readOnly] {
        // The wait of opening is the standing one; this one is not waited for.
        let text = message {
          _ = try Store.open(
            at: store.path, catalog: Fixture.catalog, access: access, waitLimit: .zero)
        }
        #expect(text.hasPrefix("store.busy: \(store.path): another run holds the store"))
      }
    }
    try other.close()
    #expect(try Fixture.dump(Store.open(at: store.path, catalog: Fixture.catalog)).count == 2)
  }

  /// What waits for its turn gets it, and sees what was done meanwhile.
  @Test func twoRunsQueue() async throws {
    let store = try Fixture.store()
    try Fixture.fill(store, 5)
    let (path, credit) = (store.path, Fixture.slot("credit"))
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<3 {
        group.addTask {
          let own = try Store.open(at: path, catalog: Fixture.catalog)
          for _ in 0..<5 {
            _ = try own.transaction(Fixture.header) { session in
              let block = try session.block(of: Fixture.customers, ids: [1])
              guard case .integer(let now) = try block.value(0, credit) else { return }
              try session.set(Fixture.customers, id: 1, [(credit, .integer(now + 1))])
            }
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(try Fixture.dump(store)["customers"]?[1]?[credit] == .integer(15))
    #expect(try store.runs().count == 16)
  }

  /// The doctor reads one moment while runs go on, and holds none of them up.
  @Test func theDoctorWorksBesideAWriter() throws {
    let store = try Fixture.store()
    try Fixture.fill(store, 50)
    let looked = try Store.openAsItStands(at: store.path, catalog: Fixture.catalog)
    var written = 0
    looked.onWork = { _ in
      _ = try store.transaction(Fixture.header) { session in
        written += 1
        try session.set(
          Fixture.customers, id: 1 + Int64(written % 50),
          [(Fixture.slot("level"), .text("\(written)"))])
      }
    }
    let report = try StoreDoctor(looked).examine()
    #expect(report.findings.isEmpty)
    #expect(written > 3)
    #expect(report.runs == 1)
    #expect(try StoreDoctor(looked).examine().runs > 1)
  }

  /// Whoever listens may stop it, also in the middle of one long check.
  @Test func theDoctorCanBeStopped() throws {
    struct Stop: Error {}
    let store = try Fixture.store()
    try Fixture.fill(store, 50)
    store.onWork = { _ in throw Stop() }
    #expect(throws: Stop.self) { try StoreDoctor(store).examine() }
    store.onWork = nil
    #expect(try StoreDoctor(store).examine().findings.isEmpty)
  }

  /// A copy is one file without a log; the first run gives it one.
  @Test func aCopyGetsALogWithItsFirstRun() throws {
    let store = try Fixture.store()
    try Fixture.fill(store, 5)
    let path = store.path + ".copy"
    try store.backup(to: path)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect([UInt8](bytes[18..<20]) == [1, 1])
    let copy = try Store.open(at: path, catalog: Fixture.catalog)
    _ = try Fixture.dump(copy)
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == bytes)
    try FaultedWork.bulk(copy)
    let other = try Store.open(at: path, catalog: Fixture.catalog)
    _ = try copy.transaction(Fixture.header) { session in
      try session.set(Fixture.customers, id: 1, [(Fixture.slot("credit"), .integer(50))])
      _ = try Fixture.dump(other)
    }
  }

  /// The log of a store that is gone would be read as that of the new one.
  @Test func aLogWithoutItsStoreIsNotAdopted() throws {
    let store = try Fixture.store()
    let path = Fixture.path()
    try Data([1, 2, 3]).write(to: URL(fileURLWithPath: path + "-wal"))
    #expect(code { _ = try Store.create(at: path, catalog: Fixture.catalog) } == "store.exists")
    #expect(code { try store.backup(to: path) } == "store.exists")
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  /// A part that nobody writes any more is replaced; one that is being written is not.
  @Test func partsOfCopies() throws {
    let store = try Fixture.store()
    let path = store.path + ".copy"
    try Data("cut off".utf8).write(to: URL(fileURLWithPath: path + ".part"))
    #expect(try store.backup(to: path))
    #expect(!FileManager.default.fileExists(atPath: path + ".part"))
    let other = store.path + ".other"
    let held = try NewStoreFile(path: other)
    #expect(code { try store.backup(to: other) } == "store.busy")
    #expect(FileManager.default.fileExists(atPath: held.part))
  }
}
