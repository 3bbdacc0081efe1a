/// What could stand in place of the word before the cursor.
import Console
import SalesKernel
import SalesScript

/// Completes by the types of the chunk as far as it is typed: fields and methods of what stands before a dot or colon,
/// keys of tables, words and records inside quotes. It reads declarations, values of the session as they are, and the
/// store; it runs nothing, and writes nothing.
final class ConsoleCompleter {
  private let host: ScriptHost
  /// Made at the first Tab.
  private lazy var model = try? LanguageModel(host: host)
  /// Whole lines that are no Lua: `.mode csv`.
  private let words: [Completion]
  /// So many candidates of the store, found within so long.
  private static let most = 40
  private static let patience: Duration = .milliseconds(12)

  init(host: ScriptHost, words: [Completion] = []) {
    self.host = host
    self.words = words
  }

  func candidates(for line: String, cursor: Int) -> [Completion] {
    let bytes = Array(line.utf8.prefix(cursor))
    let before = String(decoding: bytes, as: UTF8.self)
    let start = CompletionWord.start(in: line, cursor: cursor)
    let word = String(decoding: bytes.dropFirst(start), as: UTF8.self)
    guard let model else { return [] }
    if before.first == "." || before.first == "?" {
      return special(before, word, model)
    }
    let context = CompletionContext(before, model) { [self] in type(ofGlobal: $0) }
    let names = CompletionNames(model)
    switch context.want {
    case .nothing: return []
    case .name: return pick(globals(names, context), word, context.typed)
    case .field(let entity):
      return keys(names.fields(entity), names, context, word)
    case .option(let entry, let position):
      return keys(names.options(of: entry, at: position), names, context, word)
    case .member(let owner, let path, let isMethod):
      var found = names.members(of: owner, isMethod: isMethod)
      if owner == .unknown {
        let seen = path.map { live($0, isMethod, names) } ?? []
        found = seen.isEmpty ? names.allMembers(isMethod: isMethod) : seen
      }
      return pick(found, word, context.typed)
    case .text(let purpose): return texts(purpose, context, names, word)
    }
  }

  // MARK: Names

  /// Keys of a table; a list's values are names, where no key begins so.
  private func keys(
    _ keys: [Completion], _ names: CompletionNames, _ context: CompletionContext, _ word: String
  ) -> [Completion] {
    let found = pick(keys, word, context.typed)
    return found.isEmpty ? pick(globals(names, context), word, context.typed) : found
  }

  private func globals(_ names: CompletionNames, _ context: CompletionContext) -> [Completion] {
    let own = Set(names.globals.map(\.text))
    let session = host.visibleNames.filter { !own.contains($0) } + context.locals
    return names.globals + session.map { Completion($0) }
  }

  /// `.mode csv` by the console's own words; `?name` by the names that have help.
  private func special(_ before: String, _ word: String, _ model: LanguageModel) -> [Completion] {
    if before.first == "." {
      return words.filter { $0.text.hasPrefix(before) }
        .map { Completion(rest($0.text, before, word), note: $0.note) }
    }
    let typed = String(before.dropFirst())
    let names = model.help.entries.map { Completion($0.name, note: $0.summary) }
    return pick(names, word, typed)
  }

  private func type(ofGlobal name: String) -> LuaType? {
    switch host.glimpse([name]) {
    case .query(let entity): .query(entity)
    case .record(let entity): .record(entity)
    case .object(let name): model?.reader.type(name)
    case .nothing, .table, .other: nil
    }
  }

  /// The keys of a table of the session.
  private func live(_ path: [String], _ isMethod: Bool, _ names: CompletionNames) -> [Completion] {
    switch host.glimpse(path) {
    case .table(let keys): keys.map { Completion($0) }
    case .query(let entity): names.members(of: .query(entity), isMethod: isMethod)
    case .record(let entity): names.members(of: .record(entity), isMethod: isMethod)
    case .object(let name):
      model.map { names.members(of: $0.reader.type(name), isMethod: isMethod) } ?? []
    case .nothing, .other: []
    }
  }

  // MARK: Texts

  private func texts(
    _ purpose: CompletionContext.Purpose, _ context: CompletionContext, _ names: CompletionNames,
    _ word: String
  ) -> [Completion] {
    switch purpose {
    case .rule(let entity): return pick(names.rule(entity), word, context.typed)
    case .fieldName(let entity):
      let isDown = context.typed.hasPrefix("-")
      return pick(names.fields(entity), word, isDown ? word : context.typed)
    case .value(let field, let entity):
      let words = names.choices(field, entity)
      if !words.isEmpty { return pick(words, word, context.typed) }
      return stored(field, entity, context.typed, word)
    case .record(let entity): return records(entity, context.typed, word)
    case .argument(let entry, let position, let option):
      if let entity = names.entity(of: entry, position, option) {
        return records(entity, context.typed, word)
      }
      return pick(names.words(for: entry, position, option), word, context.typed)
    case .file(let function):
      return FileCandidates.of(context.typed, isModule: function == "require").map {
        Completion(rest($0, context.typed, word))
      }
    case .unknown: return pick(names.allTexts, word, context.typed)
    }
  }

  /// Records by name and by code.
  private func records(_ entity: String, _ typed: String, _ word: String) -> [Completion] {
    stored("name", entity, typed, word) + stored("code", entity, typed, word)
  }

  private func stored(
    _ field: String, _ entity: String, _ typed: String, _ word: String
  ) -> [Completion] {
    guard !typed.isEmpty, let declared = model?.entity(entity),
      declared.field(named: field)?.type == .text
    else { return [] }
    let note = ["name", "title", "code"].first { $0 != field && declared.slot(of: $0) != nil }
    return host.texts(
      of: field, in: declared, beginning: typed, noting: note, limit: ConsoleCompleter.most,
      within: ConsoleCompleter.patience
    ).sorted { $0.text < $1.text }.map { Completion(rest($0.text, typed, word), note: $0.note) }
  }

  // MARK: Picking

  /// Those that begin with what is typed, once each, in order.
  private func pick(_ all: [Completion], _ word: String, _ typed: String) -> [Completion] {
    var seen: Set<String> = []
    return all.filter { $0.text.hasPrefix(typed) && seen.insert($0.text).inserted }
      .sorted { $0.text < $1.text }
      .map { Completion(rest($0.text, typed, word), note: $0.note) }
  }

  /// A candidate for all that is typed, as one for the word that the line editor replaces.
  private func rest(_ text: String, _ typed: String, _ word: String) -> String {
    let (typedCount, wordCount) = (typed.utf8.count, word.utf8.count)
    if wordCount >= typedCount {
      return String(decoding: word.utf8.prefix(wordCount - typedCount), as: UTF8.self) + text
    }
    return String(decoding: text.utf8.dropFirst(typedCount - wordCount), as: UTF8.self)
  }
}
