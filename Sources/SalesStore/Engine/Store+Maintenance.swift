import GRDB
import GRDBSQLite
import SalesKernel

/// Keeping a store well: copies and checks of the whole file.
extension Store {
  /// Copies the store, as it stands, into a new file; runs go on meanwhile. The copy is complete, on the disk and
  /// under its name, or not there.
  ///
  /// - Returns: whether what an earlier try had left was replaced.
  /// - Throws: `store.exists` for a path that is taken, `store.busy` where another copies to it, `store.io`,
  ///   `store.full`.
  @discardableResult
  public func backup(to path: String) throws -> Bool {
    let file = try NewStoreFile(path: path)
    let (part, hasReplaced) = (file.part, file.hasReplaced)
    try inside { db, connection in
      do { try db.execute(sql: "VACUUM INTO ?", arguments: [part]) } catch {
        let system = SystemError.behind(connection)
        throw try copyError(error, system, connection, path)
      }
    }
    try file.publish()
    return hasReplaced
  }

  /// The error of a copy; where there was no room, with how much it takes.
  private func copyError(
    _ error: any Error, _ system: Int32, _ connection: OpaquePointer, _ path: String
  ) throws -> StoreError {
    // Reading is of the store, writing of the copy.
    let code = (error as? DatabaseError)?.extendedResultCode ?? .SQLITE_ERROR
    let isOfCopy =
      [.SQLITE_FULL, .SQLITE_CANTOPEN].contains(code.primaryResultCode)
      || [.SQLITE_IOERR_WRITE, .SQLITE_IOERR_FSYNC, .SQLITE_IOERR_TRUNCATE].contains(code)
    let found = StoreError.grdb(
      error, isOfCopy ? path : self.path, system: system)
    guard found.code == "store.full" else { return found }
    let bytes = try Statement(
      connection, "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size")
    guard try bytes.step() else { return found }
    return StoreError(
      found.code, "\(found.message); the copy takes about \(bytes.integer(0)) bytes",
      remedy: "free some space, or copy to another disk", cause: found.cause)
  }

  /// Moves what the log holds into the file, so that the file alone is the store.
  ///
  /// - Throws: `store.busy` where others are at work on it, `store.io`, `store.full`.
  public func settle() throws {
    try inside { _, connection in
      let statement = try Statement(connection, "PRAGMA wal_checkpoint(TRUNCATE)")
      defer { statement.reset() }
      if try statement.step(), statement.integer(0) != 0 {
        throw StoreError(
          "store.busy", "\(path): another run holds the store",
          remedy: "wait for it to end, then run again")
      }
    }
  }
}
