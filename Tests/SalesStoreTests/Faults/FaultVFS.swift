/// A layer between the engine and the system's files, in which chosen operations fail.
import Foundation
import GRDBSQLite
import Synchronization

/// The engine's default layer for as long as the tests run; files of folders without a plan pass it untouched.
///
/// ```
///   SQLite ──▶ FaultVFS ──┬─ folder with a plan: FaultFile [methods | plan | the system's file]
///                         └─ any other: the system's file
/// ```
enum FaultVFS {
  private static let plans = Mutex<[String: FaultPlan]>([:])
  /// Before the system's own file stand the methods and the plan.
  private static let headSize = 16
  private nonisolated(unsafe) static let system: UnsafeMutablePointer<sqlite3_vfs>? =
    sqlite3_vfs_find(nil)
  private nonisolated(unsafe) static let methods = UnsafeMutablePointer<sqlite3_io_methods>
    .allocate(capacity: 1)
  private static let isInstalled: Bool = install()

  /// Runs `body` with a plan over the files of a folder.
  static func with<T>(_ plan: FaultPlan, in folder: String, _ body: () throws -> T) rethrows -> T {
    precondition(isInstalled)
    plans.withLock { $0[folder] = plan }
    defer { plans.withLock { $0[folder] = nil } }
    return try body()
  }

  private static func plan(of path: UnsafePointer<CChar>?) -> FaultPlan? {
    guard let path else { return nil }
    let folder = (String(cString: path) as NSString).deletingLastPathComponent
    return plans.withLock { $0[folder] }
  }

  private static func name(_ path: UnsafePointer<CChar>) -> String {
    (String(cString: path) as NSString).lastPathComponent
  }

  private static func install() -> Bool {
    guard let system else { return false }
    methods.initialize(to: FaultFile.methods)
    let own = UnsafeMutablePointer<sqlite3_vfs>.allocate(capacity: 1)
    own.initialize(to: system.pointee)
    own.pointee.pNext = nil
    own.pointee.zName = UnsafePointer(strdup("fault"))
    own.pointee.szOsFile = system.pointee.szOsFile + Int32(headSize)
    own.pointee.xOpen = { _, name, file, flags, given in
      FaultVFS.open(name, file, flags, given)
    }
    own.pointee.xDelete = { _, name, sync in
      let plan = FaultVFS.plan(of: name)
      if let fault = plan?.failure(of: .delete) { return fault.code }
      if let name { plan?.record?.note(.delete, FaultVFS.name(name)) }
      return FaultVFS.system?.pointee.xDelete(FaultVFS.system, name, sync) ?? SQLITE_ERROR
    }
    return sqlite3_vfs_register(own, 1) == SQLITE_OK
  }

  private static func open(
    _ name: UnsafePointer<CChar>?, _ file: UnsafeMutablePointer<sqlite3_file>?, _ flags: Int32,
    _ given: UnsafeMutablePointer<Int32>?
  ) -> Int32 {
    guard let system, let file else { return SQLITE_ERROR }
    guard let plan = plan(of: name) else {
      return system.pointee.xOpen(system, name, file, flags, given)
    }
    file.pointee.pMethods = nil
    if let fault = plan.failure(of: .open) {
      return fault.code == SQLITE_FULL ? SQLITE_FULL : SQLITE_CANTOPEN
    }
    let result = system.pointee.xOpen(system, name, FaultFile.inner(file), flags, given)
    guard result == SQLITE_OK else { return result }
    FaultFile.keep(plan, in: file)
    if let name, let record = plan.record {
      record.open(FaultVFS.name(name), file)
    }
    file.pointee.pMethods = UnsafePointer(methods)
    return SQLITE_OK
  }
}
