#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The refused rows of an import: original columns, then line, code and reason. It stands under its
/// name only when
/// the import is done.
final class RejectFile {
  private let path: String
  private let names: [String]
  private let delimiter: CSVDelimiter
  private var writer: CSVWriter?

  init(path: String, names: [String], delimiter: CSVDelimiter) {
    self.path = path
    self.names = names
    self.delimiter = delimiter
  }

  private var partPath: String { path + ".part" }

  /// Beside the file that is read: `dir/customers.csv` → `dir/customers.rejects.csv`.
  static func path(beside input: String) -> String {
    let isCSV = input.utf8.count > 4 && input.lowercased().hasSuffix(".csv")
    return (isCSV ? String(input.dropLast(4)) : input) + ".rejects.csv"
  }

  func add(_ row: CSVRow, _ reject: ImportReject) throws {
    let writer = try self.writer ?? open()
    for index in names.indices {
      if index < row.count { try writer.field(row.text(index)) } else { try writer.field("") }
    }
    try writer.field(String(reject.line))
    try writer.field(reject.code)
    let column = reject.column.map { "\($0): " } ?? ""
    try writer.field(column + reject.message)
    try writer.endRecord()
  }

  private func open() throws -> CSVWriter {
    let writer = try CSVWriter(path: partPath, delimiter: delimiter)
    self.writer = writer
    try writer.record(names + RejectColumns.all)
    return writer
  }

  /// The path of the file; nil when no row was refused.
  func finish() throws -> String? {
    guard let writer else { return nil }
    try writer.close()
    if rename(partPath, path) != 0 {
      throw CSVError("csv.unwritable", "cannot write \(path): \(String(cString: strerror(errno)))")
    }
    self.writer = nil
    return path
  }

  func discard() {
    guard writer != nil else { return }
    writer = nil
    unlink(partPath)
  }
}

/// The columns that a file of rejects adds to those of its input. An import passes over them, so that a mended file
/// of rejects can be imported as it is.
public enum RejectColumns {
  public static let all = ["reject_line", "reject_code", "reject_reason"]
}
