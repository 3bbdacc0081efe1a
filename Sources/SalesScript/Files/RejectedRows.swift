import SalesStore

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A row that a script or the reader refused.
struct RejectedRow {
  /// The line, from 1, on which the row starts.
  let line: Int
  let code: String
  let reason: String
}

/// The file of refused rows: the original columns, then line, code and reason.
///
/// It stands under its name only when all rows are read. With no row refused there is none, and one of an earlier
/// reading goes.
final class RejectedRows {
  let path: String
  private let width: Int
  private let writer: CSVWriter
  private var isDone = false
  private var isEmpty = true

  /// - Parameter path: canonical and granted, as is the same with `.part` behind.
  /// - Throws: `csv.unwritable`.
  init(path: String, columns: [String]) throws {
    self.path = path
    width = columns.count
    writer = try CSVWriter(path: path + ".part")
    try writer.record(columns + ["line", "code", "reason"])
  }

  deinit {
    if !isDone { unlink(path + ".part") }
  }

  func add(_ fields: [String], _ reject: RejectedRow) throws {
    isEmpty = false
    for index in 0..<width { try writer.field(index < fields.count ? fields[index] : "") }
    try writer.record([String(reject.line), reject.code, reject.reason])
  }

  func finish() throws {
    guard !isDone else { return }
    try writer.close()
    guard isEmpty || rename(path + ".part", path) == 0 else { throw unwritable() }
    if isEmpty {
      unlink(path + ".part")
      guard unlink(path) == 0 || errno == ENOENT else { throw unwritable() }
    }
    isDone = true
  }

  private func unwritable() -> CSVError {
    CSVError("csv.unwritable", "cannot write \(path): \(String(cString: strerror(errno)))")
  }
}
