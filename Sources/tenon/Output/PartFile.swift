/// A file that stands under its name only when it is whole.
import Console

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

final class PartFile {
  private static let blockSize = 1 << 16
  private let path: String
  private var descriptor: Int32
  private var buffer = ""

  private var part: String { path + ".part" }

  /// - Throws: `file.unwritable`.
  init(path: String) throws {
    self.path = path
    descriptor = open(path + ".part", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    if descriptor < 0 { throw failure() }
  }

  deinit {
    if descriptor >= 0 {
      close(descriptor)
      unlink(part)
    }
  }

  func write(_ text: String) throws {
    buffer += text
    if buffer.utf8.count >= PartFile.blockSize { try flush() }
  }

  /// Writes the rest and gives the file its name.
  func finish() throws {
    try flush()
    close(descriptor)
    descriptor = -1
    if rename(part, path) != 0 { throw failure() }
  }

  private func flush() throws {
    guard FileOutput.write(buffer, to: descriptor) else { throw failure() }
    buffer = ""
  }

  private func failure() -> CommandError {
    CommandError(
      "file.unwritable", "cannot write \(path): \(String(cString: strerror(errno)))",
      remedy: "check the folder, its permissions and the free space")
  }
}
