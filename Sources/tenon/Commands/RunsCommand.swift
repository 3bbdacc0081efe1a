import ArgumentParser
import SalesScript

/// `tenon runs`: the record of runs.
struct RunsCommand: StreamCommand {
  static let configuration = CommandConfiguration(
    commandName: "runs", abstract: "List the latest runs, the latest first.")

  @Option(name: .short, help: ArgumentHelp("How many.", valueName: "n"))
  var number = 20

  @OptionGroup var store: StoreOptions
  @OptionGroup var output: OutputOptions

  func run(_ streams: Streams) throws {
    let opened = try store.openLeniently()
    defer { opened.close() }
    let runs = try opened.runs(limit: number)
    streams.show(TerminalOutput(streams).render(ScriptHost.runTable(runs)))
  }
}
