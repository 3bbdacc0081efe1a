/// In what amounts are shown to people, on request.
public enum MoneyUnit: String, Hashable, Sendable, CaseIterable {
  case yuan
  /// 万: 10,000 yuan.
  case wan
  /// 亿: 100,000,000 yuan.
  case yi

  /// How many yuan one of it is.
  public var yuan: Int64 {
    switch self {
    case .yuan: 1
    case .wan: 10_000
    case .yi: 100_000_000
    }
  }

  /// As it stands behind an amount or in the header above: `万元`.
  public var word: String {
    switch self {
    case .yuan: "元"
    case .wan: "万元"
    case .yi: "亿元"
    }
  }
}

extension Money {
  /// For people, with groups of three digits and without the unit's word: yuan with all decimals, 万 and 亿 rounded
  /// half to even to 2.
  ///
  ///     try Money.yuan(123_456_789).grouped(in: .wan)   // "12,345.68"
  public func grouped(in unit: MoneyUnit) -> String {
    if unit == .yuan { return grouped }
    // Hundredths of the unit are at most Int64 / 1,000,000, so times 100 they still fit.
    let hundredths =
      Rounding.halfEven.quotient(Int128(units), by: Int128(unit.yuan) * 100) ?? 0
    return Money(units: Int64(truncatingIfNeeded: hundredths * 100)).grouped
  }
}
