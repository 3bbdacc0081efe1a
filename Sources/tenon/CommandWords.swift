/// The words of a command line, before they are parsed.
import SalesKernel

enum CommandWords {
  /// Options of every command, which may stand before the subcommand: those with a value, and flags.
  private static let common = ["--store", "--format", "--color", "--lang", "--amounts"]
  private static let flags = ["--labels"]
  private static let questions = ["-h", "--help", "--version"]

  /// Puts options that stand before the subcommand behind it: `--store s.db runs` reads as
  /// `runs --store s.db`. What has no subcommand stays as it is; before `--help` they fall away.
  static func reordered(_ words: [String]) -> [String] {
    let start = commonCount(words)
    guard start < words.count else { return words }
    if questions.contains(words[start]) {
      let rest = Array(words[(start + 1)...])
      return [words[start]] + rest.dropFirst(commonCount(rest))
    }
    guard start > 0, !words[start].hasPrefix("-") else { return words }
    return [words[start]] + words[..<start] + words[(start + 1)...]
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

  /// - Throws: `usage.command` where the first word is a subcommand's place but not its name.
  static func check(_ words: [String]) throws {
    guard let first = words.first, !first.hasPrefix("-") else { return }
    let names = Tenon.configuration.subcommands.compactMap { $0.configuration.commandName }
    if names.contains(first) { return }
    let near = Suggestion.closest(to: first, among: names)
    throw CommandError(
      "usage.command", "there is no command '\(first)'",
      remedy: near.map { "did you mean '\($0)'?" } ?? "tenon help lists them")
  }
}
