/// Rows of a table in HTML, for a page or a mail to be pasted into.
enum HTMLText {
  static func header(_ columns: [TableData.Column]) -> String {
    "<table>\n<thead>\n" + row(columns, columns.map(\.name), tag: "th")
      + "</thead>\n<tbody>\n"
  }

  static func line(_ columns: [TableData.Column], _ cells: [TableCell]) -> String {
    row(columns, cells.map(\.text), tag: "td")
  }

  static let end = "</tbody>\n</table>\n"

  private static func row(_ columns: [TableData.Column], _ texts: [String], tag: String) -> String {
    let cells = zip(columns, texts).map { column, text in
      let side =
        switch column.alignment {
        case .left: ""
        case .right: " style=\"text-align: right\""
        case .centre: " style=\"text-align: center\""
        }
      return "<\(tag)\(side)>\(escaped(text))</\(tag)>"
    }
    return "<tr>\(cells.joined())</tr>\n"
  }

  private static func escaped(_ text: String) -> String {
    var shown = ""
    for character in DisplayWidth.visibleLines(text) {
      switch character {
      case "&": shown += "&amp;"
      case "<": shown += "&lt;"
      case ">": shown += "&gt;"
      case "\"": shown += "&quot;"
      case "\n": shown += "<br>"
      default: shown.append(character)
      }
    }
    return shown
  }
}
