/// Reads CSV (RFC 4180) row by row, as a stream: memory does not grow with the file.
///
///     let reader = try CSVReader(path: "customers.csv")
///     while let row = try reader.next() {
///       if let error = row.error { reject(row, error) } else { store(row[0], row[1]) }
///     }
///
/// - Lines end with LF, CR LF or CR, the last one with or without; a UTF-8 byte order mark is
///   passed over.
/// - Lines without a byte are skipped. (An empty field alone on its line is written `""`.)
/// - After a misplaced or open quote, or a record over the limit, reading goes on at the line
///   after the one on which the row starts.
public final class CSVReader {
  /// How many fields a row must have.
  public enum Columns: Hashable, Sendable {
    /// As many as the first row.
    case asFirstRow
    case any
  }

  /// The most bytes of one record.
  public static let recordLimit = 16 << 20

  private let marks: UnsafeMutablePointer<UInt8>
  private var scanner: CSVScanner
  private let input: CSVInput
  private let columns: Columns
  private var expected: Int?
  private var line = 1
  private var isFinished = false

  /// Opens a file.
  ///
  /// Throws: `csv.missing`, `csv.unreadable`, `csv.empty`, `csv.encoding`.
  public convenience init(
    path: String, delimiter: CSVDelimiter = .comma, columns: Columns = .asFirstRow
  ) throws(CSVError) {
    try self.init(
      CSVInput(path: path), named: path, delimiter, columns, limit: CSVReader.recordLimit)
  }

  /// Reads a descriptor that is open, as standard input; it is left open.
  ///
  /// Throws: `csv.unreadable`, `csv.empty`, `csv.encoding`.
  public convenience init(
    descriptor: Int32, named name: String, delimiter: CSVDelimiter = .comma,
    columns: Columns = .asFirstRow
  ) throws(CSVError) {
    let input = CSVInput { room throws(CSVError) in
      try CSVInput.read(descriptor, into: room, named: name)
    }
    try self.init(input, named: name, delimiter, columns, limit: CSVReader.recordLimit)
  }

  /// About how many records the file has, when `read` of them have been read; nil for what is no file.
  public func expectedRecords(after read: Int) -> Int? {
    guard let (done, total) = input.position, done > 0 else { return nil }
    return Int(exactly: (Double(read) * Double(total) / Double(done)).rounded())
  }

  init(
    _ input: CSVInput, named name: String, _ delimiter: CSVDelimiter, _ columns: Columns, limit: Int
  ) throws(CSVError) {
    try CSVReader.passMark(input, name)
    self.input = input
    self.columns = columns
    marks = CSVMarks.table(for: delimiter)
    scanner = CSVScanner(input: input, marks: marks, limit: limit)
  }

  deinit {
    scanner.deallocate()
    marks.deallocate()
  }

  /// The next row, sound or with its error; nil at the end.
  ///
  /// Throws: `csv.unreadable`; after that there are no more rows.
  public func next() throws(CSVError) -> CSVRow? {
    if isFinished { return nil }
    do throws(CSVError) {
      while true {
        let outcome = try scanner.scan()
        if outcome == .end { break }
        let row = outcome == .blank ? nil : try take(outcome)
        input.start += scanner.at
        line += scanner.breaks
        if let row { return row }
      }
    } catch {
      isFinished = true
      throw error
    }
    isFinished = true
    return nil
  }

  private func take(_ outcome: CSVScanner.Outcome) throws(CSVError) -> CSVRow {
    var error: CSVError?
    if outcome == .record {
      if scanner.union >= 0x80 { error = encodingError() }
      scanner.unescape()
      if error == nil { error = columnsError() }
    } else {
      error = scanError(outcome)
      try scanner.scanLine()
    }
    return CSVRow(line: line, error: error, scanner: scanner)
  }

  /// Passes over the byte order mark, and refuses what is not UTF-8 text at all.
  private static func passMark(_ input: CSVInput, _ name: String) throws(CSVError) {
    while input.end < 3, try input.more() {}
    let head = UnsafeBufferPointer(start: input.buffer, count: input.end)
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { input.start = 3 }
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) {
      throw CSVError(
        "csv.encoding", "\(name) is UTF-16", remedy: "save it as CSV UTF-8 and try again")
    }
    let isEmpty = try input.start == input.end ? !input.more() : false
    if isEmpty {
      throw CSVError("csv.empty", "\(name) is empty", remedy: "give a file with a header line")
    }
  }
}

extension CSVReader {
  private func encodingError() -> CSVError? {
    let record = UnsafeRawBufferPointer(start: scanner.base, count: scanner.at)
    if UTF8Check.isValid(record) { return nil }
    for index in 0..<scanner.count {
      let slice = scanner.slices[index]
      let bytes = UnsafeRawBufferPointer(
        start: scanner.base + Int(slice.start), count: Int(slice.end - slice.start))
      if !UTF8Check.isValid(bytes) {
        return CSVError(
          "csv.utf8", "field \(index + 1) is not UTF-8", remedy: "save the file as CSV UTF-8",
          line: line, column: index + 1)
      }
    }
    return nil
  }

  private func columnsError() -> CSVError? {
    guard columns == .asFirstRow else { return nil }
    guard let expected else {
      expected = scanner.count
      return nil
    }
    if scanner.count == expected { return nil }
    return CSVError(
      "csv.columns", "\(scanner.count) fields where the first row has \(expected)",
      remedy: "quote fields that hold a delimiter", line: line)
  }

  private func scanError(_ outcome: CSVScanner.Outcome) -> CSVError {
    switch outcome {
    case .strayQuote:
      CSVError(
        "csv.quote", "a quote stands inside field \(scanner.count + 1)",
        remedy: "quote the whole field and double the quotes in it", line: line,
        column: scanner.count + 1)
    case .openQuote:
      CSVError(
        "csv.quote", "the quote that opens field \(scanner.count + 1) is never closed",
        remedy: "close the quote, or double it", line: line, column: scanner.count + 1)
    default:
      CSVError(
        "csv.length", "the record is longer than 16 MiB or 65,536 fields",
        remedy: "look for a quote that is not closed", line: line)
    }
  }
}
