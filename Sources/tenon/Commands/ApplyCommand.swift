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

  @Argument(
    help: ArgumentHelp("A file of tenon plan.", valueName: "plan"), completion: .file())
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
    let run = ScriptRun(
      script: script, options: options, store: store, streams: streams, isConfirmed: true)
    run.tell(try run.perform(.apply, kind: .apply) { try require($0(), plan) })
  }

  private func require(_ changes: ChangeSet, _ plan: PlanFile) throws {
    guard changes.digest != plan.digest else { return }
    let planned = plan.counts.reduce(0) { $0 + $1.count }
    throw ApplyCommand.stale(
      "the store has changed: \(RunWords.changes(changes.count)) now, \(planned) planned, "
        + "or of other values")
  }

  private static func stale(_ message: String) -> CommandError {
    CommandError(
      "plan.stale", message, remedy: "plan again, look at the changes, and apply the new plan")
  }
}
