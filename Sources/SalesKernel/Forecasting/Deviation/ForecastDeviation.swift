import Values

/// What the difference between a forecast and what happened is made of, to the fen.
///
/// ```
///   actual − forecast = volume + value
///   volume = n₁ · v₀ − forecast     more or fewer orders, at the value an order had before
///   value  = actual − n₁ · v₀       orders worth more or less: price and mix
/// ```
/// v₀ is the mean value of an order in the base, the periods before the forecast was made; the
/// forecast
/// stands for forecast / v₀ orders. What slipped out of the period is part of the volume.
/// - Source: FC4 (deviation analysis); the split is ours.
public struct ForecastDeviation: Hashable, Sendable {
  public let forecast: Money
  public let actual: Money
  public let orders: Int64
  /// v₀; nil where there was no order before.
  public let baseValue: Money?
  public let volume: Money?
  public let value: Money?
  /// Deals that were expected in the period and are not won in it; nil where nothing is known of
  /// deals.
  public let slipped: Money?
  public let slippedDeals: Int

  public var difference: Money? { try? actual.subtracting(forecast) }

  /// - Throws: `money.overflow`.
  public init(
    forecast: Money, actual: Money, orders: Int64, base: (amount: Money, orders: Int64),
    slipped: (amount: Money, deals: Int)?
  ) throws {
    self.forecast = forecast
    self.actual = actual
    self.orders = orders
    self.slipped = slipped?.amount
    slippedDeals = slipped?.deals ?? 0
    guard base.orders > 0 else {
      (baseValue, volume, value) = (nil, nil, nil)
      return
    }
    // The mean is not rounded before it is multiplied.
    let expected = try ExactAmount(base.amount).times(orders).divided(
      by: .one, pieces: base.orders, rounding: .halfUp, to: .document)
    baseValue = try base.amount.divided(by: base.orders, rounding: .halfUp, to: .document)
    volume = try expected.subtracting(forecast)
    value = try actual.subtracting(expected)
  }

  public var explanation: Explanation {
    var children = [
      Explanation("forecast", .input, value: .money(forecast)),
      Explanation("actual", .input, value: .money(actual), reason: Int(orders).text("order")),
    ]
    if let baseValue, let volume, let value {
      children += [
        Explanation(
          "volume", .step, value: .money(volume),
          reason:
            "\(Int(orders).text("order")) at \(baseValue.grouped) each, the mean before, less the "
            + "forecast"),
        Explanation("price and mix", .step, value: .money(value), reason: "the rest of actual"),
      ]
    } else {
      children.append(
        Explanation("volume", .notMatched, reason: "there is no order before it to compare with"))
    }
    if let slipped {
      children.append(
        Explanation(
          "timing", .step, value: .money(slipped),
          reason: "of which \(slippedDeals.text("deal")) expected in the period and not won in it"))
    }
    return Explanation(
      "deviation", .step, value: difference.map(FieldValue.money), reason: "actual − forecast",
      source: "FC4", children: children)
  }
}
