/// Text pasted from an earlier session: prompts are taken off, and what the console answered is left out.
///
/// ```
/// tenon> x = {
///      >   1, 2 }
/// tenon> #x
/// 2
/// ```
/// gives the chunks `x = {⏎  1, 2 }` and `#x`. Text without a prompt at its start is one chunk as it is.
public enum Transcript {
  static let name = "tenon"

  /// The prompt of a chunk's first line; the mark shows an open or failed transaction.
  public static func prompt(mark: String = "") -> String { "\(name)\(mark)> " }

  /// The prompt of its other lines, as wide as the first.
  public static func continuation(mark: String = "") -> String {
    String(repeating: " ", count: name.count + mark.count) + "> "
  }

  /// The chunks of a text.
  public static func chunks(of text: String) -> [String] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let first = lines.first, body(of: first, isFirst: true) != nil else { return [text] }
    var chunks: [String] = []
    for line in lines {
      if let start = body(of: line, isFirst: true) {
        chunks.append(String(start))
      } else if let more = body(of: line, isFirst: false), let last = chunks.popLast() {
        chunks.append(last + "\n" + more)
      }
    }
    return chunks
  }

  /// What stands after the prompt, nil where there is none; a prompt's last space may have been lost.
  private static func body(of line: Substring, isFirst: Bool) -> Substring? {
    for mark in ["", "*", "!"] {
      let full = isFirst ? prompt(mark: mark) : continuation(mark: mark)
      if line.hasPrefix(full) { return line.dropFirst(full.count) }
      if line == full.dropLast() { return "" }
    }
    return nil
  }
}
