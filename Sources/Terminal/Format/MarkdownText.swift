/// Rows of a table in GitHub-flavoured Markdown.
enum MarkdownText {
  static func header(_ columns: [TableData.Column]) -> String {
    let rules = columns.map { column in
      switch column.alignment {
      case .left: "---"
      case .right: "---:"
      case .centre: ":---:"
      }
    }
    return line(columns.map(\.name)) + "| " + rules.joined(separator: " | ") + " |\n"
  }

  static func line(_ cells: [String]) -> String {
    "| " + cells.map(cell).joined(separator: " | ") + " |\n"
  }

  /// Pipes and backslashes escaped, line ends as `<br>`, markup left to read as it was written.
  private static func cell(_ text: String) -> String {
    var shown = ""
    for character in text {
      switch character {
      case "|": shown += "\\|"
      case "\\": shown += "\\\\"
      case "<": shown += "&lt;"
      case "\n", "\r\n", "\r": shown += "<br>"
      default: shown.append(character)
      }
    }
    return DisplayWidth.visible(shown)
  }
}
