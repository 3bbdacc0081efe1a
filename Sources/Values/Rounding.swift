/// How a quotient that does not come out even becomes a whole number of steps.
///
/// There is no default: every rounding is spelled at the call.
///
///     2.345 to fen:  halfUp 2.35   halfEven 2.34   down 2.34   up 2.35
///    -2.345 to fen:  halfUp -2.35  halfEven -2.34  down -2.34  up -2.35
///
/// Source: standards.md, Money and rounding.
public enum Rounding: String, Hashable, Sendable, CaseIterable {
  /// To the nearest; a tie goes away from zero.
  case halfUp = "half_up"
  /// To the nearest; a tie goes to the even neighbour.
  case halfEven = "half_even"
  /// Towards zero.
  case down
  /// Away from zero.
  case up
}

extension Rounding {
  /// The quotient rounded to a whole number; nil when `divisor` is zero.
  ///
  /// The operands come from products of two 64-bit numbers, so neither is ever the least Int128.
  public func quotient(_ dividend: Int128, by divisor: Int128) -> Int128? {
    guard divisor != 0 else { return nil }
    if let small = Int64(exactly: dividend), let by = Int64(exactly: divisor), small != .min {
      let (whole, rest) = small.quotientAndRemainder(dividingBy: by)
      guard rest != 0 else { return Int128(whole) }
      return Int128(whole)
        + step(
          rest: UInt128(rest.magnitude), divisor: UInt128(by.magnitude), isOdd: whole & 1 != 0,
          isNegative: (small < 0) != (by < 0))
    }
    let (whole, rest) = dividend.quotientAndRemainder(dividingBy: divisor)
    guard rest != 0 else { return whole }
    return whole
      + step(
        rest: rest.magnitude, divisor: divisor.magnitude, isOdd: whole & 1 != 0,
        isNegative: (dividend < 0) != (divisor < 0))
  }

  /// What to add to the quotient truncated towards zero: -1, 0 or 1.
  private func step(rest: UInt128, divisor: UInt128, isOdd: Bool, isNegative: Bool) -> Int128 {
    let other = divisor - rest
    let grows =
      switch self {
      case .halfUp: rest >= other
      case .halfEven: rest > other || (rest == other && isOdd)
      case .down: false
      case .up: true
      }
    return grows ? (isNegative ? -1 : 1) : 0
  }
}
