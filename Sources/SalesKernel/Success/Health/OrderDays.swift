import Values

/// The days on which customers ordered, upward by customer: what tells who was lost, and when.
public struct OrderDays: Sendable {
  private var starts: [Int]
  private var days: [Int32]

  /// - Parameter orders: A customer's place and a day each, in any order.
  public init(customers count: Int, orders: [(place: Int32, day: Int32)]) {
    var starts = [Int](repeating: 0, count: count + 1)
    for order in orders { starts[Int(order.place) + 1] += 1 }
    for place in 0..<count { starts[place + 1] += starts[place] }
    var days = [Int32](repeating: 0, count: orders.count)
    var filled = starts
    for order in orders {
      days[filled[Int(order.place)]] = order.day
      filled[Int(order.place)] += 1
    }
    for place in 0..<count where starts[place + 1] - starts[place] > 1 {
      days[starts[place]..<starts[place + 1]].sort()
    }
    (self.starts, self.days) = (starts, days)
  }

  /// What became of a customer after a day.
  public enum Fate: Hashable, Sendable {
    /// Had not ordered yet, or had been lost already: nothing is to be foretold.
    case outside
    case stayed
    /// Ordered nothing for so many months, which were complete on this day.
    case lost(Int32)
  }

  /// Whether a customer who was with us on a day was lost up to another one.
  ///
  /// Lost: no order for some months, which are complete on the same day of the month so many months
  /// later, as the churn policy counts them.
  public func fate(
    of place: Int, after day: Day, upto last: Day, months: Int
  ) throws(ValueError) -> Fate {
    let own = starts[place]..<starts[place + 1]
    var next = own.lowerBound
    while next < own.upperBound, days[next] <= day.number { next += 1 }
    guard next > own.lowerBound else { return .outside }
    var previous = days[next - 1]
    while true {
      let complete = try Day(number: previous).adding(months: months)
      if complete <= day { return .outside }
      if complete > last { return .stayed }
      guard next < own.upperBound, days[next] <= complete.number else {
        return .lost(complete.number)
      }
      previous = days[next]
      next += 1
    }
  }
}
