import Lua
import SalesKernel

/// A language's words for what people read: headers, choices, help and messages. What has no word stays English.
///
/// ```
///   stdlib-lua/lang/zh/words.lua      columns, values, phrases ─┐
///                      help.lua       names of the language     ├─▶ Lexicon ─▶ tables, help, notes, errors
///                      messages.lua   templates by code         │
///                      command.lua    the command's own texts  ─┘
/// ```
/// Each file is read when it is first asked for.
public final class Lexicon {
  public let language: Language
  private lazy var words = LanguageFile.table("words", of: language)
  private lazy var columns = words.part("columns").texts
  private lazy var values = words.part("values").texts
  private lazy var valuesOf = Dictionary(
    words.part("values_of").fields.compactMap { key, value -> (String, [String: String])? in
      if case .table(let table) = value { (key, table.texts) } else { nil }
    }, uniquingKeysWith: { $1 })
  private lazy var labels = commonLabels()
  private lazy var phrases = MessageTemplates(words.part("phrases").texts)
  private lazy var help = Dictionary(
    LanguageFile.table("help", of: language).fields.compactMap { name, value -> (String, Table)? in
      if case .table(let table) = value { (name, table) } else { nil }
    }, uniquingKeysWith: { $1 })
  private lazy var command = LanguageFile.table("command", of: language)
  private lazy var commandTexts = command.part("texts").texts
  private lazy var messages = LanguageFile.table("messages", of: language)
  /// Templates of a code; those of no code under "".
  private var templatesByCode: [String: MessageTemplates] = [:]

  /// Nil for English, which needs no words.
  public init?(_ language: Language) {
    if language == .en { return nil }
    self.language = language
  }

  // MARK: Tables

  /// The header of a column that is no field, or the name of a part; nil where it has no word.
  ///
  /// A name that is a field of several entities has the label that all of them give it; one that is an entity, its label.
  public func column(_ name: String) -> String? {
    columns[name] ?? labels[name] ?? entity(name)
  }

  /// The label of an entity.
  func entity(_ name: String) -> String? {
    Catalog.sales.entity(named: name)?.label.text(in: language)
  }

  /// The word for a value in a column: that of the field (`orders.status`) or of the column's name, else, of a choice, the
  /// word that holds everywhere. Nil where it has none.
  func value(_ word: String, of place: String, named name: String, isChoice: Bool) -> String? {
    for key in [place, name] {
      if let text = valuesOf[key]?[word] { return text }
    }
    return isChoice ? values[word] : nil
  }

  // MARK: Help

  /// A name's help: its sentence, units and changes; each stays English where the file has none for it.
  public func translated(_ entry: HelpEntry) -> HelpEntry {
    guard let own = help[entry.name] else { return entry }
    return entry.saying(
      summary: text(own, "summary") ?? entry.summary, units: text(own, "units") ?? entry.units,
      changes: text(own, "changes") ?? entry.changes)
  }

  /// Names that the language's help explains, with the digest of the English that was translated.
  public var explained: [String: String] { help.mapValues { text($0, "of") ?? "" } }

  /// Labels of the fields' names that mean the same in every entity.
  private func commonLabels() -> [String: String] {
    var labels: [String: Set<String>] = [:]
    for field in Catalog.sales.entities.flatMap(\.fields) {
      labels[field.name, default: []].insert(field.label.text(in: language))
    }
    return labels.compactMapValues { $0.count == 1 ? $0.first : nil }
  }

  private func text(_ table: Table, _ name: String) -> String? {
    if case .string(let text) = table[name] { text } else { nil }
  }

  // MARK: Messages

  /// A note, remedy or other sentence, by the first template that fits; of several lines each by itself where the whole
  /// has none.
  public func note(_ text: String) -> String { message(text, code: nil) }

  /// An error's words, by the templates of its code and then those of none.
  public func message(_ text: String, code: String?) -> String {
    if let found = found(text, code) { return found }
    guard text.contains("\n") else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { found(String($0), code) ?? String($0) }.joined(separator: "\n")
  }

  /// A sentence of the command's own help; nil where it has none.
  public func commandText(_ text: String) -> String? { commandTexts[text] }

  private func found(_ text: String, _ code: String?) -> String? {
    for key in [code, ""] {
      guard let key else { continue }
      if let result = templates(of: key).translated(text, words: phrase) { return result }
    }
    return nil
  }

  private func phrase(_ text: String) -> String? {
    phrases.translated(text) { _ in nil }
  }

  private func templates(of code: String) -> MessageTemplates {
    if let known = templatesByCode[code] { return known }
    var texts = messages.part(code).texts
    let others = command.part("messages").part(code).texts
    texts.merge(others) { _, own in own }
    let made = MessageTemplates(texts)
    templatesByCode[code] = made
    return made
  }
}
