import Values

/// Deliveries of a period against the days by which they were due.
/// - Source: CS5, SV1.
public struct DeliveryRecord: Hashable, Sendable {
  public private(set) var count = 0
  public private(set) var onTime = 0
  /// Of which no due day is known: they are judged neither way.
  public private(set) var unknown = 0

  public init() {}

  public mutating func add(_ day: Day, due: Day?) {
    count += 1
    guard let due else {
      unknown += 1
      return
    }
    if day <= due { onTime += 1 }
  }

  /// On time among those with a due day; nil where there are none.
  public var share: Double? { FunnelShare.of(onTime, count - unknown) }
}

/// What was bought in a period against the one before.
public struct PurchaseComparison: Hashable, Sendable {
  public let orders: Int
  public let amount: Money
  public let before: Money
  public let ordersBefore: Int

  /// - Parameter orders: With their day and amount; those outside both periods are left out.
  /// - Throws: `money.overflow`, `day.range`.
  public init(
    _ orders: [(day: Day, amount: Money)], from: Day, to: Day
  ) throws(ValueError) {
    let start = try from.adding(days: -(to.days(since: from) + 1))
    let now = orders.filter { from <= $0.day && $0.day <= to }
    let before = orders.filter { start <= $0.day && $0.day < from }
    self.orders = now.count
    ordersBefore = before.count
    amount = try FunnelShare.money(now.reduce(0) { $0 + Int128($1.amount.units) })
    self.before = try FunnelShare.money(before.reduce(0) { $0 + Int128($1.amount.units) })
  }

  /// Growth over the period before; nil where nothing was bought then.
  public var growth: Double? {
    before.units > 0 ? Double(amount.units) / Double(before.units) - 1 : nil
  }
}
