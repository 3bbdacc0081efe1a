import Values

/// An amount that dated entries raise and lower, in whatever order they are entered.
///
/// ```
///   day      1    5   10   20
///   entry  100  -60  -40  +40
///   stands 100   40    0   40     least from day 5 on: 0, so nothing more can be taken on day 5
/// ```
public struct RunningBalance: Sendable {
  private var entries: [(day: Day, units: Int64)] = []

  public init() {}

  public mutating func add(_ amount: Money, on day: Day) { entries.append((day, amount.units)) }

  /// What stands at the end of a day.
  /// - Throws: `money.overflow`.
  public func amount(upto day: Day) throws(ValueError) -> Money {
    try Self.money(entries.reduce(Int128(0)) { $1.day <= day ? $0 + Int128($1.units) : $0 })
  }

  /// What can be taken on a day so that neither that day nor a later one ends below zero; never
  /// below zero itself.
  /// - Throws: `money.overflow`.
  public func available(on day: Day) throws(ValueError) -> Money {
    var sum = Int128(0)
    var least: Int128?
    let sorted = entries.sorted { $0.day < $1.day }
    for (index, entry) in sorted.enumerated() {
      if entry.day > day, least == nil { least = sum }
      sum += Int128(entry.units)
      let isDaysEnd = index + 1 == sorted.count || sorted[index + 1].day > entry.day
      if entry.day >= day, isDaysEnd { least = min(least ?? sum, sum) }
    }
    return try Self.money(max(0, least ?? sum))
  }

  private static func money(_ units: Int128) throws(ValueError) -> Money {
    guard let units = Int64(exactly: units) else {
      throw ValueError("money.overflow", "a balance is out of the range of money")
    }
    return Money(units: units)
  }
}
