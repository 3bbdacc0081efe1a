import Values

/// Customers by the period of their first order, and what they bought in each period since.
/// - Source: CS7.
public struct PurchaseCohorts: Sendable {
  public struct Cohort: Sendable {
    /// First day of the period of the first order.
    public let start: Day
    public internal(set) var customers = 0
    /// By periods since the first order, from 0: customers with an order in it.
    public internal(set) var counts: [Int]
    var units: [Int128]

    /// - Throws: `money.overflow`.
    public func amount(_ period: Int) throws(ValueError) -> Money {
      try FunnelShare.money(units[period])
    }

    /// Customers of a period as a share of the cohort; 1 in the first.
    public func share(_ period: Int) -> Double? { FunnelShare.of(counts[period], customers) }

    /// The amount of a period as a share of the first one's; nil where that is nothing.
    public func amountShare(_ period: Int) -> Double? {
      units[0] > 0 ? Double(units[period]) / Double(units[0]) : nil
    }
  }

  public let grain: Grain
  /// By time; those without customers too, but none before the first.
  public let cohorts: [Cohort]

  /// - Parameters:
  ///   - from: First orders before its period are left out, with their customers.
  ///   - to: The last day of orders that count.
  ///   - most: Periods that a table may have.
  /// - Complexity: One pass over the orders.
  /// - Throws: `loyalty.cohorts` for more periods; `day.range`.
  public init(
    _ book: PurchaseBook, by grain: Grain, from: Day, to: Day, most: Int,
    poll: () throws -> Void = {}
  ) throws {
    self.grain = grain
    let periods = try Periods(grain, from: from, to: to, most: most)
    let count = periods.starts.count
    var cohorts = periods.starts.enumerated().map { index, start in
      Cohort(
        start: start, counts: Array(repeating: 0, count: count - index),
        units: Array(repeating: 0, count: count - index))
    }
    var seen = [Int](repeating: -1, count: count)
    let first = periods.starts[0].number
    try book.forEachCustomer(poll: poll) { place in
      let orders = book.orders(of: place)
      guard let day = orders.first.map({ book.days[$0] }), day >= first, day <= to.number else {
        return
      }
      let cohort = periods.index(of: day)
      cohorts[cohort].customers += 1
      for order in orders {
        let day = book.days[order]
        if day > to.number { break }
        let period = periods.index(of: day)
        cohorts[cohort].units[period - cohort] += Int128(book.units[order])
        if seen[period] != place {
          seen[period] = place
          cohorts[cohort].counts[period - cohort] += 1
        }
      }
    }
    self.cohorts = Array(cohorts.drop { $0.customers == 0 })
  }

  /// Cohorts of a period so long ago: customers then, and of them those with an order so long after.
  public func whole(_ period: Int) -> (customers: Int, counted: Int) {
    cohorts.filter { $0.counts.count > period }.reduce((0, 0)) {
      ($0.0 + $1.customers, $0.1 + $1.counts[period])
    }
  }
}

/// Periods one after the other, and which one a day is in.
struct Periods {
  private(set) var starts: [Day] = []
  private var ofDay: [Int32] = []

  /// - Throws: `loyalty.cohorts` where there are more than so many; `day.range`.
  init(_ grain: Grain, from: Day, to: Day, most: Int) throws {
    var start = try grain.start(of: min(from, to))
    while start <= to {
      guard starts.count < most else {
        throw ValidationError(
          "loyalty.cohorts",
          "from \(from) to \(to) there are more than \(most) periods of a \(grain)",
          remedy: "give a later from, or a longer period")
      }
      let next = try grain.start(start, adding: 1)
      let days = min(next.number, to.number + 1) - start.number
      ofDay += repeatElement(Int32(starts.count), count: Int(days))
      starts.append(start)
      start = next
    }
  }

  /// - Parameter day: From the first start to the last day.
  @inline(__always)
  func index(of day: Int32) -> Int { Int(ofDay[Int(day - starts[0].number)]) }
}
