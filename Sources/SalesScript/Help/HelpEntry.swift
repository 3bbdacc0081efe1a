/// What a public name says of itself: the one declaration behind `help(x)`, the reference and the tests.
public struct HelpEntry: Sendable {
  /// As a script writes it: `wan`, `tiering.apply`, `customers:where`.
  public let name: String
  /// With its parameters: `wan(n)`.
  public let signature: String
  /// One sentence: what it is or gives.
  public let summary: String
  /// The type of what it gives, in the notation of LuaLS: `money`, `customer?`, `order[]`; empty where it gives
  /// nothing, or nothing of one type. `self` is what a method was called on, `record` one of its records.
  public let returns: String
  /// Units of what goes in and out; empty where there are none.
  public let units: String
  /// What it changes in the store; empty for nothing.
  public let changes: String
  /// Codes that it raises beside `script.argument`.
  public let errors: [String]
  /// A chunk that the tests run on the reference sample, and what it gives.
  public let example: String
  public let result: String
  public let seeAlso: [String]
  /// Where the name works.
  public let place: Place

  public enum Place: Sendable { case anywhere, console, test }

  public init(
    _ name: String, _ signature: String, _ summary: String, returns: String = "",
    units: String = "", changes: String = "", errors: [String] = [], example: String,
    result: String,
    seeAlso: [String] = [], place: Place = .anywhere
  ) {
    self.name = name
    self.signature = signature
    self.summary = summary
    self.returns = returns
    self.units = units
    self.changes = changes
    self.errors = errors
    self.example = example
    self.result = result
    self.seeAlso = seeAlso
    self.place = place
  }

  /// The same entry with other words for people.
  func saying(summary: String, units: String, changes: String) -> HelpEntry {
    HelpEntry(
      name, signature, summary, returns: returns, units: units, changes: changes, errors: errors,
      example: example,
      result: result, seeAlso: seeAlso, place: place)
  }

  /// As `help(name)` prints it.
  public var text: String { text(in: nil) }

  /// As `help(name)` prints it in a language; English for nil.
  public func text(in lexicon: Lexicon?) -> String {
    let entry = lexicon?.translated(self) ?? self
    // A full-width colon needs no blank behind it.
    let word: (String) -> String = { english in
      let word = lexicon?.commandText(english) ?? english
      return word.last?.isASCII == false ? word : word + " "
    }
    var lines = [signature]
    if !entry.summary.isEmpty { lines.append("  \(entry.summary)") }
    if !returns.isEmpty { lines.append("  \(word("gives:"))\(returns)") }
    if !units.isEmpty { lines.append("  \(word("units:"))\(entry.units)") }
    if !changes.isEmpty { lines.append("  \(word("changes:"))\(entry.changes)") }
    if !errors.isEmpty { lines.append("  \(word("errors:"))\(errors.joined(separator: ", "))") }
    if !example.isEmpty {
      lines.append("  \(lexicon?.commandText("example:") ?? "example:")")
      lines += example.split(separator: "\n", omittingEmptySubsequences: false).map { "    \($0)" }
      lines += result.split(separator: "\n", omittingEmptySubsequences: false)
        .map { "    --> \($0)" }
    }
    if !seeAlso.isEmpty { lines.append("  \(word("see also:"))\(seeAlso.joined(separator: ", "))") }
    return lines.joined(separator: "\n")
  }

  /// Eight hex digits of what is translated of it, so that a translation knows when it is out of date.
  public var digest: String {
    String(SourceHash.of("\(summary)\n\(units)\n\(changes)").prefix(8))
  }
}
