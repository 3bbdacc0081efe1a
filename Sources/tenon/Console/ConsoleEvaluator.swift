/// The console's language: Lua chunks over a host, each one a run of its own unless begin() widened it.
import Console
import Lua
import SalesKernel
import SalesScript
import SalesStore
import Terminal

/// Runs chunks, shows their values, and says what each one changed and how to take it back.
///
/// A chunk that fails, or is stopped, leaves the store as it was before it. Names live from chunk to chunk; `_` holds
/// the last value that was shown, `__` the one before, `_7` that of chunk 7, `last_error` the last error.
final class ConsoleEvaluator: ChunkEvaluator {
  let host: ScriptHost
  let streams: Streams
  let output: TerminalOutput
  let transaction = ConsoleTransaction()
  let record: SessionRecord
  private let policy: ConsolePolicy
  private let wide: WideChanges
  private let completer: ConsoleCompleter
  private lazy var commands = DotCommands(self)
  /// Chunks that were typed before; the loop's own.
  var typed: History?
  /// Files and commands are out of reach, for the whole session.
  var isSafe = false
  /// Says how long each chunk took.
  var isTiming = false
  /// Where the next chunk's output goes instead of the terminal.
  var once: OnceTarget?
  private(set) var lastErrorInFull: String?

  /// - Parameter isConfirmed: wide changes are not asked about.
  /// - Throws: ``PolicyError`` of the pack `console`.
  init(
    host: ScriptHost, output: TerminalOutput, streams: Streams, isConfirmed: Bool,
    record: SessionRecord = SessionRecord()
  ) throws {
    self.host = host
    self.output = output
    self.streams = streams
    self.record = record
    policy = try host.consolePolicy()
    wide = try WideChanges(host, isConfirmed: isConfirmed, streams: streams)
    completer = ConsoleCompleter(host: host, words: DotCommands.words)
    host.console = self
  }

  var promptMark: String { transaction.mark }

  func completeness(of chunk: String) -> Completeness {
    DotCommands.isOne(chunk) ? .complete : ChunkShape(host: host).completeness(of: chunk)
  }

  func candidates(for line: String, cursor: Int) -> [Completion] {
    completer.candidates(for: line, cursor: cursor)
  }

  func evaluate(_ chunk: String, number: Int) -> Evaluation {
    let text = ConsoleWords.expanded(chunk)
    if ConsoleWords.isExit(text) { return Evaluation(exit: ExitStatus.ok.rawValue) }
    if DotCommands.isOne(chunk) { return commands.run(chunk) }
    if ConsoleWords.asksForTour(chunk) {
      return Evaluation(output: ConsoleTour(host, streams).text)
    }
    let start = seconds
    var evaluation = evaluate(text, typed: chunk, number)
    let elapsed = seconds - start
    if isTiming || elapsed > policy.slow {
      evaluation.errors += "time: \(Elapsed.text(elapsed))\n"
    }
    return evaluation
  }

  private func evaluate(_ text: String, typed chunk: String, _ number: Int) -> Evaluation {
    let name = "console:\(number)"
    streams.sources[name] = text
    // A stop of an earlier chunk would stop this one too.
    host.state.clearStop()
    do {
      var shown = ""
      let target = once
      once = nil
      let former = streams.format
      defer { streams.format = former }
      if let format = target?.format { streams.format = format }
      let ending = try run(text, name: name, number, target) { shown += $0 }
      record.note(chunk, shown, isExpression: isExpression(text), ending)
      if let target {
        try target.write(shown)
        shown = ""
      }
      return Evaluation(output: shown, errors: words(of: ending))
    } catch {
      return failure(error, chunk)
    }
  }

  /// Runs a chunk and shows its values.
  private func run(
    _ text: String, name: String, _ number: Int, _ target: OnceTarget?,
    _ show: (String) -> Void
  ) throws -> ConsoleTransaction.Ending {
    let chunk = SessionLocals.kept(in: text)
    let body = ValueChunk(
      chunk, name: "=" + name, keeps: .init(number, policy.keptValues), in: host)
    let writer = ValueWriter(host: host, output: output, isLiteral: true)
    let ending = try transaction.perform(text, number: number, host: host) { run in
      func work() throws {
        try host.run(body.source, name: "=" + name, in: run) { values in
          if !body.isSilent { try writer.write(values, to: show) }
        }
      }
      if target == nil { try work() } else { show(try streams.capturing(work)) }
    } admit: { run in
      streams.flush()
      try wide.admit { run.changes }
    }
    streams.flush()
    return ending
  }

  private func isExpression(_ text: String) -> Bool {
    ValueChunk(text, name: "=console", keeps: nil, in: host).isExpression
  }

  private func failure(_ error: any Error, _ chunk: String) -> Evaluation {
    host.state.clearStop()
    streams.flush()
    let report = ErrorReport(error, sources: streams.sources)
    keep(error, report)
    let isInterrupt = report.code == "run.interrupted"
    let stands = transaction.held == nil ? "" : "; the open run stands as it was before this chunk"
    let text =
      isInterrupt
      ? "interrupted: nothing was changed\(stands)\n"
      : streams.text(of: report) + (stands.isEmpty ? "" : "  rolled back: this chunk\(stands)\n")
    record.noteFailure(chunk, text)
    return Evaluation(errors: text, failed: !isInterrupt, interrupted: isInterrupt)
  }

  private func keep(_ error: any Error, _ report: ErrorReport) {
    let traceback = (error as? LuaError)?.traceback ?? ""
    lastErrorInFull = streams.text(of: report) + (traceback.isEmpty ? "" : traceback + "\n")
    let fields: [(String, Value)] = [
      ("code", .string(report.code ?? "")), ("message", .string(report.message)),
      ("remedy", .string(report.remedy ?? "")), ("file", .string(report.place?.file ?? "")),
      ("line", report.place.map { .integer(Int64($0.line)) } ?? .nil),
      ("traceback", .string(traceback)),
    ]
    try? host.keep(.table(Table(fields: fields)), as: "last_error")
  }

  private func words(of ending: ConsoleTransaction.Ending) -> String {
    let count = RunWords.changes(ending.changes)
    if ending.isRolledBack { return "rolled back: nothing was changed\n" }
    if ending.isHeld {
      return "open run: \(count) so far; commit() keeps them, rollback() does not\n"
    }
    guard let run = ending.run else { return "" }
    return "run \(run): \(count); undo(\(run)) takes it back\n"
  }
}

extension ConsoleEvaluator {
  /// - Throws: `sandbox.safe` in a session that began with --safe.
  func requireUnsafe(_ command: String) throws {
    guard isSafe else { return }
    throw CommandError(
      "sandbox.safe", "\(command) touches files, and this session began with --safe",
      remedy: "begin another session for it")
  }
}

extension ConsoleEvaluator: ConsoleServices {
  func begin() throws { try transaction.ask(.begin) }
  func commit(anyway: Bool) throws { try transaction.ask(.commit, anyway: anyway) }
  func rollback() throws { try transaction.ask(.rollback) }

  func history(containing text: String, last count: Int) -> [String] {
    typed?.entries(containing: text, last: count) ?? []
  }

  func note(_ text: String) { streams.note(text) }

  var seconds: Double { Surroundings.seconds }
}

/// What people type at a console that is no Lua.
enum ConsoleWords {
  private static let exits: Set<String> = ["exit", "quit", "exit()", "quit()"]

  static func isExit(_ chunk: String) -> Bool { exits.contains(trimmed(chunk)) }

  static func asksForTour(_ chunk: String) -> Bool { ["?", "help"].contains(trimmed(chunk)) }

  /// `?name`, `name?` and `help name` ask for help; all else stays as it is.
  static func expanded(_ chunk: String) -> String {
    let text = trimmed(chunk)
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

  static func trimmed(_ text: String) -> String {
    guard let first = text.firstIndex(where: { !$0.isWhitespace }),
      let last = text.lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(text[first...last])
  }
}
