/// One row of a CSV file: its fields as bytes, and why it is to be refused, if it is.
///
/// A refused row still gives what could be read, for a file of rejects: after `csv.utf8` and
/// `csv.columns` its fields, after `csv.quote` and `csv.length` its first line as one field (none
/// when that alone is over the limit).
///
/// The bytes stand in the reader's buffer: they are valid until its next `next()`.
public struct CSVRow {
  /// The line, from 1, on which the row starts.
  public let line: Int
  public let error: CSVError?
  /// How many fields.
  public let count: Int
  private let base: UnsafeRawPointer
  private let slices: UnsafePointer<CSVScanner.Slice>

  init(line: Int, error: CSVError?, scanner: CSVScanner) {
    self.line = line
    self.error = error
    count = scanner.count
    base = UnsafeRawPointer(scanner.base)
    slices = UnsafePointer(scanner.slices)
  }

  /// A field without its quotes, doubled quotes made single.
  ///
  /// - Precondition: `index` is in `0..<count`.
  public subscript(index: Int) -> UnsafeRawBufferPointer {
    precondition(index >= 0 && index < count, "a row has no such field")
    let slice = slices[index]
    return UnsafeRawBufferPointer(
      start: base + Int(slice.start), count: Int(slice.end - slice.start))
  }

  /// A field as text, which outlives the row; bytes that are not UTF-8 become U+FFFD.
  public func text(_ index: Int) -> String { String(decoding: self[index], as: UTF8.self) }

  /// All fields as text.
  public var texts: [String] { (0..<count).map(text) }
}
