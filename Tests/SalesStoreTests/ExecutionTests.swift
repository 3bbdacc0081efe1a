/// Executions of jobs beside the runs: stored, listed, forgotten, and committed together with what was done.
import GRDB
import SalesKernel
@testable import SalesStore
import Testing
import Values

@Suite struct ExecutionTests {
  struct Odd: Error {}

  private func execution(_ job: Int64, _ state: Execution.State = .running) -> Execution {
    Execution(
      job: job, name: "job\(job)", due: .first, attempt: 1, state: state, started: .first,
      process: 7)
  }

  @Test func everyFieldComesBack() throws {
    let store = try Fixture.store()
    var full = execution(3, .failed)
    (full.finished, full.exitCode, full.errorCode) = (.last, 5, "limit.deadline")
    (full.errorMessage, full.retryAt, full.runs) = ("时间到了", .last, [4, 17])
    (full.checkpoint, full.output, full.skipped) = ("{a = 1}", "out\n", 9)
    try store.recordExecutions { try $0.store(&full) }
    #expect(full.id == 1)
    #expect(try store.read { try $0.execution(1) } == full)
    full.state = .done
    try store.recordExecutions { try $0.store(&full) }
    #expect(try store.read { try $0.executions(limit: 9) } == [full])
    #expect(try store.runs().isEmpty)
    #expect(throws: StoreError.self) { try store.read { try $0.execution(2) } }
  }

  @Test func listsAndForgetsByJob() throws {
    let store = try Fixture.store()
    for number in 0..<10 {
      var one = execution(Int64(number % 2))
      try store.recordExecutions { try $0.store(&one) }
    }
    try store.recordExecutions { try $0.forgetExecutions(ofJob: 0, keeping: 2) }
    let (all, odd, named) = try store.read {
      (
        try $0.executions(limit: 99).map(\.id), try $0.executions(ofJob: 1, limit: 2).map(\.id),
        try $0.executions(named: "job0", limit: 9).map(\.id)
      )
    }
    #expect(all == [10, 9, 8, 7, 6, 4, 2])
    #expect(odd == [10, 8])
    #expect(named == [9, 7])
  }

  /// Records and execution are committed together, or neither.
  @Test func committedWithTheRun() throws {
    let store = try Fixture.store()
    func work(_ session: Session, fail: Bool) throws {
      session.beforeCommit = { [unowned session] run in
        var one = execution(run ?? 0)
        try session.store(&one)
      }
      _ = try session.create(
        Fixture.customers,
        [(Fixture.slot("code"), .text("a")), (Fixture.slot("name"), .text("a"))])
      if fail { throw Odd() }
    }
    #expect(throws: Odd.self) {
      _ = try store.transaction(Fixture.header) { try work($0, fail: true) }
    }
    _ = try store.transaction(Fixture.header, mode: .plan) { try work($0, fail: false) }
    #expect(try store.read { try $0.executions(limit: 9) }.isEmpty)
    let run = try store.transaction(Fixture.header) { try work($0, fail: false) }.run
    #expect(try store.read { try $0.executions(limit: 9) }.map(\.job) == [run])
    // What fails while it is noted takes the run back.
    #expect(throws: Odd.self) {
      _ = try store.transaction(Fixture.header) { session in
        session.beforeCommit = { _ in throw Odd() }
        try session.set(
          Fixture.customers, id: 1, [(Fixture.slot("name"), .text("b"))])
      }
    }
    #expect(try store.runs().count == 1)
  }

  @Test func aStoreOfBeforeGetsTheTable() throws {
    let store = try Fixture.store()
    let path = store.path
    store.close()
    let queue = try DatabaseQueue(path: path)
    try queue.write { try $0.execute(sql: "DROP TABLE executions") }
    try queue.close()
    let opened = try Store.open(at: path, catalog: store.catalog)
    defer { opened.close() }
    var one = execution(1)
    try opened.recordExecutions { try $0.store(&one) }
    #expect(one.id == 1)
  }
}
