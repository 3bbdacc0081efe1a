/// Keys that make readline edit chunks of several lines.
#if Readline
  import CReadline
  import Console
  import Terminal

  enum EditingKeys {
    /// Each key runs a named command, so that an inputrc can bind them otherwise.
    static func bind() {
      define("tenon-accept", ["\\C-m", "\\C-j"]) { EditingKeys.accept($0, $1) }
      define("tenon-run", ["\\e\\C-m", "\\e\\C-j"]) { EditingKeys.run($0, $1) }
      define("tenon-newline", ["\\C-o"]) { EditingKeys.newline($0, $1) }
      define("tenon-up", ["\\e[A", "\\eOA", "\\C-p"]) { EditingKeys.up($0, $1) }
      define("tenon-down", ["\\e[B", "\\eOB", "\\C-n"]) { EditingKeys.down($0, $1) }
    }

    private static func define(
      _ name: String, _ keys: [String], _ command: @escaping @convention(c) (Int32, Int32) -> Int32
    ) {
      rl_add_defun(name, command, -1)
      for sequence in keys { rl_bind_keyseq(sequence, command) }
    }

    private static func accept(_: Int32, _: Int32) -> Int32 {
      if case .incomplete(let indent) = EditingSession.completeness {
        rl_insert_text("\n" + String(repeating: " ", count: min(max(0, indent), 64)))
      } else {
        EditingSession.submit(isForced: false)
      }
      return 0
    }

    private static func run(_: Int32, _: Int32) -> Int32 {
      EditingSession.submit(isForced: true)
      return 0
    }

    private static func newline(_: Int32, _: Int32) -> Int32 {
      rl_insert_text("\n")
      return 0
    }

    private static func up(_ count: Int32, _ key: Int32) -> Int32 {
      if let point = BufferLines(String(cString: rlx_line())).above(Int(rlx_point())) {
        rlx_set_point(Int32(clamping: point))
        return 0
      }
      return rl_get_previous_history(count, key)
    }

    private static func down(_ count: Int32, _ key: Int32) -> Int32 {
      if let point = BufferLines(String(cString: rlx_line())).below(Int(rlx_point())) {
        rlx_set_point(Int32(clamping: point))
        return 0
      }
      return rl_get_next_history(count, key)
    }
  }
#endif
