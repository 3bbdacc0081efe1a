import Values

/// How well the churn signal told who was lost: looked at on past days by what was known on each.
///
/// Lost: a silence that lasted the policy's months. On a day stand the customers whose silence has not
/// lasted so long yet; flagged are those whom the signal calls warning or at risk. Whether the silence
/// became a loss within the horizon is seen later, and is never looked at for the signal.
/// - Source: CU13.
public struct ChurnBacktest: Sendable {
  public struct Counts: Hashable, Sendable {
    public internal(set) var customers = 0
    public internal(set) var flagged = 0
    public internal(set) var lost = 0
    /// Flagged and lost.
    public internal(set) var hits = 0

    public init() {}

    mutating func add(isFlagged: Bool, isLost: Bool) {
      customers += 1
      if isFlagged { flagged += 1 }
      if isLost { lost += 1 }
      if isFlagged, isLost { hits += 1 }
    }

    /// Lost among the flagged; nil where none was.
    public var precision: Double? { FunnelShare.of(hits, flagged) }
    /// Flagged among the lost; nil where none was.
    public var recall: Double? { FunnelShare.of(hits, lost) }
    /// Lost among all, which is the precision of flagging by chance.
    public var base: Double? { FunnelShare.of(lost, customers) }
  }

  public private(set) var total = Counts()
  public private(set) var checks: [(day: Day, counts: Counts)]
  /// Days from the first flag of a silence to its becoming a loss, one a loss that was flagged.
  public private(set) var leads: [Int] = []

  /// - Parameters:
  ///   - emails: Day on which each customer last opened an e-mail; `Int32.min` for none. Those after a
  ///     check are not known on it.
  ///   - days: Of the checks, going up.
  ///   - months: Of silence after which a customer is lost.
  ///   - horizon: Months after a check within which the loss must come.
  /// - Throws: `day.range`, and what `poll` throws.
  public init(
    _ book: PurchaseBook, emails: [Int32], policy: ChurnPolicy, days: [Day], months: Int,
    horizon: Int, poll: () throws -> Void = {}
  ) throws {
    checks = days.map { ($0, Counts()) }
    let limits = try days.map { day in try day.adding(months: horizon) }
    try book.forEachCustomer(poll: poll) { place in
      var order = book.orders(of: place)
      guard !order.isEmpty else { return }
      let email = emails[place]
      var flagged: Int32?
      for check in days.indices {
        let today = days[check]
        // The last order that was known on the day: those after it are not looked at for the signal.
        while order.count > 1, book.days[order.lowerBound + 1] <= today.number {
          order = order.dropFirst()
          if book.days[order.lowerBound] != book.days[order.lowerBound - 1] { flagged = nil }
        }
        let last = book.days[order.lowerBound]
        guard last <= today.number else { continue }
        let lastOrder = try Day(number: last)
        let lostOn = try lastOrder.adding(months: months)
        guard lostOn > today else { continue }
        let opened = email <= today.number && email != .min ? try Day(number: email) : nil
        let risk = try policy.atRiskFrom(lastOrder: lastOrder, lastEmailOpened: opened)
        let isFlagged = try policy.state(atRiskFrom: risk, asOf: today) != .active
        let next = order.count > 1 ? book.days[order.lowerBound + 1] : Int32.max
        let isLost = next > lostOn.number && lostOn <= limits[check]
        if isFlagged, flagged == nil {
          flagged = today.number
          if isLost { leads.append(lostOn.days(since: today)) }
        }
        add(check, isFlagged: isFlagged, isLost: isLost)
      }
    }
  }

  private mutating func add(_ check: Int, isFlagged: Bool, isLost: Bool) {
    total.add(isFlagged: isFlagged, isLost: isLost)
    checks[check].counts.add(isFlagged: isFlagged, isLost: isLost)
  }

  /// The mean of the leads; nil where there is none.
  public var meanLead: Double? {
    leads.isEmpty ? nil : Double(leads.reduce(0, +)) / Double(leads.count)
  }

  /// The middle one of the leads, the lower of two.
  public var medianLead: Int? {
    leads.isEmpty ? nil : leads.sorted()[(leads.count - 1) / 2]
  }
}
