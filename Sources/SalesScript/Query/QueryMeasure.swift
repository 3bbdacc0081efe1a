import CRows
import Lua
import SalesKernel
import SalesStore
import Values

/// What a verb measures of each record: a field, or a rule.
enum QueryMeasure {
  case field(Int)
  case rule(LuaRule)

  init(_ value: Value, of query: QueryObject, what: String) throws {
    if case .string(let name) = value, let slot = query.entity.slot(of: name) {
      self = .field(slot)
    } else {
      self = .rule(
        try LuaRuleCompiler(host: query.host).rule(value, entity: query.entity, what: what))
    }
  }

  /// Calls `body` with the value of each of the rows.
  func forEach(_ block: RowBlock, _ rows: [Int], _ body: (Int, FieldValue) throws -> Void) throws {
    switch self {
    case .field(let slot):
      for row in rows { try body(row, try block.value(row, slot)) }
    case .rule(let rule):
      try block.withResults { results in
        try rule.map(block, into: results)
        for row in rows { try body(row, try results[row].value()) }
      }
    }
  }

  /// Calls `body` with the cell of each of the rows; texts live during the call.
  func forEachCell(_ block: RowBlock, _ rows: [Int], _ body: (Int, row_cell) throws -> Void) throws
  {
    switch self {
    case .field(let slot):
      try block.load(slot)
      for row in rows { try body(row, block.cells[row * block.width + slot]) }
    case .rule(let rule):
      try block.withResults { results in
        try rule.map(block, into: results)
        for row in rows { try body(row, results[row]) }
      }
    }
  }

  var reading: [Int] {
    switch self {
    case .field(let slot): [slot]
    case .rule(let rule): rule.reads
    }
  }
}

/// A running sum, count, least and greatest of values of one kind; exact for money and integers.
struct Tally {
  private(set) var count: Int64 = 0
  private(set) var least: FieldValue = .null
  private(set) var greatest: FieldValue = .null
  private var money = Int128(0)
  private var integer = Int128(0)
  private var number = 0.0
  private var kinds: Set<Kind> = []

  private enum Kind { case money, integer, number, other }

  /// Counts a row whatever it holds.
  mutating func addRow() { count += 1 }

  mutating func add(_ value: FieldValue) throws {
    if value.isNull { return }
    count += 1
    switch value {
    case .money(let amount):
      money += Int128(amount.units)
      kinds.insert(.money)
    case .integer(let amount):
      integer += Int128(amount)
      kinds.insert(.integer)
    case .number(let amount):
      number += amount
      kinds.insert(.number)
    default: kinds.insert(.other)
    }
    if least.isNull || (FieldOrder.isBefore(value, least) ?? false) { least = value }
    if greatest.isNull || (FieldOrder.isBefore(greatest, value) ?? false) { greatest = value }
  }

  /// - Throws: `sum.mixed` for money beside numbers, `sum.kind` for what has no sum, `sum.overflow`.
  func sum() throws -> FieldValue {
    if kinds.isEmpty { return .integer(0) }
    if kinds == [.money] {
      guard let units = Int64(exactly: money) else { throw Self.overflow }
      return .money(Money(units: units))
    }
    if kinds == [.integer] {
      guard let sum = Int64(exactly: integer) else { throw Self.overflow }
      return .integer(sum)
    }
    guard kinds.isSubset(of: [.integer, .number]) else {
      throw ArgumentError(
        kinds.contains(.other)
          ? "texts, dates and booleans have no sum" : "money and numbers do not add up",
        code: kinds.contains(.other) ? "sum.kind" : "sum.mixed")
    }
    return .number(number + Double(integer))
  }

  /// The mean; money to 1/10,000 yuan, half to even. Null of nothing.
  func mean() throws -> FieldValue {
    guard count > 0 else { return .null }
    switch try sum() {
    case .money(let sum):
      return .money(try sum.divided(by: count, rounding: .halfEven, to: .unit))
    case .integer(let sum): return .number(Double(sum) / Double(count))
    case .number(let sum): return .number(sum / Double(count))
    default: return .null
    }
  }

  private static var overflow: ValueError {
    ValueError("sum.overflow", "the sum is out of range", remedy: "sum fewer records")
  }
}

/// The order of field values of one kind.
enum FieldOrder {
  /// nil where the kinds have no common order.
  static func isBefore(_ a: FieldValue, _ b: FieldValue) -> Bool? {
    switch (a, b) {
    case (.money(let a), .money(let b)): a < b
    case (.integer(let a), .integer(let b)): a < b
    case (.number(let a), .number(let b)): a < b
    case (.integer(let a), .number(let b)): Double(a) < b
    case (.number(let a), .integer(let b)): a < Double(b)
    case (.text(let a), .text(let b)): a < b
    case (.day(let a), .day(let b)): a < b
    case (.instant(let a), .instant(let b)): a < b
    case (.bool(let a), .bool(let b)): !a && b
    default: nil
    }
  }
}
