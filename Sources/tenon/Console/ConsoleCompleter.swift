/// What could stand in place of the word before the cursor.
import Console
import SalesKernel
import SalesScript

/// Names from the help registry and the catalog: globals, members of modules, verbs behind a colon, fields
/// behind a dot, and fields, choices and packs inside quotes. It reads declarations only, never a record.
struct ConsoleCompleter {
  private static let keywords = [
    "and", "break", "do", "else", "elseif", "end", "false", "for", "function", "goto", "if", "in",
    "local", "nil", "not", "or", "repeat", "return", "then", "true", "until", "while",
  ]
  private let globals: [Completion]
  private let members: [String: [Completion]]
  private let verbs: [Completion]
  private let fields: [Completion]
  private let words: [Completion]

  init(host: ScriptHost) {
    var globals: [Completion] = []
    var members: [String: [Completion]] = [:]
    var verbs: [Completion] = []
    for entry in host.help.entries {
      let parts = entry.name.split(separator: ".", maxSplits: 1)
      if let colon = entry.name.firstIndex(of: ":") {
        verbs.append(
          Completion(String(entry.name[entry.name.index(after: colon)...]), note: entry.summary))
      } else if parts.count == 2 {
        let module = String(parts[0])
        if members[module] == nil { globals.append(Completion(module)) }
        members[module, default: []].append(Completion(String(parts[1]), note: entry.summary))
      } else {
        globals.append(Completion(entry.name, note: entry.summary))
      }
    }
    let declared = host.catalog.entities.flatMap(\.fields)
    self.globals = globals + Self.keywords.map { Completion($0) }
    self.members = members
    self.verbs = verbs
    fields = declared.map { Completion($0.name, note: $0.help) }
    words =
      declared.flatMap { field in
        if case .choice(let words) = field.type { words } else { [String]() }
      }.map { Completion($0) } + Stdlib.names(in: "policy").map { Completion($0) }
  }

  func candidates(for line: String, cursor: Int) -> [Completion] {
    let start = CompletionWord.start(in: line, cursor: cursor)
    let bytes = Array(line.utf8.prefix(cursor))
    let before = String(decoding: bytes.prefix(start), as: UTF8.self)
    let word = String(decoding: bytes.dropFirst(start), as: UTF8.self)
    if ConsoleCompleter.isInQuotes(before) { return pick(fields + words, "", word) }
    guard let mark = word.lastIndex(where: { $0 == ":" || $0 == "." }) else {
      return pick(before.hasSuffix(")") ? [] : globals, "", word)
    }
    let head = String(word[...mark])
    let tail = String(word[word.index(after: mark)...])
    if word[mark] == ":" { return pick(verbs, head, tail) }
    return pick(members[String(word[..<mark])] ?? fields, head, tail)
  }

  /// Those that begin with what is typed, once each, in order.
  private func pick(_ all: [Completion], _ head: String, _ tail: String) -> [Completion] {
    var seen: Set<String> = []
    return all.filter { $0.text.hasPrefix(tail) && seen.insert($0.text).inserted }
      .sorted { $0.text < $1.text }.map { Completion(head + $0.text, note: $0.note) }
  }

  private static func isInQuotes(_ text: String) -> Bool {
    var open: Character?
    for character in text where character == "\"" || character == "'" {
      if open == nil { open = character } else if open == character { open = nil }
    }
    return open != nil
  }
}
