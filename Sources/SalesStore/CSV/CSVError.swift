/// Why a CSV file, or one row of it, could not be read or written.
///
/// Codes of a row, after which reading goes on: `csv.utf8` (bytes that are not UTF-8), `csv.quote`
/// (a quote that is not closed, or stands where none may), `csv.columns` (too few or too many
/// fields), `csv.length` (a record over the limit).
///
/// Codes of the file: `csv.missing`, `csv.unreadable`, `csv.empty` (no bytes), `csv.encoding`
/// (UTF-16), `csv.unwritable`.
public struct CSVError: Error, Hashable, Sendable {
  /// Stable and dotted: `csv.quote`.
  public let code: String
  /// What happened, with the values.
  public let message: String
  /// What to do about it; may be empty.
  public let remedy: String
  /// The line, from 1, on which the row starts; nil for errors of the file.
  public let line: Int?
  /// The field, from 1; nil when it concerns the whole row.
  public let column: Int?

  public init(
    _ code: String, _ message: String, remedy: String = "", line: Int? = nil, column: Int? = nil
  ) {
    self.code = code
    self.message = message
    self.remedy = remedy
    self.line = line
    self.column = column
  }
}

extension CSVError: CustomStringConvertible {
  public var description: String {
    let place = line.map { "line \($0): " } ?? ""
    return "\(code): \(place)\(message)" + (remedy.isEmpty ? "" : "; \(remedy)")
  }
}
