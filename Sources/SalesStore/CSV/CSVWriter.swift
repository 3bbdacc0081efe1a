#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Writes CSV (RFC 4180) through a buffer: LF, UTF-8, quotes only where a field needs them.
///
///     let writer = try CSVWriter(path: "customers.csv")
///     try writer.record(["C001", "Bolt, Ltd"])   // C001,"Bolt, Ltd"
///     try writer.close()
///
/// What it writes, ``CSVReader`` reads as the same fields. Without ``close()`` the last part is
/// not written.
public final class CSVWriter {
  private static let capacity = 256 * 1024

  private let buffer = UnsafeMutablePointer<UInt8>.allocate(capacity: CSVWriter.capacity)
  private var count = 0
  private let marks: UnsafeMutablePointer<UInt8>
  private let delimiter: UInt8
  private let name: String
  private let ownsDescriptor: Bool
  private var descriptor: Int32
  /// Whether nothing has been written, so that a field could be taken for a byte order mark.
  private var isAtStart = true
  /// Fields of the record begun, and whether all their bytes together are none.
  private var fields = 0
  private var isBare = true

  /// Creates the file, or empties it.
  ///
  /// Throws: `csv.unwritable`.
  public convenience init(
    path: String, delimiter: CSVDelimiter = .comma, bom: Bool = false
  ) throws(CSVError) {
    let isBroken = path.utf8.contains(0)
    let descriptor = isBroken ? -1 : open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    if descriptor < 0 { throw .unwritable(path, isBroken ? EINVAL : errno) }
    self.init(descriptor, named: path, delimiter, bom, owns: true)
  }

  /// Writes to a descriptor that is open, as standard output; it is left open.
  public convenience init(
    descriptor: Int32, named name: String, delimiter: CSVDelimiter = .comma, bom: Bool = false
  ) {
    self.init(descriptor, named: name, delimiter, bom, owns: false)
  }

  private init(
    _ descriptor: Int32, named name: String, _ delimiter: CSVDelimiter, _ bom: Bool, owns: Bool
  ) {
    self.descriptor = descriptor
    self.name = name
    self.delimiter = delimiter.byte
    ownsDescriptor = owns
    marks = CSVMarks.table(for: delimiter)
    if bom {
      for byte: UInt8 in [0xEF, 0xBB, 0xBF] {
        buffer[count] = byte
        count += 1
      }
      isAtStart = false
    }
  }

  deinit {
    if ownsDescriptor, descriptor >= 0 { _ = closeDescriptor(descriptor) }
    buffer.deallocate()
    marks.deallocate()
  }

  /// Writes the next field of the record.
  ///
  /// Throws: `csv.unwritable`.
  public func field(_ bytes: UnsafeRawBufferPointer) throws(CSVError) {
    if fields > 0 { try put(delimiter) }
    let needsQuotes = isAtStart && bytes.first == 0xEF || hasMark(bytes)
    if !bytes.isEmpty || fields > 0 { isBare = false }
    fields += 1
    isAtStart = false
    guard needsQuotes else { return try put(bytes) }
    try put(CSVMarks.quoteByte)
    for byte in bytes {
      if byte == CSVMarks.quoteByte { try put(byte) }
      try put(byte)
    }
    try put(CSVMarks.quoteByte)
  }

  private func hasMark(_ bytes: UnsafeRawBufferPointer) -> Bool {
    let marks = marks
    for byte in bytes where marks[Int(byte)] != 0 { return true }
    return false
  }

  /// Writes the next field of the record.
  ///
  /// Throws: `csv.unwritable`.
  public func field(_ text: String) throws(CSVError) {
    var text = text
    let result: Result<Void, CSVError> = text.withUTF8 { bytes in
      do throws(CSVError) {
        return .success(try field(UnsafeRawBufferPointer(bytes)))
      } catch {
        return .failure(error)
      }
    }
    try result.get()
  }

  /// Ends the record; without a field, nothing is written.
  ///
  /// Throws: `csv.unwritable`.
  public func endRecord() throws(CSVError) {
    if fields == 0 { return }
    if isBare {
      try put(CSVMarks.quoteByte)
      try put(CSVMarks.quoteByte)
    }
    try put(UInt8(ascii: "\n"))
    fields = 0
    isBare = true
  }

  /// Writes a whole record.
  ///
  /// Throws: `csv.unwritable`.
  public func record(_ texts: some Sequence<String>) throws(CSVError) {
    for text in texts { try field(text) }
    try endRecord()
  }

  /// Hands what is in the buffer to the system.
  ///
  /// Throws: `csv.unwritable`.
  public func flush() throws(CSVError) {
    let end = count
    count = 0
    try send(UnsafeRawBufferPointer(start: buffer, count: end))
  }

  /// Flushes, and closes the file; a second call does nothing.
  ///
  /// Throws: `csv.unwritable`.
  public func close() throws(CSVError) {
    guard descriptor >= 0 else { return }
    defer { descriptor = -1 }
    do throws(CSVError) {
      try flush()
    } catch {
      if ownsDescriptor { _ = closeDescriptor(descriptor) }
      throw error
    }
    if ownsDescriptor, closeDescriptor(descriptor) != 0 { throw .unwritable(name, errno) }
  }

  private func put(_ byte: UInt8) throws(CSVError) {
    if count == CSVWriter.capacity { try flush() }
    buffer[count] = byte
    count += 1
  }

  private func put(_ bytes: UnsafeRawBufferPointer) throws(CSVError) {
    if bytes.count > CSVWriter.capacity - count { try flush() }
    if bytes.count > CSVWriter.capacity { return try send(bytes) }
    guard let source = bytes.baseAddress else { return }
    UnsafeMutableRawPointer(buffer + count).copyMemory(from: source, byteCount: bytes.count)
    count += bytes.count
  }

  /// write(2), taken up again after a signal or a part.
  private func send(_ bytes: UnsafeRawBufferPointer) throws(CSVError) {
    guard descriptor >= 0 else { throw .unwritable(name, EBADF) }
    var rest = bytes
    while !rest.isEmpty {
      let sent = write(descriptor, rest.baseAddress, rest.count)
      if sent > 0 {
        rest = UnsafeRawBufferPointer(rebasing: rest[sent...])
      } else if sent == 0 || errno != EINTR {
        throw .unwritable(name, sent == 0 ? EIO : errno)
      }
    }
  }
}

/// close(2), which a member of the same name would hide.
private func closeDescriptor(_ descriptor: Int32) -> Int32 { close(descriptor) }

extension CSVError {
  static func unwritable(_ name: String, _ number: Int32) -> CSVError {
    CSVError(
      "csv.unwritable", "cannot write \(name): \(String(cString: strerror(number)))",
      remedy: "check the path, the permission and the space left")
  }
}
