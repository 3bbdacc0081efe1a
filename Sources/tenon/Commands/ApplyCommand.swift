import ArgumentParser
import SalesScript
import SalesStore
import Values

/// `tenon apply`: does what a plan found, if it would still be the same.
struct ApplyCommand: StreamCommand {
  static let configuration = CommandConfiguration(
    commandName: "apply",
    abstract:
      "Apply a plan with its clock, seed and arguments; refuse when it would do anything else.")

  @Argument(help: ArgumentHelp("A file of tenon plan.", valueName: "plan"))
  var plan: String

  @OptionGroup var limits: RunLimits
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run(_ streams: Streams) throws {
    let plan = try PlanFile(path: plan)
    let script = try ScriptFile(path: plan.script)
    guard SourceHash.of(script.source) == plan.scriptHash else {
      throw ApplyCommand.stale("\(plan.script) is not the script that was planned")
    }
    let options = try limits.hostOptions(
      clock: try plan.instant(), seed: plan.seed, arguments: plan.arguments)
    let again = Streams(output, isSilent: true)
    let planned = try ScriptRun(script: script, options: options, store: store, streams: again)
      .perform(.plan)
    try require(planned.changes, plan)
    let run = ScriptRun(script: script, options: options, store: store, streams: streams)
    let outcome = try run.perform(.apply, kind: .apply)
    try takeBackUnless(outcome, plan, options)
    run.tell(outcome)
  }

  private func require(_ changes: ChangeSet?, _ plan: PlanFile) throws {
    let changes = changes ?? ChangeSet()
    guard changes.digest == plan.digest else {
      let planned = plan.counts.reduce(0) { $0 + $1.count }
      throw ApplyCommand.stale(
        "the store has changed: \(RunWords.changes(changes.count)) now, \(planned) planned, or of other values"
      )
    }
  }

  /// Another run may have come between the check and this one.
  private func takeBackUnless(
    _ outcome: ChunkOutcome, _ plan: PlanFile, _ options: ScriptHost.Options
  ) throws {
    do { try require(outcome.changes, plan) } catch {
      if let run = outcome.run {
        let opened = try store.open()
        defer { opened.close() }
        _ = try opened.undo(
          run,
          RunHeader(kind: .undo, clock: options.clock, actor: options.actor, note: "stale plan"))
      }
      throw error
    }
  }

  private static func stale(_ message: String) -> CommandError {
    CommandError(
      "plan.stale", message, remedy: "plan again, look at the changes, and apply the new plan")
  }
}
