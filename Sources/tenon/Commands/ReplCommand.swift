import ArgumentParser
import Console
import LineEditor
import SalesScript
import SalesStore

/// `tenon repl`: the console.
struct ReplCommand: StreamCommand {
  static let configuration = CommandConfiguration(
    commandName: "repl", abstract: "Open a console (the default).")

  @Flag(name: [.long, .customShort("k")], help: "In a pipe go on after a chunk that fails; end with 1 all the same.")
  var keepGoing = false

  @Option(help: ArgumentHelp("Append the session to a file as it goes.", valueName: "file"))
  var log: String?

  @Flag(help: "No files and no commands, for the whole session.")
  var safe = false

  @OptionGroup var inputs: RunInputs
  @OptionGroup var limits: RunLimits
  @OptionGroup var confirm: ConfirmOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run(_ streams: Streams) throws {
    let opened = try store.openIfThere()
    defer { opened?.close() }
    let drawing = TerminalOutput(streams)
    let host = try ScriptHost(
      store: opened,
      options: try limits.hostOptions(
        clock: try inputs.clock(), seed: inputs.seed, isInteractive: true), output: drawing)
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

  private func banner(_ opened: Store?) -> String {
    let place =
      opened.map { "store \($0.path)" } ?? "no store; make one with: tenon init --sample 2000"
    return "\(Tenon.configuration.version), \(place)\n?name explains a name, Ctrl-D ends"
  }
}
