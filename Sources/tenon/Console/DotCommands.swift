/// Commands of the console itself: a line that begins with a dot, or with `\x`.
import Console
import SalesKernel
import Terminal
import Values

struct DotCommands {
  struct Command: Sendable {
    let name: String
    let usage: String
    let help: String
    let run: @Sendable (ConsoleEvaluator, String) throws -> String
  }

  private unowned let console: ConsoleEvaluator

  init(_ console: ConsoleEvaluator) { self.console = console }

  /// Whether a chunk is one: no chunk of Lua begins so.
  static func isOne(_ chunk: String) -> Bool {
    let text = ConsoleWords.trimmed(chunk)
    if text.hasPrefix("\\") { return true }
    guard text.first == ".", let second = text.dropFirst().first else { return false }
    return second.isLetter
  }

  static let all: [Command] = [
    Command(name: "help", usage: ".help", help: "these commands") { console, _ in
      overview(console.streams)
    },
    Command(
      name: "mode",
      usage: ".mode [\(OutputFormat.allCases.map(\.rawValue).joined(separator: "|"))]",
      help: "how values are written; without a word, says it"
    ) { console, word in
      if word.isEmpty { return (console.streams.format ?? .table).rawValue + "\n" }
      console.streams.format = try choice(word, OutputFormat.self, of: ".mode")
      return ""
    },
    Command(
      name: "once", usage: ".once FILE or |COMMAND", help: "where the next chunk's output goes"
    ) {
      console, word in
      guard !word.isEmpty else { throw usage(".once FILE, or .once |COMMAND") }
      try console.requireUnsafe(".once")
      console.once = OnceTarget(word)
      return ""
    },
    Command(
      name: "x", usage: ".x [on|off|auto], also \\x",
      help: "records as cards; auto: where rows are too wide"
    ) {
      console, word in
      console.streams.vertical =
        word.isEmpty
        ? (console.streams.vertical == .off ? .auto : .off)
        : try choice(word, Streams.Vertical.self, of: ".x")
      return "cards: \(console.streams.vertical.rawValue)\n"
    },
    Command(
      name: "lang", usage: ".lang [\(Language.allCases.map(\.rawValue).joined(separator: "|"))]",
      help: "language of headers, help and messages; without a word, says it"
    ) { console, word in
      if word.isEmpty { return console.streams.language.rawValue + "\n" }
      console.streams.language = try choice(word, Language.self, of: ".lang")
      return ""
    },
    Command(
      name: "amounts",
      usage: ".amounts [\(MoneyUnit.allCases.map(\.rawValue).joined(separator: "|"))]",
      help: "in what tables show amounts; without a word, says it"
    ) { console, word in
      if word.isEmpty { return console.streams.amounts.rawValue + "\n" }
      console.streams.amounts = try choice(word, MoneyUnit.self, of: ".amounts")
      return ""
    },
    Command(name: "timer", usage: ".timer [on|off]", help: "says how long each chunk took") {
      console, word in
      console.isTiming = try isOn(word, now: console.isTiming, of: ".timer")
      return "timer: \(console.isTiming ? "on" : "off")\n"
    },
    Command(name: "pager", usage: ".pager [on|off]", help: "long output goes to the pager") {
      console, word in
      console.streams.pages = try isOn(word, now: console.streams.pages, of: ".pager")
      return "pager: \(console.streams.pages ? "on" : "off")\n"
    },
    Command(name: "save", usage: ".save FILE", help: "the session so far as a script") {
      console, word in
      guard !word.isEmpty else { throw usage(".save session.lua") }
      try console.requireUnsafe(".save")
      try FileBytes.write(console.record.text, to: word)
      return "session in \(word)\n"
    },
    Command(name: "log", usage: ".log FILE or off", help: "the session from here on, errors too") {
      console, word in
      guard !word.isEmpty else { throw usage(".log FILE, or .log off") }
      if word == "off" {
        console.record.stop()
        return "no log\n"
      }
      try console.requireUnsafe(".log")
      try console.record.start(word)
      return "log in \(word)\n"
    },
    Command(name: "quit", usage: ".quit", help: "ends, as Ctrl-D") { _, _ in "" },
  ]

  private static func overview(_ streams: Streams) -> String {
    let width = all.map(\.usage.count).max() ?? 0
    return all.map {
      let help = streams.lexicon?.commandText($0.help) ?? $0.help
      return $0.usage + String(repeating: " ", count: width - $0.usage.count + 2) + help
    }.joined(separator: "\n") + "\n"
  }

  func run(_ chunk: String) -> Evaluation {
    let text = ConsoleWords.trimmed(chunk).dropFirst()
    let name = text.prefix { !$0.isWhitespace }
    let word = ConsoleWords.trimmed(String(text.dropFirst(name.count)))
    if name == "quit" || name == "exit" { return Evaluation(exit: ExitStatus.ok.rawValue) }
    do {
      guard let command = DotCommands.all.first(where: { $0.name == name }) else {
        throw CommandError(
          "usage.command", "there is no console command '.\(name)'",
          remedy: near(String(name)) ?? ".help lists them")
      }
      return Evaluation(output: try command.run(console, word))
    } catch {
      return Evaluation(errors: console.streams.errorText(error), failed: true)
    }
  }

  private func near(_ name: String) -> String? {
    Suggestion.closest(to: name, among: DotCommands.all.map(\.name)).map {
      "did you mean '.\($0)'?"
    }
  }

  private static func usage(_ words: String) -> CommandError {
    CommandError("usage.argument", "a word is missing", remedy: "as \(words)")
  }

  private static func isOn(_ word: String, now: Bool, of command: String) throws -> Bool {
    switch word {
    case "on": true
    case "off": false
    case "": !now
    default: throw CommandError("usage.argument", "\(command): '\(word)' is neither on nor off")
    }
  }

  private static func choice<Word: RawRepresentable & CaseIterable>(
    _ word: String, _ type: Word.Type, of command: String
  ) throws -> Word where Word.RawValue == String {
    if let found = Word(rawValue: word) { return found }
    let words = Word.allCases.map(\.rawValue)
    throw CommandError(
      "usage.argument", "\(command): there is no '\(word)'",
      remedy: Suggestion.closest(to: word, among: words).map { "did you mean '\($0)'?" }
        ?? "one of \(words.joined(separator: ", "))")
  }
}
