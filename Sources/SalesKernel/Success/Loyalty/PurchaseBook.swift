import Values

/// Orders by customer, flat: what figures of retention, cohorts and value are made of.
///
/// Customers are known by their place, 0 and up; the orders of one stand together, by day.
public struct PurchaseBook: Sendable {
  /// Place of each customer's first order, and the end behind the last one.
  private let starts: [Int]
  public let days: [Int32]
  /// Amounts in 1/10,000 yuan, or what else was put in for each order.
  public let units: [Int64]

  public var customers: Int { starts.count - 1 }

  /// - Parameters:
  ///   - places: The customer of each order; orders whose place is outside are left out.
  ///   - days: Day numbers.
  /// - Complexity: Linear where orders of a customer come by day; else a sort of that customer's.
  public init(customers: Int, places: [Int32], days: [Int32], units: [Int64]) {
    var starts = [Int](repeating: 0, count: customers + 1)
    for place in places where place >= 0 && place < customers { starts[Int(place) + 1] += 1 }
    for place in 0..<customers { starts[place + 1] += starts[place] }
    var next = starts
    let total = starts[customers]
    var sortedDays = [Int32](repeating: 0, count: total)
    var sortedUnits = [Int64](repeating: 0, count: total)
    for (order, place) in places.enumerated() where place >= 0 && place < customers {
      let slot = next[Int(place)]
      next[Int(place)] = slot + 1
      sortedDays[slot] = days[order]
      sortedUnits[slot] = units[order]
    }
    for place in 0..<customers {
      Self.sort(starts[place]..<starts[place + 1], &sortedDays, &sortedUnits)
    }
    (self.starts, self.days, self.units) = (starts, sortedDays, sortedUnits)
  }

  /// The orders of a customer, the earliest first.
  @inline(__always)
  public func orders(of place: Int) -> Range<Int> { starts[place]..<starts[place + 1] }

  private static func sort(_ range: Range<Int>, _ days: inout [Int32], _ units: inout [Int64]) {
    guard range.count > 1, zip(range, range.dropFirst()).contains(where: { days[$0] > days[$1] })
    else { return }
    let order = range.sorted { days[$0] == days[$1] ? $0 < $1 : days[$0] < days[$1] }
    let moved = order.map { (days[$0], units[$0]) }
    for (slot, order) in zip(range, moved) { (days[slot], units[slot]) = order }
  }
}

/// Days after one and up to another, as the orders of twelve months.
public struct DayWindow: Hashable, Sendable {
  public let after: Int32
  public let upto: Int32

  public init(after: Int32, upto: Int32) { (self.after, self.upto) = (after, upto) }

  /// The months that end with a day.
  /// - Throws: `day.range`.
  public init(months: Int, endingOn end: Day) throws(ValueError) {
    self.init(after: try end.adding(months: -months).number, upto: end.number)
  }

  @inline(__always)
  public func holds(_ day: Int32) -> Bool { day > after && day <= upto }
}

/// What a customer bought in a window.
public struct Purchases: Sendable {
  public fileprivate(set) var count = 0
  public fileprivate(set) var units: Int128 = 0
  public fileprivate(set) var first: Int32 = 0
  public fileprivate(set) var last: Int32 = 0
}

extension PurchaseBook {
  @inline(__always)
  public func purchases(of place: Int, in window: DayWindow) -> Purchases {
    var result = Purchases()
    for order in orders(of: place) where window.holds(days[order]) {
      if result.count == 0 { result.first = days[order] }
      result.last = days[order]
      result.count += 1
      result.units += Int128(units[order])
    }
    return result
  }

  /// Calls for every customer by its place, and now and then for a stop.
  @inline(__always)
  func forEachCustomer(poll: () throws -> Void, _ body: (Int) throws -> Void) rethrows {
    for place in 0..<customers {
      if place & 0x3FFF == 0 { try poll() }
      try body(place)
    }
  }
}
