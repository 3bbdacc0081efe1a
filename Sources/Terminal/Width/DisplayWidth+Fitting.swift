/// Cutting, padding and wrapping text to a number of columns, never through a grapheme.

/// Where a text stands in a wider column.
public enum Alignment: Hashable, Sendable {
  case left, right, centre
}

extension DisplayWidth {
  /// The longest beginning of a text that fits, and the columns it takes.
  public func prefix(_ text: some StringProtocol, fitting width: Int) -> (text: String, width: Int)
  {
    var taken = ""
    var columns = 0
    for character in text {
      let next = of(character)
      if columns + next > width { break }
      columns += next
      taken.append(character)
    }
    return (taken, columns)
  }

  /// The text itself where it fits, else its beginning and an ellipsis, at most `width` columns wide.
  public func truncated(_ text: String, to width: Int) -> String {
    if of(text) <= width { return text }
    let mark = ellipsis
    let room = width - of(mark)
    guard room >= 0 else { return String(repeating: ".", count: max(0, width)) }
    return prefix(text, fitting: room).text + mark
  }

  /// The text with spaces up to `width` columns; longer texts stay as they are.
  public func padded(_ text: String, to width: Int, _ alignment: Alignment = .left) -> String {
    let missing = max(0, width - of(text))
    let before =
      switch alignment {
      case .left: 0
      case .right: missing
      case .centre: missing / 2
      }
    return String(repeating: " ", count: before) + text
      + String(repeating: " ", count: missing - before)
  }

  /// The text cut or padded to exactly `width` columns.
  public func fitted(_ text: String, to width: Int, _ alignment: Alignment = .left) -> String {
    padded(truncated(text, to: width), to: width, alignment)
  }

  /// The lines of a text, each at most `width` columns, broken at spaces where there are any.
  ///
  /// A grapheme wider than the whole width stands alone on its line.
  public func wrapped(_ text: String, to width: Int) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { wrappedLine($0, to: max(1, width)) }
  }

  private func wrappedLine(_ line: Substring, to width: Int) -> [String] {
    var lines: [String] = []
    var rest = line
    while of(rest) > width {
      var head = prefix(rest, fitting: width).text
      if head.isEmpty, let first = rest.first { head = String(first) }
      var next = rest.dropFirst(head.count)
      if next.isEmpty { break }
      if next.first == " " {
        next = next.drop { $0 == " " }
      } else if let space = head.lastIndex(of: " "), space > head.startIndex {
        let kept = head[..<space]
        next = rest.dropFirst(kept.count).drop { $0 == " " }
        head = String(kept)
      }
      lines.append(head)
      rest = next
    }
    if !rest.isEmpty || lines.isEmpty { lines.append(String(rest)) }
    return lines
  }

  /// `…`, or three dots where the terminal would draw it in two columns.
  var ellipsis: String { ambiguous == .one ? "…" : "..." }
}
