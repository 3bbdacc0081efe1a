import Lua
import SalesKernel
import SalesStore

/// A CSV file that a script goes through row by row, and the account of it.
///
///     read = kept + rejected
///
/// Rows that are broken (UTF-8, quotes, number of fields) are rejected without the script; it
/// rejects others itself.
final class CSVRows {
  private static let shownRejects = 20

  /// As the script named the file.
  let name: String
  let columns: [String]
  /// The canonical path of the file; nil for a text.
  private let path: String?
  private let positions: [String: Int]
  private let reader: CSVReader
  /// What the reader reads from, where somebody must keep it.
  private let source: AnyObject?
  private var rejects: RejectedRows?
  private(set) var isAtEnd = false
  private(set) var read = 0
  private(set) var rejected = 0
  private(set) var codes: [String: Int] = [:]
  /// The first rows refused.
  private(set) var first: [RejectedRow] = []

  /// Throws: `csv.empty`, `csv.header`, and what is wrong with the header as a row.
  init(
    _ reader: CSVReader, named name: String, path: String? = nil, holding source: AnyObject? = nil
  ) throws {
    self.reader = reader
    self.source = source
    self.path = path
    self.name = name
    guard let header = try reader.next() else {
      throw CSVError("csv.empty", "\(name) is empty", remedy: "give a file with a header line")
    }
    if let error = header.error { throw error }
    columns = header.texts.map(\.trimmingBlanks)
    var positions: [String: Int] = [:]
    for (index, column) in columns.enumerated() where !column.isEmpty {
      if positions.updateValue(index, forKey: column) != nil {
        throw CSVError(
          "csv.header", "\(name) has two columns \"\(column)\"", remedy: "rename one of them")
      }
    }
    self.positions = positions
  }

  /// The next sound row; nil at the end, where the file of rejects is finished.
  func next() throws -> CSVRowObject? {
    while !isAtEnd, let row = try reader.next() {
      read += 1
      if let error = row.error {
        try note(row.texts, RejectedRow(line: row.line, code: error.code, reason: error.message))
        continue
      }
      return CSVRowObject(self, line: row.line, number: read, fields: row.texts)
    }
    try close()
    return nil
  }

  /// Ends the reading, also before the last row.
  func close() throws {
    isAtEnd = true
    try rejects?.finish()
  }

  /// Names the file for rejects, which are written to it as they come.
  ///
  /// - Parameter path: canonical and granted.
  /// - Throws: `csv.rejects_late` once a row has been read, `csv.rejects_input`, `csv.unwritable`.
  func sendRejects(to path: String) throws {
    guard path != self.path else {
      throw ArgumentError(
        "\(name) is the file being read", code: "csv.rejects_input",
        remedy: "give another path for its rejects")
    }
    guard read == 0, rejects == nil else {
      throw ArgumentError(
        "where rejects go is settled before the first row", code: "csv.rejects_late",
        remedy: "call reader:rejects(path) before the loop")
    }
    rejects = try RejectedRows(path: path, columns: columns)
  }

  /// Throws: `csv.row_past`.
  func reject(_ row: CSVRowObject, code: String, reason: String) throws {
    guard row.number == read, !isAtEnd else {
      throw ArgumentError(
        "the row of line \(row.line) is past", code: "csv.row_past",
        remedy: "reject a row inside its turn of the loop")
    }
    guard !row.isRejected else { return }
    row.isRejected = true
    try note(row.fields, RejectedRow(line: row.line, code: code, reason: reason))
  }

  private func note(_ fields: [String], _ reject: RejectedRow) throws {
    try rejects?.add(fields, reject)
    rejected += 1
    codes[reject.code, default: 0] += 1
    if first.count < CSVRows.shownRejects { first.append(reject) }
  }

  /// Throws: `csv.unknown_column`, with the nearest name.
  func position(of column: String) throws -> Int {
    if let position = positions[column] { return position }
    throw ValidationError(
      "csv.unknown_column", "\(name) has no column \"\(column.shortened)\"",
      remedy: Suggestion.sentence(for: column, among: columns.filter { !$0.isEmpty }))
  }

  /// The file of rejects; nil when no row was refused, or none was asked for.
  var rejectPath: String? { rejected > 0 ? rejects?.path : nil }
}

/// One row in a script's hands: fields by the name of their column.
final class CSVRowObject {
  let rows: CSVRows
  /// The line, from 1, on which the row starts.
  let line: Int
  /// Its number, from 1, among the rows behind the header.
  let number: Int
  let fields: [String]
  var isRejected = false

  init(_ rows: CSVRows, line: Int, number: Int, fields: [String]) {
    self.rows = rows
    self.line = line
    self.number = number
    self.fields = fields
  }

  /// The field's text; nil when it is empty.
  ///
  /// Throws: `csv.unknown_column`.
  func value(_ column: String) throws -> Value {
    let text = fields[try rows.position(of: column)]
    return text.isEmpty ? .nil : .string(text)
  }
}
