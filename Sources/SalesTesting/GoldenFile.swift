/// A golden file: commands with their input, and what they must print and end with.
///
/// ```
/// # A comment, anywhere between steps.
/// @file tier.lua
/// tiering.apply{policy = "fastener"}
/// @end
/// $ tenon run tier.lua --store s.db
/// < a line of standard input
/// a line of standard output
/// ! a line of standard error
/// ? 0
/// ```
/// - `@file NAME` … `@end` writes a file; `@hex NAME bytes` writes bytes.
/// - `$` begins a step. Its words are split at blanks; single or double quotes keep them together.
/// - `?` gives the exit code; 0 where there is none.
/// - `=bytes FILE` says that the step leaves a file's bytes as they were.
/// - `...` as a whole line of output stands for any lines, at the end of a line for any rest.
/// - `{{name}}` in output stands for what the runner's caller computes for that name, before the step.
public struct GoldenFile {
  public enum Item {
    case file(name: String, bytes: [UInt8])
    case step(GoldenStep)
  }

  public let name: String
  public let items: [Item]

  public init(name: String, text: String) throws {
    self.name = name
    var reader = GoldenReader(name: name, text: text)
    items = try reader.items()
  }
}

/// One command and what is expected of it.
public struct GoldenStep {
  /// The line of the file, from 1.
  public let line: Int
  public let words: [String]
  public var input = ""
  public var output: [String] = []
  public var errors: [String] = []
  public var status: Int32 = 0
  /// Files whose bytes must stay.
  public var untouched: [String] = []

  init(line: Int, words: [String]) {
    self.line = line
    self.words = words
  }
}

/// What is wrong with a golden file itself.
public struct GoldenSyntaxError: Error, CustomStringConvertible {
  public let description: String
}

private struct GoldenReader {
  let name: String
  private let lines: [String]
  private var index = 0

  init(name: String, text: String) {
    self.name = name
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  mutating func items() throws -> [GoldenFile.Item] {
    var items: [GoldenFile.Item] = []
    while index < lines.count {
      let line = lines[index]
      index += 1
      if line.isEmpty || line.hasPrefix("#") { continue }
      if line.hasPrefix("@file ") {
        items.append(file(String(line.dropFirst(6))))
      } else if line.hasPrefix("@hex ") {
        items.append(try hex(line))
      } else if line.hasPrefix("$ ") {
        items.append(.step(try step(line)))
      } else {
        throw GoldenSyntaxError(description: "\(name):\(index): not a step: \(line)")
      }
    }
    return items
  }

  private mutating func file(_ name: String) -> GoldenFile.Item {
    var text = ""
    while index < lines.count, lines[index] != "@end" {
      text += lines[index] + "\n"
      index += 1
    }
    index += 1
    return .file(name: name, bytes: Array(text.utf8))
  }

  private func hex(_ line: String) throws -> GoldenFile.Item {
    let words = line.split(separator: " ")
    let bytes = words.dropFirst(2).map { UInt8($0, radix: 16) }
    guard words.count >= 2, !bytes.contains(nil) else {
      throw GoldenSyntaxError(description: "\(name):\(index): expected @hex NAME EF BB …")
    }
    return .file(name: String(words[1]), bytes: bytes.compactMap { $0 })
  }

  private mutating func step(_ line: String) throws -> GoldenStep {
    var step = GoldenStep(line: index, words: try ShellWords.split(String(line.dropFirst(2))))
    while index < lines.count {
      let line = lines[index]
      if line.hasPrefix("$ ") || line.hasPrefix("#") || line.hasPrefix("@") { break }
      index += 1
      if line.hasPrefix("< ") {
        step.input += line.dropFirst(2) + "\n"
      } else if line.hasPrefix("! ") || line == "!" {
        step.errors.append(String(line.dropFirst(2)))
      } else if line.hasPrefix("? ") {
        step.status = Int32(line.dropFirst(2)) ?? -1
      } else if line.hasPrefix("=bytes ") {
        step.untouched.append(String(line.dropFirst(7)))
      } else {
        step.output.append(line)
      }
    }
    // Empty lines before the next step or comment are only for looks.
    while step.output.last == "" { step.output.removeLast() }
    return step
  }
}
