/// The forms in which a table leaves the program.
public enum OutputFormat: String, Hashable, Sendable, CaseIterable {
  case table, csv, tsv, json, jsonl, markdown, lua, html

  /// The form that a file's name asks for: `report.csv`, `x.tsv`, `x.json`, `x.jsonl`, `x.md`,
  /// `x.lua`, `x.html`, `x.txt`.
  public init?(fileName: String) {
    guard let dot = fileName.lastIndex(of: ".") else { return nil }
    switch fileName[dot...].dropFirst().lowercased() {
    case "csv": self = .csv
    case "tsv": self = .tsv
    case "json": self = .json
    case "jsonl", "ndjson": self = .jsonl
    case "md", "markdown": self = .markdown
    case "lua": self = .lua
    case "html", "htm": self = .html
    case "txt": self = .table
    default: return nil
    }
  }

  /// Whether people read it: headers in their language, amounts grouped; else exact words for programs.
  public var isForPeople: Bool { self == .table || self == .markdown || self == .html }

  /// The whole table in this form, a newline at the end.
  ///
  /// Width, row limit and style are for people: they hold for `table` only. A table that was cut before
  /// it came here (``TableData/gap``) is written as far as it goes.
  public func render(
    _ data: TableData, width: Int? = nil, maxRows: Int? = nil,
    measure: DisplayWidth = DisplayWidth(), style: Style = .plain, words: TableWords = .english
  ) -> String {
    if self == .table {
      return TextTable(
        data, width: width, maxRows: maxRows, measure: measure, style: style, words: words
      ).render()
    }
    let writer = RowWriter(self, columns: data.columns)
    var text = writer.begin()
    for (index, row) in data.rows.enumerated() { text += writer.row(row, index: index) }
    return text + writer.end(count: data.rows.count)
  }
}
