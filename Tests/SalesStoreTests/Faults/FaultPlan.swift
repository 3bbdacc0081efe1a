/// Which of the engine's operations on files fails, and how.
import Foundation
import GRDBSQLite

/// A fault of the disk: the `at`-th operation of some kinds fails.
struct DiskFault: Sendable, CustomStringConvertible {
  enum Operation: String, Sendable, CaseIterable {
    case open, read, write, truncate, sync, size, delete, shared
  }

  let name: String
  let operations: Set<Operation>
  /// The engine's result code, and the system's behind it.
  let code: Int32
  let systemError: Int32
  /// Writes half of what was to be written before it fails.
  var isTorn = false
  /// Everything after it fails too: a disk that is full, or gone.
  var isLasting = false
  /// What the store must call it.
  let expected: String

  var description: String { name }

  static let all: [DiskFault] = [
    DiskFault(
      name: "full once", operations: [.write], code: SQLITE_FULL, systemError: ENOSPC,
      expected: "store.full"),
    DiskFault(
      name: "full from then on", operations: [.write], code: SQLITE_FULL, systemError: ENOSPC,
      isTorn: true, isLasting: true, expected: "store.full"),
    DiskFault(
      name: "quota", operations: [.write], code: SQLITE_IOERR | (3 << 8), systemError: EDQUOT,
      isLasting: true, expected: "store.full"),
    DiskFault(
      name: "torn write", operations: [.write], code: SQLITE_IOERR | (3 << 8), systemError: EIO,
      isTorn: true, expected: "store.io"),
    DiskFault(
      name: "sync", operations: [.sync], code: SQLITE_IOERR | (4 << 8), systemError: EIO,
      expected: "store.io"),
    DiskFault(
      name: "read", operations: [.read], code: SQLITE_IOERR | (1 << 8), systemError: EIO,
      expected: "store.io"),
    DiskFault(
      name: "truncate", operations: [.truncate], code: SQLITE_IOERR | (6 << 8), systemError: EIO,
      expected: "store.io"),
    DiskFault(
      name: "size", operations: [.size], code: SQLITE_IOERR | (7 << 8), systemError: EIO,
      expected: "store.io"),
    DiskFault(
      name: "delete", operations: [.delete], code: SQLITE_IOERR | (10 << 8), systemError: EIO,
      expected: "store.io"),
    DiskFault(
      name: "open", operations: [.open], code: SQLITE_CANTOPEN, systemError: EMFILE,
      expected: "store.io"),
    DiskFault(
      name: "shared memory", operations: [.shared], code: SQLITE_IOERR | (21 << 8),
      systemError: EIO, expected: "store.io"),
    DiskFault(
      name: "gone", operations: Set(Operation.allCases), code: SQLITE_IOERR, systemError: EIO,
      isLasting: true, expected: "store.io"),
  ]
}

/// The fault of one folder, and what was counted there.
final class FaultPlan: @unchecked Sendable {
  private let fault: DiskFault?
  private let place: Int
  private var counts: [DiskFault.Operation: Int] = [:]
  private(set) var hasFired = false
  /// Where every write is noted, for tests that take the power away.
  let record: DiskRecord?

  /// - Parameters:
  ///   - fault: Nil where operations are only counted.
  ///   - place: Which of them fails, from 1.
  init(_ fault: DiskFault? = nil, at place: Int = 0, record: DiskRecord? = nil) {
    (self.fault, self.place, self.record) = (fault, place, record)
  }

  /// How many operations there were of some kinds.
  func count(_ operations: Set<DiskFault.Operation>) -> Int {
    operations.reduce(0) { $0 + counts[$1, default: 0] }
  }

  /// The fault, where this operation fails.
  func failure(of operation: DiskFault.Operation) -> DiskFault? {
    counts[operation, default: 0] += 1
    guard let fault, fault.operations.contains(operation) else { return nil }
    let count = count(fault.operations)
    guard fault.isLasting ? count >= place : count == place else { return nil }
    hasFired = true
    errno = fault.systemError
    return fault
  }
}
