import ArgumentParser
import Foundation
import SalesScript
import SalesStore

/// `tenon check`: whether scripts and policies can be read at all, without running them on a store.
struct CheckCommand: StreamCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Compile scripts, and read policies, without running them on a store.")

  @Argument(
    help: ArgumentHelp(
      "Lua files; those in a folder named policy are read as policies.", valueName: "file"))
  var files: [String]

  @OptionGroup var output: OutputOptions

  func run(_ streams: Streams) throws {
    var worst: ExitStatus?
    for path in files {
      do {
        try check(path, streams)
        streams.note("\(path): ok")
      } catch {
        streams.report(error)
        let status = ExitStatus(code: (error as? CommandError)?.code ?? ErrorFacts.of(error).code)
        worst = worst ?? status
      }
    }
    if let worst { throw CommandEnd(status: worst) }
  }

  private func check(_ path: String, _ streams: Streams) throws {
    let file = try ScriptFile(path: path)
    streams.sources[file.shownName] = file.source
    let host = try ScriptHost(store: nil, options: .plain, output: TerminalOutput(streams))
    _ = try host.state.load(
      file.source, name: file.chunkName, in: try host.state.newEnvironment())
    if path.split(separator: "/").dropLast().last == "policy" { try PolicyCheck.run(file, streams) }
  }
}
