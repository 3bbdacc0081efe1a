import Lua

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What a script wants of a file.
enum FileAccess: String {
  case read
  case write
}

/// Turning a script's path into a file that it may touch: the one gate of every file function.
///
/// A path is first made canonical (links followed, `..` taken out), then must stand in a granted
/// directory, made canonical in the same way. So neither `..` nor a link leads out of a grant.
extension ScriptHost.Grants {
  /// The canonical path.
  ///
  /// Throws: `sandbox.file` outside the grants, and for a store that would be written over;
  /// `csv.unreadable` and `csv.unwritable` for what is there but is no file.
  func resolve(_ path: String, for access: FileAccess) throws -> String {
    guard !path.isEmpty, path.utf8.count < Int(PATH_MAX), !path.utf8.contains(0) else {
      throw ArgumentError(
        "\"\(path.shortened)\" is not a path", code: "sandbox.file", remedy: "give a file's path")
    }
    let granted = access == .read ? read : write
    guard let real = CanonicalPath.of(path),
      granted.contains(where: { CanonicalPath.of($0).map { CanonicalPath.isIn($0, real) } ?? false }
      )
    else { throw refused(path, access) }
    try requirePlainFile(real, path, access)
    if access == .write { try requireNoStore(real, path) }
    return real
  }

  /// The canonical path of a file that is written under a name of its own until it is whole.
  func resolveForReplacing(_ path: String) throws -> String {
    let real = try resolve(path, for: .write)
    _ = try resolve(real + ".part", for: .write)
    return real
  }

  private func refused(_ path: String, _ access: FileAccess) -> ArgumentError {
    ArgumentError(
      "\(access == .read ? "reading" : "writing") \(path) is not granted", code: "sandbox.file",
      remedy: "run with --allow-\(access.rawValue) \(CanonicalPath.split(path).parent)")
  }

  private func requirePlainFile(_ real: String, _ path: String, _ access: FileAccess) throws {
    var info = stat()
    guard stat(real, &info) == 0, info.st_mode & S_IFMT != S_IFREG else { return }
    let isDirectory = info.st_mode & S_IFMT == S_IFDIR
    throw ArgumentError(
      "\(path) is \(isDirectory ? "a directory" : "not a plain file")",
      code: access == .read ? "csv.unreadable" : "csv.unwritable", remedy: "give a file's path")
  }

  /// A grant that holds the store itself (`--allow-write .`) must not let a script write over it.
  private func requireNoStore(_ real: String, _ path: String) throws {
    for suffix in ["", "-wal", "-shm", "-journal"] where real.hasSuffix(suffix) {
      guard CanonicalPath.isDatabase(String(real.dropLast(suffix.count))) else { continue }
      throw ArgumentError(
        "\(path) is a database or part of one; scripts do not write over stores",
        code: "sandbox.file", remedy: "give another path")
    }
  }
}

/// Paths without links, `.` and `..`.
enum CanonicalPath {
  /// The canonical form of a path whose last parts need not exist; nil where there can be no such
  /// file.
  static func of(_ path: String) -> String? {
    if let real = realpath(path, nil) {
      defer { free(real) }
      return String(validatingCString: real)
    }
    var info = stat()
    guard errno == ENOENT, lstat(path, &info) != 0 else { return nil }
    let (parent, name) = split(path)
    guard !name.isEmpty, name != ".", name != "..", let base = of(parent) else { return nil }
    return base == "/" ? "/" + name : base + "/" + name
  }

  /// `dir/file.csv` → (`dir`, `file.csv`).
  static func split(_ path: String) -> (parent: String, name: String) {
    let bare = path.utf8.reversed().drop { $0 == UInt8(ascii: "/") }
    let name = bare.prefix { $0 != UInt8(ascii: "/") }
    let rest = bare.dropFirst(name.count)
    let parent = rest.drop { $0 == UInt8(ascii: "/") }
    func text(_ reversed: some Sequence<UInt8>) -> String {
      String(decoding: reversed.reversed(), as: UTF8.self)
    }
    if parent.isEmpty { return (rest.isEmpty ? "." : "/", text(name)) }
    return (text(parent), text(name))
  }

  /// Whether a canonical path is a canonical directory or stands below it. Bytes are compared, not
  /// characters.
  static func isIn(_ directory: String, _ path: String) -> Bool {
    if directory == "/" || Array(directory.utf8) == Array(path.utf8) { return true }
    return path.utf8.starts(with: (directory + "/").utf8)
  }

  static func isDatabase(_ path: String) -> Bool {
    let mark = Array("SQLite format 3\0".utf8)
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var head = [UInt8](repeating: 0, count: mark.count)
    return pread(descriptor, &head, head.count, 0) == mark.count && head == mark
  }
}
