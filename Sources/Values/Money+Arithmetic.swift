/// Arithmetic of amounts: checked, exact, rounded only where the call says so.
extension Money {
  /// Throws: `money.overflow`.
  @inlinable
  public func adding(_ other: Money) throws(ValueError) -> Money {
    let (sum, overflow) = units.addingReportingOverflow(other.units)
    if overflow { throw .moneyOverflow("\(self) + \(other)") }
    return Money(units: sum)
  }

  /// Throws: `money.overflow`.
  @inlinable
  public func subtracting(_ other: Money) throws(ValueError) -> Money {
    let (rest, overflow) = units.subtractingReportingOverflow(other.units)
    if overflow { throw .moneyOverflow("\(self) - \(other)") }
    return Money(units: rest)
  }

  /// The same amount with the other sign.
  ///
  /// Throws: `money.overflow`, for the least amount only.
  @inlinable
  public func negated() throws(ValueError) -> Money {
    if units == .min { throw .moneyOverflow("-(\(self))") }
    return Money(units: -units)
  }

  /// The amount without its sign.
  ///
  /// Throws: `money.overflow`, for the least amount only.
  @inlinable
  public func absolute() throws(ValueError) -> Money {
    units < 0 ? try negated() : self
  }

  /// Throws: `money.overflow`.
  @inlinable
  public func times(_ count: Int64) throws(ValueError) -> Money {
    let (product, overflow) = units.multipliedReportingOverflow(by: count)
    if overflow { throw .moneyOverflow("\(self) × \(count)") }
    return Money(units: product)
  }

  /// The exact product.
  ///
  ///     try Money.yuan(100).times(Rate(parsing: "0.95"))   // 95.00
  ///
  /// Throws: `money.inexact` when it has more than 4 decimals, `money.overflow`.
  public func times(_ rate: Rate) throws(ValueError) -> Money {
    let product = Int128(units) * Int128(rate.mantissa)
    let (whole, rest) = product.quotientAndRemainder(dividingBy: powerOfTen(rate.scale))
    if rest != 0 {
      throw ValueError(
        "money.inexact", "\(self) × \(rate) has more than 4 decimals",
        remedy: "say how to round it and to what stage")
    }
    return try Money(whole, "\(self) × \(rate)")
  }

  /// The product, rounded once to the stage.
  ///
  /// Throws: `money.overflow`.
  public func times(
    _ rate: Rate, rounding: Rounding, to stage: Stage
  ) throws(ValueError) -> Money {
    try Money(
      Int128(units) * Int128(rate.mantissa), over: powerOfTen(rate.scale), rounding, stage,
      "\(self) × \(rate)")
  }

  /// The quotient, rounded once to the stage.
  ///
  /// Throws: `divide.zero`, `money.overflow`.
  public func divided(
    by divisor: Int64, rounding: Rounding, to stage: Stage
  ) throws(ValueError) -> Money {
    try Money(Int128(units), over: Int128(divisor), rounding, stage, "\(self) ÷ \(divisor)")
  }

  /// The amount rounded to the stage; itself when it already has no more decimals.
  ///
  /// Throws: `money.overflow`, next to the ends of the range only.
  public func rounded(_ rounding: Rounding, to stage: Stage) throws(ValueError) -> Money {
    if units % stage.quantum == 0 { return self }
    return try Money(Int128(units), over: 1, rounding, stage, "\(self) rounded")
  }

  /// This amount as a share of another, for display and statistics; never for amounts.
  ///
  /// Infinite or not a number when `other` is zero, as Double division is.
  @inlinable
  public func ratio(to other: Money) -> Double { Double(units) / Double(other.units) }

  private init(_ units: Int128, _ what: @autoclosure () -> String) throws(ValueError) {
    guard let units = Int64(exactly: units) else { throw .moneyOverflow(what()) }
    self.init(units: units)
  }

  /// `dividend / divisor` units, rounded to a multiple of the stage's step.
  private init(
    _ dividend: Int128, over divisor: Int128, _ rounding: Rounding, _ stage: Stage,
    _ what: @autoclosure () -> String
  ) throws(ValueError) {
    let quantum = Int128(stage.quantum)
    guard let steps = rounding.quotient(dividend, by: divisor * quantum) else {
      throw .divideByZero(what())
    }
    let (units, overflow) = steps.multipliedReportingOverflow(by: quantum)
    if overflow { throw .moneyOverflow(what()) }
    try self.init(units, what())
  }
}

/// 10^n for n in 0...38.
func powerOfTen(_ exponent: Int) -> Int128 {
  var power: Int64 = 1
  for _ in 0..<min(exponent, 18) { power &*= 10 }
  guard exponent > 18 else { return Int128(power) }
  var wide = Int128(power)
  for _ in 18..<exponent { wide &*= 10 }
  return wide
}
