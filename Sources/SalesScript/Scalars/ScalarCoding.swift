import CRows
import Lua
import SalesKernel
import Values

/// Money, dates, instants and spans as the scalars that scripts hold.
extension Money: ScalarConvertible {
  public static var luaName: String { "money" }
  public static var scalarKind: UInt32 { UInt32(CELL_MONEY) }
  public init(scalarPayload: Int64) { self.init(units: scalarPayload) }
  public var scalarPayload: Int64 { units }
}

extension Day: ScalarConvertible {
  public static var luaName: String { "date" }
  public static var scalarKind: UInt32 { UInt32(CELL_DAY) }
  public init(scalarPayload: Int64) throws { try self.init(number: scalarPayload) }
  public var scalarPayload: Int64 { Int64(number) }
}

extension Instant: ScalarConvertible {
  public static var luaName: String { "instant" }
  public static var scalarKind: UInt32 { UInt32(CELL_INSTANT) }
  public init(scalarPayload: Int64) throws { try self.init(milliseconds: scalarPayload) }
  public var scalarPayload: Int64 { milliseconds }
}

extension Span: ScalarConvertible {
  public static var luaName: String { "span" }
  public static var scalarKind: UInt32 { UInt32(CELL_SPAN) }
  public init(scalarPayload: Int64) { self.init(milliseconds: scalarPayload) }
  public var scalarPayload: Int64 { milliseconds }
}

/// A scalar with its meaning.
enum TypedScalar {
  case money(Money)
  case day(Day)
  case instant(Instant)
  case span(Span)

  init(_ scalar: Scalar) throws {
    switch Int(scalar.kind) {
    case Int(CELL_MONEY): self = .money(Money(units: scalar.payload))
    case Int(CELL_DAY): self = .day(try Day(number: scalar.payload))
    case Int(CELL_INSTANT): self = .instant(try Instant(milliseconds: scalar.payload))
    default: self = .span(Span(milliseconds: scalar.payload))
    }
  }

  var text: String {
    switch self {
    case .money(let money): money.description
    case .day(let day): day.description
    case .instant(let instant): instant.description
    case .span(let span): span.description
    }
  }

  /// As a script would write it.
  var literal: String {
    switch self {
    case .money(let money): "money\"\(money)\""
    case .day(let day): "date\"\(day)\""
    case .instant(let instant): "instant\"\(instant)\""
    case .span(let span): "span\"\(span)\""
    }
  }
}

/// What field values and script values are to each other.
extension FieldValue {
  public var scriptValue: Value {
    switch self {
    case .null: .nil
    case .bool(let value): .bool(value)
    case .integer(let value): .integer(value)
    case .number(let value): .number(value)
    case .text(let value): .string(value)
    case .money(let value): .scalar(value.scalar)
    case .day(let value): .scalar(value.scalar)
    case .instant(let value): .scalar(value.scalar)
    }
  }
}

extension Value {
  /// The field value of a plain script value.
  /// - Throws: `field.type` for tables, functions and objects.
  public func fieldValue(for field: String) throws -> FieldValue {
    switch self {
    case .nil: return .null
    case .bool(let value): return .bool(value)
    case .integer(let value): return .integer(value)
    case .number(let value): return .number(value)
    case .string(let value): return .text(value)
    case .scalar(let scalar):
      switch try TypedScalar(scalar) {
      case .money(let value): return .money(value)
      case .day(let value): return .day(value)
      case .instant(let value): return .instant(value)
      case .span: break
      }
    default: break
    }
    throw ValidationError(
      "field.type", "\(field) cannot hold a \(typeName)",
      remedy: "give a string, number, boolean, money, date or instant", field: field)
  }
}
