/// Text that terminals find hard: CJK, emoji sequences, marks, jamo, direction and control characters.

enum RandomText {
  private static let pieces: [String] = [
    "a", "Z", "9", " ", "鸿", "雁", "航天", "Ａ", "ｶ", "①", "…", "“", "é", "e\u{301}", "\u{301}",
    "👩‍🚀", "👨‍👩‍👧", "🇨🇳", "🇨", "👍🏽", "❤️", "❤", "1️⃣", "\u{FE0F}", "\u{200D}", "\u{200B}", "한",
    "\u{1112}\u{1161}",
    "\u{1161}", "क्षि", "\u{D4E}", "\u{600}", "\u{202E}", "\n", "\t", "\u{1B}[31m", "\r\n", "\u{0}",
    "\u{85}", "𠮷", "\u{E0100}", "\u{1F3FD}", "ไทย", "ם", "\u{AD}", "|", "\"", "🫨",
  ]

  static func make(upTo count: Int, using generator: inout some RandomNumberGenerator) -> String {
    (0..<Int.random(in: 0...count, using: &generator)).map { _ in piece(using: &generator) }
      .joined()
  }

  private static func piece(using generator: inout some RandomNumberGenerator) -> String {
    if Int.random(in: 0..<8, using: &generator) == 0,
      let scalar = Unicode.Scalar(UInt32.random(in: 0..<0x30000, using: &generator))
    {
      return String(Character(scalar))
    }
    return pieces.randomElement(using: &generator) ?? ""
  }
}
