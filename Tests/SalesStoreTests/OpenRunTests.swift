/// Runs that stay open from step to step, and runs that are committed in parts.
import SalesKernel
@testable import SalesStore
import Testing
import Values

@Suite struct OpenRunTests {
  struct Odd: Error, Equatable {}
  let customers = Fixture.customers
  let credit = Fixture.slot("credit")

  func add(_ session: Session, _ code: String) throws {
    _ = try session.create(
      customers, [(Fixture.slot("code"), .text(code)), (Fixture.slot("name"), .text(code))])
  }

  func codes(_ store: Store) throws -> [String] {
    try Fixture.dump(store)["customers", default: [:]].sorted { $0.key < $1.key }.map {
      "\($0.value[Fixture.slot("code")])"
    }
  }

  @Test func stepsAreOneRun() throws {
    let store = try Fixture.store()
    let run = try store.begin(Fixture.header, mode: .read)
    try run.perform { try add($0, "a") }
    try run.perform { try add($0, "b") }
    #expect(run.changes.count == 2)
    #expect(run.changes.recordCount == 2)
    let outcome = try run.commit()
    #expect(outcome.run == 1 && !run.isOpen)
    #expect(try store.runs().count == 1)
    #expect(try codes(store).count == 2)
    _ = try store.undo(1, Fixture.header)
    #expect(try codes(store).isEmpty)
  }

  @Test func aStepThatFailsIsTakenBackAlone() throws {
    let store = try Fixture.store()
    let run = try store.begin(Fixture.header, mode: .read)
    try run.perform { try add($0, "a") }
    #expect(throws: Odd()) {
      try run.perform {
        try add($0, "b")
        throw Odd()
      }
    }
    #expect(run.isOpen && run.isSound && run.changes.count == 1)
    try run.perform { try add($0, "c") }
    _ = try run.commit()
    #expect(try codes(store).count == 2)
  }

  @Test func theFirstStepThatFailsEndsTheRun() throws {
    let store = try Fixture.store()
    let run = try store.begin(Fixture.header, mode: .read)
    #expect(throws: Odd()) {
      try run.perform {
        try add($0, "a")
        throw Odd()
      }
    }
    #expect(!run.isOpen)
    #expect(throws: StoreError.self) { try run.perform { _ in } }
    #expect(throws: StoreError.self) { try run.commit() }
    #expect(try store.runs().isEmpty)
  }

  @Test func rollbackTakesAllBackAndTheStoreGoesOn() throws {
    let store = try Fixture.store()
    let run = try store.begin(Fixture.header, mode: .read)
    try run.perform { try add($0, "a") }
    let refusal = #expect(throws: StoreError.self) { try store.read { _ in } }
    #expect(refusal?.code == "store.nested")
    run.rollback()
    #expect(try codes(store).isEmpty)
    _ = try store.transaction(Fixture.header) { try add($0, "b") }
    #expect(try codes(store).count == 1)
  }

  @Test func closingOrForgettingRollsBack() throws {
    let path = Fixture.path()
    let store = try Store.create(at: path, catalog: Fixture.catalog)
    do {
      let forgotten = try store.begin(Fixture.header, mode: .read)
      try forgotten.perform { try add($0, "a") }
    }
    #expect(try codes(store).isEmpty)
    let run = try store.begin(Fixture.header, mode: .read)
    try run.perform { try add($0, "a") }
    store.close()
    #expect(!run.isOpen)
    #expect(try codes(Store.open(at: path, catalog: Fixture.catalog)).isEmpty)
  }

  @Test func partsAreRunsOfTheirOwnAndStayWhenTheRestFails() throws {
    let store = try Fixture.store()
    #expect(throws: Odd()) {
      try store.transaction(Fixture.header) { session in
        try add(session, "a")
        #expect(try session.checkpoint(Fixture.header, started: .epoch).run == 1)
        #expect(session.changes.isEmpty)
        #expect(try session.checkpoint(Fixture.header, started: .epoch).run == nil)
        try add(session, "b")
        #expect(try session.checkpoint(Fixture.header, started: .epoch).run == 2)
        try add(session, "c")
        throw Odd()
      }
    }
    #expect(try codes(store).count == 2)
    #expect(try store.runs().map(\.id) == [2, 1])
    _ = try store.undo(2, Fixture.header)
    #expect(try codes(store).count == 1)
  }

  @Test func noPartOfAPlanIsCommitted() throws {
    let store = try Fixture.store()
    _ = try store.transaction(Fixture.header) { session in
      _ = try session.plan {
        try add(session, "a")
        let refusal = #expect(throws: StoreError.self) {
          try session.checkpoint(Fixture.header, started: .epoch)
        }
        #expect(refusal?.code == "store.nested")
      }
    }
    #expect(try store.runs().isEmpty)
  }

  @Test func aRecordCountsOnce() throws {
    let store = try Fixture.store()
    try Fixture.fill(store, 5)
    let run = try store.begin(Fixture.header, mode: .read)
    try run.perform { session in
      for id: Int64 in 1...3 {
        try session.set(
          customers, id: id, [(credit, .integer(90)), (Fixture.slot("vip"), .bool(true))])
      }
      try session.set(customers, id: 4, [(credit, .integer(91))])
    }
    #expect(run.changes.count == 7)
    #expect(run.changes.recordCount == 4)
    run.rollback()
  }
}
