/// Writes a table row by row, for exports that do not fit in memory: begin, rows, end.
///
/// ```swift
/// let writer = RowWriter(.csv, columns: columns)
/// write(writer.begin()); for (i, row) in rows { write(writer.row(row, index: i)) }; write(writer.end(count: n))
/// ```
/// The form `table` needs all rows to know its widths; here it is written as markdown.
public struct RowWriter: Sendable {
  public let format: OutputFormat
  public let columns: [TableData.Column]
  private let keys: [String]

  public init(_ format: OutputFormat, columns: [TableData.Column]) {
    self.format = format
    self.columns = columns
    keys = columns.map { format == .lua ? LuaKey.of($0.name) : JSONText.string($0.name) }
  }

  /// What stands before the first row.
  public func begin() -> String {
    switch format {
    case .csv: CSVText.line(columns.map(\.name))
    case .tsv: TSVText.line(columns.map(\.name))
    case .json: "["
    case .lua: "return {\n"
    case .html: HTMLText.header(columns)
    case .jsonl: ""
    case .markdown, .table: MarkdownText.header(columns)
    }
  }

  /// One row; `index` counts from 0. A row shorter than the columns is filled with null.
  public func row(_ cells: [TableCell], index: Int) -> String {
    switch format {
    case .csv: return CSVText.line(columns.indices.map { cell(cells, $0).exact })
    case .tsv: return TSVText.line(columns.indices.map { cell(cells, $0).exact })
    case .lua: return "  " + constructor(cells) + ",\n"
    case .html: return HTMLText.line(columns, columns.indices.map { cell(cells, $0) })
    case .json: return (index == 0 ? "\n  " : ",\n  ") + object(cells)
    case .jsonl: return object(cells) + "\n"
    case .markdown, .table: return MarkdownText.line(columns.indices.map { cell(cells, $0).exact })
    }
  }

  /// What stands after the last of `count` rows.
  public func end(count: Int) -> String {
    switch format {
    case .json: count == 0 ? "]\n" : "\n]\n"
    case .lua: "}\n"
    case .html: HTMLText.end
    case .table, .csv, .tsv, .jsonl, .markdown: ""
    }
  }

  /// A row as Lua writes it; what has no value is left out.
  private func constructor(_ cells: [TableCell]) -> String {
    let members = keys.enumerated().compactMap { index, key in
      let cell = cell(cells, index)
      return cell.kind == .null ? nil : "\(key) = \(cell.literal)"
    }
    return "{\(members.joined(separator: ", "))}"
  }

  private func object(_ cells: [TableCell]) -> String {
    let members = keys.enumerated().map { index, key in
      key + ": " + JSONText.value(cell(cells, index))
    }
    return "{" + members.joined(separator: ", ") + "}"
  }

  private func cell(_ cells: [TableCell], _ index: Int) -> TableCell {
    index < cells.count ? cells[index] : .null
  }
}
