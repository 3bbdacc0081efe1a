/// A message with places for values, in English and in another language: `no field '%1'` and `没有字段“%1”`.
///
/// Matching goes by bytes, which in UTF-8 never stops within a character.
struct MessageTemplate {
  private let pieces: [Piece]
  private let translation: [Piece]
  /// How many bytes are not places; the most specific template is tried first.
  let literalCount: Int

  /// A literal text or a place `%1` to `%9`.
  private enum Piece {
    case text([UInt8])
    case place(Int)
  }

  init(_ english: String, _ translation: String) {
    pieces = MessageTemplate.pieces(of: english)
    self.translation = MessageTemplate.pieces(of: translation)
    literalCount = pieces.reduce(0) { sum, piece in
      if case .text(let text) = piece { sum + text.count } else { sum }
    }
  }

  /// The byte that every message of it begins with; nil where it begins with a place.
  var firstByte: UInt8? {
    if case .text(let text)? = pieces.first { text.first } else { nil }
  }

  /// The message in the other language; nil where it is not of this template.
  ///
  /// A place takes no line end, so that a template of one line never swallows several.
  ///
  /// - Parameter words: What a value reads as in the other language, where it has a word of its own.
  func translated(_ message: [UInt8], words: (String) -> String?) -> String? {
    guard let ranges = ranges(in: message) else { return nil }
    var values = [String](repeating: "", count: 10)
    for (place, range) in ranges {
      if message[range].contains(UInt8(ascii: "\n")) { return nil }
      let value = String(decoding: message[range], as: UTF8.self)
      values[place] = words(value) ?? value
    }
    return translation.map { piece -> String in
      switch piece {
      case .text(let text): String(decoding: text, as: UTF8.self)
      case .place(let place): values[place]
      }
    }.joined()
  }

  /// The shortest range for each place, in order; nil where the literals are not all there.
  private func ranges(in message: [UInt8]) -> [(place: Int, range: Range<Int>)]? {
    var ranges: [(place: Int, range: Range<Int>)] = []
    var position = 0
    var open: Int?
    for (index, piece) in pieces.enumerated() {
      switch piece {
      case .place(let place):
        if let open { ranges.append((open, position..<position)) }
        open = place
      case .text(let text):
        let isLast = index == pieces.count - 1
        let start: Int?
        if open == nil {
          start = MessageTemplate.isThere(text, in: message, at: position) ? position : nil
        } else if isLast {
          let end = message.count - text.count
          start =
            end >= position && MessageTemplate.isThere(text, in: message, at: end) ? end : nil
        } else {
          start = MessageTemplate.first(text, in: message, from: position)
        }
        guard let start else { return nil }
        if let place = open { ranges.append((place, position..<start)) }
        open = nil
        position = start + text.count
      }
    }
    if let open {
      ranges.append((open, position..<message.count))
      return ranges
    }
    return position == message.count ? ranges : nil
  }

  private static func isThere(_ text: [UInt8], in message: [UInt8], at position: Int) -> Bool {
    guard position + text.count <= message.count else { return false }
    for index in text.indices where message[position + index] != text[index] { return false }
    return true
  }

  private static func first(_ text: [UInt8], in message: [UInt8], from start: Int) -> Int? {
    var position = start
    while position + text.count <= message.count {
      if isThere(text, in: message, at: position) { return position }
      position += 1
    }
    return nil
  }

  private static func pieces(of text: String) -> [Piece] {
    var pieces: [Piece] = []
    var literal: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%"), let digit = rest.first, (49...57).contains(digit) else {
        literal.append(byte)
        continue
      }
      rest.removeFirst()
      if !literal.isEmpty { pieces.append(.text(literal)) }
      literal = []
      pieces.append(.place(Int(digit) - 48))
    }
    if !literal.isEmpty { pieces.append(.text(literal)) }
    return pieces
  }
}

/// Many templates, of which the first that fits a message speaks: the most literal one.
struct MessageTemplates {
  private var byFirst: [UInt8: [MessageTemplate]] = [:]
  /// Those that begin with a place.
  private var open: [MessageTemplate] = []

  /// - Parameter texts: English and the other language.
  init(_ texts: [String: String]) {
    let templates = texts.sorted { $0.key < $1.key }.map { MessageTemplate($0.key, $0.value) }
    for template in templates.sorted(by: { $0.literalCount > $1.literalCount }) {
      if let byte = template.firstByte {
        byFirst[byte, default: []].append(template)
      } else {
        open.append(template)
      }
    }
  }

  func translated(_ text: String, words: (String) -> String?) -> String? {
    let message = Array(text.utf8)
    guard let first = message.first else { return nil }
    var closed = (byFirst[first] ?? [])[...]
    var open = open[...]
    while let template = MessageTemplates.next(&closed, &open) {
      if let result = template.translated(message, words: words) { return result }
    }
    return nil
  }

  private static func next(
    _ closed: inout ArraySlice<MessageTemplate>, _ open: inout ArraySlice<MessageTemplate>
  ) -> MessageTemplate? {
    guard let one = closed.first else { return open.popFirst() }
    guard let other = open.first, other.literalCount > one.literalCount else {
      return closed.popFirst()
    }
    return open.popFirst()
  }
}
