/// A history on disk: an entry a line, `\` and line ends escaped, readable by its owner only.
///
/// Each entry is appended with one write, so that sessions side by side do not mix their lines.

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

public struct HistoryFile: Hashable, Sendable {
  public let path: String

  public init(path: String) {
    self.path = path
  }

  /// What the system refused, and at which path.
  public struct Failure: Error, CustomStringConvertible {
    public let description: String

    init(_ action: String, _ path: String) {
      description = "cannot \(action) \(path): \(String(cString: strerror(errno)))"
    }
  }

  /// All entries, oldest first; none where there is no file yet.
  func read() throws(Failure) -> [String] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return [] }
      throw Failure("read", path)
    }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = block.withUnsafeMutableBytes {
        pread(descriptor, $0.baseAddress, $0.count, off_t(bytes.count))
      }
      if count < 0, errno == EINTR { continue }
      if count < 0 { throw Failure("read", path) }
      if count == 0 { break }
      bytes += block[..<count]
    }
    return bytes.split(separator: 0x0A).map {
      HistoryFile.unescaped(String(decoding: $0, as: UTF8.self))
    }
  }

  /// Adds one entry; makes the folder (0700) and the file (0600) where there is none.
  func append(_ chunk: String) throws(Failure) {
    HistoryFile.makeFolders(of: path)
    let descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Failure("write", path) }
    defer { close(descriptor) }
    fchmod(descriptor, 0o600)
    guard FileOutput.write(HistoryFile.escaped(chunk) + "\n", to: descriptor) else {
      throw Failure("write", path)
    }
  }

  /// Puts a file with these entries in the place of the present one, or leaves that as it is.
  func replace(with entries: [String]) throws(Failure) {
    let fresh = path + ".\(getpid())"
    let descriptor = open(fresh, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Failure("write", fresh) }
    let text = entries.map { HistoryFile.escaped($0) + "\n" }.joined()
    let isWritten = FileOutput.write(text, to: descriptor)
    close(descriptor)
    guard isWritten, rename(fresh, path) == 0 else {
      let failure = Failure("write", fresh)
      unlink(fresh)
      throw failure
    }
  }

  static func escaped(_ chunk: String) -> String {
    var line = ""
    for scalar in chunk.unicodeScalars {
      switch scalar {
      case "\\": line += "\\\\"
      case "\n": line += "\\n"
      case "\r": line += "\\r"
      default: line.unicodeScalars.append(scalar)
      }
    }
    return line
  }

  static func unescaped(_ line: String) -> String {
    var chunk = ""
    var isEscape = false
    for scalar in line.unicodeScalars {
      if isEscape {
        isEscape = false
        switch scalar {
        case "n": chunk += "\n"
        case "r": chunk += "\r"
        default: chunk.unicodeScalars.append(scalar)
        }
      } else if scalar == "\\" {
        isEscape = true
      } else {
        chunk.unicodeScalars.append(scalar)
      }
    }
    return chunk
  }

  private static func makeFolders(of path: String) {
    var folder = path.hasPrefix("/") ? "" : "."
    for part in path.split(separator: "/").dropLast() {
      folder += "/" + part
      mkdir(folder, 0o700)
    }
  }
}
