import Values

/// What is known of a customer's silence on a day.
public struct Silence: Hashable, Sendable {
  public let lastOrder: Day
  public let atRiskFrom: Day
  /// Mean days between its orders; nil where there are too few.
  public let cycleDays: Double?
  public let days: Int

  /// Silence in the customer's own cycles; nil where no cycle is known.
  public var cycles: Double? { cycleDays.flatMap { $0 > 0 ? Double(days) / $0 : nil } }
}

extension ChurnPolicy {
  /// - Parameters:
  ///   - first: Day of the first of the orders up to today, and how many there are.
  /// - Throws: `day.range`.
  public func silence(
    lastOrder: Day, first: Day, orders: Int, lastEmailOpened: Day?, asOf today: Day
  ) throws(ValueError) -> Silence {
    let cycle =
      orders >= cycleOrders ? Double(lastOrder.days(since: first)) / Double(orders - 1) : nil
    return Silence(
      lastOrder: lastOrder,
      atRiskFrom: try atRiskFrom(lastOrder: lastOrder, lastEmailOpened: lastEmailOpened),
      cycleDays: cycle, days: today.days(since: lastOrder))
  }

  /// The most pressing notice that holds for a silence; nil where none does, or where it is at risk.
  /// - Throws: `day.range`.
  public func notice(of silence: Silence, asOf today: Day) throws(ValueError) -> Notice? {
    guard silence.atRiskFrom > today else { return nil }
    for notice in notices {
      guard try silence.atRiskFrom.adding(months: -notice.months) <= today else { continue }
      if let least = notice.cycles {
        guard let cycles = silence.cycles, cycles >= least else { continue }
      }
      return notice
    }
    return nil
  }
}
