/// The parser's help in another language: its sentences looked up one by one, and wrapped anew.
import ArgumentParser
import SalesScript
import Terminal

/// ```
///   OVERVIEW: text           ARGUMENTS:
///                              <file>                  A CSV file with a header.
/// ```
/// Names, signatures and defaults stay as they are; so does a sentence that has no translation.
struct HelpPage {
  /// Wide enough that the parser breaks no line.
  static let unbroken = 100_000
  /// Where the parser's explanations begin.
  private static let margin = 26
  private let lexicon: Lexicon
  private let width: Int

  init(_ lexicon: Lexicon, width: Int?) {
    self.lexicon = lexicon
    self.width = max(width ?? 80, HelpPage.margin + 20)
  }

  /// The help of a subcommand, or of the command itself, in the language of the lexicon; English without one.
  static func text(of command: any ParsableCommand.Type, _ streams: Streams) -> String {
    guard let lexicon = streams.lexicon else { return Tenon.helpMessage(for: command) }
    return HelpPage(lexicon, width: streams.outputWidth)
      .translated(Tenon.helpMessage(for: command, columns: unbroken))
  }

  /// - Parameter text: As the parser gives it for ``unbroken`` columns.
  func translated(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { lines(of: String($0)) }.joined(separator: "\n")
  }

  private func lines(of line: String) -> [String] {
    for head in ["OVERVIEW: ", "USAGE: ", "Usage: "] where line.hasPrefix(head) {
      let rest = String(line.dropFirst(head.count))
      let word = lexicon.commandText(head) ?? head
      return head == "OVERVIEW: " ? wrapped(word + sentence(rest), indent: 0) : [word + rest]
    }
    if let whole = lexicon.commandText(line) { return wrapped(whole, indent: 0) }
    let margin = HelpPage.margin
    guard line.hasPrefix("  "), line.count > margin else { return [line] }
    let label = String(line.prefix(margin))
    guard label.last == " " else { return [line] }
    let lines = wrapped(sentence(String(line.dropFirst(margin))), indent: margin)
    return [label + lines[0].dropFirst(margin)] + lines.dropFirst()
  }

  /// A sentence, with what the parser adds on values and defaults.
  private func sentence(_ text: String) -> String {
    guard text.hasSuffix(")"), let open = text.range(of: "(", options: .backwards) else {
      return lexicon.commandText(text) ?? text
    }
    let added = String(text[open.lowerBound...])
    guard added.hasPrefix("(values: ") || added.hasPrefix("(default: ") else {
      return lexicon.commandText(text) ?? text
    }
    var bare = text[..<open.lowerBound]
    while bare.last == " " { bare.removeLast() }
    let words = ["(values: ", "; default: ", "(default: ", ")"]
    let shown = words.reduce(added) { $0.replacing($1, with: lexicon.commandText($1) ?? $1) }
    return (lexicon.commandText(String(bare)) ?? String(bare)) + shown
  }

  /// Lines broken at blanks and between Chinese characters, never within a name nor before a closing sign.
  private func wrapped(_ text: String, indent: Int) -> [String] {
    let measure = DisplayWidth()
    let margin = String(repeating: " ", count: indent)
    var lines = [""]
    for word in HelpPage.words(of: text) {
      if measure.of(lines[lines.count - 1] + word) > width - indent, lines[lines.count - 1] != "" {
        while lines[lines.count - 1].last == " " { lines[lines.count - 1].removeLast() }
        lines.append("")
        if word.allSatisfy({ $0 == " " }) { continue }
      }
      lines[lines.count - 1] += word
    }
    return lines.map { margin + $0 }
  }

  /// What stays together: names, single Chinese characters with the signs that close behind them, blanks.
  private static func words(of text: String) -> [String] {
    var words: [String] = []
    for character in text {
      let isClosing = "，。；：、）”’》,.;:)".contains(character)
      let isName = character.isASCII && character != " "
      if let last = words.last, last != " ", isClosing || (isName && joins(last, character)) {
        words[words.count - 1].append(character)
      } else {
        words.append(String(character))
      }
    }
    return words
  }

  /// Whether a character goes on with the name that a word is, or stands behind its opening bracket.
  private static func joins(_ word: String, _ character: Character) -> Bool {
    guard let last = word.last else { return false }
    return last.isASCII || "（“‘《".contains(last)
  }
}
