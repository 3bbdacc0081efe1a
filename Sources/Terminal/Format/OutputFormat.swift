/// The forms in which a table leaves the program.
public enum OutputFormat: String, Hashable, Sendable, CaseIterable {
  case table, csv, json, jsonl, markdown

  /// The form that a file's name asks for: `report.csv`, `x.json`, `x.jsonl`, `x.md`, `x.txt`.
  public init?(fileName: String) {
    guard let dot = fileName.lastIndex(of: ".") else { return nil }
    switch fileName[dot...].dropFirst().lowercased() {
    case "csv": self = .csv
    case "json": self = .json
    case "jsonl", "ndjson": self = .jsonl
    case "md", "markdown": self = .markdown
    case "txt": self = .table
    default: return nil
    }
  }

  /// The whole table in this form, a newline at the end.
  ///
  /// Width, row limit and style are for people: they hold for `table` only. A table that was cut before
  /// it came here (``TableData/gap``) is written as far as it goes.
  public func render(
    _ data: TableData, width: Int? = nil, maxRows: Int? = nil,
    measure: DisplayWidth = DisplayWidth(), style: Style = .plain
  ) -> String {
    if self == .table {
      return TextTable(data, width: width, maxRows: maxRows, measure: measure, style: style)
        .render()
    }
    let writer = RowWriter(self, columns: data.columns)
    var text = writer.begin()
    for (index, row) in data.rows.enumerated() { text += writer.row(row, index: index) }
    return text + writer.end(count: data.rows.count)
  }
}
