/// The README is run: each of its commands gives what is shown there.
import Foundation
import SalesTesting
import Testing

@Suite("The README", .serialized)
struct ReadmeTests {
  /// The Chinese one shows the same commands: it is run with TENON_ALL=1.
  static let pages =
    ProcessInfo.processInfo.environment["TENON_ALL"] == nil
    ? ["README.md"] : ["README.md", "README.zh-CN.md"]

  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  @Test("Every command of the README gives what the README shows", arguments: ReadmeTests.pages)
  func readme(_ name: String) throws {
    let text = try String(contentsOf: ReadmeTests.root.appending(path: name), encoding: .utf8)
    let tour = try Tour()
    let pages = DocumentedCommands.blocks(of: text)
    #expect(pages.count > 10)
    for block in pages {
      for problem in try tour.run(block) { Issue.record("\(name):\(block.line): \(problem)") }
    }
  }
}

/// Fenced blocks of a page that show commands or hold a file.
enum DocumentedCommands {
  struct Block {
    let line: Int
    /// Of a Lua block: the file that the text before it names.
    let file: String?
    let lines: [String]
  }

  static func blocks(of text: String) -> [Block] {
    var blocks: [Block] = []
    var open: (line: Int, language: String, lines: [String])?
    var named: String?
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if line.hasPrefix("```") {
        if let block = open {
          let isFile = block.language == "lua" && named != nil
          if isFile
            || block.lines.contains(where: { $0.hasPrefix("$ ") || $0.hasPrefix("tenon> ") })
          {
            blocks.append(Block(line: block.line, file: isFile ? named : nil, lines: block.lines))
          }
          open = nil
        } else {
          open = (index + 1, String(line.dropFirst(3)), [])
        }
      } else if open != nil {
        open?.lines.append(String(line))
      } else if let match = line.firstMatch(of: /`([a-z_]+\.lua)`/) {
        named = String(match.1)
      }
    }
    return blocks
  }
}

/// A folder like the one a reader of the README works in.
final class Tour {
  private let folder: URL
  private var environment: [String: String]

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "tenon-tour-\(UUID())")
    let files = FileManager.default
    try files.createDirectory(at: folder, withIntermediateDirectories: true)
    for name in ["scripts", "examples", "docs"] {
      try files.createSymbolicLink(
        at: folder.appending(path: name), withDestinationURL: ReadmeTests.root.appending(path: name)
      )
    }
    let program = try CommandProcess.built("tenon")
    environment = ["PATH": program.deletingLastPathComponent().path + ":/usr/bin:/bin"]
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// What did not come as shown.
  func run(_ block: DocumentedCommands.Block) throws -> [String] {
    if let file = block.file {
      try write(block.lines, to: file)
      return []
    }
    var problems: [String] = []
    var lines = block.lines[...]
    if lines.first?.hasPrefix("tenon> ") == true { problems += try console(&lines) }
    while let line = lines.popFirst() {
      guard line.hasPrefix("$ ") else {
        problems.append("a line that no command gives: \(line)")
        continue
      }
      var command = String(line.dropFirst(2))
      while command.hasSuffix("\\"), let more = lines.popFirst() {
        command = command.dropLast() + more
      }
      if command == "tenon" {
        problems += try console(&lines)
        continue
      }
      let shown = Array(lines.prefix { !$0.hasPrefix("$ ") })
      lines = lines.dropFirst(shown.count)
      problems += try shell(command, shown)
    }
    return problems
  }

  private func shell(_ command: String, _ shown: [String]) throws -> [String] {
    let words = command.split(separator: " ").map(String.init)
    if words.first == "export" {
      let parts = words[1].split(separator: "=", maxSplits: 1).map(String.init)
      environment[parts[0]] = parts[1]
      return []
    }
    if words.first == "cat", words.count == 2,
      !FileManager.default.fileExists(atPath: folder.appending(path: words[1]).path)
    {
      try write(shown, to: words[1])
      return []
    }
    let result = try process("sh").run(["-c", "(\(command)) 2>&1"])
    return Tour.differences(command, result.output, shown)
  }

  /// Chunks with what they give, off a terminal: without banner and prompts.
  private func console(_ lines: inout ArraySlice<String>) throws -> [String] {
    let session = Array(lines.prefix { !$0.hasPrefix("$ ") })
    lines = lines.dropFirst(session.count)
    var (chunks, shown): ([String], [String]) = ([], [])
    for line in session.drop(while: { !$0.hasPrefix("tenon") || $0.hasPrefix("tenon 0") }) {
      if line.hasPrefix("tenon> ") || line.hasPrefix("     > ") {
        chunks.append(String(line.dropFirst(7)))
      } else {
        shown.append(line)
      }
    }
    let text = chunks.joined(separator: "\n") + "\n"
    let result = try process("sh").run(["-c", "tenon repl 2>&1"], input: text)
    return Tour.differences("tenon, with \(chunks.first ?? "")", result.output, shown)
  }

  private func process(_ name: String) -> CommandProcess {
    CommandProcess(
      program: URL(fileURLWithPath: "/bin/\(name)"), folder: folder, environment: environment)
  }

  private func write(_ lines: [String], to name: String) throws {
    try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: folder.appending(path: name))
  }

  /// `…` alone stands for any lines.
  static func differences(_ command: String, _ output: String, _ shown: [String]) -> [String] {
    let got = output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var rest = (got.last == "" ? got.dropLast() : got)[...]
    var mayLeaveOut = false
    for line in shown {
      if line == "…" {
        mayLeaveOut = true
        continue
      }
      let place =
        mayLeaveOut ? rest.firstIndex(of: line) : rest.first == line ? rest.startIndex : nil
      guard let place else {
        let next = rest.prefix(8).joined(separator: "\n    ")
        return ["\(command): not shown: \(line)\n  but:\n    \(next)"]
      }
      rest = rest[(place + 1)...]
      mayLeaveOut = false
    }
    if mayLeaveOut || rest.isEmpty || shown.isEmpty { return [] }
    return ["\(command): shows more:\n    \(rest.prefix(8).joined(separator: "\n    "))"]
  }
}
