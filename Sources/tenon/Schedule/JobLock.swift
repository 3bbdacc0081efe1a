/// One run at a time a job, across processes.
import Foundation

/// A lock (flock) on a file in a folder beside the store. The kernel gives it back when the last process that holds it
/// is gone, however it went; a job's process inherits it, so that it outlives whoever started the job.
final class JobLock {
  let descriptor: Int32

  private init(_ descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }

  /// - Returns: nil where another process holds it.
  /// - Throws: `file.unwritable`.
  static func take(_ name: String, beside store: String) throws -> JobLock? {
    let folder = URL(fileURLWithPath: store).resolvingSymlinksInPath().path + "-jobs"
    if mkdir(folder, 0o700) != 0, errno != EEXIST { throw unwritable(folder) }
    let path = "\(folder)/\(name).lock"
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw unwritable(path) }
    let lock = JobLock(descriptor)
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      if errno == EINTR { continue }
      if errno == EWOULDBLOCK { return nil }
      throw unwritable(path)
    }
    return lock
  }

  /// The lock of a job by its id.
  static func take(job: Int64, beside store: String) throws -> JobLock? {
    try take("\(job)", beside: store)
  }

  /// Whether a process holds the lock of a job; asks without making any file.
  static func isHeld(job: Int64, beside store: String) -> Bool {
    let folder = URL(fileURLWithPath: store).resolvingSymlinksInPath().path + "-jobs"
    let descriptor = open("\(folder)/\(job).lock", O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return flock(descriptor, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK
  }

  private static func unwritable(_ path: String) -> CommandError {
    CommandError(
      "file.unwritable", "cannot lock \(path)", remedy: "check the folder and its permissions")
  }
}
