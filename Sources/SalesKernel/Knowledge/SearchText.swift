/// Texts as an index of words holds them: folded, every Chinese character a word of its own.
///
/// A run of Chinese characters that is looked for is then a phrase of words, so that it is found wherever it
/// stands, be it one character, two or more, and nothing else is. Words of letters and digits stay whole; full-width
/// letters are ASCII ones, case does not count.
public enum SearchText {
  /// The words of a text, with a space between.
  public static func cut(_ text: String) -> String {
    var words = ""
    words.reserveCapacity(text.utf8.count * 2)
    var inWord = false
    for scalar in text.unicodeScalars {
      guard let kind = kind(of: scalar) else {
        inWord = false
        continue
      }
      if !words.isEmpty, !inWord || kind == .ideograph { words.append(" ") }
      append(scalar, to: &words)
      inWord = kind == .letter
    }
    return words
  }

  /// What is looked for, in the language of the index: every part between blanks and signs is a phrase, and all must
  /// be there. The last word of a phrase that ends in letters may go on.
  ///
  /// Nothing of a text but letters, digits and Chinese characters reaches it, so that no text can be read as an
  /// operator.
  /// - Returns: nil where nothing is left to look for.
  public static func query(_ text: String) -> String? {
    let terms = terms(of: text)
    guard !terms.isEmpty else { return nil }
    return terms.map { term in
      let words = cut(term)
      let goesOn = term.unicodeScalars.last.flatMap { kind(of: $0) } == .letter
      return "\"\(words)\"\(goesOn ? " *" : "")"
    }.joined(separator: " AND ")
  }

  /// The parts of a text between blanks and signs, each once.
  public static func terms(of text: String) -> [String] {
    var terms: [String] = []
    var term = ""
    func end() {
      if !term.isEmpty, !terms.contains(term) { terms.append(term) }
      term = ""
    }
    for scalar in text.unicodeScalars {
      if kind(of: scalar) == nil { end() } else { append(scalar, to: &term) }
    }
    end()
    return terms
  }

  /// A part of a text around the first find, the find in brackets.
  /// - Parameter most: Characters shown.
  public static func excerpt(of text: String, finding terms: [String], most: Int) -> String? {
    let characters = Array(text)
    let folded = characters.map { character in
      var fold = ""
      for scalar in character.unicodeScalars where kind(of: scalar) != nil {
        append(scalar, to: &fold)
      }
      return fold
    }
    let wanted = terms.map { Array($0).map(String.init) }.filter { !$0.isEmpty }
    for start in folded.indices where !folded[start].isEmpty {
      for term in wanted where holds(folded, start, term) {
        return around(characters, start, term.count, most)
      }
    }
    return nil
  }

  private static func holds(_ folded: [String], _ start: Int, _ term: [String]) -> Bool {
    guard start + term.count <= folded.count else { return false }
    return term.indices.allSatisfy { folded[start + $0] == term[$0] }
  }

  private static func around(
    _ characters: [Character], _ start: Int, _ length: Int, _ most: Int
  ) -> String {
    let before = max(0, start - max(0, most - length) / 3)
    let end = min(characters.count, max(before + most, start + length))
    func plain(_ range: Range<Int>) -> String {
      String(characters[range].map { $0.isNewline || $0 == "\t" ? " " : $0 })
    }
    return (before > 0 ? "…" : "") + plain(before..<start) + "["
      + plain(start..<start + length) + "]" + plain(start + length..<end)
      + (end < characters.count ? "…" : "")
  }

  private enum Kind {
    case letter, ideograph
  }

  /// Nil for blanks and signs.
  private static func kind(of scalar: Unicode.Scalar) -> Kind? {
    switch scalar.value {
    case 48...57, 65...90, 97...122: .letter
    case 0...127: nil
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF,
      0x3040...0x30FF, 0xAC00...0xD7AF:
      .ideograph
    case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A: .letter
    default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil ? .letter : nil
    }
  }

  /// Folded: full-width as ASCII, capitals as small letters.
  private static func append(_ scalar: Unicode.Scalar, to text: inout String) {
    var scalar = scalar
    if (0xFF10...0xFF5A).contains(scalar.value),
      let narrow = Unicode.Scalar(scalar.value - 0xFEE0)
    {
      scalar = narrow
    }
    if scalar.isASCII {
      let isCapital = (65...90).contains(scalar.value)
      text.unicodeScalars.append(
        isCapital ? Unicode.Scalar(UInt8(scalar.value + 32)) : scalar)
    } else {
      text.append(contentsOf: scalar.properties.lowercaseMapping)
    }
  }
}
