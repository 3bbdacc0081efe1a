import GRDBSQLite

/// A second, read-only connection that outlives the first, so that closing does not move a log that
/// was there before into the file: a reader cannot.
final class LogKeeper {
  private var connection: OpaquePointer?

  init(path: String) {
    let flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX
    guard sqlite3_open_v2(path, &connection, flags, nil) == SQLITE_OK else {
      close()
      return
    }
    sqlite3_exec(connection, "SELECT count(*) FROM next_ids", nil, nil, nil)
  }

  func close() {
    sqlite3_close_v2(connection)
    connection = nil
  }
}

extension StoreFile {
  /// A connection that only reads leaves the empty log that it made. One that may write removes it when it closes,
  /// where nobody else has the store open: SQLite's own locks decide.
  func removeEmptyLog() {
    guard !hasLog, StoreFile(path: path + "-wal").exists else { return }
    var connection: OpaquePointer?
    if sqlite3_open_v2(path, &connection, SQLITE_OPEN_READWRITE, nil) == SQLITE_OK {
      sqlite3_exec(connection, "SELECT count(*) FROM next_ids", nil, nil, nil)
    }
    sqlite3_close_v2(connection)
  }
}
