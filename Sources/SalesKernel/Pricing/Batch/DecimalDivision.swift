import Values

/// Products of whole numbers over a power of ten, rounded: the arithmetic of the fast path.
///
/// Only numbers from zero on; nil says that a result does not fit, and that the exact path has to do it.
enum DecimalDivision {
  /// 10^exponent; nil beyond 18.
  static func power(_ exponent: Int) -> UInt64? {
    powers.indices.contains(exponent) ? powers[exponent] : nil
  }

  private static let powers: [UInt64] = (0...18).map { exponent in
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }

  /// `a × b / divisor` in steps of `quantum`, rounded once.
  @inline(__always)
  static func product(
    _ a: Int64, _ b: Int64, over divisor: UInt64, quantum: UInt64, _ rounding: Rounding
  ) -> Int64? {
    let wide = UInt64(bitPattern: a).multipliedFullWidth(by: UInt64(bitPattern: b))
    let quotient: UInt64
    let rest: UInt64
    if wide.high == 0 {
      (quotient, rest) = wide.low.quotientAndRemainder(dividingBy: divisor)
    } else if wide.high < divisor {
      (quotient, rest) = divisor.dividingFullWidth(wide)
    } else {
      return nil
    }
    let grows =
      switch rounding {
      case .halfUp: rest >= divisor - rest
      case .halfEven: rest > divisor - rest || (rest == divisor - rest && quotient & 1 == 1)
      case .down: false
      case .up: rest > 0
      }
    // A quotient is far below the largest number, or its step does not fit.
    let steps = quotient.multipliedReportingOverflow(by: quantum)
    guard !steps.overflow, steps.partialValue < 1 << 62 else { return nil }
    return Int64(steps.partialValue) + (grows ? Int64(quantum) : 0)
  }

  /// Whether `a × b` is less than `c × d`.
  @inline(__always)
  static func isLess(_ a: Int64, _ b: Int64, than c: Int64, _ d: UInt64) -> Bool {
    let left = UInt64(bitPattern: a).multipliedFullWidth(by: UInt64(bitPattern: b))
    let right = UInt64(bitPattern: c).multipliedFullWidth(by: d)
    return left.high < right.high || (left.high == right.high && left.low < right.low)
  }
}
