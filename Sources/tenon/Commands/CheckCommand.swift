import ArgumentParser
import SalesScript

/// `tenon check`: what is wrong with scripts and policies, without running them on a store.
struct CheckCommand: StreamCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract:
      "Compile scripts, look for undefined names and doubtful comparisons, and read policies.")

  @Argument(
    help: ArgumentHelp(
      "Lua files; those in a folder named policy or kpi are read as policies.", valueName: "file"),
    completion: ShellCompletions.scripts)
  var files: [String]

  @OptionGroup var output: OutputOptions

  func run(_ streams: Streams) throws {
    var worst: ExitStatus?
    for path in files {
      do {
        let warnings = try check(path, streams)
        streams.note("\(path): ok\(CheckCommand.words(warnings))")
      } catch let end as CommandEnd {
        worst = worst ?? end.status
      } catch {
        streams.report(error)
        let status = ExitStatus(code: (error as? CommandError)?.code ?? ErrorFacts.of(error).code)
        worst = worst ?? status
      }
    }
    if let worst { throw CommandEnd(status: worst) }
  }

  /// How many warnings there were.
  ///
  /// - Throws: what reading and compiling throw; the end of the command where findings are errors.
  private func check(_ path: String, _ streams: Streams) throws -> Int {
    let file = try ScriptFile(path: path)
    streams.sources[file.shownName] = file.source
    let host = try ScriptHost(store: nil, options: .plain, output: TerminalOutput(streams))
    _ = try host.state.load(
      file.source, name: file.chunkName, in: try host.state.newEnvironment())
    let findings = try ScriptCheck(file, host: host).findings
    for finding in findings { streams.report(finding.report) }
    if findings.contains(where: \.isError) { throw CommandEnd(status: .script) }
    let folder = path.split(separator: "/").dropLast().last
    if folder == "policy" || folder == "kpi" { try PolicyCheck.run(file, streams) }
    return findings.count
  }

  private static func words(_ warnings: Int) -> String {
    warnings == 0 ? "" : ", \(warnings) \(warnings == 1 ? "warning" : "warnings")"
  }
}
