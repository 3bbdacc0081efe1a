#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What a connection does while another run holds the store: waits, says so once, and gives up in
/// time.
///
/// Touched only by the thread that is inside the connection's queue.
final class WaitGate: @unchecked Sendable {
  var onWait: (@Sendable () -> Void)?
  /// Longest wait.
  var limit: Duration = .seconds(30)
  /// How long to wait before saying so.
  var patience: Duration = .seconds(1)
  private var started: ContinuousClock.Instant?
  private var hasSpoken = false

  /// False to give up.
  func wait(attempt: Int) -> Bool {
    let now = ContinuousClock.now
    if attempt == 0 { (started, hasSpoken) = (now, false) }
    let waited = now - (started ?? now)
    if waited >= limit { return false }
    if waited >= patience, !hasSpoken {
      hasSpoken = true
      onWait?()
    }
    usleep(attempt < 10 ? 1_000 : 20_000)
    return true
  }
}
