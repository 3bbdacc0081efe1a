import Values

/// What customers of each level are entitled to, and when the next visit is due.
/// - Source: CU11; `stdlib-lua/policy/service.lua`.
public struct ServicePolicy: Sendable {
  public let header: PolicyHeader
  public let standards: [ServiceStandard]

  /// - Throws: ``PolicyError``.
  public init(decoding value: PolicyValue) throws(PolicyError) {
    let table = try PolicyDecoder(value).table(keys: PolicyHeader.keys + ["levels"])
    self.header = try PolicyHeader(table)
    self.standards = try table["levels"].filledList(of: { at throws(PolicyError) in
      try ServiceStandard(decoding: at)
    })
    try table["levels"].refuseDuplicates(standards.map(\.level))
  }

  /// The standard of a level; nil for a level that the policy does not know.
  public func standard(for level: String) -> ServiceStandard? {
    standards.first { $0.level == level }
  }
}

/// The service of one level.
public struct ServiceStandard: Hashable, Sendable {
  public let level: String
  public let manager: Label
  public let visits: Label
  /// Months between visits; nil where visits are on demand.
  public let visitMonths: Int?
  public let support: Label
  public let delivery: Label
  public let price: Label
  /// Share off the price, beyond what the agreement gives.
  public let furtherDiscount: Rate
  public let valueAdded: Label
  public let source: String

  init(decoding at: PolicyDecoder) throws(PolicyError) {
    let table = try at.table(keys: [
      "level", "manager", "visits", "visit_months", "support", "delivery", "price",
      "further_discount", "value_added", "source", "note",
    ])
    self.level = try table["level"].text()
    self.manager = try table["manager"].label()
    self.visits = try table["visits"].label()
    self.visitMonths = try table["visit_months"].ifPresent?.integer(in: 1...120).asInt
    self.support = try table["support"].label()
    self.delivery = try table["delivery"].label()
    self.price = try table["price"].label()
    self.furtherDiscount = try table["further_discount"].ifPresent?.share() ?? .zero
    self.valueAdded = try table["value_added"].label()
    self.source = try table.source()
  }
}

/// When a customer is to be visited next.
public struct VisitDue: Hashable, Sendable {
  public let due: Day
  /// Days past due; negative before.
  public let daysLate: Int
  public let explanation: Explanation
  public var isOverdue: Bool { daysLate > 0 }
}

extension ServiceStandard {
  /// When the next visit is due, counted from the last visit, or from the start where there was
  /// none.
  ///
  /// A month later is the same day of the month, or the month's last day where it has none such.
  /// - Returns: nil where visits are on demand, or there is nothing to count from.
  /// - Throws: ``ValueError`` with `day.range` at the end of the calendar.
  public func nextVisit(
    last: Day?, since start: Day?, asOf today: Day
  ) throws(ValueError) -> VisitDue? {
    guard let visitMonths, let from = last ?? start else { return nil }
    let due = try from.adding(months: visitMonths)
    let late = today.days(since: due)
    let opening = last == nil ? "no visit since \(from)" : "last visit \(from)"
    let explanation = Explanation(
      "next_visit", .step, value: .day(due),
      reason: "\(opening), one every \(visitMonths) months for level \(level)", source: source,
      children: [
        Explanation("level", .input, value: .text(level)),
        Explanation("last_visit", .input, value: last.map(FieldValue.day) ?? .null),
        Explanation("as_of", .input, value: .day(today)),
      ])
    return VisitDue(due: due, daysLate: late, explanation: explanation)
  }
}

extension Int64 {
  /// For values whose range has been checked.
  var asInt: Int { Int(clamping: self) }
}

extension PolicyDecoder {
  /// A share from 0 to 1, exactly as its decimal is written.
  func share() throws(PolicyError) -> Rate {
    let number = try number(in: 0...1)
    do {
      return try Rate(exactly: number)
    } catch {
      throw PolicyError("policy.value", at: path, error.message)
    }
  }
}
