/// SIGINT for a console: stops the running chunk, interrupts a plain read, and, the third time within two
/// seconds while a chunk runs, ends the process with 130 and the terminal as it was.

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Installs the process's SIGINT handler when made and puts the former one back at ``restore()``.
///
/// The handler is without SA_RESTART, so that a read returns; outside a chunk it does nothing else.
///
/// ```swift
/// let interrupts = SignalInterrupts(context: host) { tn_stop(OpaquePointer($0), interrupted) }
/// ```
/// There is one SIGINT in a process, so only one of these lives at a time.
public final class SignalInterrupts: InterruptSource {
  /// Asks the evaluator to stop; gets the context that it was registered with. Called in a signal handler:
  /// it may set flags, and little else.
  public typealias Stop = @convention(c) (UnsafeMutableRawPointer?) -> Void

  private var former = sigaction()

  public init(context: UnsafeMutableRawPointer?, stop: @escaping Stop) {
    let state = interruptState
    state.pointee = InterruptState()
    state.pointee.stop = stop
    state.pointee.context = context
    state.pointee.hasTerminal = tcgetattr(0, &state.pointee.terminal) == 0
    var action = sigaction()
    #if canImport(Darwin)
      action.__sigaction_u.__sa_handler = interruptHandler
    #else
      action.__sigaction_handler.sa_handler = interruptHandler
    #endif
    sigemptyset(&action.sa_mask)
    sigaction(SIGINT, &action, &former)
    // Whoever started the process may have blocked it, and masks are inherited.
    var set = sigset_t()
    sigemptyset(&set)
    sigaddset(&set, SIGINT)
    pthread_sigmask(SIG_UNBLOCK, &set, nil)
  }

  public func begin() {
    interruptState.pointee.presses = (0, 0)
    interruptState.pointee.isRunning = true
  }

  public func end() {
    interruptState.pointee.isRunning = false
  }

  /// Gives SIGINT back to who had it.
  public func restore() {
    interruptState.pointee.isRunning = false
    sigaction(SIGINT, &former, nil)
  }
}

/// What the handler reads and writes: plain memory, made before the handler is installed.
private struct InterruptState {
  var stop: SignalInterrupts.Stop?
  var context: UnsafeMutableRawPointer?
  var isRunning = false
  /// Times of the two presses before this one, in nanoseconds of a clock that goes forward; 0 for none.
  var presses: (Int, Int) = (0, 0)
  var hasTerminal = false
  var terminal = termios()
}

// A pointer that never changes, so that the handler takes no lock and checks no access.
nonisolated(unsafe) private let interruptState: UnsafeMutablePointer<InterruptState> = {
  let state = UnsafeMutablePointer<InterruptState>.allocate(capacity: 1)
  state.initialize(to: InterruptState())
  return state
}()

private func interruptHandler(_ signal: Int32) {
  let saved = errno
  defer { errno = saved }
  let state = interruptState
  guard state.pointee.isRunning else { return }
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  let now = time.tv_sec &* 1_000_000_000 &+ time.tv_nsec
  if state.pointee.presses.0 != 0, now &- state.pointee.presses.0 <= 2_000_000_000 {
    if state.pointee.hasTerminal { tcsetattr(0, TCSANOW, &state.pointee.terminal) }
    _exit(130)
  }
  state.pointee.presses = (state.pointee.presses.1, now)
  state.pointee.stop?(state.pointee.context)
}
