import CRows
import SalesKernel
import Values

/// Values of one field, packed: texts as numbers of a table of distinct ones, the rest as 64 bits.
public struct CellColumn: Sendable {
  /// Kind of the values that are not null, as in `CRows.h`.
  let kind: UInt32
  /// Numbers in ``texts``; used for text only, where 0 is null.
  private(set) var codes: [UInt32] = []
  /// Used for all other kinds, beside ``nulls``.
  private(set) var bits: [Int64] = []
  private(set) var nulls: [Bool] = []
  private(set) var texts = TextTable()

  init(_ type: FieldType) { kind = CellKind.of(type) }

  init(kind: UInt32) { self.kind = kind }

  public var isText: Bool { kind == CellKind.text }

  public var count: Int { isText ? codes.count : bits.count }

  mutating func append(_ cell: row_cell) {
    if isText {
      codes.append(cell.kind == CellKind.text ? texts.code(of: cell.bytes) : 0)
    } else {
      let isNull = cell.kind == CellKind.null
      bits.append(isNull ? 0 : cell.bits)
      nulls.append(isNull)
    }
  }

  mutating func append(_ value: FieldValue) {
    switch value {
    case .null:
      if isText { codes.append(0) } else { append(bits: 0, isNull: true) }
    case .text(let text): codes.append(texts.code(of: text))
    case .bool(let flag): append(bits: flag ? 1 : 0, isNull: false)
    case .integer(let integer): append(bits: integer, isNull: false)
    case .number(let number):
      append(bits: Int64(bitPattern: number.bitPattern), isNull: false)
    case .money(let money): append(bits: money.units, isNull: false)
    case .day(let day): append(bits: Int64(day.number), isNull: false)
    case .instant(let instant): append(bits: instant.milliseconds, isNull: false)
    }
  }

  mutating func append(bits: Int64, isNull: Bool) {
    self.bits.append(bits)
    nulls.append(isNull)
  }

  mutating func append(code: UInt32) { codes.append(code) }

  /// Appends many: 64 bits each, of a text its number.
  mutating func append(
    _ values: UnsafeBufferPointer<Int64>, nulls isNull: UnsafeBufferPointer<Bool>
  ) {
    if isText {
      codes.append(contentsOf: values.lazy.map { UInt32(truncatingIfNeeded: $0) })
    } else {
      bits.append(contentsOf: values)
      nulls.append(contentsOf: isNull)
    }
  }

  /// Numbers a text for ``append(code:)``.
  mutating func code(of text: UnsafeRawBufferPointer) -> UInt32 { texts.code(of: text) }

  /// Says which texts the codes appended are the numbers of.
  mutating func number(by texts: TextTable) { self.texts = texts }

  /// Appends a value of another column of the same kind.
  mutating func append(_ index: Int, of other: CellColumn) {
    guard isText else { return append(bits: other.bits[index], isNull: other.nulls[index]) }
    let code = other.codes[index]
    codes.append(code == 0 ? 0 : other.texts.withBytes(code) { texts.code(of: $0) })
  }

  mutating func replace(_ index: Int, with otherIndex: Int, of other: CellColumn) {
    guard isText else {
      bits[index] = other.bits[otherIndex]
      nulls[index] = other.nulls[otherIndex]
      return
    }
    let code = other.codes[otherIndex]
    codes[index] = code == 0 ? 0 : other.texts.withBytes(code) { texts.code(of: $0) }
  }

  /// The cell of a value; its text stands in `body`'s argument only for the time of the call.
  @inline(__always)
  func withCell<R>(_ index: Int, _ body: (row_cell) throws -> R) rethrows -> R {
    if isText {
      let code = codes[index]
      if code == 0 { return try body(.null) }
      return try texts.withBytes(code) { bytes in
        try body(
          row_cell(
            bits: Int64(Int(bitPattern: bytes.baseAddress)),
            length: UInt32(truncatingIfNeeded: bytes.count), kind: kind))
      }
    }
    if nulls[index] { return try body(.null) }
    return try body(row_cell(bits: bits[index], length: 0, kind: kind))
  }

  func isSame(_ index: Int, as other: CellColumn, _ otherIndex: Int) -> Bool {
    withCell(index) { mine in other.withCell(otherIndex) { mine.isSame(as: $0) } }
  }

  /// A value in the kernel's form; what is out of a type's range reads as null (a codec refuses it
  /// before).
  public func value(_ index: Int) -> FieldValue {
    (try? withCell(index) { try $0.value() }) ?? .null
  }

  mutating func reserve(_ count: Int) {
    if isText {
      codes.reserveCapacity(count)
    } else {
      bits.reserveCapacity(count)
      nulls.reserveCapacity(count)
    }
  }
}
