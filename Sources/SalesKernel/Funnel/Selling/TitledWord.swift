/// A word of a policy with its title in both languages.
public struct TitledWord: Hashable, Sendable {
  public let key: String
  public let title: Label
  public let source: String?

  /// Reads `{ key = …, title = …, source = … }`.
  /// - Throws: ``PolicyError``.
  init(_ at: PolicyDecoder) throws(PolicyError) {
    let table = try at.table(keys: ["key", "title", "source"])
    key = try table["key"].key()
    title = try table["title"].label()
    source = try table["source"].ifPresent?.text()
  }

  /// A list of different words, at least one.
  /// - Throws: ``PolicyError``.
  static func list(_ at: PolicyDecoder) throws(PolicyError) -> [TitledWord] {
    let words = try at.filledList { at throws(PolicyError) in try TitledWord(at) }
    try at.refuseDuplicates(words.map(\.key))
    return words
  }
}

extension [TitledWord] {
  /// The word where it is one of these.
  /// - Throws: `<code>` with the nearest.
  public func require(
    _ word: String, _ code: String, _ what: String, field: String
  ) throws(ValidationError) -> TitledWord {
    if let known = first(where: { $0.key == word }) { return known }
    throw ValidationError(
      code, "\"\(word.excerpt)\" is no \(what)",
      remedy: Suggestion.sentence(for: word, among: map(\.key)), field: field)
  }
}
