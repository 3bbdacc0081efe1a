/// An amount between two roundings: as many decimals as its factors have, nothing lost.
///
///     var price = ExactAmount(try Money.yuan(10))
///     try price.multiply(by: Rate(parsing: "0.95"))
///     price.description   // "9.5"
///
/// Units: yuan; the value is `mantissa × 10^-scale` in 1/10,000 yuan.
public struct ExactAmount: Hashable, Sendable {
  public private(set) var mantissa: Int128
  public private(set) var scale: Int

  public init(_ money: Money) {
    mantissa = Int128(money.units)
    scale = 0
  }

  /// Throws: `price.precision` when the product has more than 38 digits, or 30 decimals beyond money's.
  public mutating func multiply(by rate: Rate) throws(ValueError) {
    let (product, overflow) = mantissa.multipliedReportingOverflow(by: Int128(rate.mantissa))
    guard !overflow, scale + rate.scale <= Self.deepest else { throw tooLong() }
    mantissa = product
    scale += rate.scale
    reduce()
  }

  /// Throws: `price.precision`.
  public mutating func multiply(by count: Int64) throws(ValueError) {
    let (product, overflow) = mantissa.multipliedReportingOverflow(by: Int128(count))
    guard !overflow else { throw tooLong() }
    mantissa = product
  }

  /// Throws: `price.precision`.
  public func times(_ count: Int64) throws(ValueError) -> ExactAmount {
    var product = self
    try product.multiply(by: count)
    return product
  }

  /// The amount over a rate and a count, rounded once.
  ///
  /// Throws: `divide.zero`, `price.precision`, `money.overflow`.
  public func divided(
    by rate: Rate, pieces: Int64, rounding: Rounding, to stage: Stage
  ) throws(ValueError) -> Money {
    let (dividend, over) = mantissa.multipliedReportingOverflow(by: powerOfTen(rate.scale))
    let (count, beyond) = Int128(rate.mantissa).multipliedReportingOverflow(by: Int128(pieces))
    let (divisor, outside) = count.multipliedReportingOverflow(
      by: powerOfTen(scale) * Int128(stage.quantum))
    guard !over, !beyond, !outside else { throw tooLong() }
    guard let steps = rounding.quotient(dividend, by: divisor) else {
      throw .divideByZero("\(self) over \(rate)")
    }
    let (units, overflow) = steps.multipliedReportingOverflow(by: Int128(stage.quantum))
    guard !overflow, let units = Int64(exactly: units) else {
      throw .moneyOverflow("\(self) over \(rate)")
    }
    return Money(units: units)
  }

  /// Throws: `price.precision`.
  public mutating func add(_ other: ExactAmount) throws(ValueError) {
    let (left, right, decimals) = try aligned(with: other)
    let (sum, overflow) = left.addingReportingOverflow(right)
    guard !overflow else { throw tooLong() }
    mantissa = sum
    scale = decimals
    reduce()
  }

  /// Throws: `price.precision`.
  public mutating func subtract(_ other: ExactAmount) throws(ValueError) {
    let (left, right, decimals) = try aligned(with: other)
    let (rest, overflow) = left.subtractingReportingOverflow(right)
    guard !overflow else { throw tooLong() }
    mantissa = rest
    scale = decimals
    reduce()
  }

  /// Throws: `price.precision`.
  public func isLess(than other: ExactAmount) throws(ValueError) -> Bool {
    let (left, right, _) = try aligned(with: other)
    return left < right
  }

  /// Throws: `price.precision`, `money.overflow`.
  public func rounded(_ rounding: Rounding, to stage: Stage) throws(ValueError) -> Money {
    let divisor = powerOfTen(scale) * Int128(stage.quantum)
    guard let steps = rounding.quotient(mantissa, by: divisor) else { throw tooLong() }
    let (units, overflow) = steps.multipliedReportingOverflow(by: Int128(stage.quantum))
    guard !overflow, let units = Int64(exactly: units) else {
      throw .moneyOverflow("a price of \(self)")
    }
    return Money(units: units)
  }

  /// Decimals beyond those of money: ten discounts of three decimals each.
  private static let deepest = 30
  private static let moneyDecimals = 4

  private func aligned(
    with other: ExactAmount
  ) throws(ValueError) -> (Int128, Int128, Int) {
    let decimals = max(scale, other.scale)
    let (left, over) = mantissa.multipliedReportingOverflow(by: powerOfTen(decimals - scale))
    let (right, beyond) = other.mantissa.multipliedReportingOverflow(
      by: powerOfTen(decimals - other.scale))
    guard !over, !beyond else { throw tooLong() }
    return (left, right, decimals)
  }

  private mutating func reduce() {
    while scale > 0 {
      let (whole, rest) = mantissa.quotientAndRemainder(dividingBy: 10)
      guard rest == 0 else { return }
      mantissa = whole
      scale -= 1
    }
  }

  private func tooLong() -> ValueError {
    ValueError(
      "price.precision", "the price needs more digits than can be kept exactly",
      remedy: "give discounts with fewer decimals, or smaller quantities")
  }
}

extension ExactAmount: CustomStringConvertible {
  /// Plain decimal in yuan, without zeros at its end.
  public var description: String {
    let decimals = scale + Self.moneyDecimals
    let digits = String(mantissa.magnitude)
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.utf8.count)) + digits
    var fraction = padded.suffix(decimals)
    while fraction.last == "0" { fraction.removeLast() }
    let sign = mantissa < 0 ? "-" : ""
    return sign + padded.dropLast(decimals) + (fraction.isEmpty ? "" : ".\(fraction)")
  }
}
