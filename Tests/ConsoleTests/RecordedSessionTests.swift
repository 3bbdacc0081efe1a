/// docs/session.txt is a session at a real terminal, recorded here: a stale one fails.
import Foundation
import SalesTesting
import Testing

#if os(Linux)
  @Suite("The recorded session", .serialized)
  struct RecordedSessionTests {
    private static let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "docs/session.txt")

    /// What is typed, a chunk each; lines of a chunk are typed one by one.
    private static let typed = [
      "customers:group_by(\"level\"):count()",
      "local big = customers:where(\"annual_purchase > wan(50)\")",
      "big:count()",
      "for c in big:limit(2):each() do\nprint(c.code, c.name, c.annual_purchase)\nend",
      "why(customers:get(3), \"level\")",
      "customers:first().credti",
      "customers:update{credit = 50}",
      "n",
      "begin()",
      "customers:limit(2):update{credit = 50}",
      "error(\"a slip\")",
      "changes()",
      "commit{anyway = true}",
      "undo()",
      "redo()",
      "chart.bar(customers:group_by(\"region\"):count(), {title = \"customers by region\"})",
      ".mode markdown",
      "customers:limit(2):select(\"code\", \"level\")",
      ".lang zh",
      ".mode table",
      "customers:limit(2):select(\"code\", \"name\", \"level\")",
      "?wan",
    ]

    @Test("docs/session.txt is what a terminal shows; TENON_RECORD=1 writes it anew")
    func session() throws {
      let terminal = try ConsoleFixture().terminal(["--no-rc"], ["TENON_PAGER": ""], rows: 60)
      var page = Self.head
      for chunk in Self.typed {
        let isAnswer = chunk == "n"
        for (index, line) in chunk.split(separator: "\n").enumerated() {
          page += isAnswer ? "" : (index == 0 ? Self.prompt(of: terminal) : "     > ") + line + "\n"
          terminal.type(line + "\r")
        }
        if isAnswer { page += "n\n" }
        page += try Self.answer(terminal, to: chunk)
      }
      terminal.type("\u{4}")
      #expect(try terminal.ending() == 0)
      if ProcessInfo.processInfo.environment["TENON_RECORD"] != nil {
        try Data(page.utf8).write(to: Self.page)
      }
      #expect(try String(contentsOf: Self.page, encoding: .utf8) == page)
    }

    private static let head = """
      A session at the console, as a terminal of 100 columns shows it: 200 customers of the sample company (seed 7, as
      of 2026-06-30). Recorded by Tests/ConsoleTests/RecordedSessionTests.swift.


      """

    /// The prompt that stands there, with its mark.
    private static func prompt(of terminal: PseudoTerminal) -> String {
      let last = plain(terminal.shown).split(separator: "\n").last { $0.hasPrefix("tenon") } ?? ""
      return last.prefix { $0 != ">" } + "> "
    }

    /// What is shown from the end of the typing to the next prompt, or to a question.
    private static func answer(_ terminal: PseudoTerminal, to chunk: String) throws -> String {
      let end = chunk.hasPrefix("customers:update") ? "[y/N] " : "\u{1B}[?2004htenon"
      try terminal.expect(end)
      let all = plain(terminal.shown).components(separatedBy: "\n")
      let typed = chunk == "n" ? "[y/N] n" : String(chunk.split(separator: "\n").last ?? "")
      let marks = ["tenon", "  ", "Change"]
      guard
        let line = all.lastIndex(where: { line in
          line.hasSuffix(typed) && marks.contains { line.hasPrefix($0) } && !line.contains("│")
        })
      else { return "?\n" }
      let shown = all[(line + 1)...].filter { !$0.hasPrefix("tenon") || !$0.contains(">") }
      let text = shown.joined(separator: "\n").trimmingEnds()
      return text.isEmpty ? "" : text + (chunk.hasPrefix("customers:update") ? " " : "\n")
    }

    /// Without what only moves the cursor; clocks of the machine as `…`.
    private static func plain(_ text: String) -> String {
      text.replacing(/\u{1B}\[[0-9;?]*[a-zA-Z]/, with: "").replacing("\r\n", with: "\n")
        .replacing("\r", with: "")
    }
  }

  extension String {
    fileprivate func trimmingEnds() -> String {
      var text = self[...]
      while text.last?.isWhitespace == true { text.removeLast() }
      return String(text)
    }
  }
#endif
