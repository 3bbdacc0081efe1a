/// The one editing session that readline's callbacks work for: they carry no context of their own.
#if Readline
  import CReadline
  import Console

  /// All of readline's callbacks run inside ``read(prompt:_:)``, on its thread.
  enum EditingSession {
    nonisolated(unsafe) private(set) static var request = ReadRequest(prompt: "")
    nonisolated(unsafe) private static var event: LineEvent?
    nonisolated(unsafe) private static var isForced = false
    nonisolated(unsafe) private static var isReady = false

    /// Locale, defaults, keys, completion, and then the user's inputrc; once a process.
    static func setUp() {
      guard !isReady else { return }
      isReady = true
      rlx_force_utf8()
      // Readline keeps these two pointers for the life of the process.
      rlx_set_up(strdup("tenon"))
      rlx_set_word_breaks(strdup(CompletionWord.breaks))
      EditingKeys.bind()
      TabCompletion.install()
      rl_initialize()
      using_history()
    }

    /// Edits one chunk until it is submitted, dropped, or the terminal ends. What was typed before Ctrl-C goes with it.
    static func read(prompt: String, _ request: ReadRequest) -> LineEvent {
      self.request = request
      event = nil
      isForced = false
      EditingSignals.take()
      defer { EditingSignals.giveBack() }
      rlx_history_to_end()
      rl_callback_handler_install(prompt) { EditingSession.finish($0) }
      while true {
        switch EditingSignals.wait() {
        case .input:
          rl_callback_read_char()
          if let event { return event }
        case .interrupt:
          rlx_abandon_line()
          return .interrupted
        case .other:
          continue
        case .hangUp:
          rl_callback_handler_remove()
          return .end
        }
      }
    }

    /// Submits what there is, whole or not.
    static func submit(isForced forced: Bool) {
      isForced = forced
      rlx_point_to_end()
      _ = rl_newline(1, 0x0D)
    }

    /// What is typed so far, pending lines of the chunk included.
    static var completeness: Completeness {
      request.completeness(request.pending + String(cString: rlx_line()))
    }

    /// Readline's word that a line is done: nil at the end of input, else text that is ours to free.
    private static func finish(_ line: UnsafeMutablePointer<CChar>?) {
      rl_callback_handler_remove()
      guard let line else {
        event = .end
        return
      }
      let text = String(cString: line)
      free(line)
      event = isForced ? .chunk(text) : .line(text)
    }
  }
#endif
