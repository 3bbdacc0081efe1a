#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file that is made under a name of its own and gets its true name when it is whole.
///
/// ```
///   FILE.part ── written, held by a lock ──▶ synced ──▶ also FILE ──▶ folder synced ──▶ FILE alone
///       └ killed: stays, held by nobody; the next try replaces it
/// ```
public final class NewStoreFile {
  public let path: String
  public let part: String
  /// Whether an earlier try had left its part, which has been replaced.
  public let hasReplaced: Bool
  private let descriptor: Int32
  private var isDone = false

  /// Takes the name of the part.
  ///
  /// - Throws: `store.exists` for a name that is taken; `store.busy` where another process is making the same file;
  ///   `store.io`, `store.full`.
  public init(path: String) throws {
    self.path = path
    part = path + ".part"
    try StoreFile(path: path).requireFree()
    var held = try NewStoreFile.hold(part, for: path)
    hasReplaced = held == nil
    if held == nil {
      StoreFile(path: part).removeAll()
      held = try NewStoreFile.hold(part, for: path)
    }
    guard let held else { throw NewStoreFile.busy(path) }
    descriptor = held
  }

  deinit {
    if !isDone { StoreFile(path: part).removeAll() }
    close(descriptor)
  }

  /// Makes the part safe on the disk, then gives it its name; never in place of another file.
  ///
  /// - Throws: `store.exists` where a file has come there meanwhile; `store.io`, `store.full`.
  public func publish() throws {
    for end in ["-wal", "-journal"] where StoreFile(path: part + end).hasBytes {
      throw StoreError(
        "store.io", "\(part) is not whole: a part of it is still in its log",
        remedy: "check the disk, then try again")
    }
    guard fsync(descriptor) == 0 else { throw StoreFile(path: part).failure("written") }
    if link(part, path) != 0 {
      // Some file systems know no second name.
      guard errno == EPERM || errno == EOPNOTSUPP || errno == EMLINK, access(path, F_OK) != 0,
        rename(part, path) == 0
      else {
        if errno == EEXIST { throw StoreFile(path: path).taken }
        throw StoreFile(path: path).failure("written")
      }
    }
    try StoreFile(path: path).syncFolder()
    unlink(part)
    isDone = true
  }

  /// The open and locked part; nil where an earlier try has left one.
  private static func hold(_ part: String, for path: String) throws -> Int32? {
    let new = open(part, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    if new >= 0 {
      guard flock(new, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK else { throw busy(path) }
      return new
    }
    guard errno == EEXIST else { throw StoreFile(path: path).failure("written") }
    let old = open(part, O_RDWR | O_CLOEXEC)
    guard old >= 0 else { throw StoreFile(path: path).failure("written") }
    defer { close(old) }
    guard flock(old, LOCK_EX | LOCK_NB) == 0 else { throw busy(path) }
    return nil
  }

  private static func busy(_ path: String) -> StoreError {
    StoreError(
      "store.busy", "another process is writing \(path)",
      remedy: "wait for it to end, or give another path")
  }
}
