/// The console's language without a terminal: chunks, values, whole chunks, completion.
import Console
import SalesScript
import Testing
import Values

@testable import TenonCommand

@Suite struct ConsoleEvaluatorTests {
  private func evaluator(timeout: Double? = nil) throws -> ConsoleEvaluator {
    let streams = Streams(try OutputOptions.parse([]), isSilent: true)
    let output = TerminalOutput(streams)
    let options = ScriptHost.Options(
      clock: try Instant(parsing: "2026-06-30T09:00:00+08:00"), timeout: timeout,
      isInteractive: true)
    let host = try ScriptHost(store: nil, options: options, output: output)
    return try ConsoleEvaluator(
      host: host, output: output, streams: streams, isConfirmed: false)
  }

  @Test func aStoppedChunkDoesNotStopTheNext() throws {
    let evaluator = try evaluator(timeout: 0.2)
    let stopped = evaluator.evaluate("while true do end", number: 1)
    #expect(stopped.failed && stopped.errors.contains("limit.deadline"))
    #expect(evaluator.evaluate("1 + 1", number: 2) == Evaluation(output: "2\n"))
  }

  @Test func anErrorKeepsTheLastValue() throws {
    let evaluator = try evaluator()
    #expect(evaluator.evaluate("40 + 2", number: 1).output == "42\n")
    #expect(evaluator.evaluate("error('x')", number: 2).failed)
    #expect(evaluator.evaluate("nil", number: 3).output == "nil\n")
    #expect(evaluator.evaluate("_", number: 4).output == "42\n")
  }

  @Test(arguments: [
    ("1 + 1", Completeness.complete), ("1 +", .incomplete(indent: 0)),
    ("for i = 1, 2 do", .incomplete(indent: 2)), ("f({", .incomplete(indent: 4)),
    ("x = = 1", .complete), ("?wan", .complete), ("exit", .complete),
    ("s = [[a", .incomplete(indent: 4)), ("print(1) -- end", .complete),
  ])
  func wholeChunks(_ text: String, _ expected: Completeness) throws {
    #expect(try evaluator().completeness(of: text) == expected)
  }

  @Test func completion() throws {
    let evaluator = try evaluator()
    func texts(_ line: String) -> [String] {
      evaluator.candidates(for: line, cursor: line.utf8.count).map(\.text)
    }
    #expect(texts("custo") == ["customers"])
    #expect(texts("x = tiering.po") == ["tiering.policies", "tiering.policy"])
    #expect(texts("customers:order").contains("customers:order_by"))
    #expect(texts("customers:where(\"annual").contains("annual_purchase"))
    #expect(texts("c.annual") == ["c.annual_purchase"])
    #expect(texts("zzz").isEmpty)
  }
}
