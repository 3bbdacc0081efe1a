/// One file of tests: its suite is made anew, its tests run one by one.
import Foundation
import Lua
import SalesScript
import SalesStore
import Values

final class TestFile: TestServices {
  /// How a test ended.
  struct Outcome {
    let name: String
    let line: Int
    /// Units: seconds.
    let seconds: Double
    /// Nil where it passed.
    let failure: (any Error)?
  }

  private let script: ScriptFile
  private let streams: Streams
  private let output: TerminalOutput
  private let timeout: Double?
  private var suite = TestSuite()
  private var tests: [(name: String, body: Function, line: Int)] = []

  init(_ path: String, timeout: Double?, streams: Streams) throws {
    script = try ScriptFile(path: path)
    self.streams = streams
    self.timeout = timeout
    output = TerminalOutput(streams)
    streams.sources[script.shownName] = script.source
  }

  /// Runs the tests whose name holds a text.
  ///
  /// - Throws: what the file itself throws outside of its tests.
  func run(matching text: String, _ report: (Outcome) -> Void) throws {
    // Once to learn what the store and the clock are to be, once with them.
    try load(nil)
    let store = try Store.inMemory(catalog: .sales)
    defer { store.close() }
    let day = try Day(parsing: suite.day)
    if let sample = suite.sample {
      try SampleCompany.fill(store, customers: sample, seed: suite.seed, asOf: day)
    }
    tests = []
    let host = try load(store)
    for test in tests where text.isEmpty || test.name.contains(text) {
      let start = Surroundings.seconds
      var failure: (any Error)?
      do { try host.runTest(test.body) } catch { failure = error }
      report(
        Outcome(
          name: test.name, line: test.line, seconds: Surroundings.seconds - start, failure: failure)
      )
    }
  }

  @discardableResult
  private func load(_ store: Store?) throws -> ScriptHost {
    let folder = (script.path as NSString).deletingLastPathComponent
    let root = folder.isEmpty ? "." : folder
    let scratch = FileManager.default.temporaryDirectory.path
    let host = try ScriptHost(
      store: store,
      options: .init(
        clock: try Instant(startOf: Day(parsing: suite.day)).adding(.hours(9)), seed: suite.seed,
        actor: "test", timeout: timeout,
        grants: .init(read: [root, ".", scratch], write: [scratch])),
      output: output)
    try host.openTests(self)
    _ = try host.run(script.source, name: script.chunkName, mode: .plan, kind: .script)
    return host
  }

  func begin(_ suite: TestSuite) throws {
    do { _ = try Day(parsing: suite.day) } catch {
      throw ArgumentError(
        "as_of: \(ErrorFacts.of(error).message)", code: "test.suite",
        remedy: "as as_of = \"2026-06-30\"")
    }
    self.suite = suite
  }

  func add(_ name: String, _ body: Function, line: Int) throws {
    guard !tests.contains(where: { $0.name == name }) else {
      throw ArgumentError(
        "there are two tests \"\(name)\"", code: "test.suite", remedy: "give each its own name")
    }
    tests.append((name, body, line))
  }

  func capture(_ body: () throws -> Void) throws -> String { try streams.capturing(body) }
}
