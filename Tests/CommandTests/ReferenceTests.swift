// The Lua reference in docs/ is what the help registry says now.
import Foundation
import SalesTesting
import Testing

@Suite struct ReferenceTests {
  @Test func theReferenceIsNotStale() throws {
    let root = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let written = try String(
      contentsOf: root.appending(path: "docs/lua-reference.md"), encoding: .utf8)
    let tenon = CommandProcess(
      program: try CommandProcess.built("tenon"),
      folder: FileManager.default.temporaryDirectory)
    let result = try tenon.run(["help", "--reference"])
    #expect(result.status == 0)
    #expect(result.output == written, "run `make docs` and commit docs/lua-reference.md")
  }
}
