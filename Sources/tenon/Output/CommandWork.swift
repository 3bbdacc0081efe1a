/// Long work of a command that runs no script: shows how far it is, and stops at Ctrl-C.
import Console
import SalesStore

final class CommandWork {
  private let interrupts: SignalInterrupts
  private let flag: UnsafeMutablePointer<Int32>
  private let store: Store

  init(_ store: Store, _ streams: Streams) {
    let flag = UnsafeMutablePointer<Int32>.allocate(capacity: 1)
    flag.initialize(to: 0)
    self.flag = flag
    self.store = store
    interrupts = SignalInterrupts(context: flag) { context in
      context?.storeBytes(of: 1, as: Int32.self)
    }
    interrupts.begin()
    store.onWork = { work in
      if flag.pointee != 0 { throw CommandWork.interrupted }
      streams.show(work)
    }
  }

  /// Gives Ctrl-C back.
  func end() {
    store.onWork = nil
    interrupts.end()
    interrupts.restore()
  }

  deinit { flag.deallocate() }

  private static var interrupted: CommandError {
    CommandError("run.interrupted", "stopped: nothing was changed")
  }
}
