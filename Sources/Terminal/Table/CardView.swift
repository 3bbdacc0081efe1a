/// One record a block, a field a line: for records wider than the screen.
///
/// ```
/// ── 1 ──────────────
/// id     1
/// name   鸿雁航天
/// ```
/// Long values are wrapped under themselves when there is a width.
public struct CardView: Sendable {
  public let data: TableData
  public let width: Int?
  public let measure: DisplayWidth
  public let style: Style
  public let words: TableWords

  public init(
    _ data: TableData, width: Int? = nil, measure: DisplayWidth = DisplayWidth(),
    style: Style = .plain, words: TableWords = .english
  ) {
    self.words = words
    self.data = data
    self.width = width.map { max($0, TextTable.minimumWidth) }
    self.measure = measure
    self.style = style
  }

  /// The cards, a newline after every line; a single record has no title line.
  public func render() -> String {
    let names = data.columns.map { DisplayWidth.visible($0.name) }
    let widest = names.map { measure.of($0) }.max() ?? 0
    let label = min(widest, width.map { max(1, $0 / 2 - 2) } ?? widest)
    var lines: [String] = []
    for (index, row) in data.rows.enumerated() {
      if let gap = data.gap, gap.position == index { lines.append(note(gap)) }
      if data.count > 1 { lines.append(title(index)) }
      for (name, cell) in zip(names, row) { lines += field(name, cell, label) }
    }
    if let gap = data.gap, gap.position >= data.rows.count { lines.append(note(gap)) }
    return lines.isEmpty ? "" : lines.joined(separator: "\n") + "\n"
  }

  private func title(_ index: Int) -> String {
    let skipped = data.gap.map { index >= $0.position ? $0.count : 0 } ?? 0
    let dash = measure.ambiguous == .one ? "─" : "-"
    let rule = String(repeating: dash, count: 2)
    return style.paint(
      measure.truncated("\(rule) \(index + skipped + 1) \(rule)", to: width ?? .max), .muted)
  }

  private func note(_ gap: TableData.Gap) -> String {
    style.paint(
      measure.truncated("\(measure.ellipsis) \(words.more(gap.count))", to: width ?? .max), .muted)
  }

  private func field(_ name: String, _ cell: TableCell, _ label: Int) -> [String] {
    let text = DisplayWidth.visibleLines(cell.text)
    let room = width.map { max(1, $0 - label - 2) }
    let values =
      room.map { measure.wrapped(text, to: $0) }
      ?? text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    return values.enumerated().map { index, value in
      let head = measure.fitted(index == 0 ? name : "", to: label)
      let painted = cell.kind == .number ? style.paint(value, .number) : value
      return value.isEmpty
        ? style.paint(head, .heading) : style.paint(head, .heading) + "  " + painted
    }
  }
}
