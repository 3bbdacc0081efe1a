import SalesStore

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A text behind a descriptor, for readers of files: a temporary file without a name.
final class TextFile {
  private let file: UnsafeMutablePointer<FILE>
  var descriptor: Int32 { fileno(file) }

  /// Throws: `csv.unwritable` when there is no room for it.
  init(_ text: String) throws {
    guard let file = tmpfile() else { throw TextFile.failure() }
    self.file = file
    var text = text
    let written = text.withUTF8 { fwrite($0.baseAddress, 1, $0.count, file) == $0.count }
    guard written, fflush(file) == 0, lseek(fileno(file), 0, SEEK_SET) == 0 else {
      throw TextFile.failure()
    }
  }

  deinit { fclose(file) }

  private static func failure() -> CSVError {
    CSVError("csv.unwritable", "no temporary file: \(String(cString: strerror(errno)))")
  }
}
