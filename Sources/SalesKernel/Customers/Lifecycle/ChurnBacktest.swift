import Values

/// How well the churn signal told who was lost: looked at on past days by what was known on each.
///
/// Lost: a silence that lasted the policy's months. On a day stand the customers whose silence has not
/// lasted so long yet; flagged are those whom the signal calls warning or at risk. Whether the silence
/// became a loss within the horizon is seen later, and is never looked at for the signal.
/// - Source: CU13.
public struct ChurnBacktest: Sendable {
  public private(set) var total = WarningCounts()
  public private(set) var checks: [(day: Day, counts: WarningCounts)]
  /// From the first flag of a silence to its becoming a loss, one a loss that was flagged.
  public private(set) var leads = WarningLeads()

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
    checks = days.map { ($0, WarningCounts()) }
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
          if isLost { leads.add(lostOn.number - today.number) }
        }
        add(check, isFlagged: isFlagged, isLost: isLost)
      }
    }
  }

  private mutating func add(_ check: Int, isFlagged: Bool, isLost: Bool) {
    total.add(isTold: isFlagged, isLost: isLost)
    checks[check].counts.add(isTold: isFlagged, isLost: isLost)
  }
}
