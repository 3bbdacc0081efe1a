/// The word that Tab completes: back from the cursor to a space, quote, bracket, comma or operator.
///
/// Dots and colons belong to the word, so that a whole path as `c:orders().amount` arrives.
public enum CompletionWord {
  /// The characters that end a word; all ASCII.
  public static let breaks = " \t\n\"'`\\@$><=;|&{}()[],+-*/%^~#?!"

  /// Where the word before the cursor begins.
  ///
  /// Units: bytes of UTF-8, for the cursor and the answer.
  public static func start(in line: String, cursor: Int) -> Int {
    let bytes = Array(line.utf8.prefix(max(0, cursor)))
    let ends = Set(breaks.utf8)
    return bytes.lastIndex { ends.contains($0) }.map { $0 + 1 } ?? 0
  }

  /// The longest beginning that all texts share; what Tab types when there are several.
  public static func commonPrefix(_ texts: [String]) -> String {
    guard var common = texts.first.map({ Array($0) }) else { return "" }
    for text in texts.dropFirst() {
      let shared = zip(common, text).prefix { $0 == $1 }.count
      common.removeLast(common.count - shared)
    }
    return String(common)
  }
}
