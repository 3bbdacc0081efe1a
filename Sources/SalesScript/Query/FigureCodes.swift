import SalesKernel
import SalesStore

/// The values that items are split by, numbered: the number of each item's, -1 for none.
struct FigureCodes {
  private(set) var codes: [Int32] = []
  /// Distinct values, in the order of their numbers.
  private(set) var values: [FieldValue] = []
  private var known: [FieldValue: Int32] = [:]

  /// The cells of a column, in the order of the rows given.
  init(_ column: CellColumn, rows: some Collection<Int>) {
    var coder = CellCoder(column)
    codes.reserveCapacity(rows.count)
    for row in rows { codes.append(coder.code(of: row) { code(of: $0) }) }
  }

  mutating func replace(_ item: Int, by value: FieldValue) { codes[item] = code(of: value) }

  private mutating func code(of value: FieldValue) -> Int32 {
    if value.isNull { return -1 }
    if let code = known[value] { return code }
    let code = Int32(truncatingIfNeeded: values.count)
    values.append(value)
    known[value] = code
    return code
  }
}

/// Numbers the cells of a column, asking for each distinct one once.
private struct CellCoder {
  private let column: CellColumn
  private var ofTexts: [Int32?]
  private var ofBits: [Int64: Int32] = [:]
  private let isText: Bool

  init(_ column: CellColumn) {
    self.column = column
    let texts = column.distinctTexts.count
    isText = texts > 0
    ofTexts = Array(repeating: nil, count: texts + 1)
  }

  mutating func code(of row: Int, _ make: (FieldValue) -> Int32) -> Int32 {
    if isText {
      let text = column.code(row)
      if let code = ofTexts[text] { return code }
      let code = make(column.value(row))
      ofTexts[text] = code
      return code
    }
    guard let bits = column.bits(row) else { return -1 }
    if let code = ofBits[bits] { return code }
    let code = make(column.value(row))
    ofBits[bits] = code
    return code
  }
}
