#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The bytes of a file as a window that grows to hold the record being read.
///
///     buffer  ┊ done ┊ start … the record … end ┊ room ┊
///
/// ``more()`` moves the window to the front and reads the next chunk behind it.
final class CSVInput {
  /// Reads into the buffer given and returns how many bytes, 0 at the end.
  typealias Source = (UnsafeMutableRawBufferPointer) throws(CSVError) -> Int

  static let chunk = 256 * 1024

  private(set) var buffer: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private let chunk: Int
  private let source: Source
  private let descriptor: Int32?
  private var isAtEnd = false
  /// Where unread bytes start and end.
  var start = 0
  private(set) var end = 0
  private var read = 0

  /// Bytes handed out so far, and those of the whole file; nil for what is no file.
  var position: (done: Int, total: Int)? {
    guard let descriptor else { return nil }
    var info = stat()
    guard fstat(descriptor, &info) == 0, info.st_size > 0 else { return nil }
    return (read - (end - start), Int(info.st_size))
  }

  init(chunk: Int = CSVInput.chunk, source: @escaping Source) {
    self.chunk = max(1, chunk)
    self.capacity = self.chunk * 2
    self.buffer = .allocate(capacity: capacity)
    self.source = source
    self.descriptor = nil
  }

  /// Opens a file, which is closed with this object.
  ///
  /// Throws: `csv.missing`, `csv.unreadable`.
  init(path: String) throws(CSVError) {
    let descriptor = path.utf8.contains(0) ? -1 : open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 {
      let number = path.utf8.contains(0) ? ENOENT : errno
      throw number == ENOENT || number == ENOTDIR
        ? CSVError("csv.missing", "there is no file \(path)", remedy: "check the path")
        : .unreadable(path, number)
    }
    self.chunk = CSVInput.chunk
    self.capacity = CSVInput.chunk * 2
    self.buffer = .allocate(capacity: capacity)
    self.descriptor = descriptor
    self.source = { room throws(CSVError) in
      try CSVInput.read(descriptor, into: room, named: path)
    }
  }

  deinit {
    buffer.deallocate()
    if let descriptor { close(descriptor) }
  }

  /// Reads another chunk behind ``end``, moving ``start`` to 0; false at the end of the file.
  ///
  /// Throws: `csv.unreadable`.
  func more() throws(CSVError) -> Bool {
    if isAtEnd { return false }
    if start > 0 {
      buffer.update(from: buffer + start, count: end - start)
      end -= start
      start = 0
    }
    if capacity - end < chunk { grow() }
    let count = try source(UnsafeMutableRawBufferPointer(start: buffer + end, count: chunk))
    end += count
    read += count
    isAtEnd = count == 0
    return !isAtEnd
  }

  private func grow() {
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2)
    larger.update(from: buffer, count: end)
    buffer.deallocate()
    buffer = larger
    capacity *= 2
  }

  /// read(2), taken up again after a signal.
  static func read(
    _ descriptor: Int32, into room: UnsafeMutableRawBufferPointer, named name: String
  ) throws(CSVError) -> Int {
    while true {
      #if canImport(Glibc)
        let count = Glibc.read(descriptor, room.baseAddress, room.count)
      #else
        let count = Darwin.read(descriptor, room.baseAddress, room.count)
      #endif
      if count >= 0 { return count }
      if errno != EINTR { throw .unreadable(name, errno) }
    }
  }
}

extension CSVError {
  static func unreadable(_ name: String, _ number: Int32) -> CSVError {
    CSVError(
      "csv.unreadable", "cannot read \(name): \(String(cString: strerror(number)))",
      remedy: "check that it is a file you may read")
  }
}
