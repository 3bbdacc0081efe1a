import ArgumentParser
import SalesScript
import SalesStore
import Values

/// `tenon show`: one run and what it changed.
struct ShowCommand: StreamCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show a run: its inputs, what it changed, how often, and where first.")

  @Argument(
    help: ArgumentHelp("The run's number, as tenon runs lists it.", valueName: "run"),
    completion: ShellCompletions.runs)
  var number: Int64

  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run(_ streams: Streams) throws {
    let opened = try store.openLeniently()
    defer { opened.close() }
    let record = try opened.run(number)
    var report = SectionReport()
    report.add("run \(number)", RunCard.table(record))
    report.add(try opened.changes(of: number))
    streams.show(report.text(TerminalOutput(streams), format: streams.format))
  }
}
