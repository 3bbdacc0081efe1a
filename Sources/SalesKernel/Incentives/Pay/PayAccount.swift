import Values

/// The ledger of one plan: what was entered about each period, rep and component.
///
/// A line is about the period it corrects, else about the one it stands in.
public struct PayAccount: Sendable {
  public struct Key: Hashable, Sendable {
    public let rep: Int64
    public let component: String

    public init(rep: Int64, component: String) { (self.rep, self.component) = (rep, component) }
  }

  /// What kinds of lines sum to.
  public struct Sums: Hashable, Sendable {
    public private(set) var earned = Money.zero
    public private(set) var corrected = Money.zero
    public private(set) var clawedBack = Money.zero
    /// Held less released; zero or less.
    public private(set) var held = Money.zero
    public private(set) var paid = Money.zero

    public init() {}

    /// - Throws: `money.overflow`.
    public mutating func add(_ line: PayLine) throws(ValueError) {
      switch line.kind {
      case .earned: earned = try earned.adding(line.amount)
      case .correction: corrected = try corrected.adding(line.amount)
      case .clawback: clawedBack = try clawedBack.adding(line.amount)
      case .held, .released: held = try held.adding(line.amount)
      case .paid: paid = try paid.adding(line.amount)
      }
    }

    /// What the rules gave, as far as it is entered.
    public func settled() throws(ValueError) -> Money {
      try earned.adding(corrected).adding(clawedBack)
    }

    /// What is still to be paid out; below zero where too much was.
    public func balance() throws(ValueError) -> Money {
      try settled().adding(held).adding(paid)
    }
  }

  public private(set) var periods: [String: PayPeriod] = [:]
  private var byPeriod: [Int64: [Key: Sums]] = [:]
  public private(set) var byRep: [Int64: Sums] = [:]

  /// - Parameters:
  ///   - periods: Those of the plan.
  ///   - lines: Lines of any plan; others are left out.
  /// - Throws: `money.overflow`.
  public init(periods: [PayPeriod], lines: [PayLine]) throws(ValueError) {
    var ids: Set<Int64> = []
    for period in periods {
      self.periods[period.period] = period
      ids.insert(period.id)
    }
    for line in lines where ids.contains(line.period) {
      let key = Key(rep: line.rep, component: line.component)
      let about = line.corrects ?? line.period
      try byPeriod[about, default: [:]][key, default: Sums()].add(line)
      try byRep[line.rep, default: Sums()].add(line)
    }
  }

  public func sums(about period: Int64) -> [Key: Sums] { byPeriod[period] ?? [:] }

  /// - Throws: `incentive.closed`.
  public static func requireOpen(_ period: PayPeriod) throws(ValidationError) {
    guard period.state == .closed else { return }
    let day = period.closedOn.map { " on \($0)" } ?? ""
    throw ValidationError(
      "incentive.closed", "\(period.period) of \(period.plan) was closed\(day) and is final",
      remedy:
        "incentive.correct{period = \"\(period.period)\"} enters the difference in an open one")
  }
}
