import ArgumentParser
import Console
import SalesScript

/// `tenon check`: what is wrong with scripts and policies, without running them on a store.
struct CheckCommand: StreamCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract:
      "Compile scripts, look for unknown names, fields and options, and read policies.")

  @Argument(
    help: ArgumentHelp(
      "Lua files; those in a folder named policy or kpi are read as policies.", valueName: "file"),
    completion: ShellCompletions.scripts)
  var files: [String]

  @Flag(help: "The scripts may change nothing, as those with -- tenon: plan-only at their head.")
  var planOnly = false

  @Flag(help: "Make the changes that are certain, and show them.")
  var fix = false

  @OptionGroup var output: OutputOptions

  func run(_ streams: Streams) throws {
    let host = try ScriptHost(store: nil, options: .plain, output: TerminalOutput(streams))
    let model = try LanguageModel(host: host)
    var worst: ExitStatus?
    var data = FindingsData()
    for path in files {
      do {
        let warnings = try check(path, host, model, &data, streams)
        streams.note("\(path): ok\(CheckCommand.words(warnings))")
      } catch let end as CommandEnd {
        worst = worst ?? end.status
      } catch {
        if isData {
          data.add(ErrorReport(error, sources: streams.sources))
        } else {
          streams.report(error)
        }
        let status = ExitStatus(code: (error as? CommandError)?.code ?? ErrorFacts.of(error).code)
        worst = worst ?? status
      }
    }
    if isData { streams.write(data.text(inLines: output.format == .jsonl)) }
    if let worst {
      streams.flush()
      throw CommandEnd(status: worst)
    }
  }

  /// Findings go to standard output as data, instead of to people.
  private var isData: Bool { output.format == .json || output.format == .jsonl }

  /// How many warnings there were.
  ///
  /// - Throws: what reading and compiling throw; the end of the command where findings are errors.
  private func check(
    _ path: String, _ host: ScriptHost, _ model: LanguageModel, _ data: inout FindingsData,
    _ streams: Streams
  ) throws -> Int {
    var file = try ScriptFile(path: path)
    streams.sources[file.shownName] = file.source
    _ = try host.state.load(
      file.source, name: file.chunkName, in: try host.state.newEnvironment())
    var check = ScriptCheck(file, model, isPlanOnly: planOnly)
    if fix, let fixed = try fixed(file, check, streams) {
      file = fixed
      streams.sources[file.shownName] = file.source
      check = ScriptCheck(file, model, isPlanOnly: planOnly)
    }
    for finding in check.findings {
      let report = check.report(finding)
      if isData { data.add(finding, report) } else { streams.report(report) }
    }
    if check.findings.contains(where: \.isError) { throw CommandEnd(status: .script) }
    let folder = path.split(separator: "/").dropLast().last
    if folder == "policy" || folder == "kpi" { try PolicyCheck.run(file, streams) }
    return check.findings.count
  }

  /// The file with its certain fixes made; nil where there are none, and nothing is written.
  private func fixed(
    _ file: ScriptFile, _ check: ScriptCheck, _ streams: Streams
  ) throws -> ScriptFile? {
    guard file.path != "-" else { return nil }
    let fixes = SourceFixes(check.findings, in: file.source)
    if fixes.count == 0 { return nil }
    try file.write(fixes.source)
    if isData {
      streams.note("\(file.path): \(fixes.count) fixed")
    } else {
      streams.write(fixes.diff(of: file.shownName))
    }
    return try ScriptFile(path: file.path)
  }

  private static func words(_ warnings: Int) -> String {
    warnings == 0 ? "" : ", \(warnings) \(warnings == 1 ? "warning" : "warnings")"
  }
}
