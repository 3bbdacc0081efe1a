/// Signals that end waiting: SIGTERM and SIGINT ask to stop, SIGHUP to look again.
import Foundation

/// Counts signals and wakes who waits, through a pipe that the handler writes to. One lives in a process.
final class StopSignals {
  private var former: [(signal: Int32, action: sigaction)] = []

  /// How often SIGTERM or SIGINT came.
  var stops: Int { Int(stopState.pointee.stops) }
  var isStopping: Bool { stops > 0 }
  /// Readable where a signal has come; for poll.
  var descriptor: Int32 { stopState.pointee.reading }

  init() {
    var ends: [Int32] = [-1, -1]
    if pipe(&ends) == 0 {
      for end in ends {
        _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        _ = fcntl(end, F_SETFL, O_NONBLOCK)
      }
    }
    stopState.pointee = StopState(reading: ends[0], writing: ends[1])
    for number in [SIGTERM, SIGINT, SIGHUP] {
      var (action, before) = (sigaction(), sigaction())
      #if canImport(Darwin)
        action.__sigaction_u.__sa_handler = stopHandler
      #else
        action.__sigaction_handler.sa_handler = stopHandler
      #endif
      sigemptyset(&action.sa_mask)
      sigaction(number, &action, &before)
      former.append((number, before))
      var set = sigset_t()
      sigemptyset(&set)
      sigaddset(&set, number)
      pthread_sigmask(SIG_UNBLOCK, &set, nil)
    }
  }

  /// Gives the signals back to who had them.
  func restore() {
    for (number, action) in former {
      var action = action
      sigaction(number, &action, nil)
    }
    former = []
    close(stopState.pointee.reading)
    close(stopState.pointee.writing)
  }

  /// Waits for a signal, or until the time is over.
  func wait(milliseconds: Int64) {
    var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    if poll(&entry, 1, Int32(clamping: max(0, milliseconds))) > 0 { drain() }
  }

  func drain() {
    var bytes = [UInt8](repeating: 0, count: 64)
    while read(descriptor, &bytes, bytes.count) > 0 {}
  }
}

/// What the handler reads and writes: plain memory, made before the handler is installed.
private struct StopState {
  var stops: Int32 = 0
  var reading: Int32 = -1
  var writing: Int32 = -1
}

nonisolated(unsafe) private let stopState: UnsafeMutablePointer<StopState> = {
  let state = UnsafeMutablePointer<StopState>.allocate(capacity: 1)
  state.initialize(to: StopState())
  return state
}()

private func stopHandler(_ signal: Int32) {
  let saved = errno
  defer { errno = saved }
  if signal != SIGHUP { stopState.pointee.stops &+= 1 }
  var byte = UInt8(truncatingIfNeeded: signal)
  _ = write(stopState.pointee.writing, &byte, 1)
}
