import Values

/// What was entered for a customer in a programme and period, and what to enter next: always the
/// difference to what is there, so that doing it twice is doing it once.
/// - Source: standards: payout(t) = entitlement(cumulative to t) − already settled.
public struct RebateAccount: Hashable, Sendable {
  public private(set) var accrued = Money.zero
  public private(set) var settled = Money.zero
  /// Day of the latest entry.
  public private(set) var last: Day?

  public init() {}

  /// - Throws: `money.overflow`.
  public mutating func add(_ entry: RebateEntry) throws(ValueError) {
    switch entry.kind {
    case .accrual: accrued = try accrued.adding(entry.amount)
    case .settlement: settled = try settled.adding(entry.amount)
    }
    last = max(last ?? entry.enteredOn, entry.enteredOn)
  }

  /// Owed and not paid yet; negative where too much was paid.
  /// - Throws: `money.overflow`.
  public func balance() throws(ValueError) -> Money { try accrued.subtracting(settled) }

  /// What an accrual enters for an entitlement; nil for nothing.
  /// - Throws: `rebate.day`, `money.overflow`.
  public func accrual(to entitlement: Money, on day: Day, _ what: String) throws -> Money? {
    try entry(try entitlement.subtracting(accrued), on: day, what)
  }

  /// What a settlement enters; nil for nothing.
  /// - Throws: `rebate.day`, `money.overflow`.
  public func settlement(on day: Day, _ what: String) throws -> Money? {
    try entry(try balance(), on: day, what)
  }

  /// Entries follow each other in time: a figure of a past day never changes.
  private func entry(_ amount: Money, on day: Day, _ what: String) throws -> Money? {
    guard amount != .zero else { return nil }
    if let last, day < last {
      throw ValidationError(
        "rebate.day", "\(what) has an entry of \(last); \(day) is before it",
        remedy: "enter the difference on \(last) or later")
    }
    return amount
  }
}
