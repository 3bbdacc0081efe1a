/// A message with places for values, in English and in another language: `no field '%1'` and `没有字段“%1”`.
struct MessageTemplate {
  private let pieces: [Piece]
  private let translation: [Piece]
  /// How many characters are not places; the most specific template is tried first.
  let literalCount: Int

  /// A literal text or a place `%1` to `%9`.
  private enum Piece: Hashable {
    case text(String)
    case place(Int)
  }

  init(_ english: String, _ translation: String) {
    pieces = MessageTemplate.pieces(of: english)
    self.translation = MessageTemplate.pieces(of: translation)
    literalCount = pieces.reduce(0) { sum, piece in
      if case .text(let text) = piece { sum + text.utf8.count } else { sum }
    }
  }

  /// The message in the other language; nil where it is not of this template.
  ///
  /// A place takes no line end, so that a template of one line never swallows several.
  ///
  /// - Parameter words: What a value reads as in the other language, where it has a word of its own.
  func translated(_ message: String, words: (String) -> String?) -> String? {
    guard let values = values(in: message), !values.values.contains(where: { $0.contains("\n") })
    else { return nil }
    return translation.map { piece -> String in
      switch piece {
      case .text(let text): return text
      case .place(let number):
        let value = values[number] ?? ""
        return words(value) ?? value
      }
    }.joined()
  }

  /// The shortest text for each place, in order; nil where the literals are not all there.
  private func values(in message: String) -> [Int: String]? {
    var values: [Int: String] = [:]
    var rest = message[...]
    var open: Int?
    for (index, piece) in pieces.enumerated() {
      switch piece {
      case .place(let number):
        if let open { values[open] = "" }
        open = number
      case .text(let text):
        guard let place = open else {
          guard rest.hasPrefix(text) else { return nil }
          rest = rest.dropFirst(text.count)
          continue
        }
        let isLast = index == pieces.count - 1
        guard let range = isLast ? MessageTemplate.end(text, of: rest) : rest.firstRange(of: text)
        else { return nil }
        values[place] = String(rest[..<range.lowerBound])
        rest = rest[range.upperBound...]
        open = nil
      }
    }
    if let open {
      values[open] = String(rest)
      return values
    }
    return rest.isEmpty ? values : nil
  }

  private static func end(_ text: String, of rest: Substring) -> Range<Substring.Index>? {
    guard rest.hasSuffix(text) else { return nil }
    return rest.index(rest.endIndex, offsetBy: -text.count)..<rest.endIndex
  }

  private static func pieces(of text: String) -> [Piece] {
    var pieces: [Piece] = []
    var literal = ""
    var rest = text[...]
    while let character = rest.popFirst() {
      guard character == "%", let digit = rest.first?.wholeNumberValue, digit > 0 else {
        literal.append(character)
        continue
      }
      rest.removeFirst()
      if !literal.isEmpty { pieces.append(.text(literal)) }
      literal = ""
      pieces.append(.place(digit))
    }
    if !literal.isEmpty { pieces.append(.text(literal)) }
    return pieces
  }
}
