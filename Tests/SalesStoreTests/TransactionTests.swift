/// Runs: all or nothing, planned, recorded, undone.
import CRows
import Foundation
import SalesKernel
@testable import SalesStore
import Testing
import Values

@Suite struct TransactionTests {
  let level = Fixture.slot("level")
  let credit = Fixture.slot("credit")

  func tier(_ session: Session) throws -> UpdateResult {
    let (credit, level) = (credit, level)
    return try session.update(
      Selection(Fixture.customers), slot: level, reading: [credit]
    ) { block, results in
      for row in 0..<block.count {
        let value = block.cells[row * block.width + credit].bits
        results[row] = "\(value > 60 ? "A" : "B")".withCString {
          block.keep(UnsafeRawBufferPointer(start: $0, count: 1))
        }
      }
    }
  }

  @Test func bulkUpdateIsRecordedAndUndone() throws {
    let store = try Fixture.store()
    try Fixture.fill(store, 3000)
    let before = try Fixture.dump(store)
    let outcome = try store.transaction(Fixture.header) { try tier($0) }
    #expect(outcome.value == UpdateResult(scanned: 3000, changed: 3000))
    let run = try #require(outcome.run)
    let record = try store.run(run)
    #expect(record.header.arguments == ["a", "b \"c\""])
    #expect(record.header.seed == .max)
    #expect(
      record.counts == [RunCount(entity: "customers", field: "level", kind: .updated, count: 3000)])
    let moves = try #require(try store.changes(of: run).change(of: "customers", "level")).moves()
    // Of 0..<3000 by 101: 29 whole rounds of 40 over 60, and 71 more numbers with 10 over 60.
    #expect(moves.map(\.count) == [1830, 1170])
    #expect(try store.changes(of: run).digest == outcome.changes.digest)
    let after = try Fixture.dump(store)
    #expect(after["customers"]?[1]?[level] == .text("B"))
    #expect(after["customers"]?[62]?[level] == .text("A"))
    let undo = try store.undo(run, Fixture.header)
    #expect(try Fixture.dump(store) == before)
    #expect(try store.run(run).status == .undone)
    let redo = try store.undo(try #require(undo.run), Fixture.header)
    #expect(try Fixture.dump(store) == after)
    #expect(try store.run(run).status == .applied)
    #expect(redo.run != nil)
  }

  @Test func anErrorTakesAllBackAndComesOutAsItIs() throws {
    struct Odd: Error, Equatable { let number = 7 }
    let store = try Fixture.store()
    try Fixture.fill(store, 10)
    let before = try Fixture.dump(store)
    #expect(throws: Odd()) {
      try store.transaction(Fixture.header) { session in
        _ = try tier(session)
        throw Odd()
      }
    }
    #expect(try Fixture.dump(store) == before)
    #expect(try store.runs().count == 1)
  }

  @Test func aPlanLeavesTheFileAsItIs() throws {
    let store = try Fixture.store()
    try Fixture.fill(store, 2000)
    store.close()
    let bytes = FileManager.default.contents(atPath: store.path)
    let again = try Store.open(at: store.path, catalog: Fixture.catalog)
    let outcome = try again.transaction(Fixture.header, mode: .plan) { try tier($0) }
    #expect(outcome.run == nil)
    #expect(outcome.changes.count == 2000)
    again.close()
    #expect(FileManager.default.contents(atPath: store.path) == bytes)
  }

  @Test func savepointsAndPlansInside() throws {
    let store = try Fixture.store()
    try Fixture.fill(store, 10)
    let outcome = try store.transaction(Fixture.header) { session in
      try session.set(Fixture.customers, id: 1, [(level, .text("X"))])
      _ = try? session.savepoint {
        try session.set(Fixture.customers, id: 2, [(level, .text("Y"))])
        throw ValidationError("a.b", "c")
      }
      let plan = try session.plan {
        try session.set(Fixture.customers, id: 1, [(level, .text("Z"))])
        try session.delete(Fixture.customers, ids: [3])
      }
      #expect(plan.count == 2)
      #expect(plan.change(of: "customers", "level")?.before.value(0) == .text("X"))
      try session.savepoint { try session.set(Fixture.customers, id: 1, [(level, .text("W"))]) }
    }
    #expect(outcome.changes.count == 1)
    let change = try #require(outcome.changes.change(of: "customers", "level"))
    #expect(change.ids == [1])
    #expect(change.before.value(0) == .null)
    #expect(change.after.value(0) == .text("W"))
    #expect(try Fixture.dump(store)["customers"]?.count == 10)
  }

  @Test func aBlockedUndoNamesTheRun() throws {
    let store = try Fixture.store()
    try Fixture.fill(store, 10)
    let first = try store.transaction(Fixture.header) { try tier($0) }
    let second = try store.transaction(Fixture.header) { session in
      try session.set(Fixture.customers, id: 5, [(level, .text("D"))])
    }
    let before = try Fixture.dump(store)
    do {
      _ = try store.undo(try #require(first.run), Fixture.header)
      Issue.record("not blocked")
    } catch let error as StoreError {
      #expect(error.code == "run.blocked")
      #expect(error.message.contains("customer 5.level"))
      #expect(error.message.contains("run \(try #require(second.run))"))
      #expect(error.message.contains("\"D\""))
    }
    #expect(try Fixture.dump(store) == before)
    _ = try store.undo(try #require(second.run), Fixture.header)
    _ = try store.undo(try #require(first.run), Fixture.header)
    #expect(code { _ = try store.undo(first.run ?? 0, Fixture.header) } == "run.undone")
  }
}
