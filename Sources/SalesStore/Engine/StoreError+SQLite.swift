import GRDB
import GRDBSQLite

/// SQLite's result codes in the store's words.
extension StoreError {
  /// The last error of a connection, for the statement that met it.
  static func sqlite(_ connection: OpaquePointer?, _ result: Int32, _ what: String) -> StoreError {
    let extended = connection.map(sqlite3_extended_errcode) ?? result
    let text = connection.map { String(cString: sqlite3_errmsg($0)) }
    return of(code: extended == 0 ? result : extended, text ?? "SQLite error \(result)", what)
  }

  /// An error that GRDB threw.
  static func grdb(_ error: any Error, _ what: String) -> StoreError {
    if let known = error as? StoreError { return known }
    guard let error = error as? DatabaseError else {
      return StoreError("store.io", "\(what): \(error)", cause: error)
    }
    return of(
      code: error.extendedResultCode.rawValue, error.message ?? "unknown error", what, cause: error)
  }

  private static func of(
    code: Int32, _ text: String, _ what: String, cause: (any Error)? = nil
  ) -> StoreError {
    let (name, message, remedy) = wording(code, text)
    return StoreError(name, "\(what): \(message)", remedy: remedy, cause: cause)
  }

  private static func wording(_ code: Int32, _ text: String) -> (String, String, String) {
    if code == SQLITE_BUSY | (2 << 8) {
      return (
        "store.conflict", "another run changed the store after this one started reading",
        "run it again"
      )
    }
    switch code & 0xFF {
    case SQLITE_BUSY, SQLITE_LOCKED:
      return ("store.busy", "another run holds the store", "wait for it to end, then run again")
    case SQLITE_READONLY, SQLITE_PERM:
      return ("store.readonly", "the store cannot be written", "check the file's permissions")
    case SQLITE_FULL: return ("store.full", "the disk is full", "free some space, then run again")
    case SQLITE_NOTADB:
      return ("store.foreign", "the file is not a Tenon store", "give the path of a store")
    case SQLITE_CORRUPT:
      return ("store.corrupt", "the file is damaged (\(text))", "restore it from a backup")
    case SQLITE_CANTOPEN:
      return ("store.io", "the file cannot be opened", "check the path and its permissions")
    case SQLITE_CONSTRAINT: return ("store.constraint", text, "")
    case SQLITE_NOMEM: return ("store.memory", "out of memory", "")
    default: return ("store.io", text, "")
    }
  }
}
