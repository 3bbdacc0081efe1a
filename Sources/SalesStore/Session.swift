import GRDBSQLite
import SalesKernel
import Values

/// Reading and writing inside one transaction. Used after its end it throws `store.stale`.
public final class Session {
  let store: Store
  let connection: OpaquePointer
  /// One log for the run and one for each savepoint inside another.
  private var logs: [ChangeLog]
  /// Which policy or rule set which field, for the record of the run; over the header's.
  public var policy: String?
  /// Called after each write, and after a savepoint is taken back: what was read before may be wrong.
  public var onChange: (() -> Void)?
  /// Called right before what was done is committed, with the run where anything changed. Where it is set, the
  /// transaction is committed although nothing changed.
  public var beforeCommit: ((_ run: Int64?) throws -> Void)?
  var isAtWork: Bool { isOpen }
  /// The run that this session takes back, once ``undo(_:)`` has.
  var undoes: Int64?
  var nextIDs: [String: Int64] = [:]
  var inserters: [String: RecordInserter] = [:]
  private var statements: [String: Statement] = [:]
  private var isOpen = true
  private let isReading: Bool
  /// Of a savepoint that could not be taken back: nothing of the transaction can be kept.
  private var failure: (any Error)?

  init(store: Store, connection: OpaquePointer, isReading: Bool) {
    self.store = store
    self.connection = connection
    self.isReading = isReading
    logs = [ChangeLog(store.editions)]
  }

  public var catalog: Catalog { store.catalog }

  /// What the session has changed so far, net, savepoints and all.
  public var changes: ChangeSet {
    guard var all = logs.first, logs.count > 1 else { return log.finish() }
    for inner in logs.dropFirst() { all.append(inner) }
    return all.finish()
  }

  /// Throws: `store.stale`; the error after which the engine took the transaction back, or `store.aborted` where
  /// nobody saw it.
  func requireOpen() throws {
    guard isOpen else {
      throw StoreError(
        "store.stale", "this run has ended", remedy: "read and write inside the run")
    }
    if let failure { throw failure }
    if sqlite3_get_autocommit(connection) != 0 {
      throw LostTransactions.error(connection)
        ?? StoreError(
          "store.aborted", "the run was taken back after an error of the store",
          remedy: "see the first error, then run again")
    }
  }

  func requireWritable() throws {
    try requireOpen()
    if isReading || store.access == .readOnly {
      throw StoreError(
        "store.readonly", "\(store.path) is open for reading only", remedy: "open it for writing")
    }
  }

  func close() {
    isOpen = false
    statements = [:]
    inserters = [:]
    onChange = nil
    beforeCommit = nil
  }

  /// Makes a deferred transaction take its snapshot now.
  func pinSnapshot() throws { try statement("SELECT count(*) FROM next_ids").run() }

  func layout(of entity: Entity) throws -> TableLayout {
    if let layout = store.layouts[entity.name] { return layout }
    throw ValidationError(
      "catalog.entity", "the store has no \(entity.name)",
      remedy: Suggestion.sentence(for: entity.name, among: catalog.entities.map(\.name)))
  }

  /// A prepared statement, kept for the session; a second one where the first is at work.
  func statement(_ sql: String) throws -> Statement {
    try requireOpen()
    if let known = statements[sql] {
      return sqlite3_stmt_busy(known.handle) == 0 ? known : try Statement(connection, sql)
    }
    let statement = try Statement(connection, sql)
    statements[sql] = statement
    return statement
  }

  /// What the innermost savepoint has noted.
  var log: ChangeLog {
    get { logs[logs.count - 1] }
    _modify {
      yield &logs[logs.count - 1]
      onChange?()
    }
  }

  /// Runs `body`; when it throws, only what it did is taken back, and its error comes out as it is.
  public func savepoint<T>(_ body: () throws -> T) throws -> T {
    try nested(keep: true) { try body() }.value
  }

  /// Does the work of `body` and takes it back: what it would change.
  public func plan(_ body: () throws -> Void) throws -> ChangeSet {
    try nested(keep: false) { try body() }.log.finish()
  }

  /// Commits what was done so far as a run of its own and goes on in a new transaction: from here on failing takes
  /// back only what follows.
  ///
  /// - Returns: the run, and what it changed; no run where nothing changed.
  /// - Throws: `store.nested` inside a savepoint or a plan; `store.busy`, `store.conflict`, `store.full`, `store.io`.
  public func checkpoint(_ header: RunHeader, started: Instant) throws -> RunOutcome<Void> {
    try requireWritable()
    guard logs.count == 1 else {
      throw StoreError(
        "store.nested", "a part of a plan cannot be committed",
        remedy: "set the checkpoint outside of plan and other functions that may be taken back")
    }
    let changes = log.finish()
    guard !changes.isEmpty || beforeCommit != nil else {
      return RunOutcome(value: (), run: nil, changes: changes)
    }
    var run: Int64?
    if !changes.isEmpty {
      var header = header
      header.policy = policy ?? header.policy
      run = try RunLog(session: self).record(header, changes, started: started)
    }
    try beforeCommit?(run)
    try Transaction.execute(connection, "COMMIT")
    store.editions.pop(takingBack: false)
    store.noteCommit()
    try Transaction.execute(connection, "BEGIN IMMEDIATE")
    store.editions.push()
    try noteOthers()
    logs = [ChangeLog(store.editions)]
    (nextIDs, inserters, undoes) = ([:], [:], nil)
    onChange?()
    return RunOutcome(value: (), run: run, changes: changes)
  }

  /// Other connections may have committed since the last transaction; its snapshot has that.
  func noteOthers() throws {
    let statement = try statement("PRAGMA data_version")
    defer { statement.reset() }
    if try statement.step() { store.editions.see(dataVersion: statement.integer(0)) }
  }

  private func nested<T>(keep: Bool, _ body: () throws -> T) throws -> (value: T, log: ChangeLog) {
    try requireOpen()
    let name = "level\(logs.count)"
    try Transaction.execute(connection, "SAVEPOINT \(name)")
    logs.append(ChangeLog(store.editions))
    store.editions.push()
    do {
      let value = try body()
      try requireOpen()
      if !keep {
        try Transaction.execute(connection, "ROLLBACK TO \(name)")
        onChange?()
      }
      try Transaction.execute(connection, "RELEASE \(name)")
      store.editions.pop(takingBack: !keep)
      let inner = logs.removeLast()
      if keep { log.append(inner) }
      return (value, inner)
    } catch {
      logs.removeLast()
      store.editions.pop(takingBack: true)
      onChange?()
      try takeBack(name)
      throw error
    }
  }

  /// Takes back what a savepoint did; where that fails the run is lost.
  private func takeBack(_ name: String) throws {
    guard isOpen, failure == nil, sqlite3_get_autocommit(connection) == 0 else { return }
    do {
      try Transaction.execute(connection, "ROLLBACK TO \(name)")
      try Transaction.execute(connection, "RELEASE \(name)")
    } catch {
      failure = error
      throw error
    }
  }
}
