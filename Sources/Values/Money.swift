/// An exact amount of yuan, in steps of 1/10,000.
///
/// No operation rounds unless its call spells how (``Rounding``) and to what (``Stage``).
///
///     let price = try Money(parsing: "2.345")
///     try price.rounded(.halfUp, to: .document).description   // "2.35"
///
/// Units: ``units`` counts 1/10,000 yuan; the range is ±922,337,203,685,477.5807 yuan.
public struct Money: Hashable, Sendable {
  /// The amount in 1/10,000 yuan.
  public let units: Int64

  /// How many units make a yuan.
  public static let unitsPerYuan: Int64 = 10_000

  /// Units that fit a tagged scalar of the script language: ±(2^60 − 1), about ±115 trillion yuan.
  public static let tagRange: ClosedRange<Int64> = -((1 << 60) - 1)...((1 << 60) - 1)

  public static let zero = Money(units: 0)

  /// An amount of that many 1/10,000 yuan; every Int64 is an amount.
  @inlinable
  public init(units: Int64) {
    self.units = units
  }

  /// A whole number of yuan.
  ///
  /// Throws: `money.overflow`.
  @inlinable
  public static func yuan(_ count: Int64) throws(ValueError) -> Money {
    let (units, overflow) = count.multipliedReportingOverflow(by: unitsPerYuan)
    if overflow { throw .moneyOverflow("\(count) yuan") }
    return Money(units: units)
  }

  @inlinable
  public var isZero: Bool { units == 0 }
}

extension Money: Comparable {
  @inlinable
  public static func < (left: Money, right: Money) -> Bool { left.units < right.units }
}

extension ValueError {
  @usableFromInline
  static func moneyOverflow(_ what: String) -> ValueError {
    ValueError(
      "money.overflow", "\(what) is out of the range of money, ±922,337,203,685,477.5807 yuan",
      remedy: "compute with smaller amounts")
  }

  @usableFromInline
  static func divideByZero(_ what: String) -> ValueError {
    ValueError("divide.zero", "\(what) divides by zero", remedy: "check the divisor first")
  }
}
