import ArgumentParser
import Console
import LineEditor
import SalesScript
import SalesStore
import Terminal

/// `tenon repl`: the console.
struct ReplCommand: StreamCommand {
  static let configuration = CommandConfiguration(
    commandName: "repl", abstract: "Open a console (the default).")

  @Flag(
    name: [.long, .customShort("k")],
    help: "In a pipe go on after a chunk that fails; end with 1 all the same.")
  var keepGoing = false

  @Option(help: ArgumentHelp("Append the session to a file as it goes.", valueName: "file"))
  var log: String?

  @Flag(help: "No files and no commands, for the whole session.")
  var safe = false

  @Option(help: ArgumentHelp("Run a script first; what it defines stays.", valueName: "script"))
  var load: String?

  @Argument(help: .hidden)
  var arguments: [String] = []

  @OptionGroup var startup: StartupOptions
  @OptionGroup var inputs: RunInputs
  @OptionGroup var limits: RunLimits
  @OptionGroup var confirm: ConfirmOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run(_ streams: Streams) throws {
    let opened = try store.openIfThere()
    defer { opened?.close() }
    let drawing = TerminalOutput(streams)
    var options = try limits.hostOptions(
      clock: try inputs.clock(), seed: inputs.seed, arguments: arguments, isInteractive: true)
    // Who sits at a console may use the folder that it was started in.
    if safe {
      options.grants = .init()
    } else {
      options.grants.read.append(".")
      options.grants.write.append(".")
    }
    let host = try ScriptHost(store: opened, options: options, output: drawing)
    host.onWork = { streams.show($0) }
    let interrupts = ScriptInterrupts.install(for: host)
    defer { interrupts.restore() }
    let history = HistoryPlace.path(
      workingFolder: Surroundings.workingFolder, environment: Surroundings.environment)
    let reader = makeLineReader(style: streams.outputStyle)
    let evaluator = try ConsoleEvaluator(
      host: host, output: drawing, streams: streams, isConfirmed: confirm.yes)
    defer { evaluator.transaction.abandon() }
    let typed = History(file: reader.isInteractive ? history : nil)
    evaluator.typed = typed
    if let log { try evaluator.record.start(log) }
    evaluator.isSafe = safe
    let settings = startup.apply(to: host, streams) { streams.report($0) }
    evaluator.isTiming = settings.timer ?? false
    if let load { try runFirst(load, evaluator, streams) }
    var loop = ConsoleLoop(
      evaluator: evaluator, reader: reader, history: typed, interrupts: interrupts,
      options: .init(banner: banner(opened), stopsAtFailure: keepGoing ? false : nil),
      output: { streams.show($0) },
      errors: { text in
        streams.flush()
        FileOutput.write(streams.translated(text), to: 2)
      })
    let code = loop.run()
    streams.flush()
    if code != 0 { throw CommandEnd(status: ExitStatus(rawValue: code) ?? .script) }
  }

  /// Runs a script as the session's first chunk.
  private func runFirst(_ path: String, _ evaluator: ConsoleEvaluator, _ streams: Streams) throws {
    let result = evaluator.evaluate("run(\(LuaText.quoted(path)))", number: 0)
    streams.write(result.output)
    streams.flush()
    FileOutput.write(streams.translated(result.errors), to: 2)
    if result.failed, !TerminalSize.isTerminal(0) { throw CommandEnd(status: .script) }
  }

  private func banner(_ opened: Store?) -> String {
    let place =
      opened.map { "store \($0.path)" } ?? "no store; make one with: tenon init --sample 2000"
    return "\(Tenon.configuration.version), \(place)\n?name explains a name, Ctrl-D ends"
  }
}
