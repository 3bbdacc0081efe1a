import GRDB
import GRDBSQLite

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// SQLite's result codes in the store's words.
extension StoreError {
  /// The last error of a connection, for the statement that met it.
  static func sqlite(_ connection: OpaquePointer?, _ result: Int32, _ what: String) -> StoreError {
    let system = SystemError.behind(connection)
    let extended = connection.map(sqlite3_extended_errcode) ?? result
    let text = connection.map { String(cString: sqlite3_errmsg($0)) }
    let path = connection.flatMap { sqlite3_db_filename($0, "main") }.map { String(cString: $0) }
    let error = EngineFault(
      code: extended == 0 ? result : extended, text: text ?? "SQLite error \(result)",
      system: system,
      path: path.flatMap { $0.isEmpty ? nil : $0 }, statement: what
    ).error(cause: nil)
    if let connection { LostTransactions.note(error, connection) }
    return error
  }

  /// An error that GRDB threw about a file.
  ///
  /// - Parameter system: The system's error behind it, as the connection has it.
  static func grdb(_ error: any Error, _ path: String, system: Int32 = 0) -> StoreError {
    if let known = error as? StoreError { return known }
    guard let error = error as? DatabaseError else {
      return StoreError("store.io", "\(path): \(error)", cause: error)
    }
    return EngineFault(
      code: error.extendedResultCode.rawValue, text: error.message ?? "unknown error",
      system: system, path: path, statement: error.sql ?? ""
    ).error(cause: error)
  }

  /// Where the system's error says that there is no room: what is full, and how much is left.
  static func full(_ system: Int32, _ path: String, cause: (any Error)? = nil) -> StoreError? {
    switch system {
    case ENOSPC:
      let file = StoreFile(path: path)
      let free = file.freeBytes.map { ": \($0) bytes are free in \(file.folder)" } ?? ""
      return StoreError(
        "store.full", "\(path): the disk is full\(free)",
        remedy: "free some space, then run again", cause: cause)
    case EDQUOT:
      return StoreError(
        "store.full", "\(path): your share of the disk is used up",
        remedy: "free some space, then run again", cause: cause)
    case EFBIG:
      return StoreError(
        "store.full", "\(path): the file may not grow any more",
        remedy: "raise the limit on the size of files (ulimit -f), then run again", cause: cause)
    default: return nil
    }
  }
}

/// The system's error behind one of the engine.
enum SystemError {
  /// What can be behind a file that cannot be read or written; anything else is of another call.
  private static let known: Set<Int32> = [
    EIO, ENOSPC, EDQUOT, EFBIG, EROFS, EACCES, EPERM, ENODEV, ENXIO, ESTALE, EMFILE, ENFILE,
    ENOMEM, ETIMEDOUT,
  ]

  /// To be asked at once. The engine keeps it of most statements but not of COMMIT, whose own is the thread's.
  static func behind(_ connection: OpaquePointer?) -> Int32 {
    let last = errno
    if known.contains(last) { return last }
    let kept = connection.map(sqlite3_system_errno) ?? 0
    return known.contains(kept) ? kept : 0
  }
}

/// An error of the engine: its codes, and what it was about.
private struct EngineFault {
  let code: Int32
  let text: String
  /// The system's error behind it; 0 where there is none.
  let system: Int32
  let path: String?
  let statement: String

  func error(cause: (any Error)?) -> StoreError {
    if code & 0xFF == SQLITE_FULL || code & 0xFF == SQLITE_IOERR {
      let system = code & 0xFF == SQLITE_FULL ? ENOSPC : self.system
      if let full = StoreError.full(system, path ?? statement, cause: cause) { return full }
    }
    let (name, message, remedy) = wording
    return StoreError(name, "\(place(of: name)): \(message)", remedy: remedy, cause: cause)
  }

  /// The file, where the fault is the file's; what was to be done, where that is at fault.
  private func place(of name: String) -> String {
    name == "store.constraint" || path == nil ? statement : path ?? statement
  }

  private var wording: (String, String, String) {
    switch code & 0xFF {
    case SQLITE_BUSY where code == SQLITE_BUSY | (2 << 8):
      return (
        "store.conflict", "another run changed the store after this one started reading",
        "run it again"
      )
    case SQLITE_BUSY, SQLITE_LOCKED:
      let holder = path.flatMap(LockHolder.init).map { ": \($0.text)" } ?? ""
      return (
        "store.busy", "another run holds the store\(holder)", "wait for it to end, then run again"
      )
    case SQLITE_READONLY where path.map { !StoreFile(path: $0).hasWritableFolder } ?? false:
      return (
        "store.readonly", "its folder cannot be written, where a store keeps its log",
        "copy it to a folder that can be written; a copy made with tenon backup can be read anywhere"
      )
    case SQLITE_READONLY, SQLITE_PERM:
      return ("store.readonly", "the store cannot be written", "check the file's permissions")
    case SQLITE_NOTADB:
      return ("store.foreign", "the file is not a Tenon store", "give the path of a store")
    case SQLITE_CORRUPT:
      return (
        "store.corrupt", "the file is damaged (\(text))",
        "run tenon doctor, and go back to a copy made with tenon backup"
      )
    case SQLITE_CANTOPEN:
      return (
        "store.io", "the file cannot be opened\(reason)", "check the path and its permissions"
      )
    case SQLITE_CONSTRAINT: return ("store.constraint", text, "")
    case SQLITE_NOMEM:
      return ("store.memory", "out of memory", "close other programs, or ask for less at once")
    case SQLITE_IOERR where code == SQLITE_IOERR | (12 << 8):
      return ("store.memory", "out of memory", "close other programs, or ask for less at once")
    case SQLITE_IOERR:
      return (
        "store.io", "the file cannot be \(operation)\(reason)",
        "check the disk and the system's log, then run tenon doctor"
      )
    default: return ("store.io", text, "run tenon doctor")
    }
  }

  private var reason: String {
    system == 0 ? "" : ": \(String(cString: strerror(system)))"
  }

  private var operation: String {
    switch code >> 8 {
    case 3, 6: "written"
    case 4, 5: "made safe on the disk"
    case 10: "removed"
    case 9, 14, 15, 20: "locked"
    default: "read"
    }
  }
}
