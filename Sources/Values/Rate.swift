/// An exact decimal factor: a discount, a tax or commission rate, an exchange rate.
///
///     try Rate(parsing: "5%") == Rate(exactly: 0.05)   // true: both are 5 × 10^-2
///
/// The value is `mantissa × 10^-scale`, kept with the least scale, so that equal rates are the same
/// bits.
public struct Rate: Hashable, Sendable {
  public let mantissa: Int64
  /// Decimals, 0...18.
  public let scale: Int

  public static let zero = Rate(reduced: 0, 0)
  public static let one = Rate(reduced: 1, 0)

  private init(reduced mantissa: Int64, _ scale: Int) {
    self.mantissa = mantissa
    self.scale = scale
  }

  /// `mantissa × 10^-scale`, reduced.
  ///
  /// Throws: `rate.overflow` when the scale is not in 0...18 even after reducing.
  public init(mantissa: Int64, scale: Int) throws(ValueError) {
    try self.init(Int128(mantissa), scale, "\(mantissa)e\(scale.magnitude)")
  }

  /// Reduces a wide result to the least scale; `what` names it in the error.
  init(_ wide: Int128, _ decimals: Int, _ what: @autoclosure () -> String) throws(ValueError) {
    guard wide != 0 else {
      self = .zero
      return
    }
    var mantissa = wide
    var scale = decimals
    while scale > 0 {
      let (whole, rest) = mantissa.quotientAndRemainder(dividingBy: 10)
      if rest != 0 { break }
      mantissa = whole
      scale -= 1
    }
    guard (0...18).contains(scale), let small = Int64(exactly: mantissa) else {
      throw ValueError(
        "rate.overflow", "\(what()) has more digits than a rate holds (19, of which 18 decimals)",
        remedy: "use fewer decimals")
    }
    self.init(reduced: small, scale)
  }

  /// The shortest decimal that reads back as that Double: 0.95 gives 0.95 exactly.
  ///
  /// Throws: `rate.syntax` for NaN, infinities, and numbers that need more than 18 decimals or 19
  /// digits.
  public init(exactly double: Double) throws(ValueError) {
    // With both m < 2^52 and 10^k exact in a Double, m / 10^k is correctly rounded, and at most one
    // m of that k reads back as the number: the first k that fits gives its shortest decimal.
    var power = 1.0
    for scale in 0...15 {
      let scaled = double * power
      guard scaled.magnitude < 0x1p52 else { break }
      let mantissa = Int64(scaled + (scaled < 0 ? -0.5 : 0.5))
      if Double(mantissa) / power == double {
        self.init(reduced: mantissa, scale)
        return
      }
      power *= 10
    }
    self = try Rate(shortestOf: double)
  }

  /// As a Double, for display and statistics.
  public var double: Double { Double(mantissa) / Double(powerOfTen(scale)) }
}

extension Rate: Comparable {
  public static func < (left: Rate, right: Rate) -> Bool {
    if left.scale == right.scale { return left.mantissa < right.mantissa }
    return Int128(left.mantissa) * powerOfTen(right.scale)
      < Int128(right.mantissa) * powerOfTen(left.scale)
  }
}
