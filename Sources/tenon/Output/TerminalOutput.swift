/// How scripts' output looks on a terminal or in a pipe.
import SalesKernel
import SalesScript
import Terminal

/// Draws what scripts print: tables, cards of single records, trees of reasons, or the chosen format.
final class TerminalOutput: ScriptOutput {
  /// A single row with more columns than this is a card.
  static let widestRow = 6
  private let streams: Streams
  /// What a chunk prints of its own values.
  var values = ValueCapture()

  init(_ streams: Streams) { self.streams = streams }

  func write(_ text: String) {
    if !values.take(text) { streams.write(text) }
  }

  func text(of table: ResultTable) -> String { withoutEnd(render(table)) }

  func text(of explanation: Explanation) -> String {
    switch streams.format {
    case .json, .jsonl: explanation.json
    default:
      withoutEnd(
        explanation.tree.render(width: streams.outputWidth, style: streams.outputStyle))
    }
  }

  /// A table with its last line end.
  func render(_ table: ResultTable) -> String {
    let format = streams.format ?? .table
    if format == .table, table.rows.count == 1, table.omitted == 0,
      table.columns.count > TerminalOutput.widestRow
    {
      return CardView(table.card, width: streams.outputWidth, style: streams.outputStyle).render()
    }
    if format != .table, table.omitted > 0 {
      streams.note("\(DigitGroups.of(table.omitted)) more rows are not shown")
    }
    return format.render(table.data, width: streams.outputWidth, style: streams.outputStyle)
  }

  private func withoutEnd(_ text: String) -> String {
    text.hasSuffix("\n") ? String(text.dropLast()) : text
  }
}

extension Explanation {
  var tree: Tree {
    Tree(line, role: role, children: children.map(\.tree))
  }

  private var role: Style.Role? {
    switch outcome {
    case .matched: .success
    case .notMatched: .muted
    case .input, .step: nil
    }
  }
}
