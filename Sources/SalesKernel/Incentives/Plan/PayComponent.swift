import Values

/// One part of the pay that a plan gives: what it is computed from, for whom, and within which limits.
/// - Source: PF1, PF2; figures are the policy's.
public struct PayComponent: Hashable, Sendable {
  /// Whose orders count.
  public enum Scope: String, CaseIterable, Sendable {
    case own
    /// Those of the same team.
    case team
    /// One's own and those of everybody below one.
    case reports
    case area
    case company
  }

  /// Which orders count.
  public enum Deals: String, CaseIterable, Sendable {
    case all
    /// So large that the whole team has a share.
    case landmark
    /// Won outside the standard process.
    case outside
  }

  public enum Kind: Hashable, Sendable {
    /// The base pay of the months with us.
    case base
    case commission(PayBands, Scope, Deals)
    case bonus(BonusRule)
    /// A share of some orders of the team, divided equally among its members.
    case pool(Rate, Deals)
    /// A share of what an apprentice earned on the first order.
    case mentor(Rate, of: [String])
    case behaviour(BehaviourRule)
    /// Taken off what was earned on some orders.
    case cut(Rate, Deals, of: [String])
    /// A number of months of base pay, a figure of the caller, in the period that ends the year.
    case months(measure: String, from: Double, upto: Double)
    /// Rewards and penalties that were given by name.
    case awards
    /// An advance up to an amount a month, which later pay above it gives back.
    case draw(Money, isRecoverable: Bool, of: [String])
  }

  /// Below it nothing is paid.
  public enum Threshold: Hashable, Sendable {
    case amount(Money)
    case attainment(Rate)
  }

  public let key: String
  public let title: Label
  public let kind: Kind
  /// Keys of the roles that have it; empty for all.
  public let roles: [String]
  public let threshold: Threshold?
  /// The most that it pays in a period.
  public let cap: Money?
  /// Whether it is held until the customer has paid.
  public let isHeld: Bool
  public let source: String

  public func isFor(_ role: String) -> Bool { roles.isEmpty || roles.contains(role) }

  /// The components that it builds on.
  var uses: [String] {
    switch kind {
    case .mentor(_, let keys), .cut(_, _, let keys), .draw(_, _, let keys): keys
    case .behaviour(let rule): rule.of
    case .bonus(let rule): rule.of
    default: []
    }
  }

  /// Whether it hangs on orders, so that it can wait for the customer's money.
  var mayBeHeld: Bool {
    switch kind {
    case .commission, .bonus, .pool, .behaviour, .cut: true
    case .base, .mentor, .months, .awards, .draw: false
    }
  }

  /// Whether it is measured against a target.
  var needsTarget: Bool {
    if case .attainment? = threshold { return true }
    return switch kind {
    case .commission(let bands, _, _): bands.scale == .attainment
    case .bonus: true
    default: false
    }
  }
}

/// What reaching the target earns; pro rata up to a limit.
public struct BonusRule: Hashable, Sendable {
  public enum Size: Hashable, Sendable {
    /// So much a month.
    case amount(Money)
    /// So large that it is this share of the pay together with what it builds on.
    case shareOfPay(Rate)
  }

  public let size: Size
  /// Components that a share of pay is reckoned with.
  public let of: [String]
  /// Beyond it, parts of the target earn nothing more.
  public let upto: Rate
}

/// A share of the reward for reaching measures other than sales.
public struct BehaviourRule: Hashable, Sendable {
  public struct Measure: Hashable, Sendable {
    public let key: String
    /// From it on the measure is reached.
    public let goal: Double
    public let weight: Int64
  }

  public let share: Rate
  public let of: [String]
  public let measures: [Measure]

  var weights: Int64 { measures.reduce(0) { $0 + $1.weight } }
}
