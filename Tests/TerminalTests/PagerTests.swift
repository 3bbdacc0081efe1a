import Foundation
import Testing

@testable import Terminal

@Suite("Pager", .serialized)
struct PagerTests {
  static let size = TerminalSize(columns: 10, rows: 3)

  @Test("Which pager, if any")
  func choice() {
    func command(_ environment: [String: String], _ isInteractive: Bool = true) -> String? {
      Pager(environment: environment, size: Self.size, isInteractive: isInteractive)?.command
    }
    #expect(command([:]) == "less -FRSX")
    #expect(command(["PAGER": "more"]) == "more")
    #expect(command(["PAGER": "more", "TENON_PAGER": "most"]) == "most")
    #expect(command(["PAGER": "more", "TENON_PAGER": ""]) == nil)
    #expect(command(["PAGER": "cat"]) == nil)
    #expect(command(["TERM": "dumb"]) == nil)
    #expect(command([:], false) == nil)
    #expect(Pager(environment: [:], size: nil, isInteractive: true) == nil)
  }

  @Test("Wanted for a text that is taller or wider than the screen; colour has no width")
  func wanted() throws {
    let pager = try #require(Pager(environment: [:], size: Self.size, isInteractive: true))
    #expect(!pager.isWanted(for: "a\nb\n"))
    #expect(pager.isWanted(for: "a\nb\nc\n"))
    #expect(!pager.isWanted(for: "鸿雁航天ab"))
    #expect(pager.isWanted(for: "鸿雁航天abc"))
    #expect(!pager.isWanted(for: "\u{1B}[31m鸿雁航天ab\u{1B}[0m"))
  }

  @Test("The pager gets all of the text; leaving early and a missing pager do no harm")
  func shows() throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent(
      "tenon-pager-\(UUID().uuidString)"
    ).path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let text = String(repeating: "鸿雁 and a line\n", count: 40_000)
    func show(_ command: String) throws -> Bool {
      let environment = ["PATH": "/usr/bin:/bin", "TENON_PAGER": command, "OUT": path]
      return try #require(
        Pager(environment: environment, size: Self.size, isInteractive: true)
      ).show(text)
    }
    let isShown = try show("cat > \"$OUT\"")
    #expect(isShown)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
    let isLeft = try show("head -n 1 > /dev/null")
    #expect(isLeft)
    let isMissing = try show("no-such-pager-here 2> /dev/null")
    #expect(!isMissing)
  }
}
