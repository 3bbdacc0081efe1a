/// The words of a command line, before they are parsed.
import ArgumentParser
import SalesKernel

enum CommandWords {
  /// Options of every command, which may stand before the subcommand: those with a value, and flags.
  private static let common = ["--store", "--format", "--color", "--lang", "--amounts"]
  private static let flags = ["--labels"]
  private static let questions = ["-h", "--help", "--version"]

  /// Puts options that stand before the subcommand behind it: `--store s.db runs` reads as
  /// `runs --store s.db`; so behind a command that has subcommands itself. What has no subcommand stays as it is;
  /// before `--help` they fall away.
  static func reordered(_ words: [String]) -> [String] {
    let start = commonCount(words)
    guard start < words.count else { return words }
    if questions.contains(words[start]) {
      let rest = Array(words[(start + 1)...])
      return [words[start]] + rest.dropFirst(commonCount(rest))
    }
    guard !words[start].hasPrefix("-") else { return words }
    let rest = Array(words[..<start] + words[(start + 1)...])
    let isGroup = Tenon.configuration.subcommands.contains {
      $0.configuration.commandName == words[start] && !$0.configuration.subcommands.isEmpty
    }
    return [words[start]] + (isGroup ? reordered(rest) : rest)
  }

  /// How many words at the front are options of every command.
  private static func commonCount(_ words: [String]) -> Int {
    var index = 0
    while index < words.count {
      if common.contains(words[index]) {
        index += 2
      } else if flags.contains(words[index])
        || common.contains(where: { words[index].hasPrefix($0 + "=") })
      {
        index += 1
      } else {
        break
      }
    }
    return min(index, words.count)
  }

  /// `-e` stands for eval, `-i` for a script and then the console, `-` and a script's name for run: so that
  /// `#!/usr/bin/env tenon` works.
  static func expanded(_ words: [String]) -> [String] {
    guard let first = words.first else { return words }
    switch first {
    case "-e": return ["eval"] + words.dropFirst()
    case "-i" where words.count > 1: return ["repl", "--load"] + words.dropFirst()
    case "-": return ["run", "-"] + words.dropFirst()
    case _ where first.hasSuffix(".lua"): return ["run", first] + words.dropFirst()
    default: return words
    }
  }

  /// - Throws: `usage.command` where the first word is a subcommand's place but not its name.
  static func check(_ words: [String]) throws {
    try check(words, among: Tenon.configuration.subcommands, listedBy: "tenon help")
  }

  /// Words behind a command that has subcommands are checked too.
  private static func check(
    _ words: [String], among commands: [any ParsableCommand.Type], listedBy help: String
  ) throws {
    guard let first = words.first, !first.hasPrefix("-") else { return }
    if let command = commands.first(where: { $0.configuration.commandName == first }) {
      let inner = command.configuration.subcommands
      if !inner.isEmpty {
        try check(Array(words.dropFirst()), among: inner, listedBy: "tenon \(first) --help")
      }
      return
    }
    let names = commands.map { $0.configuration }.filter { $0.shouldDisplay }
      .compactMap { $0.commandName }
    let near = Suggestion.closest(to: first, among: names)
    throw CommandError(
      "usage.command", "there is no command '\(first)'",
      remedy: near.map { "did you mean '\($0)'?" } ?? "\(help) lists them")
  }
}
