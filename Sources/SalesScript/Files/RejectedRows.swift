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
/// It appears only when all rows are read; a run that fails or is killed before leaves none. With no
/// row refused there is none either, and one of an earlier reading goes (known by its header).
final class RejectedRows {
  let path: String
  private let header: [String]
  private let file: TemporaryFile
  private let writer: CSVWriter
  private var isDone = false
  private var isEmpty = true

  /// - Parameter path: canonical and granted, as is the same with `.part` behind.
  /// - Throws: `csv.unwritable`.
  init(path: String, columns: [String]) throws {
    self.path = path
    header = columns + RejectColumns.all
    guard access(CanonicalPath.split(path).parent, W_OK) == 0 else {
      throw RejectedRows.unwritable(path)
    }
    file = try TemporaryFile()
    writer = CSVWriter(descriptor: file.descriptor, named: path)
    try writer.record(header)
  }

  func add(_ fields: [String], _ reject: RejectedRow) throws {
    isEmpty = false
    for index in 0..<header.count - 3 {
      try writer.field(index < fields.count ? fields[index] : "")
    }
    try writer.record([String(reject.line), reject.code, reject.reason])
  }

  /// Throws: `csv.unwritable`.
  func finish() throws {
    guard !isDone else { return }
    try writer.close()
    if !isEmpty {
      try file.copy(to: path)
    } else if isOfEarlierReading, unlink(path) != 0 {
      throw RejectedRows.unwritable(path)
    }
    isDone = true
  }

  /// Whether what stands under the name has the same header, and so is no other file.
  private var isOfEarlierReading: Bool {
    guard let reader = try? CSVReader(path: path), let first = try? reader.next() else {
      return false
    }
    return first.texts == header
  }

  private static func unwritable(_ path: String) -> CSVError {
    CSVError(
      "csv.unwritable", "cannot write \(path): \(String(cString: strerror(errno)))",
      remedy: "check the path and the permission")
  }
}
