/// What the shell offers behind Tab where the parser cannot know it: entities, runs, names of the language.
import ArgumentParser
import SalesKernel
import SalesScript
import SalesStore

enum ShellCompletions {
  private static let mostRuns = 50

  static var scripts: CompletionKind { .file(extensions: ["lua"]) }

  static var stores: CompletionKind { .file(extensions: ["db"]) }

  static var tables: CompletionKind { .file(extensions: ["csv"]) }

  static var entities: CompletionKind { .list(Catalog.sales.entities.map(\.name)) }

  /// Numbers of the newest runs of the store that the command line names.
  static var runs: CompletionKind { .custom { words, _, _ in numbers(words, isUndo: false) } }

  /// Numbers of the newest runs that still apply.
  static var undoableRuns: CompletionKind {
    .custom { words, _, _ in numbers(words, isUndo: true) }
  }

  /// Subcommands, names of the language and codes of errors.
  static var helpNames: CompletionKind {
    .custom { _, _, prefix in everyHelpName().filter { $0.hasPrefix(prefix) } }
  }

  private static func numbers(_ words: [String], isUndo: Bool) -> [String] {
    var options = StoreOptions()
    options.store = path(in: words)
    guard let opened = try? options.open(.readOnly) else { return [] }
    defer { opened.close() }
    let runs = (try? opened.runs(limit: mostRuns)) ?? []
    return runs.filter { !isUndo || $0.status == .applied }.map { "\($0.id)" }
  }

  /// What stands behind `--store`, without its quotes.
  private static func path(in words: [String]) -> String? {
    let option = "--store"
    for (index, word) in words.enumerated() {
      if word.hasPrefix(option + "=") { return unquoted(String(word.dropFirst(option.count + 1))) }
      if word == option, index + 1 < words.count { return unquoted(words[index + 1]) }
    }
    return nil
  }

  private static func unquoted(_ word: String) -> String {
    guard let mark = word.first, mark == "\"" || mark == "'", word.count > 1, word.last == mark
    else { return word }
    return String(word.dropFirst().dropLast())
  }

  private static func everyHelpName() -> [String] {
    let commands = Tenon.configuration.subcommands.filter { $0.configuration.shouldDisplay }
      .compactMap { $0.configuration.commandName }
    let host = try? ScriptHost(store: nil, options: .plain, output: CapturedOutput())
    return commands + (host?.help.entries.map(\.name) ?? [])
      + ErrorCatalogue.shared.entries.map(\.code)
  }
}
