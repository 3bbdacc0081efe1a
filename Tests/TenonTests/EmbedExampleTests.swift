// The example of a program that embeds Tenon prints what its golden file says.
import Foundation
import SalesTesting
import Testing

@Suite struct EmbedExampleTests {
  @Test func printsWhatItsPageShows() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "examples/embed")
    let expected = try String(contentsOf: folder.appending(path: "expected.txt"), encoding: .utf8)
    let program = try CommandProcess.built("embed-example")
    let result = try CommandProcess(program: program, folder: folder).run([])
    #expect(result.status == 0)
    #expect(result.errors == "")
    #expect(result.output == expected)
  }
}
