// The example of a program that embeds Tenon prints what its golden file says; the guide shows code that runs.
import Foundation
import SalesTesting
import Testing

@Suite struct EmbedExampleTests {
  @Test func printsWhatItsPageShows() throws {
    let program = try CommandProcess.built("embed-example")
    let result = try CommandProcess(program: program, folder: Places.example).run([])
    #expect(result.status == 0)
    #expect(result.errors == "")
    #expect(result.output == (try Places.text(Places.example.appending(path: "expected.txt"))))
  }

  /// Each block of code in the guide stands, as it is, in a file that a test builds and runs.
  @Test func theGuideShowsCodeThatRuns() throws {
    let files = [
      "examples/embed/Package.swift", "examples/embed/Sources/embed/Embed.swift",
      "examples/embed/Sources/embed/Rating.swift", "examples/embed/c/shop.c",
      "examples/embed/python/shop.py", "Tests/TenonTests/RunningTests.swift",
    ]
    let sources = try files.map { try Places.text(Places.root.appending(path: $0)) }
    let guide = try Places.text(Places.root.appending(path: "docs/embedding.md"))
    let blocks = guide.matches(of: /```(?:swift|c|python)\n([^`]+)```/).map { String($0.1) }
    #expect(blocks.count > 8)
    for block in blocks where !sources.contains(where: { $0.contains(block) }) {
      Issue.record("no file has this:\n\(block)")
    }
  }
}
