#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Making files, and taking away what a failure left of them.
extension StoreFile {
  /// The log of changes, its index, and the journal of the engine's other mode.
  static let companions = ["-wal", "-shm", "-journal"]

  var folder: String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.utf8.startIndex ? "/" : String(path[..<slash])
  }

  /// A log that an earlier file of the same name has left would be taken for that of the new one.
  ///
  /// - Throws: `store.exists`.
  func requireFree() throws {
    if exists { throw taken }
    for end in ["-wal", "-journal"] where StoreFile(path: path + end).exists {
      throw StoreError(
        "store.exists", "\(path + end) is there, the log of a store that is not",
        remedy: "put its store back beside it, move it away, or give another path")
    }
  }

  var taken: StoreError {
    StoreError("store.exists", "there is already a file at \(path)", remedy: "give another path")
  }

  /// Makes the empty file, so that nobody else makes it too.
  ///
  /// - Throws: `store.exists`, `store.io`, `store.full`.
  func reserve() throws {
    try requireFree()
    let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw errno == EEXIST ? taken : failure("made") }
    close(descriptor)
  }

  /// Removes the file and what belongs to it.
  func removeAll() {
    for end in [""] + StoreFile.companions { unlink(path + end) }
  }

  /// A file's name is safe only with its folder.
  ///
  /// - Throws: `store.io`.
  func syncFolder() throws {
    let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    // A file system that cannot do this says so with EINVAL.
    if fsync(descriptor) != 0, errno != EINVAL { throw StoreFile(path: folder).failure("written") }
  }

  /// Bytes that a file in the folder may still take; nil where the system does not say.
  var freeBytes: Int64? {
    var info = statvfs()
    guard statvfs(folder, &info) == 0 else { return nil }
    let (bytes, overflow) = UInt64(info.f_bavail).multipliedReportingOverflow(
      by: UInt64(info.f_frsize))
    return overflow ? nil : Int64(clamping: bytes)
  }

  var hasWritableFolder: Bool { access(folder, W_OK) == 0 }

  /// The system's last error about this file.
  func failure(_ verb: String) -> StoreError {
    let number = errno
    if let full = StoreError.full(number, path) { return full }
    return StoreError(
      "store.io", "\(path) cannot be \(verb): \(String(cString: strerror(number)))",
      remedy: "check the path and its permissions")
  }
}
