import Lua
import SalesStore

/// Files: reading, importing and exporting within the granted directories.
///
/// ```
///   path ─▶ Grants.resolve ─▶ CSVRows ─▶ CSVRowObject          csv.rows, csv.parse
///                         ├─▶ Session.importCSV, exportCSV     csv.import, csv.export
///                         └─▶ CSVWriter                        csv.write
///   text ─▶ DatePattern, WrittenNumber ─▶ date, number, money  csv.date, csv.number, csv.money
/// ```
/// Files are no part of a run: a plan writes them too, and undo leaves them.
extension ScriptHost {
  func defineFiles() throws {
    try state.defineClass(CSVRows.self, name: "CSV reader")
    try state.defineClass(CSVRowObject.self, name: "CSV row")
    try defineCSVOpening()
    try defineCSVReaderMethods()
    try defineCSVRowMethods()
    try defineCSVParsers()
    try defineCSVTransfer()
    try defineCSVWrite()
  }

  /// The mark between fields that an option names.
  static func delimiter(_ name: String?) throws -> CSVDelimiter {
    guard let name else { return .comma }
    guard let delimiter = CSVDelimiter(rawValue: name) else {
      let names = CSVDelimiter.allCases.map(\.rawValue).joined(separator: ", ")
      throw ArgumentError("delimiter: there is no '\(name.shortened)'", remedy: "one of \(names)")
    }
    return delimiter
  }
}
