import SalesStore

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A temporary file without a name: it goes with this object, whatever ends the run.
final class TemporaryFile {
  private let file: UnsafeMutablePointer<FILE>
  var descriptor: Int32 { fileno(file) }

  /// Throws: `csv.unwritable` where there can be none.
  init() throws {
    guard let file = tmpfile() else { throw TemporaryFile.failure("make a temporary file") }
    self.file = file
  }

  /// A file that holds a text, to be read from its start.
  ///
  /// Throws: `csv.unwritable` when there is no room for it.
  convenience init(holding text: String) throws {
    try self.init()
    var text = text
    let isWritten = text.withUTF8 { fwrite($0.baseAddress, 1, $0.count, file) == $0.count }
    guard isWritten, fflush(file) == 0 else { throw TemporaryFile.failure("keep the text") }
    try rewind()
  }

  deinit { fclose(file) }

  private func rewind() throws {
    guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw TemporaryFile.failure("read it again") }
  }

  /// Puts the file's bytes under a name, at once and whole: through `path.part`, which is renamed.
  ///
  /// Throws: `csv.unwritable`.
  func copy(to path: String) throws {
    try rewind()
    let part = path + ".part"
    let target = open(part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard target >= 0 else { throw TemporaryFile.failure("write \(path)") }
    let isCopied = copy(into: target)
    guard close(target) == 0, isCopied, rename(part, path) == 0 else {
      let failure = TemporaryFile.failure("write \(path)")
      unlink(part)
      throw failure
    }
  }

  private func copy(into target: Int32) -> Bool {
    withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 1) { room in
      while true {
        let count = read(descriptor, room.baseAddress, room.count)
        if count < 0, errno == EINTR { continue }
        if count <= 0 { return count == 0 }
        var sent = 0
        while sent < count {
          let part = write(target, room.baseAddress.map { $0 + sent }, count - sent)
          if part < 0, errno == EINTR { continue }
          if part <= 0 { return false }
          sent += part
        }
      }
    }
  }

  private static func failure(_ what: String) -> CSVError {
    CSVError(
      "csv.unwritable", "cannot \(what): \(String(cString: strerror(errno)))",
      remedy: "check the path, the permission and the space left")
  }
}
