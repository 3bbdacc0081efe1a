/// Files that are cut short or whose bytes are changed: an error with a code, or it works; never a trap.
import Foundation
import GRDB
import SalesKernel
@testable import SalesStore
import Testing

@Suite struct DamageTests {
  private static let rounds = TestRounds.of(20)

  private let bytes: [UInt8]

  init() throws {
    let store = try Fixture.store()
    try Fixture.fill(store, 120)
    try FaultedWork.bulk(store)
    _ = try store.transaction(Fixture.header) { try $0.delete(Fixture.customers, ids: [40, 41]) }
    try store.settle()
    store.close()
    bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: store.path)))
  }

  /// Does everything with a file; what is thrown must have a code.
  ///
  /// - Returns: the code of opening, else what the doctor found.
  @discardableResult
  private func exercise(_ bytes: [UInt8], _ name: Comment) throws -> (code: String?, damages: Int) {
    let path = Fixture.path()
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    var damages = 0
    let examined = attempt(name) {
      let store = try Store.openAsItStands(at: path, catalog: Fixture.catalog)
      defer { store.close() }
      damages = try StoreDoctor(store).examine().damages.count
    }
    let opened = attempt(name) {
      let store = try Store.open(at: path, catalog: Fixture.catalog)
      defer { store.close() }
      attempt(name) { _ = try Fixture.dump(store) }
      attempt(name) { for run in try store.runs() { _ = try store.changes(of: run.id) } }
      attempt(name) { try FaultedWork.bulk(store) }
      attempt(name) { _ = try store.undo(2, Fixture.header) }
      attempt(name) { _ = try store.undo(1, Fixture.header) }
      attempt(name) { try store.backup(to: path + ".copy") }
    }
    return (opened ?? examined, damages)
  }

  @discardableResult
  private func attempt(_ name: Comment, _ body: () throws -> Void) -> String? {
    do {
      try body()
      return nil
    } catch let error as StoreError {
      #expect(!error.message.isEmpty, name)
      return error.code
    } catch let error as ValidationError {
      return error.code
    } catch {
      Issue.record("\(name): \(error)")
      return nil
    }
  }

  /// One page less is told of already.
  @Test func aFileThatIsCutShortIsTold() throws {
    var random = TestRandom.seeded("cut short")
    let seed = random.state
    var sizes = Array(stride(from: 0, to: bytes.count, by: 4096))
    sizes += (0..<20).map { _ in Int.random(in: 0..<bytes.count, using: &random) }
    for size in sizes {
      let name: Comment = "\(size) of \(bytes.count) bytes, seed \(seed)"
      let (code, damages) = try exercise(Array(bytes.prefix(size)), name)
      #expect(code != nil || damages > 0, name)
    }
  }

  @Test func changedBytesNeverTrap() throws {
    var random = TestRandom.seeded("changed bytes")
    let seed = random.state
    for round in 0..<Self.rounds {
      var changed = bytes
      for _ in 0..<[1, 3, 40][round % 3] {
        // Half of them in the first bytes of a page, where its order stands.
        let place = Int.random(in: 0..<bytes.count, using: &random)
        let near = place / 4096 * 4096 + place % 32
        changed[Bool.random(using: &random) ? place : near] ^=
          1
          << UInt8.random(
            in: 0..<8, using: &random)
      }
      try exercise(changed, "round \(round), seed \(seed)")
    }
  }

  /// What the doctor says of damage that reading does not meet.
  @Test(arguments: [
    ("UPDATE customers SET credit = 99 WHERE id = 7", "", ""),
    (
      "UPDATE customer_level SET level = '中' WHERE id = 7", "customers 7.level: run 2 left",
      "something other"
    ),
    (
      "UPDATE customers SET since = 99999999999 WHERE id = 7", "customers 7.since: a stored day",
      "set it"
    ),
    (
      "UPDATE customers SET vip = 2 WHERE id = 7", "customers 7.vip: a stored yes or no 2", "set it"
    ),
    (
      "UPDATE customers SET name = CAST(x'FF41' AS TEXT) WHERE id = 7", "customers 7.name: a text",
      "set it"
    ),
    (
      "DELETE FROM customer_level WHERE id = 7", "customers 7 has no row in customer_level",
      "go back"
    ),
    (
      "INSERT INTO customer_level (id) VALUES (900)", "customer_level 900 belongs to no record",
      "go back"
    ),
    (
      "DELETE FROM customers WHERE id = 7", "customers 7 is not there, and a run made it", "go back"
    ),
    (
      "INSERT INTO customers (id, name) VALUES (900, 'x')",
      "customers 900 is there, and no run made it", "something other"
    ),
    (
      "INSERT INTO customers (id, name) VALUES (40, 'x')",
      "customers 40 is there, and a run deleted it", "something other"
    ),
    (
      "UPDATE customers SET owner = 77 WHERE id = 7", "customers 7 refers to a record of reps",
      "give it"
    ),
    ("DROP INDEX customers_code", "the index customers_code is missing", "make it"),
    (
      "UPDATE next_ids SET next = 5 WHERE entity = 'customers'", "the next of customers would be 5",
      "records of"
    ),
    (
      "UPDATE run_changes SET before = x'00' WHERE run = 2", "run 2: a run's change set is damaged",
      "go back"
    ),
    (
      "UPDATE run_changes SET ids = x'0102' WHERE run = 3", "run 3: a run's change set is damaged",
      "go back"
    ),
    (
      "UPDATE run_changes SET count = 4 WHERE run = 1", "run 1: a run's change set is damaged",
      "go back"
    ),
    ("UPDATE runs SET kind = 'x' WHERE id = 2", "run 2: a run's change set is damaged", "go back"),
    ("UPDATE runs SET status = 'undone' WHERE id = 2", "run 2 is marked undone", "go back"),
    (
      "INSERT INTO executions VALUES (1, 1, 'j', NULL, 1, 'done', 0, 0, 1, 0, NULL, NULL, NULL, '9', NULL, NULL, 0)",
      "execution 1 made run 9, which is not there", "go back"
    ),
    (
      "INSERT INTO executions VALUES (1, 1, 'j', NULL, 1, 'odd', 0, 0, 1, 0, NULL, NULL, NULL, '', NULL, NULL, 0)",
      "execution 1: execution 1 has an unknown state", "go back"
    ),
  ])
  func theDoctorNamesTheDamage(sql: String, message: String, remedy: String) throws {
    let path = Fixture.path()
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    try queue.close()
    let store = try Store.openAsItStands(at: path, catalog: Fixture.catalog)
    defer { store.close() }
    let damages = try StoreDoctor(store).examine().damages
    // What no run changed since it was made has no second witness.
    if message.isEmpty { return #expect(damages.isEmpty, "\(damages)") }
    #expect(
      damages.contains { $0.message.hasPrefix(message) && $0.remedy.hasPrefix(remedy) },
      "\(damages)")
  }

  /// A damaged change set does not spoil other runs, nor is it undone.
  @Test func aDamagedRunIsNotUndone() throws {
    let path = Fixture.path()
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    let queue = try DatabaseQueue(path: path)
    try queue.write { try $0.execute(sql: "UPDATE run_changes SET after = x'04' WHERE run = 2") }
    try queue.close()
    let store = try Store.open(at: path, catalog: Fixture.catalog)
    let before = try Fixture.dump(store)
    #expect(code { _ = try store.undo(2, Fixture.header) } == "store.corrupt")
    #expect(try Fixture.dump(store) == before)
    _ = try store.undo(3, Fixture.header)
    #expect(try Fixture.dump(store)["customers"]?[40] != nil)
  }
}
