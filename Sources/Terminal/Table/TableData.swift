/// A table's columns and cells, the same for every output format.
public struct TableData: Hashable, Sendable {
  /// A column: its name, and what its cells are, which decides how it is aligned.
  public struct Column: Hashable, Sendable {
    public let name: String
    public let kind: TableCell.Kind
    public let alignment: Alignment

    public init(_ name: String, kind: TableCell.Kind = .text, alignment: Alignment? = nil) {
      self.name = name
      self.kind = kind
      self.alignment = alignment ?? (kind == .number ? .right : .left)
    }
  }

  /// Rows that were left out before the table was made: how many, and before which row they stood.
  public struct Gap: Hashable, Sendable {
    public let count: Int
    public let position: Int
  }

  public let columns: [Column]
  public private(set) var rows: [[TableCell]]
  public let gap: Gap?

  /// Rows are cut or filled with null to the number of columns.
  public init(columns: [Column], rows: [[TableCell]]) {
    self.columns = columns
    self.rows = rows.map { TableData.squared($0, columns.count) }
    gap = nil
  }

  /// The first and last rows of a longer table, and how many stand between.
  ///
  /// ```swift
  /// TableData(columns: columns, head: firstFive, tail: lastFive, omitted: 990)
  /// ```
  public init(columns: [Column], head: [[TableCell]], tail: [[TableCell]], omitted: Int) {
    self.columns = columns
    rows = (head + tail).map { TableData.squared($0, columns.count) }
    gap = omitted > 0 ? Gap(count: omitted, position: head.count) : nil
  }

  private init(columns: [Column], rows: [[TableCell]], gap: Gap?) {
    self.columns = columns
    self.rows = rows
    self.gap = gap
  }

  /// Rows of the whole table, shown or not.
  public var count: Int { rows.count + (gap?.count ?? 0) }

  public mutating func append(_ row: [TableCell]) {
    rows.append(TableData.squared(row, columns.count))
  }

  /// At most `limit` rows: the first and the last half of them; what is between is counted in the gap.
  ///
  /// A table that leaves out one row only is shown whole: the note would take as much room.
  public func elided(to limit: Int) -> TableData {
    guard rows.count > max(0, limit) + 1 else { return self }
    let head = (max(0, limit) + 1) / 2
    let tail = max(0, limit) - head
    return TableData(
      columns: columns, rows: Array(rows.prefix(head) + rows.suffix(tail)),
      gap: Gap(count: count - head - tail, position: head))
  }

  private static func squared(_ row: [TableCell], _ count: Int) -> [TableCell] {
    if row.count == count { return row }
    return row.prefix(count) + Array(repeating: .null, count: max(0, count - row.count))
  }
}
