import ArgumentParser
import Console
import Foundation
import SalesScript
import Terminal

/// `tenon test`: scripts tested by scripts, each file on a store of its own in memory.
struct TestCommand: StreamCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Run files of tests, each on a fresh store in memory and with a fixed clock.",
    discussion: """
      A file says suite{sample = 200} and test("name", function() … end) with expect(value):equals(…). \
      What a test changes is taken back before the next.
      """)

  @Argument(help: ArgumentHelp("Lua files, or folders of them.", valueName: "file"))
  var files: [String]

  @Option(help: ArgumentHelp("Only tests whose name holds this.", valueName: "text"))
  var filter = ""

  @Option(help: ArgumentHelp("Stop a test after so many seconds.", valueName: "s"))
  var timeout: Double = 60

  @OptionGroup var output: OutputOptions

  func run(_ streams: Streams) throws {
    let start = Surroundings.seconds
    var (passed, failed) = (0, 0)
    for path in try TestCommand.scripts(files) {
      streams.writeLine(path)
      do {
        try TestFile(path, timeout: timeout, streams: streams).run(matching: filter) { outcome in
          if outcome.failure == nil { passed += 1 } else { failed += 1 }
          tell(outcome, streams)
        }
      } catch {
        failed += 1
        streams.report(error)
      }
    }
    let count = passed + failed
    streams.writeLine(
      "\(count) \(count == 1 ? "test" : "tests"), \(failed) failed, "
        + Elapsed.text(Surroundings.seconds - start))
    if failed > 0 { throw CommandEnd(status: .script) }
    if count == 0 {
      throw CommandError(
        "test.none", "there is no test in what was named",
        remedy: filter.isEmpty ? "a file says test(\"name\", function() … end)" : "another --filter"
      )
    }
  }

  private func tell(_ outcome: TestFile.Outcome, _ streams: Streams) {
    let mark =
      outcome.failure == nil
      ? streams.outputStyle.paint("ok", .success) : streams.outputStyle.paint("FAILED", .error)
    streams.writeLine("  \(mark)  \(outcome.name)  (\(Elapsed.text(outcome.seconds)))")
    if let failure = outcome.failure { streams.report(failure) }
  }

  /// Files as they are, folders as the Lua files in and below them, sorted.
  ///
  /// - Throws: `file.missing`.
  private static func scripts(_ paths: [String]) throws -> [String] {
    try paths.flatMap { path -> [String] in
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
        throw CommandError(
          "file.missing", "there is no file \(path)",
          remedy: "check the path and the working folder")
      }
      guard isFolder.boolValue else { return [path] }
      let all = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
      return all.filter { $0.hasSuffix(".lua") }.sorted().map { path + "/" + $0 }
    }
  }
}
