import CRows
import SalesKernel
import Values

/// The kinds of a cell as plain numbers, and between cells and field values.
enum CellKind {
  static let unloaded = UInt32(CELL_UNLOADED)
  static let null = UInt32(CELL_NULL)
  static let bool = UInt32(CELL_BOOL)
  static let integer = UInt32(CELL_INTEGER)
  static let number = UInt32(CELL_NUMBER)
  static let text = UInt32(CELL_TEXT)
  static let money = UInt32(CELL_MONEY)
  static let day = UInt32(CELL_DAY)
  static let instant = UInt32(CELL_INSTANT)

  /// The kind that values of a type have when they are not null.
  static func of(_ type: FieldType) -> UInt32 {
    switch type {
    case .bool: bool
    case .integer, .reference: integer
    case .number: number
    case .text, .choice: text
    case .money: money
    case .day: day
    case .instant: instant
    }
  }
}

extension row_cell {
  static let null = row_cell(bits: 0, length: 0, kind: CellKind.null)
  static let unloaded = row_cell(bits: 0, length: 0, kind: CellKind.unloaded)

  /// The bytes of a text cell.
  var bytes: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: UnsafeRawPointer(bitPattern: Int(bits)), count: Int(length))
  }

  /// The value in the kernel's form; spans have none.
  ///
  /// Throws: `store.corrupt` for a day or instant out of the calendar; `field.type` for a span.
  public func value() throws -> FieldValue {
    switch kind {
    case CellKind.bool: return .bool(bits != 0)
    case CellKind.integer: return .integer(bits)
    case CellKind.number: return .number(Double(bitPattern: UInt64(bitPattern: bits)))
    case CellKind.text: return .text(String(decoding: bytes, as: UTF8.self))
    case CellKind.money: return .money(Money(units: bits))
    case CellKind.day:
      guard let day = try? Day(number: bits) else { throw row_cell.corrupt("day \(bits)") }
      return .day(day)
    case CellKind.instant:
      guard let instant = try? Instant(milliseconds: bits) else {
        throw row_cell.corrupt("instant \(bits)")
      }
      return .instant(instant)
    case CellKind.null, CellKind.unloaded: return .null
    default:
      throw ValidationError("field.type", "a span is not the value of a field")
    }
  }

  /// The cell of a value, its text kept by `arena`.
  init(_ value: FieldValue, in arena: TextArena) {
    switch value {
    case .null: self = .null
    case .bool(let flag): self.init(bits: flag ? 1 : 0, length: 0, kind: CellKind.bool)
    case .integer(let integer): self.init(bits: integer, length: 0, kind: CellKind.integer)
    case .number(let number):
      self.init(bits: Int64(bitPattern: number.bitPattern), length: 0, kind: CellKind.number)
    case .text(var text):
      self = text.withUTF8 { arena.cell(UnsafeRawBufferPointer($0)) }
    case .money(let money): self.init(bits: money.units, length: 0, kind: CellKind.money)
    case .day(let day): self.init(bits: Int64(day.number), length: 0, kind: CellKind.day)
    case .instant(let instant):
      self.init(bits: instant.milliseconds, length: 0, kind: CellKind.instant)
    }
  }

  /// Same kind and same value; texts by their bytes.
  @inline(__always)
  func isSame(as other: row_cell) -> Bool {
    guard kind == other.kind else { return false }
    guard kind == CellKind.text else { return kind == CellKind.null || bits == other.bits }
    guard length == other.length else { return false }
    return length == 0 || bits == other.bits || bytes.elementsEqual(other.bytes)
  }

  private static func corrupt(_ what: String) -> StoreError {
    StoreError("store.corrupt", "a stored \(what) is out of range", remedy: "restore a backup")
  }
}
