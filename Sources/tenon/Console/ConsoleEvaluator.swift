/// The console's language: Lua chunks over a host, each one a run of its own.
import Console
import Lua
import SalesScript
import SalesStore
import Terminal

/// Runs chunks, shows their values, and says what each one changed and how to take it back.
///
/// Globals live from chunk to chunk; `_` holds the last value that was shown. A chunk that fails, or is stopped,
/// leaves the store as it was.
final class ConsoleEvaluator: ChunkEvaluator {
  private static let name = "console"
  private let host: ScriptHost
  private let streams: Streams
  private let output: TerminalOutput
  private let completer: ConsoleCompleter
  private var hasWarned = false

  init(host: ScriptHost, output: TerminalOutput, streams: Streams) {
    self.host = host
    self.output = output
    self.streams = streams
    completer = ConsoleCompleter(host: host)
  }

  var promptMark: String { "" }

  func completeness(of chunk: String) -> Completeness {
    ChunkShape(host: host).completeness(of: chunk)
  }

  func candidates(for line: String, cursor: Int) -> [Completion] {
    completer.candidates(for: line, cursor: cursor)
  }

  func evaluate(_ chunk: String, number: Int) -> Evaluation {
    let text = ConsoleWords.expanded(chunk)
    if ConsoleWords.isExit(text) { return Evaluation(exit: ExitStatus.ok.rawValue) }
    let name = "\(ConsoleEvaluator.name):\(number)"
    streams.sources[name] = text
    // A stop of an earlier chunk would stop this one too.
    host.state.clearStop()
    do {
      let body = ValueChunk(text, name: "=" + name, keeps: true, in: host)
      let writer = ValueWriter(host: host, output: output, isLiteral: true)
      var shown = ""
      let outcome = try host.run(
        body.source, name: "=" + name, mode: .read, kind: .console, onWait: Streams.waiting
      ) { values, _ in
        if !body.isSilent { try writer.write(values) { shown += $0 } }
      }
      streams.flush()
      return Evaluation(output: shown, errors: lostLocals(of: text) + note(outcome))
    } catch {
      host.state.clearStop()
      streams.flush()
      let isInterrupt = ErrorFacts.of(error).code == "run.interrupted"
      return Evaluation(
        errors: isInterrupt ? "interrupted: nothing was changed\n" : streams.errorText(error),
        failed: !isInterrupt, interrupted: isInterrupt)
    }
  }

  /// Said once a session: a chunk's locals end with it.
  private func lostLocals(of text: String) -> String {
    guard !hasWarned, let name = LuaNames(text).topLocals.first else { return "" }
    hasWarned = true
    return "'\(name)' was local to that chunk and is gone; "
      + "write \(name) = …: the console keeps globals\n"
  }

  private func note(_ outcome: ChunkOutcome) -> String {
    guard let run = outcome.run else { return "" }
    let count = RunWords.changes(outcome.changes?.count ?? 0)
    return "run \(run): \(count); undo(\(run)) takes it back\n"
  }
}

/// What people type at a console that is no Lua.
enum ConsoleWords {
  private static let exits: Set<String> = ["exit", "quit", "exit()", "quit()"]

  static func isExit(_ chunk: String) -> Bool { exits.contains(trimmed(chunk)) }

  /// `?name`, `name?` and `help name` ask for help; all else stays as it is.
  static func expanded(_ chunk: String) -> String {
    let text = trimmed(chunk)
    if text == "?" || text == "help" { return "print(help())" }
    var name = Substring()
    if text.hasPrefix("?") {
      name = text.dropFirst()
    } else if text.hasSuffix("?") {
      name = text.dropLast()
    } else if text.hasPrefix("help ") {
      name = text.dropFirst(5)
    }
    let isName = name.utf8.allSatisfy {
      $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ":")
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20)
    }
    return name.isEmpty || !isName ? chunk : "print(help(\"\(name)\"))"
  }

  private static func trimmed(_ text: String) -> String {
    guard let first = text.firstIndex(where: { !$0.isWhitespace }),
      let last = text.lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(text[first...last])
  }
}
