import ArgumentParser
import Lua
import SalesScript

/// `tenon eval`: the value of an expression, or what a chunk returns.
struct EvalCommand: StreamCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval", abstract: "Evaluate a Lua expression or chunk and print its values.")

  @Argument(help: ArgumentHelp("As customers:count(), or a whole chunk.", valueName: "expr"))
  var expression: String

  @Flag(
    help: "Write one JSON object: {ok, value or error{code, message, file, line}, output, run}.")
  var json = false

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
    let host = try ScriptHost(
      store: opened, options: try limits.hostOptions(clock: try inputs.clock(), seed: inputs.seed),
      output: drawing)
    host.onWork = { streams.show($0) }
    let chunk = ValueChunk(expression, name: "=eval", keeps: nil, in: host)
    streams.sources["eval"] = expression
    let interrupts = ScriptInterrupts.install(for: host)
    LastDeadline.arm(limits.timeout)
    interrupts.begin()
    defer {
      interrupts.end()
      LastDeadline.disarm()
      interrupts.restore()
    }
    let wide = try WideChanges(host, isConfirmed: confirm.yes, streams: streams)
    try startup.apply(to: host, streams) { throw $0 }
    let writer = ValueWriter(host: host, output: drawing, isLiteral: false)
    func perform(_ show: ([Value]) throws -> Void) throws -> ChunkOutcome {
      try host.run(
        chunk.source, name: "=eval", mode: .read, kind: .console, onWait: Streams.waiting
      ) { values, changes in
        try wide.admit(changes)
        try show(values)
      }
    }
    if json {
      let envelope = Envelope(streams)
      return try envelope.write { try perform { try envelope.take($0, host, drawing) } }
    }
    let outcome = try perform { try writer.write($0) { streams.show($0) } }
    if outcome.run != nil {
      streams.note(RunWords.applied(outcome.run, outcome.changes?.count ?? 0, hint: store.hint))
    }
  }
}
