import GRDBSQLite
import Values

/// Executions of jobs: written beside the records, in the same transaction, and no part of a run.
extension Session {
  /// - Throws: `execution.missing`.
  public func execution(_ id: Int64) throws -> Execution {
    let statement = try statement(ExecutionSQL.one)
    defer { statement.reset() }
    statement.bind(1, id)
    if try statement.step(), let found = try Self.execution(statement) { return found }
    throw StoreError(
      "execution.missing", "there is no execution \(id)",
      remedy: "tenon schedule history lists them")
  }

  /// The latest executions, the latest first.
  public func executions(limit: Int) throws -> [Execution] {
    try executions(ExecutionSQL.recent, limit) { _ in }
  }

  /// The latest executions of a job, the latest first.
  public func executions(ofJob job: Int64, limit: Int) throws -> [Execution] {
    try executions(ExecutionSQL.recentOfJob, limit) { $0.bind(2, job) }
  }

  /// The latest executions of jobs that had a name, also of those that are gone; the latest first.
  public func executions(named name: String, limit: Int) throws -> [Execution] {
    try executions(ExecutionSQL.recentOfName, limit) { $0.bind(2, name) }
  }

  /// Stores an execution; a new one gets its id.
  public func store(_ execution: inout Execution) throws {
    let isNew = execution.id == 0
    let statement = try statement(isNew ? ExecutionSQL.insert : ExecutionSQL.update)
    bind(execution, to: statement)
    if !isNew { statement.bind(17, execution.id) }
    try statement.run()
    if isNew { execution.id = sqlite3_last_insert_rowid(connection) }
  }

  /// Forgets all executions of a job but the latest.
  public func forgetExecutions(ofJob job: Int64, keeping count: Int) throws {
    let statement = try statement(ExecutionSQL.forget)
    statement.bind(1, job)
    statement.bind(2, Int64(max(0, count)))
    try statement.run()
  }

  private func executions(
    _ sql: String, _ limit: Int, _ bind: (Statement) -> Void
  ) throws -> [Execution] {
    let statement = try statement(sql)
    defer { statement.reset() }
    statement.bind(1, Int64(max(limit, 0)))
    bind(statement)
    var found: [Execution] = []
    while try statement.step() {
      if let execution = try Self.execution(statement) { found.append(execution) }
    }
    return found
  }

  private func bind(_ execution: Execution, to statement: Statement) {
    func number(_ index: Int32, _ value: Int64?) {
      if let value { statement.bind(index, value) } else { statement.bindNull(index) }
    }
    statement.bind(1, execution.job)
    statement.bind(2, execution.name)
    number(3, execution.due?.milliseconds)
    statement.bind(4, Int64(execution.attempt))
    statement.bind(5, execution.state.rawValue)
    statement.bind(6, execution.started.milliseconds)
    number(7, execution.finished?.milliseconds)
    statement.bind(8, Int64(execution.process))
    number(9, execution.exitCode.map(Int64.init))
    statement.bind(10, execution.errorCode)
    statement.bind(11, execution.errorMessage)
    number(12, execution.retryAt?.milliseconds)
    statement.bind(13, execution.runs.map(String.init).joined(separator: " "))
    statement.bind(14, execution.checkpoint)
    statement.bind(15, execution.output)
    statement.bind(16, Int64(execution.skipped))
  }

  /// - Throws: `store.corrupt` for what no program of ours wrote.
  private static func execution(_ statement: Statement) throws -> Execution? {
    func number(_ column: Int32) -> Int64? {
      statement.isNull(column) ? nil : statement.integer(column)
    }
    func moment(_ column: Int32) throws -> Instant? {
      try number(column).map { try Instant(milliseconds: $0) }
    }
    guard let state = Execution.State(rawValue: statement.text(5)) else {
      throw StoreError(
        "store.corrupt", "execution \(statement.integer(0)) has an unknown state",
        remedy: "go back to a copy made with tenon backup")
    }
    var execution = Execution(
      job: statement.integer(1), name: statement.text(2), due: try moment(3),
      attempt: Int(clamping: statement.integer(4)), state: state,
      started: try moment(6) ?? .first, process: Int32(clamping: statement.integer(8)))
    execution.id = statement.integer(0)
    execution.finished = try moment(7)
    execution.exitCode = number(9).map { Int32(clamping: $0) }
    execution.errorCode = statement.optionalText(10)
    execution.errorMessage = statement.optionalText(11)
    execution.retryAt = try moment(12)
    execution.runs = statement.text(13).split(separator: " ").compactMap { Int64($0) }
    execution.checkpoint = statement.optionalText(14)
    execution.output = statement.optionalText(15)
    execution.skipped = Int(clamping: statement.integer(16))
    return execution
  }
}

extension Store {
  /// Writes about executions, in a transaction that is no run.
  ///
  /// - Throws: `store.busy`, `store.readonly`, `store.full`, `store.io`, and what `body` throws.
  public func recordExecutions<T>(
    onWait: (@Sendable () -> Void)? = nil, _ body: (Session) throws -> T
  ) throws -> T {
    try inside { _, connection in
      gate.onWait = onWait
      defer { gate.onWait = nil }
      let transaction = Transaction(store: self, connection: connection, header: nil, mode: .apply)
      let value = try transaction.run { session in
        session.beforeCommit = { _ in }
        return try body(session)
      }.value
      noteCommit()
      return value
    }
  }
}
