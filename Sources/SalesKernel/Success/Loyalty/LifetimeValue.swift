import Values

/// What a customer is worth over its life, by one of the named ways to say so.
///
/// ```
///   simple      margin a year ÷ churn                    100,000 at 20 % → 500,000
///   discounted  margin a year ÷ (churn + discount)       the same where the discount is 0
///   historic    the margin that there was so far
/// ```
/// Discounted is the sum of margin × (1 − churn)^(t − 1) ÷ (1 + discount)^t over the years t = 1, 2, …:
/// each year's margin comes at its end. Rounded once, at the end.
/// - Source: CS7; standards "Customer measures".
public struct LifetimeValue: Sendable {
  public enum Variant: String, CaseIterable, Sendable {
    case simple, discounted, historic
  }

  /// Lost over customers at the start, exact: a given rate is over 1.
  public struct Churn: Sendable {
    public let lost: Rate
    public let of: Int64
    public init(_ rate: Rate) { (lost, of) = (rate, 1) }
    /// - Throws: `rate.overflow`.
    public init(lost: Int, of start: Int) throws(ValueError) {
      self.lost = try Rate(mantissa: Int64(lost), scale: 0)
      of = Int64(start)
    }
    public var double: Double { lost.double / Double(of) }
  }

  /// Money earned on customers: known where the cost is, else by the policy's share of the amount.
  public struct Margin: Sendable {
    public let known: Money
    /// Amount whose cost is not known.
    public let uncosted: Money
    public let share: Rate
    /// Customers that earned it.
    public let customers: Int64

    public init(known: Money, uncosted: Money, share: Rate, customers: Int64) {
      (self.known, self.uncosted, self.share, self.customers) = (known, uncosted, share, customers)
    }

    /// One margin for one customer, as a call may give it.
    public init(each margin: Money) {
      self.init(known: margin, uncosted: .zero, share: .zero, customers: 1)
    }

    /// - Throws: `price.precision`.
    func exact() throws(ValueError) -> ExactAmount {
      var estimated = ExactAmount(uncosted)
      try estimated.multiply(by: share)
      try estimated.add(ExactAmount(known))
      return estimated
    }

    /// - Throws: `money.overflow`, `price.precision`.
    public func total(rounding: Rounding) throws(ValueError) -> Money {
      try exact().rounded(rounding, to: .document)
    }

    /// The mean of a customer; nil where there is none.
    public func each(rounding: Rounding) throws(ValueError) -> Money? {
      customers == 0
        ? nil
        : try exact().divided(by: .one, pieces: customers, rounding: rounding, to: .document)
    }
  }

  public let variant: Variant
  /// Nil where there is no customer, or where nothing ends: no churn and no discount.
  public let value: Money?
  /// Why there is no value.
  public let absence: String?

  /// - Parameters:
  ///   - margin: Of a year; of all time for the historic value.
  ///   - churn: Of a year; nil where there was nobody to lose.
  /// - Throws: `money.overflow`, `price.precision`, `rate.overflow`.
  public init(
    _ variant: Variant, _ margin: Margin, churn: Churn?, discount: Rate, rounding: Rounding
  ) throws(ValueError) {
    self.variant = variant
    guard margin.customers > 0 else {
      (value, absence) = (nil, "no customer bought")
      return
    }
    guard variant != .historic else {
      (value, absence) = (try margin.each(rounding: rounding), nil)
      return
    }
    guard let churn, churn.of > 0 else {
      (value, absence) = (nil, "nobody was a customer at the start, so no churn is known")
      return
    }
    var ends = churn.lost
    if variant == .discounted {
      ends = try ends.adding(discount.times(try Rate(mantissa: churn.of, scale: 0)))
    }
    guard ends > .zero else {
      (value, absence) = (nil, "nobody was lost, so the value has no limit")
      return
    }
    value = try margin.exact().times(churn.of).divided(
      by: ends, pieces: margin.customers, rounding: rounding, to: .document)
    absence = nil
  }
}

/// Margin and customers of a group, before the policy's share is applied.
public struct MarginTally: Sendable {
  public private(set) var customers = 0
  var known: Int128 = 0
  var uncosted: Int128 = 0
  var costed: Int128 = 0

  init() {}

  mutating func add(_ margin: Int128, costed: Int128, uncosted: Int128) {
    customers += 1
    known += margin
    self.costed += costed
    self.uncosted += uncosted
  }

  /// Share of the amount whose cost is known; nil where there is no amount.
  public var knownShare: Double? {
    costed + uncosted > 0 ? Double(costed) / Double(costed + uncosted) : nil
  }

  /// - Throws: `money.overflow`.
  public func margin(share: Rate) throws(ValueError) -> LifetimeValue.Margin {
    LifetimeValue.Margin(
      known: try FunnelShare.money(known), uncosted: try FunnelShare.money(uncosted),
      share: share, customers: Int64(customers))
  }
}

/// Orders with what their lines say of cost: three books of the same orders.
public struct MarginBook: Sendable {
  private let amounts: PurchaseBook
  private let costed: PurchaseBook
  private let margins: PurchaseBook

  /// - Parameters:
  ///   - amounts: What each order comes to.
  ///   - costed: The part of it whose cost is known.
  ///   - margins: That part less its cost.
  public init(
    customers: Int, places: [Int32], days: [Int32], amounts: [Int64], costed: [Int64],
    margins: [Int64]
  ) {
    self.amounts = PurchaseBook(
      customers: customers, places: places, days: days, units: amounts)
    self.costed = PurchaseBook(customers: customers, places: places, days: days, units: costed)
    self.margins = PurchaseBook(
      customers: customers, places: places, days: days, units: margins)
  }

  /// Those who bought in a window.
  public func margins(
    in window: DayWindow, by grouping: FigureGrouping? = nil, poll: () throws -> Void = {}
  ) rethrows -> FigureGroups<MarginTally> {
    var result = FigureGroups(MarginTally())
    try amounts.forEachCustomer(poll: poll) { place in
      let bought = amounts.purchases(of: place, in: window)
      guard bought.count > 0 else { return }
      let known = costed.purchases(of: place, in: window).units
      let margin = margins.purchases(of: place, in: window).units
      result.add(to: grouping?.key(of: place, day: nil)) {
        $0.add(margin, costed: known, uncosted: bought.units - known)
      }
    }
    return result
  }

  public var orders: PurchaseBook { amounts }
}
