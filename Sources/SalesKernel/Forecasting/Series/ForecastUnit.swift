import Values

/// What a series counts: money, or plain numbers. Methods compute in doubles of yuan.
public enum ForecastUnit: String, Hashable, Sendable {
  case money, number

  /// A computed number as a value: money to the fen, by the rounding.
  /// - Throws: `forecast.overflow` beyond what money can hold.
  public func value(_ number: Double, _ rounding: Rounding) throws -> FieldValue {
    guard number.isFinite else {
      throw ValidationError("forecast.overflow", "the forecast is no finite number")
    }
    guard self == .money else { return .number(number) }
    return .money(try Money(yuan: number, rounding))
  }
}

extension Money {
  /// A computed number of yuan as an amount, to the fen.
  ///
  /// The number is first brought to money's own 1/10,000 yuan, so that an amount that went through
  /// doubles comes back as itself.
  /// - Throws: `forecast.overflow` beyond the amounts that scripts can hold.
  public init(yuan number: Double, _ rounding: Rounding) throws {
    self = try Money(nearest: number).rounded(rounding, to: .document)
  }

  /// A computed number of yuan as the nearest amount, to 1/10,000 yuan.
  /// - Throws: `forecast.overflow`.
  public init(nearest number: Double) throws {
    let units = (number * Double(Money.unitsPerYuan)).rounded()
    guard units.isFinite, abs(units) < Double(Money.tagRange.upperBound) else {
      throw ValidationError(
        "forecast.overflow",
        "\(FieldValue.number(number).display) yuan is more than money can hold",
        remedy: "forecast fewer steps, or take a method without a trend")
    }
    self.init(units: Int64(units))
  }

  /// In yuan, for statistics.
  public var yuan: Double { Double(units) / Double(Money.unitsPerYuan) }
}
