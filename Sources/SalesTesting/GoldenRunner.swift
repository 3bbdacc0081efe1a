/// Runs a golden file in a folder and says where it and the program differ.
import Foundation

public struct GoldenRunner {
  public let program: URL
  /// The folder in which the steps run.
  public let folder: URL
  /// Values of `{{name}}`, asked before each step that has one.
  public var placeholder: (String) throws -> String = { name in
    throw GoldenSyntaxError(description: "nothing computes {{\(name)}}")
  }
  /// What must stay as it is when a step fails; compared before and after.
  public var state: () throws -> String = { "" }
  /// Steps with these exit codes may change the state.
  public var changingStatuses: Set<Int32> = [0]

  public init(program: URL, folder: URL) {
    self.program = program
    self.folder = folder
  }

  /// Differences, a text each; none where all is as expected.
  public func differences(_ file: GoldenFile) throws -> [String] {
    var found: [String] = []
    for item in file.items {
      switch item {
      case .file(let name, let bytes):
        let url = folder.appending(path: name)
        try FileManager.default.createDirectory(
          at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
      case .step(let step):
        found += try run(step).map { "\(file.name):\(step.line): \($0)" }
      }
    }
    return found
  }

  private func run(_ step: GoldenStep) throws -> [String] {
    let expectedOutput = try step.output.map(filled)
    let expectedErrors = try step.errors.map(filled)
    let before = try state()
    let bytes = try step.untouched.map(contents)
    guard step.words.first == program.lastPathComponent else {
      throw GoldenSyntaxError(
        description: "line \(step.line): a step runs \(program.lastPathComponent)")
    }
    let command = CommandProcess(program: program, folder: folder)
    let result = try command.run(Array(step.words.dropFirst()), input: step.input)
    var found: [String] = []
    if result.status != step.status {
      found.append("exit code \(result.status), expected \(step.status)")
    }
    found += compare("standard output", shown(result.output), expectedOutput)
    found += compare("standard error", shown(result.errors), expectedErrors)
    if !changingStatuses.contains(step.status), try state() != before {
      found.append("it failed, and changed the state all the same")
    }
    for (name, old) in zip(step.untouched, bytes) where try contents(name) != old {
      found.append("the bytes of \(name) changed")
    }
    return found
  }

  private func contents(_ name: String) throws -> Data {
    try Data(contentsOf: folder.appending(path: name))
  }

  private func shown(_ text: String) -> [String] {
    var lines = Normalised.text(text, folder: folder.path)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    return lines
  }

  private func compare(_ what: String, _ got: [String], _ expected: [String]) -> [String] {
    if GoldenLines.matches(got[...], expected[...]) { return [] }
    return ["\(what)\n" + GoldenLines.difference(got, expected)]
  }

  /// The line with its placeholders filled.
  private func filled(_ line: String) throws -> String {
    var result = ""
    var rest = line[...]
    while let start = rest.range(of: "{{"), let end = rest[start.upperBound...].range(of: "}}") {
      result += rest[..<start.lowerBound]
      result += try placeholder(String(rest[start.upperBound..<end.lowerBound]))
      rest = rest[end.upperBound...]
    }
    return result + rest
  }
}

/// Texts without what differs from run to run.
enum Normalised {
  /// Moments become `<time>`, the folder `<dir>`.
  static func text(_ text: String, folder: String) -> String {
    text.replacingOccurrences(of: folder, with: "<dir>").replacing(
      /20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+\+08:00/, with: "<time>")
  }
}

/// Lines against expected lines, where `...` stands for any.
enum GoldenLines {
  static func matches(_ got: ArraySlice<String>, _ expected: ArraySlice<String>) -> Bool {
    guard let first = expected.first else { return got.isEmpty }
    if first == "..." {
      let rest = expected.dropFirst()
      return (got.startIndex...got.endIndex).contains { matches(got[$0...], rest) }
    }
    guard let line = got.first, isSame(line, first) else { return false }
    return matches(got.dropFirst(), expected.dropFirst())
  }

  /// An expected line that ends with `...` stands for all lines that begin so.
  private static func isSame(_ got: String, _ expected: String) -> Bool {
    expected.hasSuffix("...") ? got.hasPrefix(expected.dropLast(3)) : got == expected
  }

  /// Lines that are the same with two blanks, others marked by `-` (expected) and `+` (printed).
  static func difference(_ got: [String], _ expected: [String]) -> String {
    let changes = got.difference(from: expected)
    let removed = Set(
      changes.removals.map { if case .remove(let at, _, _) = $0 { at } else { -1 } })
    let inserted = Set(
      changes.insertions.map { if case .insert(let at, _, _) = $0 { at } else { -1 } })
    var lines: [String] = []
    var (old, new) = (0, 0)
    while old < expected.count || new < got.count {
      if old < expected.count, removed.contains(old) {
        lines.append("- \(expected[old])")
        old += 1
      } else if new < got.count, inserted.contains(new) {
        lines.append("+ \(got[new])")
        new += 1
      } else {
        if new < got.count { lines.append("  \(got[new])") }
        old += 1
        new += 1
      }
    }
    return lines.joined(separator: "\n")
  }
}
