/// Ctrl-C for running scripts, and the deadline of last resort.
import Console
import Lua
import SalesScript

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

enum ScriptInterrupts {
  /// Makes Ctrl-C stop the host's script. The host must outlive the handler.
  static func install(for host: ScriptHost) -> SignalInterrupts {
    SignalInterrupts(context: host.state.interruptHandle.map(UnsafeMutableRawPointer.init)) {
      context in
      if let context { State.interrupt(OpaquePointer(context)) }
    }
  }
}

/// Ends the process when a script's own time limit did not: the store takes the transaction back by itself.
enum LastDeadline {
  private static let grace = 5.0

  static func arm(_ timeout: Double?) {
    guard let timeout else { return }
    signal(SIGALRM) { _ in
      let words: StaticString =
        "limit.deadline: the script did not stop in time; nothing was written\n"
      _ = write(2, words.utf8Start, words.utf8CodeUnitCount)
      _exit(ExitStatus.limit.rawValue)
    }
    alarm(UInt32(timeout.rounded(.up) + grace))
  }

  static func disarm() { alarm(0) }
}
