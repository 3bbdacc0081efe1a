import ArgumentParser
import SalesScript

/// `tenon run`: a script as one run, applied or only planned.
struct RunCommand: StreamCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Run a script: all of it, or nothing.")

  @Argument(
    help: ArgumentHelp("A Lua file; - for standard input.", valueName: "script"),
    completion: ShellCompletions.scripts)
  var script: String

  @Argument(help: ArgumentHelp("What the script sees as arg; options of its own go behind --."))
  var arguments: [String] = []

  @Flag(help: "Do all the work, show what would change, and write nothing.")
  var plan = false

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
    var run = ScriptRun(
      script: try ScriptFile(path: script),
      options: try limits.hostOptions(
        clock: try inputs.clock(), seed: inputs.seed, arguments: arguments),
      store: store, streams: streams, isConfirmed: confirm.yes)
    run.startup = startup
    if json {
      let envelope = Envelope(streams)
      run.take = envelope.take
      try envelope.write { try run.perform(plan ? .plan : .apply) }
    } else if plan {
      PlanWords.tell(try run.perform(.plan), streams)
    } else {
      run.tell(try run.perform(.apply))
    }
  }
}
