/// Which bytes mean something in CSV: a table of 256, nought for all the others.
struct CSVMarks {
  static let delimiter: UInt8 = 1
  static let quote: UInt8 = 2
  static let lineFeed: UInt8 = 3
  static let carriageReturn: UInt8 = 4

  static let quoteByte = UInt8(ascii: "\"")

  /// A new table; its holder frees it.
  static func table(for delimiter: CSVDelimiter) -> UnsafeMutablePointer<UInt8> {
    let table = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
    table.initialize(repeating: 0, count: 256)
    table[Int(delimiter.byte)] = CSVMarks.delimiter
    table[Int(quoteByte)] = CSVMarks.quote
    table[Int(UInt8(ascii: "\n"))] = CSVMarks.lineFeed
    table[Int(UInt8(ascii: "\r"))] = CSVMarks.carriageReturn
    return table
  }
}
