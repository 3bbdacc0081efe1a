import Values

/// Typed columns of many records, and which of their rows count: what formulas over millions of records run on.
///
/// ```
///   columns  customer  region  ordered_on  amount      shared by all frames made from it
///   rows     0 1 2 3 4 5 … or those that a filter left
/// ```
/// A frame never changes; narrowing one gives another that shares its columns.
public struct Frame: Sendable {
  /// In the order in which they were asked for.
  public let names: [String]
  private let columns: [String: FrameColumn]
  public let rows: FrameRows

  /// - Parameter columns: All of as many rows as `rows` may point to.
  public init(_ columns: [(name: String, column: FrameColumn)], rows: FrameRows) {
    names = columns.map(\.name)
    self.columns = Dictionary(
      columns.map { ($0.name, $0.column) }, uniquingKeysWith: { first, _ in first })
    self.rows = rows
  }

  private init(_ names: [String], _ columns: [String: FrameColumn], _ rows: FrameRows) {
    (self.names, self.columns, self.rows) = (names, columns, rows)
  }

  public var count: Int { rows.count }

  public func has(_ name: String) -> Bool { columns[name] != nil }

  /// - Throws: `frame.column`, with the nearest name.
  public func column(_ name: String) throws(ValidationError) -> FrameColumn {
    if let column = columns[name] { return column }
    throw ValidationError(
      "frame.column", "the frame has no column \"\(name.excerpt)\"",
      remedy: Suggestion.closest(to: name, among: names).map { "did you mean \"\($0)\"?" }
        ?? (names.isEmpty ? "it has none" : "it has \(names.joined(separator: ", "))"))
  }

  /// The row of the columns at a position.
  public func row(_ position: Int) -> Int { rows[position] }

  public func value(_ position: Int, _ column: FrameColumn) -> FieldValue {
    column.value(rows[position])
  }

  /// The same columns, fewer rows.
  public func narrowed(to rows: FrameRows) -> Frame { Frame(names, columns, rows) }

  /// The same rows, more columns.
  public func adding(_ more: [(name: String, column: FrameColumn)]) -> Frame {
    Frame(
      names + more.map(\.name).filter { columns[$0] == nil },
      columns.merging(more.map { ($0.name, $0.column) }) { _, new in new }, rows)
  }
}

/// Which rows of the columns a frame has, upward.
public enum FrameRows: Sendable {
  case all(Int)
  case some(FrameBuffer<Int32>)

  public var count: Int {
    switch self {
    case .all(let count): count
    case .some(let rows): rows.count
    }
  }

  subscript(position: Int) -> Int {
    switch self {
    case .all: position
    case .some(let rows): Int(rows.base[position])
    }
  }

  /// Calls `body` with every position and its row.
  @inline(__always)
  func forEach(_ body: (_ position: Int, _ row: Int) throws -> Void) rethrows {
    switch self {
    case .all(let count):
      for row in 0..<count { try body(row, row) }
    case .some(let rows):
      let base = rows.base
      for position in 0..<rows.count { try body(position, Int(base[position])) }
    }
  }

  /// Those rows that a test admits.
  @inline(__always)
  func filter(_ test: (Int) throws -> Bool) rethrows -> FrameRows {
    let kept = FrameBuffer<Int32>()
    try forEach { _, row in if try test(row) { kept.append(Int32(truncatingIfNeeded: row)) } }
    return .some(kept)
  }
}
