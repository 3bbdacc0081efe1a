import ArgumentParser
import Console
import SalesScript
import SalesStore
import Terminal

/// `tenon undo`: takes a run back, in a run of its own.
struct UndoCommand: StreamCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Take a run back; the undo is a run too, and can be undone.")

  @Argument(help: ArgumentHelp("The run's number, as tenon runs lists it.", valueName: "run"))
  var number: Int64?

  @Flag(help: "The latest run that still applies and is no undo itself.")
  var last = false

  @Flag(name: [.long, .customShort("y")], help: "Answer yes to every question.")
  var yes = false

  @Option(help: ArgumentHelp("Who does it; else $TENON_ACTOR, else the user.", valueName: "name"))
  var actor: String?

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
    let id = try number ?? lastRun(of: opened)
    if !yes, !isConfirmed(id, try opened.run(id)) {
      streams.note("nothing changed")
      return
    }
    let header = RunHeader(
      kind: .undo, clock: Surroundings.now, actor: actor ?? Surroundings.actor)
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

  /// The latest run that applies and takes nothing back.
  private func lastRun(of store: Store) throws -> Int64 {
    let runs = try store.runs(limit: Int(Int32.max))
    guard let last = runs.first(where: { $0.status == .applied && $0.undoes == nil }) else {
      throw CommandError(
        "run.none", "there is no run to take back", remedy: "tenon runs lists them")
    }
    return last.id
  }

  /// Asks a person; off a terminal the command line is answer enough.
  private func isConfirmed(_ id: Int64, _ record: RunRecord) -> Bool {
    guard TerminalSize.isTerminal(0), TerminalSize.isTerminal(2) else { return true }
    let count = record.counts.reduce(0) { $0 + $1.count }
    FileOutput.write("Take back run \(id), \(RunWords.changes(count))? [y/N] ", to: 2)
    return readLine().map { ["y", "yes"].contains($0.lowercased()) } ?? false
  }
}
