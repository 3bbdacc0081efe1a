import ArgumentParser
import SalesScript

/// `tenon run`: a script as one run, applied or only planned.
struct RunCommand: StreamCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Run a script: all of it, or nothing.")

  @Argument(help: ArgumentHelp("A Lua file; - for standard input.", valueName: "script"))
  var script: String

  @Argument(help: ArgumentHelp("What the script sees as arg; options of its own go behind --."))
  var arguments: [String] = []

  @Flag(help: "Do all the work, show what would change, and write nothing.")
  var plan = false

  @Flag(name: [.long, .customShort("y")], help: "Answer yes to every question.")
  var yes = false

  @OptionGroup var options: RunOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run(_ streams: Streams) throws {
    let run = ScriptRun(
      script: try ScriptFile(path: script), options: try options.hostOptions(arguments: arguments),
      store: store, streams: streams)
    if plan {
      PlanWords.tell(try run.perform(.plan), streams)
    } else {
      run.tell(try run.perform(.apply))
    }
  }
}

/// What is said of a plan.
enum PlanWords {
  static func tell(_ outcome: ChunkOutcome, _ streams: Streams) {
    if let changes = outcome.changes, !changes.isEmpty {
      var report = SectionReport()
      report.add(changes)
      streams.write(report.text(TerminalOutput(streams), format: streams.format))
    }
    let count = outcome.changes?.count ?? 0
    streams.note(
      "planned only: \(count == 0 ? "nothing would change" : "\(RunWords.changes(count))"), nothing was written")
  }
}
