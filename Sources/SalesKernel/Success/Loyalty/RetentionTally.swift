import Values

/// Who of the customers at the start of a period is still one at its end, and what they bought.
///
/// A customer on a day is who ordered within the policy's months up to it. At start: on the day before
/// the period. Amounts are those of the same months up to the start and up to the end.
/// Always: at end = at start − lost + gained + returned.
/// - Source: CS7; standards "Customer measures".
public struct RetentionTally: Sendable {
  public private(set) var start = 0
  public private(set) var lost = 0
  /// With their first order ever in the period.
  public private(set) var gained = 0
  /// Customers once, not at the start, and again at the end.
  public private(set) var returned = 0
  /// Not at the start, not at the end, but with an order between: in periods longer than the months.
  public private(set) var passed = 0
  var base: Int128 = 0
  var now: Int128 = 0
  var kept: Int128 = 0
  var lostUnits: Int128 = 0

  public init() {}

  public var end: Int { start - lost + gained + returned }
  /// Lost of those at the start; nil where there were none.
  public var churn: Double? { FunnelShare.of(lost, start) }
  public var retention: Double? { FunnelShare.of(start - lost, start) }
  /// What those at the start buy at the end over what they bought at the start; nil where that is
  /// nothing.
  public var netRevenue: Double? { base > 0 ? Double(now) / Double(base) : nil }
  /// The same with each customer's growth left out, so at most 1.
  public var grossRevenue: Double? { base > 0 ? Double(kept) / Double(base) : nil }

  /// - Throws: `money.overflow`.
  public func startAmount() throws(ValueError) -> Money { try FunnelShare.money(base) }
  public func endAmount() throws(ValueError) -> Money { try FunnelShare.money(now) }
  public func lostAmount() throws(ValueError) -> Money { try FunnelShare.money(lostUnits) }
  /// What customers who stayed buy more.
  public func expansion() throws(ValueError) -> Money { try FunnelShare.money(now - kept) }
  /// What customers who stayed buy less.
  public func contraction() throws(ValueError) -> Money {
    try FunnelShare.money(base - kept - lostUnits)
  }

  mutating func add(_ customer: RetentionState) {
    guard customer.isStart else {
      if customer.isEnd {
        if customer.isKnown { returned += 1 } else { gained += 1 }
      } else if customer.isBetween {
        passed += 1
      }
      return
    }
    start += 1
    base += customer.base
    now += customer.now
    kept += min(customer.base, customer.now)
    if !customer.isEnd {
      lost += 1
      lostUnits += customer.base
    }
  }
}

/// One customer in a period.
struct RetentionState {
  var isStart = false
  var isEnd = false
  /// With an order before the period.
  var isKnown = false
  var isBetween = false
  var base: Int128 = 0
  var now: Int128 = 0
}

extension PurchaseBook {
  /// - Parameter months: Within which a customer must have ordered to be one.
  /// - Complexity: One pass over the orders.
  /// - Throws: `day.range`.
  public func retention(
    from: Day, to: Day, months: Int, by grouping: FigureGrouping? = nil,
    poll: () throws -> Void = {}
  ) throws -> FigureGroups<RetentionTally> {
    let start = try DayWindow(months: months, endingOn: try from.adding(days: -1))
    let end = try DayWindow(months: months, endingOn: to)
    var result = FigureGroups(RetentionTally())
    try forEachCustomer(poll: poll) { place in
      var customer = RetentionState()
      for order in orders(of: place) {
        let day = days[order]
        if day > end.upto { break }
        if day <= start.upto { customer.isKnown = true } else { customer.isBetween = true }
        if start.holds(day) {
          customer.isStart = true
          customer.base += Int128(units[order])
        }
        if end.holds(day) {
          customer.isEnd = true
          customer.now += Int128(units[order])
        }
      }
      if customer.isKnown || customer.isBetween {
        result.add(to: grouping?.key(of: place, day: nil)) { $0.add(customer) }
      }
    }
    return result
  }
}
