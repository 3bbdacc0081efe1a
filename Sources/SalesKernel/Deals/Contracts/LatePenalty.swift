import Values

/// What a day of delay costs, by the policy.
/// - Source: FU9.
public struct PenaltyTerms: Hashable, Sendable {
  /// Share of the contract's value for each day late.
  public let rate: Rate
  /// The most in all, as a share of the value; nil for no bound.
  public let cap: Rate?
  public let rounding: Rounding
  public let source: String

  init(_ at: PolicyDecoder) throws(PolicyError) {
    let table = try at.table(keys: ["rate", "cap", "rounding", "source"])
    rate = try table["rate"].rate(upTo: 1)
    cap = try table["cap"].ifPresent?.rate(upTo: 1)
    rounding = try table["rounding"].oneOf(Rounding.self)
    source = try table.source()
  }
}

/// The penalty for a late delivery: rate a day × days late × value of the contract.
///
/// Exact to the one rounding, to the fen. Zero up to and with the day it is due.
/// - Source: FU9.
public struct LatePenalty: Hashable, Sendable {
  public let value: Money
  public let dueOn: Day
  /// The day it was delivered, or the day that is asked about.
  public let until: Day
  public let rate: Rate
  public let cap: Rate?
  private let rounding: Rounding
  private let source: String

  /// - Parameters:
  ///   - rate: The contract's own, over the policy's.
  ///   - cap: The contract's own bound, over the policy's.
  /// - Throws: `contract.amount` for a value below zero.
  public init(
    value: Money, dueOn: Day, until: Day, rate: Rate? = nil, cap: Rate? = nil,
    terms: PenaltyTerms
  ) throws(ValidationError) {
    guard value >= .zero else {
      throw ValidationError(
        "contract.amount", "a contract of \(value.grouped) has no penalty",
        remedy: "give the contract an amount from 0", field: "amount")
    }
    (self.value, self.dueOn, self.until) = (value, dueOn, until)
    self.rate = rate ?? terms.rate
    self.cap = rate == nil ? cap ?? terms.cap : cap
    (rounding, source) = (terms.rounding, terms.source)
  }

  /// Calendar days late.
  public var days: Int64 { max(0, Int64(until.number) - Int64(dueOn.number)) }

  /// - Throws: `money.overflow`, `rate.overflow`.
  public func amount() throws(ValueError) -> Money {
    let full = try uncapped()
    guard let bound = try bound() else { return full }
    return min(full, bound)
  }

  private func uncapped() throws(ValueError) -> Money {
    let share = try rate.times(try Rate(mantissa: days, scale: 0))
    return try value.times(share, rounding: rounding, to: .document)
  }

  private func bound() throws(ValueError) -> Money? {
    try cap.map { cap throws(ValueError) in
      try value.times(cap, rounding: rounding, to: .document)
    }
  }

  /// The steps that give the amount again.
  /// - Throws: `money.overflow`, `rate.overflow`.
  public func explanation() throws(ValueError) -> Explanation {
    var children = [
      Explanation("amount", .input, value: .money(value)),
      Explanation("due_on", .input, value: .day(dueOn)),
      Explanation("counted_to", .input, value: .day(until)),
      Explanation(
        "days", .step, value: .integer(days),
        reason: days == 0 ? "\(until) is not after \(dueOn)" : "from \(dueOn) to \(until)"),
    ]
    let full = try uncapped()
    children.append(
      Explanation(
        "daily", .matched, value: .money(full),
        reason: "\(rate) a day × \(days) days × \(value.grouped), \(rounding.rawValue) to the fen",
        source: source))
    if let cap, let bound = try bound() {
      children.append(
        Explanation(
          "cap", full > bound ? .matched : .notMatched, value: .money(bound),
          reason: full > bound
            ? "at most \(cap) of the value" : "\(full.grouped) is not over \(bound.grouped)",
          source: source))
    }
    return Explanation("penalty", .step, value: .money(try amount()), children: children)
  }
}
