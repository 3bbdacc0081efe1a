import ArgumentParser
import Console
import LineEditor
import SalesScript
import SalesStore

/// `tenon repl`: the console.
struct ReplCommand: StreamCommand {
  static let configuration = CommandConfiguration(
    commandName: "repl", abstract: "Open a console (the default).")

  @OptionGroup var inputs: RunInputs
  @OptionGroup var limits: RunLimits
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
    let interrupts = ScriptInterrupts.install(for: host)
    defer { interrupts.restore() }
    let history = HistoryPlace.path(
      workingFolder: Surroundings.workingFolder, environment: Surroundings.environment)
    let reader = makeLineReader(style: streams.outputStyle)
    var loop = ConsoleLoop(
      evaluator: ConsoleEvaluator(host: host, output: drawing, streams: streams), reader: reader,
      history: History(file: reader.isInteractive ? history : nil), interrupts: interrupts,
      options: .init(banner: banner(opened)), output: { streams.write($0) },
      errors: { text in
        streams.flush()
        FileOutput.write(text, to: 2)
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
