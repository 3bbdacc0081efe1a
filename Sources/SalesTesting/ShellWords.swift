/// Words of a command line: split at blanks, kept together by single or double quotes.
enum ShellWords {
  /// - Throws: ``GoldenSyntaxError`` for a quote that is not closed.
  static func split(_ line: String) throws -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    for character in line {
      if let open = quote {
        if character == open { quote = nil } else { word?.append(character) }
      } else if character == "'" || character == "\"" {
        quote = character
        word = word ?? ""
      } else if character == " " {
        if let done = word { words.append(done) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    if quote != nil { throw GoldenSyntaxError(description: "a quote is not closed: \(line)") }
    return words + (word.map { [$0] } ?? [])
  }
}
