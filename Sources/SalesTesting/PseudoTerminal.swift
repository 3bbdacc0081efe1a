/// A terminal with a process at its other end: what is typed, what is shown, how it ends.

#if os(Linux)
  import Glibc

  public struct PseudoTerminalFailure: Error, CustomStringConvertible {
    public let description: String
  }

  /// Starts a program in a session of its own, whose controlling terminal is ours to type on.
  public final class PseudoTerminal {
    let descriptor: Int32
    private var process: pid_t = 0
    public private(set) var shown = ""
    private var searched = 0

    /// - Parameter folder: where the program starts; nil for here.
    public init(
      _ program: String, arguments: [String] = [], environment: [String: String],
      folder: String? = nil, columns: UInt16 = 80, rows: UInt16 = 24
    ) throws {
      descriptor = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
      // TIOCSPTLCK unlocks the other end, TIOCGPTN is its number; Swift does not import the two macros.
      var lock: Int32 = 0
      var number: UInt32 = 0
      guard descriptor >= 0, ioctl(descriptor, 0x4004_5431, &lock) == 0,
        ioctl(descriptor, 0x8004_5430, &number) == 0
      else { throw PseudoTerminalFailure(description: "no pseudo-terminal: errno \(errno)") }
      let name = "/dev/pts/\(number)"
      resize(columns: columns, rows: rows)
      var actions = posix_spawn_file_actions_t()
      posix_spawn_file_actions_init(&actions)
      posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
      posix_spawn_file_actions_adddup2(&actions, 0, 1)
      posix_spawn_file_actions_adddup2(&actions, 0, 2)
      var attributes = posix_spawnattr_t()
      posix_spawnattr_init(&attributes)
      posix_spawnattr_setflags(&attributes, 0x80 /* POSIX_SPAWN_SETSID */)
      let words =
        folder.map { ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", $0, program] + arguments }
        ?? [program] + arguments
      var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
      var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
      let code = posix_spawn(&process, words[0], &actions, &attributes, &arguments, &variables)
      (arguments + variables).forEach { free($0) }
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
      guard code == 0 else {
        throw PseudoTerminalFailure(description: "cannot start \(program): \(code)")
      }
    }

    deinit {
      if process > 0 {
        kill(process, SIGKILL)
        waitpid(process, nil, 0)
      }
      close(descriptor)
    }

    public func resize(columns: UInt16, rows: UInt16) {
      var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
      _ = ioctl(descriptor, UInt(TIOCSWINSZ), &size)
    }

    public func type(_ text: String) {
      var bytes = Array(text.utf8)[...]
      while !bytes.isEmpty {
        let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        if count <= 0 { return }
        bytes = bytes.dropFirst(count)
      }
    }

    public func signal(_ number: Int32) { kill(process, number) }

    /// Waits until the text is shown after all that was awaited before.
    public func expect(_ text: String) throws {
      let deadline = now + 10
      while true {
        let tail = shown.utf8.dropFirst(searched)
        if let found = String(decoding: tail, as: UTF8.self).range(ofText: text) {
          searched += found
          return
        }
        guard now < deadline, receive() else {
          throw PseudoTerminalFailure(
            description: "\(text.debugDescription) was not shown; shown: \(shown.debugDescription)")
        }
      }
    }

    /// Waits for the end of the process: its exit code, or minus the signal that ended it.
    public func ending() throws -> Int32 {
      while receive() {}
      var status: Int32 = 0
      let deadline = now + 10
      while waitpid(process, &status, WNOHANG) != process {
        guard now < deadline else {
          throw PseudoTerminalFailure(description: "did not end; shown: \(shown.debugDescription)")
        }
        usleep(10_000)
      }
      process = 0
      return status & 0x7F == 0 ? (status >> 8) & 0xFF : -(status & 0x7F)
    }

    /// True where the terminal echoes and gathers lines, as a shell expects it.
    public var isCooked: Bool {
      var state = termios()
      guard tcgetattr(descriptor, &state) == 0 else { return false }
      return state.c_lflag & tcflag_t(ECHO) != 0 && state.c_lflag & tcflag_t(ICANON) != 0
    }

    /// What was shown since the last text that was awaited.
    public var rest: String { String(decoding: shown.utf8.dropFirst(searched), as: UTF8.self) }

    private var pendingBytes: [UInt8] = []

    /// Takes what is shown within ten seconds; false when nothing more comes.
    private func receive() -> Bool {
      var poll = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      guard Glibc.poll(&poll, 1, 10_000) > 0 else { return false }
      var block = [UInt8](repeating: 0, count: 4096)
      let count = block.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { return false }
      pendingBytes += block[..<count]
      shown = String(decoding: pendingBytes, as: UTF8.self)
      return true
    }

    private var now: Int {
      var time = timespec()
      clock_gettime(CLOCK_MONOTONIC, &time)
      return time.tv_sec
    }
  }

  extension String {
    /// Bytes up to the end of the first occurrence of a text.
    fileprivate func range(ofText text: String) -> Int? {
      let all = Array(utf8)
      let wanted = Array(text.utf8)
      guard !wanted.isEmpty, all.count >= wanted.count else { return nil }
      return (0...(all.count - wanted.count)).first {
        all[$0..<($0 + wanted.count)].elementsEqual(wanted)
      }
      .map { $0 + wanted.count }
    }
  }
#endif
