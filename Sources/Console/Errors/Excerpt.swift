/// The lines around an error: one before, the line itself with a caret under it, one after.

import Terminal

struct Excerpt {
  private let place: ErrorReport.Place
  private let source: [Substring]
  private let width: Int?
  private let measure: DisplayWidth

  init(_ place: ErrorReport.Place, _ source: String, width: Int?, measure: DisplayWidth) {
    self.place = place
    self.source = source.split(omittingEmptySubsequences: false) { $0.isNewline }
    self.width = width
    self.measure = measure
  }

  /// The excerpt with its gutter; nothing where the source has no such line.
  func lines(_ style: Style) -> [String] {
    guard place.line >= 1, place.line <= source.count else { return [] }
    let last = min(source.count, place.line == .max ? .max : place.line + 1)
    let range = max(1, place.line - 1)...last
    let digits = "\(last)".count
    let room = width.map { max(8, $0 - digits - 5) }
    var lines: [String] = []
    for number in range {
      if number > place.line, source[number - 1].allSatisfy(\.isWhitespace) { continue }
      let isMeant = number == place.line
      let marks = isMeant ? caret() : nil
      let (text, under) = window(Excerpt.shown(source[number - 1]), marks, room)
      let pointer = isMeant && marks == nil ? ">" : " "
      let label = measure.padded("\(number)", to: digits, .right)
      lines.append(style.paint("\(pointer) \(label) │ ", .muted) + text)
      if let under {
        let gutter = String(repeating: " ", count: digits + 3) + "│ "
        lines.append(style.paint(gutter, .muted) + style.paint(under, .error))
      }
    }
    return lines
  }

  /// Columns before the caret and carets, where the place says a column of its line.
  private func caret() -> (before: Int, count: Int)? {
    guard let column = place.column, column >= 1 else { return nil }
    let line = source[place.line - 1]
    guard column <= line.count + 1 else { return nil }
    let before = measure.of(Excerpt.shown(line.prefix(column - 1)))
    let meant = measure.of(Excerpt.shown(line.dropFirst(column - 1).prefix(place.length)))
    return (before, max(1, meant))
  }

  /// The line and its carets cut to the room; when the caret would be cut off, the line's head goes instead.
  private func window(
    _ text: String, _ marks: (before: Int, count: Int)?, _ room: Int?
  ) -> (String, String?) {
    func carets(_ before: Int, _ count: Int) -> String {
      String(repeating: " ", count: before) + String(repeating: "^", count: count)
    }
    guard let room, measure.of(text) > room else {
      return (text, marks.map { carets($0.before, $0.count) })
    }
    guard let marks else { return (measure.truncated(text, to: room), nil) }
    if marks.before + marks.count < room {
      return (measure.truncated(text, to: room), carets(marks.before, marks.count))
    }
    let dropped = measure.prefix(text, fitting: max(0, marks.before - room / 2))
    let rest = "…" + text.dropFirst(dropped.text.count)
    let before = marks.before - dropped.width + measure.of("…")
    let count = max(1, min(marks.count, room - before))
    return (measure.truncated(rest, to: room), carets(before, count))
  }

  /// Tabs as two spaces, other control characters spelled out.
  private static func shown(_ text: some StringProtocol) -> String {
    DisplayWidth.visible(String(text).replacing("\t", with: "  "))
  }
}
