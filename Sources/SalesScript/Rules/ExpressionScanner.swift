/// The names that a Lua expression reads: enough of a lexer to tell fields and globals from members, strings and
/// comments.
struct ExpressionScanner {
  /// Free names, in order of first use.
  private(set) var names: [String] = []
  private var known: Set<String> = []
  /// True when the expression declares names of its own, so that not every name is free.
  private(set) var declares = false

  init(_ text: String) {
    let bytes = Array(text.utf8)
    var position = 0
    var before: UInt8 = 0
    while position < bytes.count {
      let byte = bytes[position]
      if LuaText.isNameStart(byte) {
        let start = position
        while position < bytes.count,
          LuaText.isNameStart(bytes[position]) || LuaText.isDigit(bytes[position])
        {
          position += 1
        }
        note(String(decoding: bytes[start..<position], as: UTF8.self), before, bytes, position)
        before = byte
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        position = Self.afterString(bytes, position)
        before = byte
      } else if byte == UInt8(ascii: "["), let end = Self.afterLongBracket(bytes, position) {
        position = end
        before = byte
      } else if byte == UInt8(ascii: "-"), position + 1 < bytes.count, bytes[position + 1] == byte {
        position = Self.afterComment(bytes, position)
      } else if LuaText.isDigit(byte) {
        while position < bytes.count,
          LuaText.isDigit(bytes[position]) || LuaText.isNameStart(bytes[position])
            || bytes[position] == UInt8(ascii: ".")
        {
          position += 1
        }
        before = byte
      } else {
        if byte == UInt8(ascii: "."), before == byte {
          before = 0
        } else if byte > 32 {
          before = byte
        }
        position += 1
      }
    }
  }

  private mutating func note(_ word: String, _ before: UInt8, _ bytes: [UInt8], _ end: Int) {
    if LuaText.keywords.contains(word) {
      if ["function", "local", "for"].contains(word) { declares = true }
      return
    }
    if before == UInt8(ascii: ".") || before == UInt8(ascii: ":") { return }
    var next = end
    while next < bytes.count, bytes[next] <= 32 { next += 1 }
    let isKey =
      next < bytes.count && bytes[next] == UInt8(ascii: "=")
      && !(next + 1 < bytes.count && bytes[next + 1] == UInt8(ascii: "="))
    if !isKey, known.insert(word).inserted { names.append(word) }
  }

  private static func afterString(_ bytes: [UInt8], _ start: Int) -> Int {
    var position = start + 1
    while position < bytes.count, bytes[position] != bytes[start] {
      position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
    }
    return min(position + 1, bytes.count)
  }

  private static func afterLongBracket(_ bytes: [UInt8], _ start: Int) -> Int? {
    var level = 0
    var position = start + 1
    while position < bytes.count, bytes[position] == UInt8(ascii: "=") {
      level += 1
      position += 1
    }
    guard position < bytes.count, bytes[position] == UInt8(ascii: "[") else { return nil }
    let end =
      [UInt8(ascii: "]")] + Array(repeating: UInt8(ascii: "="), count: level) + [UInt8(ascii: "]")]
    while position + end.count <= bytes.count {
      if bytes[position..<position + end.count].elementsEqual(end) { return position + end.count }
      position += 1
    }
    return bytes.count
  }

  private static func afterComment(_ bytes: [UInt8], _ start: Int) -> Int {
    if start + 2 < bytes.count, bytes[start + 2] == UInt8(ascii: "["),
      let end = afterLongBracket(bytes, start + 2)
    {
      return end
    }
    var position = start
    while position < bytes.count, bytes[position] != 10 { position += 1 }
    return position
  }
}
