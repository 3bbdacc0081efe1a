import Lua
import Values

/// Products and quotients of scalars that the shim leaves to the host: exact, or an error that says how to round.
enum ScalarArithmetic {
  static func apply(_ operation: ScalarOperation, _ a: Value, _ b: Value) throws -> Value {
    switch (operation, try operand(a), try operand(b)) {
    case (.multiply, .money(let money), .number(let rate)),
      (.multiply, .number(let rate), .money(let money)):
      return .scalar(try money.times(rate).scalar)
    case (.divide, .money(let money), .number(let rate)):
      return .scalar(try quotient(money, rate).scalar)
    case (.divide, .money, .money): throw ValueError("divide.zero", "money divided by no money")
    case (.divide, .span, .span): throw ValueError("divide.zero", "a span divided by no time")
    case (.multiply, .span(let span), .number(let rate)),
      (.multiply, .number(let rate), .span(let span)):
      guard let count = Int64(exactly: rate.double) else { throw notWhole(span) }
      return .scalar(try span.times(count).scalar)
    default:
      let verb =
        [
          ScalarOperation.multiply: "multiply", .divide: "divide", .modulo: "take the remainder of",
          .floorDivide: "divide",
        ][operation] ?? "combine"
      throw ArgumentError(
        "cannot \(verb) \(a.typeName) and \(b.typeName)", code: "value.mixed_kinds",
        remedy: b.isNil || a.isNil ? "the value is missing: test it with `if x then`" : "")
    }
  }

  private enum Operand {
    case money(Money)
    case span(Span)
    case number(Rate)
    case other
  }

  private static func operand(_ value: Value) throws -> Operand {
    switch value {
    case .integer(let integer): return .number(try Rate(mantissa: integer, scale: 0))
    case .number(let number): return .number(try Rate(exactly: number))
    case .scalar(let scalar):
      switch try TypedScalar(scalar) {
      case .money(let money): return .money(money)
      case .span(let span): return .span(span)
      default: return .other
      }
    default: return .other
    }
  }

  /// money / rate, where that is a whole number of 1/10,000 yuan.
  private static func quotient(_ money: Money, _ rate: Rate) throws -> Money {
    guard rate.mantissa != 0 else { throw ValueError("divide.zero", "\(money) divided by zero") }
    var numerator = Int128(money.units)
    for _ in 0..<rate.scale { numerator *= 10 }
    let (whole, rest) = numerator.quotientAndRemainder(dividingBy: Int128(rate.mantissa))
    guard rest == 0 else {
      throw ValueError(
        "money.inexact", "\(money) / \(rate) is no whole number of 1/10,000 yuan",
        remedy:
          "spell the rounding: m:divide(\(rate), \"half_up\"), or share it out with m:allocate(n)")
    }
    guard let units = Int64(exactly: whole) else {
      throw ValueError("money.overflow", "\(money) / \(rate) is out of range")
    }
    return Money(units: units)
  }

  private static func notWhole(_ span: Span) -> ValueError {
    ValueError("span.overflow", "\(span) is multiplied by whole numbers only")
  }
}
