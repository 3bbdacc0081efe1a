/// A table in text, every line of the same display width.
///
/// ```
/// ┌────┬──────────┬───────┐
/// │ id │ name     │ level │
/// ├────┼──────────┼───────┤
/// │  1 │ 鸿雁航天 │ A     │
/// │ … 990 more            │
/// │ 12 │ 蓝箭     │ B     │
/// └────┴──────────┴───────┘
/// ```
/// With a width (a terminal's) no line is wider: text columns are cut with `…`, and what then does not fit is
/// left out at the right and named under the table. Without one (a pipe) all is shown in full.
///
/// A width under ``minimumWidth`` counts as that.
public struct TextTable: Sendable {
  public static let minimumWidth = 8

  public let data: TableData
  public let width: Int?
  public let measure: DisplayWidth
  public let style: Style
  public let border: TableBorder
  public let words: TableWords

  public init(
    _ data: TableData, width: Int? = nil, maxRows: Int? = nil,
    measure: DisplayWidth = DisplayWidth(),
    style: Style = .plain, border: TableBorder? = nil, words: TableWords = .english
  ) {
    self.words = words
    self.data = maxRows.map { data.elided(to: $0) } ?? data
    self.width = width.map { max($0, TextTable.minimumWidth) }
    self.measure = measure
    self.style = style
    self.border = border ?? (measure.ambiguous == .one ? .box : .ascii)
  }

  /// The table with a newline after every line; notes on columns left out come last.
  ///
  /// - Complexity: O(cells' length).
  public func render() -> String {
    guard !data.columns.isEmpty else { return "" }
    let names = data.columns.map { DisplayWidth.visible($0.name) }
    let cells = data.rows.map { row in row.map { DisplayWidth.visible($0.text) } }
    let layout = layout(names, cells)
    var lines = [muted(border.line(border.top, layout.widths)), header(names, layout)]
    lines.append(muted(border.line(border.rule, layout.widths)))
    for (index, row) in cells.enumerated() {
      if let gap = data.gap, gap.position == index { lines.append(note(gap, layout)) }
      lines.append(body(row, data.rows[index], layout))
    }
    if let gap = data.gap, gap.position >= cells.count { lines.append(note(gap, layout)) }
    lines.append(muted(border.line(border.bottom, layout.widths)))
    lines += hiddenNote(names, layout)
    return lines.joined(separator: "\n") + "\n"
  }

  private func layout(_ names: [String], _ cells: [[String]]) -> ColumnLayout {
    var natural = names.map { measure.of($0) }
    var floor = natural.map { min($0, ColumnLayout.least) }
    for (index, row) in cells.enumerated() {
      for (column, text) in row.enumerated() {
        let columns = measure.of(text)
        natural[column] = max(natural[column], columns)
        let isNumber = data.rows[index][column].kind == .number
        floor[column] = max(floor[column], isNumber ? columns : min(columns, ColumnLayout.least))
      }
    }
    natural = natural.map { max(1, $0) }
    if let gap = data.gap {
      let inner = ColumnLayout.total(natural) - ColumnLayout.frame
      natural[natural.count - 1] += max(0, measure.of(words(gap)) - inner)
    }
    return ColumnLayout(natural: natural, floor: floor, width: width)
  }

  private func header(_ names: [String], _ layout: ColumnLayout) -> String {
    row(layout) { index, width in
      style.paint(measure.fitted(names[index], to: width, data.columns[index].alignment), .heading)
    }
  }

  private func body(_ texts: [String], _ cells: [TableCell], _ layout: ColumnLayout) -> String {
    row(layout) { index, width in
      let text = measure.fitted(texts[index], to: width, data.columns[index].alignment)
      return switch cells[index].kind {
      case .number: style.paint(text, .number)
      case .bool: style.paint(text, .keyword)
      case .text, .null: text
      }
    }
  }

  private func row(_ layout: ColumnLayout, _ cell: (Int, Int) -> String) -> String {
    let edge = muted(border.vertical)
    let cells = layout.widths.enumerated().map { cell($0.offset, $0.element) }
    return edge + " " + cells.joined(separator: " \(edge) ") + " " + edge
  }

  private func words(_ gap: TableData.Gap) -> String {
    "\(measure.ellipsis) \(words.more(gap.count))"
  }

  /// One line across all columns; a count that does not fit is left out, never cut.
  private func note(_ gap: TableData.Gap, _ layout: ColumnLayout) -> String {
    let inner = ColumnLayout.total(layout.widths) - ColumnLayout.frame
    let edge = muted(border.vertical)
    let fits = measure.of(words(gap)) <= inner
    return edge + " " + muted(measure.fitted(fits ? words(gap) : measure.ellipsis, to: inner)) + " "
      + edge
  }

  private func hiddenNote(_ names: [String], _ layout: ColumnLayout) -> [String] {
    guard layout.hidden > 0 else { return [] }
    let hidden = names.suffix(layout.hidden).joined(separator: ", ")
    // A full-width colon brings its own blank.
    let text = words.hidden + (words.hidden.last?.isASCII == false ? "" : " ") + hidden
    return [muted(measure.truncated(text, to: width ?? .max))]
  }

  private func muted(_ text: String) -> String { style.paint(text, .muted) }
}
