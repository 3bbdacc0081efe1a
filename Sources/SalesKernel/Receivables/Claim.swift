import Values

/// An invoice with what has become of it up to a day.
public struct Claim: Sendable {
  public let invoice: Invoice
  /// The invoice less what was taken back of it.
  public private(set) var billed: Money
  public private(set) var paid = Money.zero
  public private(set) var writtenOff = Money.zero

  init(_ invoice: Invoice) {
    self.invoice = invoice
    billed = invoice.amount
  }

  /// What is still owed: billed, less paid, less written off.
  /// - Throws: `money.overflow`.
  public func open() throws(ValueError) -> Money {
    try billed.subtracting(paid).subtracting(writtenOff)
  }

  /// Days since the due day; zero or less while it is not past due.
  public func daysPastDue(on day: Day) -> Int { day.days(since: invoice.dueOn) }

  mutating func take(_ reversal: Invoice) throws(ValueError) {
    billed = try billed.adding(reversal.amount)
  }

  mutating func take(_ allocation: Allocation) throws(ValueError) {
    switch allocation.kind {
    case .payment: paid = try paid.adding(allocation.amount)
    case .badDebt: writtenOff = try writtenOff.adding(allocation.amount)
    }
  }
}

/// Every claim as it stood at the end of a day: what was entered later does not count.
///
/// Invoices come first, then allocations. An invoice that takes another back counts with that one;
/// where the other is not among them, it is a claim of its own, so that nothing is lost.
public struct ClaimBook: Sendable {
  public let day: Day
  private var claims: [Int64: Claim] = [:]
  private var reversals: [Invoice] = []
  /// For every invoice the one it counts with.
  private var roots: [Int64: Int64] = [:]

  public init(asOf day: Day) { self.day = day }

  public mutating func add(_ invoice: Invoice) {
    guard invoice.issuedOn <= day else { return }
    if invoice.reverses != nil {
      reversals.append(invoice)
    } else {
      claims[invoice.id] = Claim(invoice)
      roots[invoice.id] = invoice.id
    }
  }

  /// To be called between invoices and allocations.
  /// - Throws: `money.overflow`.
  public mutating func joinReversals() throws(ValueError) {
    for reversal in reversals.sorted(by: { $0.id < $1.id }) {
      let root = reversal.reverses.flatMap { roots[$0] }
      roots[reversal.id] = root ?? reversal.id
      if let root {
        try claims[root]?.take(reversal)
      } else {
        claims[reversal.id] = Claim(reversal)
      }
    }
    reversals = []
  }

  /// - Throws: `money.overflow`.
  public mutating func add(_ allocation: Allocation) throws(ValueError) {
    guard allocation.allocatedOn <= day, let root = roots[allocation.invoice] else { return }
    try claims[root]?.take(allocation)
  }

  /// All claims, oldest due day first.
  public var all: [Claim] {
    claims.values.sorted {
      ($0.invoice.dueOn, $0.invoice.id) < ($1.invoice.dueOn, $1.invoice.id)
    }
  }

  /// The claim that an invoice counts with.
  public func claim(of invoice: Int64) -> Claim? { roots[invoice].flatMap { claims[$0] } }
}
