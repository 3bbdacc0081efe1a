import GRDB
import GRDBSQLite
import SalesKernel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Keeping a store well: copies and checks of the whole file.
extension Store {
  /// Copies the store, as it stands, into a new file; runs go on meanwhile. The copy is complete or not there.
  ///
  /// - Throws: `store.exists` for a path that is taken, `store.io`, `store.full`.
  public func backup(to path: String) throws {
    if StoreFile(path: path).exists {
      throw StoreError(
        "store.exists", "there is already a file at \(path)", remedy: "give another path")
    }
    let part = path + ".part"
    if StoreFile(path: part).exists {
      throw StoreError(
        "store.exists", "an unfinished copy is at \(part)", remedy: "remove it, then back up again")
    }
    do {
      try inside { db, _ in try db.execute(sql: "VACUUM INTO ?", arguments: [part]) }
    } catch {
      remove(part)
      throw error is StoreError ? error : StoreError.grdb(error, path)
    }
    guard rename(part, path) == 0 else {
      remove(part)
      throw StoreError("store.io", "\(path) cannot be written", remedy: "check its folder")
    }
  }

  /// What SQLite's own check finds wrong with the file; empty when all is well.
  public func integrityProblems() throws -> [String] {
    try inside { db, _ in
      let found = try String.fetchAll(db, sql: "PRAGMA integrity_check(20)")
      let dangling = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").prefix(20).map { row in
        "\(row[0] as String? ?? "?") \(row[1] as Int64? ?? 0) refers to a record of \(row[2] as String? ?? "?") that is not there"
      }
      return found.filter { $0 != "ok" } + dangling
    }
  }
}

private func remove(_ path: String) { _ = unlink(path) }
