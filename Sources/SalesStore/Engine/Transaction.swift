import GRDBSQLite

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
    let writes = mode == .apply || (mode == .plan && header != nil)
    if writes, store.access == .readOnly {
      throw StoreError(
        "store.readonly", "\(store.path) is open for reading only", remedy: "open it for writing")
    }
    try Transaction.execute(connection, writes ? "BEGIN IMMEDIATE" : "BEGIN DEFERRED")
    let session = Session(store: store, connection: connection, isReading: header == nil)
    store.editions.push()
    do {
      if !writes { try session.pinSnapshot() }
      try noteOthers(session)
      let started = RunLog.now()
      let value = try body(session)
      try session.requireOpen()
      let changes = session.log.finish()
      var run: Int64?
      if var header, mode != .plan, !changes.isEmpty {
        header.policy = session.policy ?? header.policy
        run = try RunLog(session: session).record(header, changes, started: started)
      }
      session.close()
      try Transaction.execute(connection, run == nil ? "ROLLBACK" : "COMMIT")
      store.editions.pop(takingBack: run == nil)
      return RunOutcome(value: value, run: run, changes: changes)
    } catch {
      session.close()
      store.editions.pop(takingBack: true)
      if sqlite3_get_autocommit(connection) == 0 {
        try? Transaction.execute(connection, "ROLLBACK")
      }
      throw error
    }
  }

  /// Other connections may have committed since the last transaction; its snapshot has that.
  private func noteOthers(_ session: Session) throws {
    let statement = try session.statement("PRAGMA data_version")
    defer { statement.reset() }
    if try statement.step() { store.editions.see(dataVersion: statement.integer(0)) }
  }
}
