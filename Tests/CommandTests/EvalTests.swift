/// Values on their way out: every row, in order, in each form; checked against SQL.
import Foundation
import SalesTesting
import Testing

@Suite struct EvalTests {
  private static let query = "customers:order_by(\"-credit\"):select(\"code\", \"credit\")"

  private func codes(_ fixture: CommandFixture) throws -> [String] {
    try fixture.texts("SELECT code FROM customers ORDER BY credit DESC, id")
  }

  @Test func csvHasEveryRow() throws {
    let fixture = try CommandFixture()
    let lines = try fixture.run(["eval", EvalTests.query, "--format", "csv"]).output
      .split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    #expect(lines.first == ["id", "code", "credit"])
    #expect(try lines.dropFirst().map { String($0[1]) } == codes(fixture))
  }

  @Test(arguments: ["json", "jsonl"])
  func jsonHasEveryRow(_ format: String) throws {
    struct Row: Decodable { let code: String }
    let fixture = try CommandFixture()
    let text = try fixture.run(["eval", EvalTests.query, "--format", format]).output
    let list =
      format == "json" ? text : "[" + text.split(separator: "\n").joined(separator: ",") + "]"
    let rows = try JSONDecoder().decode([Row].self, from: Data(list.utf8))
    #expect(try rows.map(\.code) == codes(fixture))
  }

  @Test(arguments: ["table", "markdown"])
  func tablesInAPipeHaveEveryRow(_ format: String) throws {
    let fixture = try CommandFixture()
    let text = try fixture.run(["eval", EvalTests.query, "--format", format]).output
    let found = text.matches(of: /C\d{7}/).map { String($0.output) }
    #expect(try found == codes(fixture))
  }

  @Test func theConsoleInAPipeGivesEveryRow() throws {
    let fixture = try CommandFixture()
    let result = try fixture.run(
      ["repl", "--format", "csv"], input: EvalTests.query + "\n" + "1 + 1\n")
    let lines = result.output.split(separator: "\n")
    #expect(lines.count == (try codes(fixture).count) + 2)
    #expect(lines.last == "2")
  }

  /// A result that was cut is no query: it is written as far as it goes, and the rest is told.
  @Test(arguments: ["table", "csv"])
  func cutResultsAreNoQueries(_ format: String) throws {
    let fixture = try CommandFixture()
    let result = try fixture.run(
      ["eval", "service.visits_due{limit = 2}", "--format", format])
    #expect(result.status == 0)
    #expect((result.output + result.errors).contains("more"))
    #expect(result.output.matches(of: /C\d{7}/).count == 2)
  }

  /// A reader that leaves early ends the output, not the run.
  @Test func headKeepsTheRun() throws {
    let fixture = try CommandFixture()
    let shell = CommandProcess(program: URL(fileURLWithPath: "/bin/sh"), folder: fixture.folder)
    let chunk = "customers:update{credit = 77} return activities"
    let words = "\"$0\" eval '\(chunk)' --yes --store s.db --format csv | head -n 1"
    let result = try shell.run(["-c", words, fixture.program.path])
    #expect(result.output.hasPrefix("id,"))
    #expect(!result.errors.contains("file.unwritable"), "\(result.errors)")
    #expect(try fixture.sql("SELECT count(*) FROM customers WHERE credit IS NOT 77") == 0)
  }
}
