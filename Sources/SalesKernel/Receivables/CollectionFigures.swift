import Values

/// What the measures of collection are made of: sums over a period, as they stood at its end.
///
/// Only what was entered up to the last day counts, so that a figure of the past stays what it was.
/// - Source: PF5, AU6.
public struct CollectionFigures: Sendable {
  /// An amount with how many records make it.
  public struct Sum: Hashable, Sendable {
    public private(set) var amount = Money.zero
    public private(set) var count = 0

    mutating func add(_ more: Money) throws(ValueError) {
      amount = try amount.adding(more)
      count += 1
    }
  }

  public let since: Day
  public let upto: Day
  /// Open at the end of the last day.
  public private(set) var receivables = Sum()
  /// Of that, past due.
  public private(set) var overdue = Sum()
  /// Billed on credit in the period, less what was taken back in it.
  public private(set) var creditSales = Sum()
  /// Billed with a due day in the period.
  public private(set) var due = Sum()
  /// Of that, paid by the last day.
  public private(set) var collected = Sum()
  /// Given up in the period, less what was taken back of it.
  public private(set) var badDebt = Sum()

  /// - Parameter book: The claims as of the last day.
  /// - Throws: `receivable.day` for a period that ends before it begins, `money.overflow`, what the
  ///   policy's rule throws.
  public init(
    since: Day, upto: Day, _ book: ClaimBook, _ invoices: [Invoice], _ allocations: [Allocation],
    isCreditSale: (Invoice) throws -> Bool
  ) throws {
    guard since <= upto else {
      throw ValidationError(
        "receivable.day", "the period from \(since) to \(upto) ends before it begins",
        remedy: "give since = the earlier day")
    }
    (self.since, self.upto) = (since, upto)
    for claim in book.all { try add(claim) }
    let period = since...upto
    for invoice in invoices where period.contains(invoice.issuedOn) {
      guard let root = book.claim(of: invoice.id)?.invoice, try isCreditSale(root) else { continue }
      try creditSales.add(invoice.amount)
    }
    for part in allocations where part.kind == .badDebt && period.contains(part.allocatedOn) {
      try badDebt.add(part.amount)
    }
  }

  private mutating func add(_ claim: Claim) throws(ValueError) {
    let open = try claim.open()
    if open != .zero {
      try receivables.add(open)
      if claim.daysPastDue(on: upto) > 0 { try overdue.add(open) }
    }
    if since <= claim.invoice.dueOn, claim.invoice.dueOn <= upto, claim.billed != .zero {
      try due.add(claim.billed)
      try collected.add(claim.paid)
    }
  }

  private var days: Int64 { Int64(upto.days(since: since)) + 1 }

  /// Days sales outstanding.
  public func dso(source: String) -> CollectionMeasure {
    CollectionMeasure(
      name: "dso", formula: "receivables / credit_sales × days",
      numerator: open, denominator: sales, days: days, source: source)
  }

  public func collectionRate(source: String) -> CollectionMeasure {
    CollectionMeasure(
      name: "collection_rate", formula: "collected / due",
      numerator: .init(
        name: "collected", amount: collected.amount, reason: "paid of that by the end of \(upto)"),
      denominator: .init(
        name: "due", amount: due.amount,
        reason: "\(due.count.text("invoice")) due from \(since) to \(upto)"),
      days: nil, source: source)
  }

  public func overdueRate(source: String) -> CollectionMeasure {
    CollectionMeasure(
      name: "overdue_rate", formula: "overdue / receivables",
      numerator: .init(
        name: "overdue", amount: overdue.amount, reason: "\(overdue.count.text("invoice")) past due"
      ),
      denominator: open, days: nil, source: source)
  }

  public func badDebtRate(source: String) -> CollectionMeasure {
    CollectionMeasure(
      name: "bad_debt_rate", formula: "bad_debt / credit_sales",
      numerator: .init(
        name: "bad_debt", amount: badDebt.amount,
        reason: "\(badDebt.count.text("amount")) written off or taken back from \(since) to \(upto)"
      ),
      denominator: sales, days: nil, source: source)
  }

  private var open: CollectionMeasure.Side {
    .init(
      name: "receivables", amount: receivables.amount,
      reason: "\(receivables.count.text("invoice")) open at the end of \(upto)")
  }

  private var sales: CollectionMeasure.Side {
    .init(
      name: "credit_sales", amount: creditSales.amount,
      reason:
        "\(creditSales.count.text("invoice")) on credit issued or taken back from \(since) to \(upto)"
    )
  }
}
