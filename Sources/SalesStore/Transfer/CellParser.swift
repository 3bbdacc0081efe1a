import CRows
import SalesKernel
import Values

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads the bytes of one column into cells, as ``Field/parse(_:)`` would: plain forms straight
/// from the
/// bytes, repeated texts from a memory, all others through the field.
final class CellParser {
  private static let memory = 4096

  let field: Field
  private let kind: UInt32
  private let arena = TextArena()
  private let kept = TextArena()
  private var seen = TextTable()
  private var normal: [row_cell] = []

  init(_ field: Field) {
    self.field = field
    kind = CellKind.of(field.type)
  }

  /// A cell whose text lives as long as `bytes`, or until the next call.
  ///
  /// Throws: the field's ``ValidationError``.
  func parse(_ bytes: UnsafeRawBufferPointer) throws -> row_cell {
    if bytes.isEmpty {
      return field.isRequired || field.check != nil ? try parseText("") : .null
    }
    switch field.type {
    case .text where field.check == nil && !field.isRequired, .text where field.check == nil:
      guard let base = bytes.baseAddress, memchr(base, 0, bytes.count) == nil else { break }
      return row_cell(
        bits: Int64(Int(bitPattern: bytes.baseAddress)),
        length: UInt32(truncatingIfNeeded: bytes.count), kind: kind)
    case .text, .choice: return try remembered(bytes)
    case .integer:
      if let number = CellParser.integer(bytes) { return try checked(.integer(number), number) }
    case .money:
      if let units = CellParser.units(bytes) {
        return try checked(.money(Money(units: units)), units)
      }
    case .day:
      if let day = try? Day(utf8: bytes) { return try checked(.day(day), Int64(day.number)) }
    default: break
    }
    return try parseText(String(decoding: bytes, as: UTF8.self))
  }

  private func remembered(_ bytes: UnsafeRawBufferPointer) throws -> row_cell {
    if seen.count >= CellParser.memory {
      return try parseText(String(decoding: bytes, as: UTF8.self))
    }
    let code = Int(seen.code(of: bytes))
    if code <= normal.count { return normal[code - 1] }
    do {
      let cell = row_cell(try field.parse(String(decoding: bytes, as: UTF8.self)), in: kept)
      normal.append(cell)
      return cell
    } catch {
      // The text has a number but no value: start over rather than remember it wrongly.
      seen = TextTable()
      normal = []
      throw error
    }
  }

  private func parseText(_ text: String) throws -> row_cell {
    arena.reset()
    return row_cell(try field.parse(text), in: arena)
  }

  private func checked(_ value: FieldValue, _ bits: Int64) throws -> row_cell {
    guard field.check != nil else { return row_cell(bits: bits, length: 0, kind: kind) }
    arena.reset()
    return row_cell(try field.validated(value), in: arena)
  }

  /// A whole number of at most 18 digits, with no blanks.
  static func integer(_ bytes: UnsafeRawBufferPointer) -> Int64? {
    let isNegative = bytes[0] == UInt8(ascii: "-")
    let start = isNegative ? 1 : 0
    guard bytes.count > start, bytes.count - start <= 18 else { return nil }
    var value: Int64 = 0
    for index in start..<bytes.count {
      let digit = bytes[index] &- UInt8(ascii: "0")
      if digit > 9 { return nil }
      value = value * 10 + Int64(digit)
    }
    return isNegative ? -value : value
  }

  /// Yuan with at most 13 whole digits and 4 decimals, in 1/10,000.
  static func units(_ bytes: UnsafeRawBufferPointer) -> Int64? {
    let isNegative = bytes[0] == UInt8(ascii: "-")
    var (index, whole, value) = (isNegative ? 1 : 0, 0, Int64(0))
    while index < bytes.count, bytes[index] &- UInt8(ascii: "0") < 10 {
      value = value &* 10 &+ Int64(bytes[index] &- UInt8(ascii: "0"))
      (index, whole) = (index + 1, whole + 1)
      if whole > 13 { return nil }
    }
    if whole == 0 { return nil }
    var decimals = 0
    if index < bytes.count {
      guard bytes[index] == UInt8(ascii: "."), index + 1 < bytes.count else { return nil }
      index += 1
      while index < bytes.count {
        let digit = bytes[index] &- UInt8(ascii: "0")
        guard digit < 10, decimals < 4 else { return nil }
        value = value * 10 + Int64(digit)
        (index, decimals) = (index + 1, decimals + 1)
      }
    }
    for _ in decimals..<4 { value *= 10 }
    return isNegative ? -value : value
  }
}
