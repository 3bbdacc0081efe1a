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
