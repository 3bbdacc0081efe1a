/// Shows a text that is larger than the screen in the user's pager.

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A pager and when it is wanted.
///
/// ```swift
/// let pager = Pager(environment: environment, size: TerminalSize.of(1), isInteractive: bothAreTerminals)
/// if pager?.isWanted(for: text) != true || pager?.show(text) != true { write(text) }
/// ```
public struct Pager: Hashable, Sendable {
  /// The command line, for the shell.
  public let command: String
  public let size: TerminalSize
  private let environment: [String: String]

  /// `$TENON_PAGER`, else `$PAGER`, else `less -FRSX`; nil where input or output is no terminal, on a dumb
  /// terminal, and where the variable is empty or says `cat`.
  public init?(environment: [String: String], size: TerminalSize?, isInteractive: Bool) {
    let command = environment["TENON_PAGER"] ?? environment["PAGER"] ?? "less -FRSX"
    guard isInteractive, let size, environment["TERM"] != "dumb", command != "cat",
      !command.allSatisfy(\.isWhitespace)
    else { return nil }
    self.command = command
    self.size = size
    self.environment = environment
  }

  /// Any command that takes a text on its standard input.
  public init(command: String, environment: [String: String]) {
    self.command = command
    self.size = .standard
    self.environment = environment
  }

  /// True for a text with more lines than the screen, or wider ones; escapes for colour count for nothing.
  public func isWanted(for text: String, measure: DisplayWidth = DisplayWidth()) -> Bool {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.count > size.rows
      || lines.contains { measure.of(Pager.withoutColour($0)) > size.columns }
  }

  /// Runs the pager on the text and waits for its end; false where it could not be started.
  ///
  /// Leaving the pager before the end of the text is no error. Ctrl-C is the pager's while it runs.
  public func show(_ text: String) -> Bool {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return false }
    _ = fcntl(ends[1], F_SETFD, FD_CLOEXEC)
    var formerInterrupt = sigaction()
    var formerPipe = sigaction()
    Pager.ignore(SIGINT, &formerInterrupt)
    Pager.ignore(SIGPIPE, &formerPipe)
    let process = start(input: ends[0])
    close(ends[0])
    if process != nil { Pager.write(text, to: ends[1]) }
    close(ends[1])
    var status: Int32 = 0
    if let process {
      while waitpid(process, &status, 0) < 0, errno == EINTR {}
    }
    sigaction(SIGINT, &formerInterrupt, nil)
    sigaction(SIGPIPE, &formerPipe, nil)
    // 127 is the shell's word for a command that it cannot find.
    return process != nil && (status >> 8) & 0xFF != 127
  }

  private func start(input: Int32) -> pid_t? {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_adddup2(&actions, input, 0)
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    sigaddset(&signals, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    var arguments = Pager.copies(["sh", "-c", command])
    var variables = Pager.copies(environment.map { "\($0.key)=\($0.value)" })
    defer { (arguments + variables).forEach { free($0) } }
    var process: pid_t = 0
    return posix_spawn(&process, "/bin/sh", &actions, &attributes, &arguments, &variables) == 0
      ? process : nil
  }

  /// The texts as C has them, nil at the end; the caller frees them.
  private static func copies(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] {
    texts.map { strdup($0) } + [nil]
  }

  private static func ignore(_ signal: Int32, _ former: inout sigaction) {
    var action = sigaction()
    #if canImport(Darwin)
      action.__sigaction_u.__sa_handler = SIG_IGN
    #else
      action.__sigaction_handler.sa_handler = SIG_IGN
    #endif
    sigaction(signal, &action, &former)
  }

  private static func write(_ text: String, to descriptor: Int32) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        #if canImport(Darwin)
          Darwin.write(descriptor, $0.baseAddress, $0.count)
        #else
          Glibc.write(descriptor, $0.baseAddress, $0.count)
        #endif
      }
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return }
      rest = rest.dropFirst(count)
    }
  }

  /// The line without `ESC [ … m`.
  private static func withoutColour(_ line: Substring) -> String {
    var plain = ""
    var rest = line.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      if scalar == "\u{1B}", rest.first == "[" {
        rest = rest.drop { $0 != "m" }.dropFirst()
      } else {
        plain.unicodeScalars.append(scalar)
      }
    }
    return plain
  }
}
