import GRDBSQLite
import Values

/// One transaction from BEGIN to its end, with the record of its run.
struct Transaction {
  let store: Store
  let connection: OpaquePointer
  /// Nil for reading only.
  let header: RunHeader?
  let mode: RunMode

  static func execute(_ connection: OpaquePointer, _ sql: String) throws {
    let result = sqlite3_exec(connection, sql, nil, nil, nil)
    if result != SQLITE_OK {
      throw StoreError.sqlite(connection, result, String(sql.prefix(60)))
    }
  }

  func run<T>(_ body: (Session) throws -> T) throws -> RunOutcome<T> {
    let session = try begin()
    do {
      let started = RunLog.now()
      let value = try body(session)
      let (run, changes) = try finish(session, header, started: started)
      return RunOutcome(value: value, run: run, changes: changes)
    } catch {
      takeBack(session)
      throw error
    }
  }

  /// Begins; what is read is read of one moment.
  func begin() throws -> Session {
    let writes = mode == .apply || (mode == .plan && header != nil)
    if writes, store.access == .readOnly {
      throw StoreError(
        "store.readonly", "\(store.path) is open for reading only", remedy: "open it for writing")
    }
    if mode == .apply { try store.adoptLog(connection) }
    try Transaction.execute(connection, writes ? "BEGIN IMMEDIATE" : "BEGIN DEFERRED")
    LostTransactions.begin(connection)
    let session = Session(store: store, connection: connection, isReading: header == nil)
    store.editions.push()
    do {
      if !writes { try session.pinSnapshot() }
      try session.noteOthers()
    } catch {
      takeBack(session)
      throw error
    }
    return session
  }

  /// Records the run and commits; where nothing changed, or it was only planned, takes all back.
  func finish(
    _ session: Session, _ header: RunHeader?, started: Instant
  ) throws -> (run: Int64?, changes: ChangeSet) {
    try session.requireOpen()
    let changes = session.log.finish()
    var run: Int64?
    if var header, mode != .plan, !changes.isEmpty {
      header.policy = session.policy ?? header.policy
      run = try RunLog(session: session).record(header, changes, started: started)
    }
    let isKept = run != nil || (session.beforeCommit != nil && mode != .plan)
    if isKept { try session.beforeCommit?(run) }
    session.close()
    try Transaction.execute(connection, isKept ? "COMMIT" : "ROLLBACK")
    LostTransactions.end(connection)
    store.editions.pop(takingBack: !isKept)
    if isKept { store.noteCommit() }
    return (run, changes)
  }

  func takeBack(_ session: Session) {
    session.close()
    LostTransactions.end(connection)
    store.editions.pop(takingBack: true)
    if sqlite3_get_autocommit(connection) == 0 {
      try? Transaction.execute(connection, "ROLLBACK")
    }
  }
}
