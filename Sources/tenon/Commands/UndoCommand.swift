import ArgumentParser
import SalesScript
import SalesStore
import Terminal

/// `tenon undo`: takes a run back, in a run of its own.
struct UndoCommand: StreamCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Take a run back; the undo is a run too, and can be undone.")

  @Argument(
    help: ArgumentHelp("The run's number, as tenon runs lists it.", valueName: "run"),
    completion: ShellCompletions.undoableRuns)
  var number: Int64?

  @Flag(help: "The latest run that still applies and is no undo itself.")
  var last = false

  @Option(help: ArgumentHelp("Who does it; else $TENON_ACTOR, else the user.", valueName: "name"))
  var actor: String?

  @OptionGroup var confirm: ConfirmOptions
  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if (number == nil) != last {
      throw ValidationError("Give the number of a run, or --last.")
    }
  }

  func run(_ streams: Streams) throws {
    let opened = try store.open()
    defer { opened.close() }
    let id = try number ?? RunJournal(opened.runs(limit: RunJournal.reach)).undoable()
    let limit = try ScriptHost(store: nil, options: .plain, output: TerminalOutput(streams))
      .consolePolicy().confirmAbove
    if !confirm.yes, !(try isConfirmed(id, try opened.run(id), limit, streams)) {
      streams.note("nothing changed")
      return
    }
    let header = RunHeader(
      kind: .undo, clock: Surroundings.now, actor: actor ?? Surroundings.actor)
    let work = CommandWork(opened, streams)
    defer { work.end() }
    let outcome = try opened.undo(id, header, onWait: Streams.waiting)
    let count = RunWords.changes(outcome.changes.count)
    guard let made = outcome.run else {
      streams.note("run \(id) had nothing to take back")
      return
    }
    streams.note(
      "run \(id) undone by run \(made): \(count); do it again with: tenon undo \(made)\(store.hint)"
    )
  }

  /// Asks a person. Off a terminal the command line is answer enough for what is not wide.
  ///
  /// - Throws: `run.wide`.
  private func isConfirmed(
    _ id: Int64, _ record: RunRecord, _ limit: Int, _ streams: Streams
  ) throws -> Bool {
    let count = record.counts.reduce(0) { $0 + $1.count }
    guard Confirmation.isPossible else {
      if count <= limit { return true }
      throw CommandError(
        "run.wide", "this would take back \(RunWords.changes(count)), more than \(limit) at once",
        remedy: "look at it with tenon show \(id)\(store.hint), then say --yes")
    }
    return Confirmation.ask("Take back run \(id), \(RunWords.changes(count))?", streams)
  }
}
