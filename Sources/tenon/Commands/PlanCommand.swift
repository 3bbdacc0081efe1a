import ArgumentParser
import SalesStore

/// `tenon plan`: what a script would change; as a file, for someone to look at and apply later.
struct PlanCommand: StreamCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Show what a script would change, and write nothing.")

  @Argument(
    help: ArgumentHelp("A Lua file.", valueName: "script"), completion: ShellCompletions.scripts)
  var script: String

  @Argument(help: ArgumentHelp("What the script sees as arg; options of its own go behind --."))
  var arguments: [String] = []

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write the plan to a file for tenon apply.", valueName: "plan"))
  var out: String?

  @OptionGroup var inputs: RunInputs
  @OptionGroup var limits: RunLimits
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run(_ streams: Streams) throws {
    let file = try ScriptFile(path: script)
    let options = try limits.hostOptions(
      clock: try inputs.clock(), seed: inputs.seed, arguments: arguments)
    let run = ScriptRun(
      script: file, options: options, store: store, streams: streams, isConfirmed: true)
    let outcome = try run.perform(.plan)
    PlanWords.tell(outcome, streams)
    if let out {
      let plan = PlanFile(
        script: file, options: options, changes: outcome.changes ?? ChangeSet())
      try FileBytes.write(try plan.text(), to: out)
      streams.note("plan in \(out); apply it with: tenon apply \(out)\(store.hint)")
    }
  }
}
