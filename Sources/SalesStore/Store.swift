import GRDB
import GRDBSQLite
import SalesKernel

/// One file of records and runs.
///
/// ```
///   Store ── transaction(header, mode) ──▶ Session ── forEachBlock ──▶ RowBlock ◀── rules read
///   cells
///     │                                       │
///     │ runs, changes(of:)                    └── the write door: update · set · create · delete
///     ▼                                                 │ before and after of every cell
///   RunRecord ◀──── run_changes ◀──── ChangeSet ◀── ChangeLog
/// ```
/// Every write goes through the door and belongs to a run, so that it can be planned, shown and
/// undone. A store
/// is used from one thread at a time.
public final class Store {
  public enum Access: Sendable { case readWrite, readOnly }

  public let path: String
  public let catalog: Catalog
  public let access: Access
  let layouts: [String: TableLayout]
  let gate: WaitGate
  let feed = ColumnFeed()
  let editions = StoreEditions()
  private let queue: DatabaseQueue
  private let logWasThere: Bool
  private var isInside = false
  private var isClosed = false
  private var hasCommitted = false
  private var hasAskedForLog = false
  /// The run that waits for its next step.
  private(set) weak var openRun: OpenRun?

  /// Hears of long work on this thread, a few hundred times a second; throwing stops the work.
  public var onWork: ((WorkReport) throws -> Void)?

  /// The longest that a run waits for another.
  public var waitLimit: Duration {
    get { gate.limit }
    set { gate.limit = newValue }
  }

  private init(
    path: String, catalog: Catalog, access: Access, waitLimit: Duration? = nil
  ) throws {
    self.path = path
    self.catalog = catalog
    self.access = access
    layouts = Dictionary(
      catalog.entities.map { ($0.name, TableLayout($0)) }, uniquingKeysWith: { first, _ in first })
    let gate = WaitGate()
    if let waitLimit { gate.limit = waitLimit }
    self.gate = gate
    logWasThere = StoreFile(path: path).hasLog
    var configuration = Configuration()
    configuration.readonly = access == .readOnly
    configuration.allowsUnsafeTransactions = true  // of an OpenRun, between its steps
    configuration.busyMode = .callback { gate.wait(attempt: $0) }
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY")
    }
    do {
      queue = try DatabaseQueue(path: path, configuration: configuration)
    } catch {
      throw StoreError.grdb(error, path)
    }
    try inside { _, connection in try feed.register(connection) }
  }

  deinit { close() }

  /// Makes a new store and opens it. Where that fails, there is no file.
  ///
  /// Throws: `store.exists`, `store.io`, `store.full`.
  public static func create(at path: String, catalog: Catalog) throws -> Store {
    try StoreFile(path: path).reserve()
    return try made(at: path, catalog: catalog)
  }

  /// Makes the tables of a store in the part of a new file.
  ///
  /// Throws: `store.io`, `store.full`.
  public static func create(in file: NewStoreFile, catalog: Catalog) throws -> Store {
    try made(at: file.part, catalog: catalog)
  }

  private static func made(at path: String, catalog: Catalog) throws -> Store {
    var store: Store?
    do {
      let new = try Store(path: path, catalog: catalog, access: .readWrite)
      store = new
      try new.inside { _, connection in
        try StoreSchema(catalog: catalog, layouts: new.layouts).create(on: connection)
      }
      return new
    } catch {
      store?.close()
      StoreFile(path: path).removeAll()
      throw error
    }
  }

  /// Makes a store that lives in memory, for as long as it is open.
  public static func inMemory(catalog: Catalog) throws -> Store {
    let store = try Store(path: ":memory:", catalog: catalog, access: .readWrite)
    try store.inside { _, connection in
      try StoreSchema(catalog: catalog, layouts: store.layouts).create(on: connection)
    }
    return store
  }

  /// Opens a store, adding tables and columns that this program knows and the file does not.
  ///
  /// - Parameter waitLimit: The longest that opening, and each run, waits for another; half a minute.
  /// - Throws: `store.missing`, `store.foreign`, `store.newer`, `store.readonly`, `store.io`,
  ///   `store.corrupt`, `store.busy`; `store.older` for reading only where something would have to be added.
  public static func open(
    at path: String, catalog: Catalog, access: Access = .readWrite, waitLimit: Duration? = nil
  ) throws -> Store {
    try StoreFile(path: path).check()
    let store = try Store(path: path, catalog: catalog, access: access, waitLimit: waitLimit)
    try store.inside { _, connection in
      if access == .readWrite, sqlite3_db_readonly(connection, "main") == 1 {
        throw StoreError(
          "store.readonly", "\(path) cannot be written",
          remedy: "check the file's permissions, or open it for reading")
      }
      try StoreSchema(catalog: catalog, layouts: store.layouts)
        .update(on: connection, isReadOnly: access == .readOnly)
    }
    return store
  }

  /// Opens a store for reading as it stands: what this program knows and the file does not stays missing.
  ///
  /// Throws: `store.missing`, `store.foreign`, `store.newer`, `store.io`, `store.corrupt`; `store.readonly` where its
  /// log cannot be read.
  public static func openAsItStands(at path: String, catalog: Catalog) throws -> Store {
    try StoreFile(path: path).check()
    return try Store(path: path, catalog: catalog, access: .readOnly)
  }

  /// Closes the file; a store that committed nothing leaves it byte for byte as it was.
  public func close() {
    if isClosed || isInside { return }
    openRun?.rollback()
    isClosed = true
    let keeper = hasCommitted || !logWasThere ? nil : LogKeeper(path: path)
    try? queue.close()
    keeper?.close()
    if access == .readOnly, !logWasThere { StoreFile(path: path).removeEmptyLog() }
  }

  /// Runs `body` as one run: all or nothing.
  ///
  /// The body runs on this thread. When it throws, everything is taken back and its error comes out
  /// as it is.
  ///
  /// - Parameter onWait: Called once when another run has held the store for a second.
  /// - Throws: `store.busy`, `store.conflict`, `store.full`, `store.io`, `store.nested`,
  ///   `store.closed`, and what `body` throws.
  public func transaction<T>(
    _ header: RunHeader, mode: RunMode = .apply, onWait: (@Sendable () -> Void)? = nil,
    _ body: (Session) throws -> T
  ) throws -> RunOutcome<T> {
    try inside { _, connection in
      gate.onWait = onWait
      defer { gate.onWait = nil }
      let transaction = Transaction(store: self, connection: connection, header: header, mode: mode)
      let outcome = try transaction.run(body)
      if outcome.run != nil { hasCommitted = true }
      return outcome
    }
  }

  /// Begins a run that lasts from call to call, until it is committed or rolled back; meanwhile the store does
  /// nothing else.
  ///
  /// - Throws: `store.busy`, `store.nested`, `store.closed`, `store.readonly`.
  public func begin(
    _ header: RunHeader, mode: RunMode = .apply, onWait: (@Sendable () -> Void)? = nil
  ) throws -> OpenRun {
    try inside { _, connection in
      gate.onWait = onWait
      defer { gate.onWait = nil }
      let transaction = Transaction(store: self, connection: connection, header: header, mode: mode)
      let run = OpenRun(transaction, session: try transaction.begin(), header: header)
      openRun = run
      return run
    }
  }

  func noteCommit() { hasCommitted = true }

  /// A copy made by ``backup(to:)`` is one file without a log, which can be read from a folder that cannot be written.
  /// Before its first run it gets one, so that readers and the writer do not wait for each other. Where somebody
  /// reads it at this moment, that must wait.
  func adoptLog(_ connection: OpaquePointer) throws {
    if hasAskedForLog { return }
    hasAskedForLog = true
    let mode = try Statement(connection, "PRAGMA journal_mode")
    guard try mode.step(), mode.text(0) == "delete" else { return }
    mode.reset()
    try? Transaction.execute(connection, "PRAGMA journal_mode = WAL")
  }

  /// Reads without a run.
  public func read<T>(_ body: (Session) throws -> T) throws -> T {
    try inside { _, connection in
      try Transaction(store: self, connection: connection, header: nil, mode: .plan).run(body).value
    }
  }

  /// The connection, for the time of the call; while a run is open only for its steps.
  func inside<T>(
    stepOf run: OpenRun? = nil, _ body: (Database, OpaquePointer) throws -> T
  ) throws -> T {
    if isClosed { throw StoreError("store.closed", "\(path) is closed", remedy: "open it again") }
    if isInside || (openRun?.isOpen == true && openRun !== run) {
      throw StoreError(
        "store.nested", "a run is already at work on \(path)",
        remedy: "end it first, or use savepoint")
    }
    isInside = true
    defer { isInside = false }
    return try queue.inDatabase { db in
      guard let connection = db.sqliteConnection else {
        throw StoreError("store.closed", "\(path) is closed", remedy: "open it again")
      }
      return try body(db, connection)
    }
  }
}
