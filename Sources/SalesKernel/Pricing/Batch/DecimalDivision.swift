import Values

/// Products of whole numbers over a power of ten, rounded: the arithmetic of the fast path.
///
/// Only numbers from zero on; nil says that a result does not fit, and that the exact path has to do it.
enum DecimalDivision {
  /// A divisor made ready, so that a quotient costs a product and a correction instead of a division.
  struct Divisor {
    let value: Int64
    let reciprocal: Double

    /// A line's rounding, of amounts in 1/10,000 yuan.
    static let lineStep = Divisor(lineStepsOf: 0)

    /// Nil beyond 10^18.
    init?(_ value: UInt64) {
      guard value >= 1, value <= DecimalDivision.largest else { return nil }
      (self.value, reciprocal) = (Int64(value), 1 / Double(value))
    }

    /// 10^exponent; nil beyond 18.
    init?(power exponent: Int) {
      guard let power = DecimalDivision.power(exponent) else { return nil }
      self.init(power)
    }

    /// 10^exponent steps of a line's rounding; nil where that is beyond 10^18.
    init?(lineStepsOf exponent: Int) {
      guard let power = DecimalDivision.power(exponent) else { return nil }
      let (value, overflow) = power.multipliedReportingOverflow(by: UInt64(Stage.line.quantum))
      guard !overflow else { return nil }
      self.init(value)
    }
  }

  private static let largest: UInt64 = 1_000_000_000_000_000_000

  private static func power(_ exponent: Int) -> UInt64? {
    powers.indices.contains(exponent) ? powers[exponent] : nil
  }

  private static let powers: [UInt64] = (0...18).map { exponent in
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }

  /// A quotient in whole numbers and its rest.
  struct Quotient {
    let whole: Int64
    let rest: Int64

    /// Rounded to a whole number.
    @inline(__always)
    func rounded(_ rounding: Rounding, over divisor: Divisor) -> Int64 {
      let other = divisor.value - rest
      let grows =
        switch rounding {
        case .halfUp: rest >= other
        case .halfEven: rest > other || (rest == other && whole & 1 == 1)
        case .down: false
        case .up: rest > 0
        }
      return grows ? whole + 1 : whole
    }
  }

  /// `a × b / divisor`; nil for quotients beyond 2^49.
  ///
  /// The estimate in floating point has a relative error below 2^-50, so that its whole part is off by
  /// one at most; the rest, exact modulo 2^64, says which way.
  @inline(__always)
  static func quotient(_ a: Int64, _ b: Int64, over divisor: Divisor) -> Quotient? {
    let near = Double(a) * Double(b) * divisor.reciprocal
    guard near < 0x1p49 else { return nil }
    var whole = Int64(near)
    var rest = (a &* b) &- (whole &* divisor.value)
    if rest < 0 {
      whole -= 1
      rest += divisor.value
    } else if rest >= divisor.value {
      whole += 1
      rest -= divisor.value
    }
    return Quotient(whole: whole, rest: rest)
  }

  /// `a × b / divisor` in steps of `quantum`, rounded once; nil for quotients beyond 2^49.
  @inline(__always)
  static func product(
    _ a: Int64, _ b: Int64, over divisor: Divisor, quantum: Int64, _ rounding: Rounding
  ) -> Int64? {
    guard let quotient = quotient(a, b, over: divisor) else { return nil }
    return quotient.rounded(rounding, over: divisor) * quantum
  }

  /// Whether `a × b` is less than `c × d`.
  static func isLess(_ a: Int64, _ b: Int64, than c: Int64, _ d: Int64) -> Bool {
    let left = UInt64(bitPattern: a).multipliedFullWidth(by: UInt64(bitPattern: b))
    let right = UInt64(bitPattern: c).multipliedFullWidth(by: UInt64(bitPattern: d))
    return left.high < right.high || (left.high == right.high && left.low < right.low)
  }
}
