import SalesKernel

/// Every public name's help, in order of definition.
public final class HelpRegistry {
  public private(set) var entries: [HelpEntry] = []
  private var index: [String: Int] = [:]

  func add(_ entry: HelpEntry) {
    if let old = index[entry.name] {
      entries[old] = entry
    } else {
      index[entry.name] = entries.count
      entries.append(entry)
    }
  }

  /// The entry of a name; `where` finds `query:where`.
  public func entry(_ name: String) -> HelpEntry? {
    if let position = index[name] { return entries[position] }
    return entries.first { $0.name.hasSuffix(":\(name)") || $0.name.hasSuffix(".\(name)") }
  }

  /// The entry of a name as it is written in full.
  public func entry(exactly name: String) -> HelpEntry? { index[name].map { entries[$0] } }

  /// Help for a name or a code of errors, or for both where a word is both; nil for neither.
  public func knownText(for name: String, in lexicon: Lexicon? = nil) -> String? {
    let code = name.contains(".") ? ErrorCatalogue.shared.entry(name) : nil
    let texts = [
      entry(name)?.text(in: lexicon), code?.text(inChinese: lexicon != nil),
    ].compactMap { $0 }
    return texts.isEmpty ? nil : texts.joined(separator: "\n\n")
  }

  /// Help for a name or a code; where there is none, the entries whose text has the word, and the nearest name.
  public func text(for name: String, in lexicon: Lexicon? = nil) -> String {
    if let known = knownText(for: name, in: lexicon) { return known }
    let word = name.lowercased()
    let shown = entries.map { lexicon?.translated($0) ?? $0 }
    let found = shown.filter {
      $0.name.lowercased().contains(word) || $0.summary.lowercased().contains(word)
    }
    var head = "no help for '\(name)'"
    let nearCode = name.contains(".") ? ErrorCatalogue.shared.closest(to: name) : nil
    if let near = Suggestion.closest(to: name, among: entries.map(\.name)) ?? nearCode {
      head += "; did you mean '\(near)'?"
    }
    return ([lexicon?.note(head) ?? head] + found.map { "  \($0.signature): \($0.summary)" })
      .joined(separator: "\n")
  }

  /// One screen: every name with its sentence.
  public var overview: String { overview(in: nil) }

  public func overview(in lexicon: Lexicon?) -> String {
    let width = entries.map(\.name.count).max() ?? 0
    return entries.map {
      let summary = (lexicon?.translated($0) ?? $0).summary
      return $0.name + String(repeating: " ", count: width - $0.name.count + 2) + summary
    }.joined(separator: "\n")
  }
}
