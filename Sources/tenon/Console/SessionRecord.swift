/// The session as a script: chunks that ended well, their output as comments.
///
/// ```lua
/// local _
/// _ = customers:count() print(_)
/// --> 2,000
/// ```
/// Chunks of an open run are written when it is committed, and not at all when it is rolled back.
import Console

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

final class SessionRecord {
  /// A log that grows with the session; nil for none.
  private(set) var log: LogFile?
  private var kept: [String] = []
  private var waiting: [String] = []
  private static let head = """
    -- A session of the Tenon console. Replay it on a copy of the store it began with:
    --   tenon repl --store COPY < this file
    local _

    """

  var text: String { SessionRecord.head + kept.joined() }

  /// - Throws: `file.unwritable`.
  func start(_ path: String) throws { log = try LogFile(path) }

  func stop() { log = nil }

  func note(
    _ chunk: String, _ shown: String, isExpression: Bool, _ ending: ConsoleTransaction.Ending
  ) {
    let entry = SessionRecord.entry(chunk, shown, isExpression)
    log?.append(entry)
    if ending.isRolledBack {
      waiting = []
    } else if ending.isHeld {
      if !SessionRecord.isWidening(chunk) { waiting.append(entry) }
    } else {
      kept += waiting
      waiting = []
      if !SessionRecord.isWidening(chunk) { kept.append(entry) }
    }
  }

  func noteFailure(_ chunk: String, _ errors: String) {
    log?.append(comment(chunk, "-- ") + comment(errors, "--! "))
  }

  /// `begin()` and `commit()`: a script is one run without them.
  private static func isWidening(_ chunk: String) -> Bool {
    let text = ConsoleWords.trimmed(chunk)
    return ["begin", "commit", "rollback"].contains {
      text.hasPrefix($0 + "(") || text.hasPrefix($0 + "{")
    }
  }

  private static func entry(_ chunk: String, _ shown: String, _ isExpression: Bool) -> String {
    let bare = ConsoleWords.trimmed(chunk)
    if bare.hasPrefix("?") || bare.hasSuffix("?") || bare.hasPrefix("help ") || bare == "help" {
      return "-- \(bare)\n"
    }
    let isCall = bare.hasSuffix(")") || bare.hasSuffix("}")
    guard isExpression, !(isCall && shown.isEmpty) else {
      return bare + "\n" + comment(shown, "--> ")
    }
    let isSilent = bare.hasSuffix(";") && !bare.contains("--")
    let expression = isSilent ? String(bare.dropLast()) : bare
    return "_ = \(expression)\n" + (isSilent ? "" : "print(_)\n") + comment(shown, "--> ")
  }

  private static func comment(_ text: String, _ mark: String) -> String {
    text.split(separator: "\n").map { mark + $0 + "\n" }.joined()
  }

  private func comment(_ text: String, _ mark: String) -> String {
    SessionRecord.comment(text, mark)
  }
}

/// A file that is appended to.
final class LogFile {
  let path: String
  private let descriptor: Int32

  /// - Throws: `file.unwritable`.
  init(_ path: String) throws {
    self.path = path
    descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw CommandError(
        "file.unwritable", "cannot write \(path)", remedy: "check the folder and its permissions")
    }
  }

  deinit { close(descriptor) }

  func append(_ text: String) { FileOutput.write(text, to: descriptor) }
}
