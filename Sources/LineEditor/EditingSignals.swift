/// Signals while a chunk is edited: noted in the handler, served between keys.
#if Readline
  import CReadline

  enum EditingSignals {
    /// Never moves, so that the handler takes no lock.
    nonisolated(unsafe) private static let state: UnsafeMutablePointer<rlx_signals> = {
      let state = UnsafeMutablePointer<rlx_signals>.allocate(capacity: 1)
      state.initialize(to: rlx_signals())
      return state
    }()

    private static func note(_ number: Int32) { rlx_note(state, number) }

    /// From here on signals wait for ``wait()``.
    static func take() { rlx_take_signals(state) { EditingSignals.note($0) } }

    static func giveBack() { rlx_give_back(state) }

    /// What a wait brought.
    enum Arrival { case input, interrupt, other, hangUp }

    /// Waits for a key or a signal; a resized window and a stop are seen to here.
    static func wait() -> Arrival {
      let arrival = rlx_wait(state, 0)
      if arrival > 0 { return .input }
      if arrival < 0 { return .hangUp }
      if state.pointee.interrupt != 0 {
        state.pointee.interrupt = 0
        return .interrupt
      }
      if state.pointee.resize != 0 {
        state.pointee.resize = 0
        rl_resize_terminal()
      }
      if state.pointee.suspend != 0 {
        state.pointee.suspend = 0
        letThrough(SIGTSTP)
      }
      let end = state.pointee.end
      if end != 0 {
        state.pointee.end = 0
        letThrough(end)
      }
      return .other
    }

    private static func letThrough(_ number: Int32) {
      rlx_let_through(state, number) { EditingSignals.note($0) }
    }
  }
#endif
