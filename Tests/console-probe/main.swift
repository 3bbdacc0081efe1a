// The console with a toy language behind it; the pty tests talk to it. PROBE_HISTORY names its history.

import Console
import LineEditor

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

let history = History(file: getenv("PROBE_HISTORY").map { String(cString: $0) })
let interrupts = SignalInterrupts(context: nil) { _ in
  stopFlag.store(true, ordering: .relaxed)
  let words: StaticString = "asked to stop\n"
  _ = write(1, words.utf8Start, words.utf8CodeUnitCount)
}

var loop = ConsoleLoop(
  evaluator: ProbeEvaluator(), reader: makeLineReader(), history: history, interrupts: interrupts,
  options: .init(banner: "probe"))
exit(loop.run())
