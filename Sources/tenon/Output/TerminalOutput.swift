/// How scripts' output looks on a terminal or in a pipe.
import Lua
import SalesKernel
import SalesScript
import Terminal

/// Draws what scripts print: tables, cards of single records, trees of reasons, or the chosen format.
final class TerminalOutput: ScriptOutput {
  /// A single row with more columns than this is a card.
  static let widestRow = 6
  private let streams: Streams
  /// The latest table that was drawn without all of its rows.
  private var cut: ResultTable?

  init(_ streams: Streams) { self.streams = streams }

  var format: OutputFormat { streams.format ?? .table }

  /// Words for what people read; what programs read is the same in every language.
  var lexicon: Lexicon? { presentation.isForPeople ? streams.lexicon : nil }

  var presentation: Presentation { Presentation(streams) }

  /// Whether readers want every row: programs do, and files.
  var wantsEveryRow: Bool { streams.savesWhole || format != .table || streams.outputWidth == nil }

  /// Whether nobody reads what is written any more, so that long output may end.
  var isUnread: Bool { streams.isUnread }

  func write(_ text: String) {
    streams.write(text)
    if let cut = takeCut() { noteOmitted(cut) }
  }

  /// Says that a table goes on, in the forms that have no place for it.
  func noteOmitted(_ cut: ResultTable) {
    guard format != .table else { return }
    streams.note("\(DigitGroups.of(cut.omitted)) more rows are not shown")
  }

  func text(of table: ResultTable) -> String {
    if table.omitted > 0 { cut = table }
    return withoutEnd(render(table))
  }

  func takeCut() -> ResultTable? {
    defer { cut = nil }
    return cut
  }

  func text(of explanation: Explanation) -> String {
    switch streams.format {
    case .json, .jsonl: explanation.json
    default:
      withoutEnd(
        explanation.tree(in: streams.lexicon).render(
          width: streams.outputWidth, style: streams.outputStyle))
    }
  }

  /// A table with its last line end.
  func render(_ table: ResultTable) -> String {
    if format == .table, table.rows.count == 1, table.omitted == 0,
      table.columns.count > TerminalOutput.widestRow
    {
      return CardView(
        presentation.card(table), width: streams.outputWidth, style: streams.outputStyle,
        words: Lexicon.tableWords(streams.lexicon)
      ).render()
    }
    let data = presentation.data(table)
    return isVertical(data) ? cards(data) : render(data)
  }

  private func isVertical(_ data: TableData) -> Bool {
    guard format == .table else { return false }
    switch streams.vertical {
    case .on: return true
    case .off: return false
    case .auto:
      guard let width = streams.outputWidth else { return false }
      let lines = TextTable(data).render().split(separator: "\n")
      return lines.contains { DisplayWidth().of($0) > width }
    }
  }

  private func cards(_ data: TableData) -> String {
    CardView(
      data, width: streams.outputWidth, style: streams.outputStyle,
      words: Lexicon.tableWords(streams.lexicon)
    ).render()
  }

  /// A heading over a table: in the reader's language where people read it.
  func title(_ text: String) -> String { lexicon?.note(text) ?? text }

  /// A table in one of the output forms, whatever its shape.
  func data(_ table: ResultTable) -> TableData { presentation.data(table) }

  func render(_ data: TableData) -> String {
    format.render(
      data, width: streams.outputWidth, style: streams.outputStyle,
      words: Lexicon.tableWords(streams.lexicon))
  }

  func save(_ value: Value, in host: ScriptHost, as path: String, to real: String) throws {
    guard let format = OutputFormat(fileName: path) else {
      let endings = "csv, tsv, json, jsonl, md, html, lua, txt"
      throw ArgumentError(
        "\(path): its ending names no form", code: "file.format", remedy: "one of \(endings)")
    }
    let file = try PartFile(path: real)
    let former = streams.format
    defer { (streams.format, savesWhole) = (former, false) }
    (streams.format, savesWhole) = (format, true)
    try ValueWriter(host: host, output: self, isLiteral: false).write(
      [host.whole(value)], to: file.write)
    try file.finish()
  }

  /// A file gets every row.
  private var savesWhole: Bool {
    get { streams.savesWhole }
    set { streams.savesWhole = newValue }
  }

  func loaded(_ source: String, name: String) { streams.sources[name] = source }

  private func withoutEnd(_ text: String) -> String {
    text.hasSuffix("\n") ? String(text.dropLast()) : text
  }
}

extension Explanation {
  func tree(in lexicon: Lexicon?) -> Tree {
    Tree(line(in: lexicon), role: role, children: children.map { $0.tree(in: lexicon) })
  }

  private var role: Style.Role? {
    switch outcome {
    case .matched: .success
    case .notMatched: .muted
    case .input, .step: nil
    }
  }
}
