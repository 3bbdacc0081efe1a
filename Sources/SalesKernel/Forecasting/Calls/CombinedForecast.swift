import Values

/// The model's number, the call and the adjustments of one period, and what they make together.
///
/// ```
///   combined = share × model + (1 − share) × call + Σ adjustments      where there is a call
///   combined = model + Σ adjustments                                   where there is none
/// ```
/// The products are exact and rounded once, to the fen.
/// - Source: FC2; the share is the policy's.
public struct CombinedForecast: Hashable, Sendable {
  /// Whose calls count.
  public enum Calls: String, CaseIterable, Sendable {
    /// The last call made for the forecast's own scope.
    case own
    /// The last calls of all reps within the scope, added up; the own call where there is one.
    case sum
  }

  public let model: Money
  public let call: Money?
  /// How many calls are in ``call``.
  public let callers: Int
  public let adjustment: Money
  public let adjustments: Int
  public let share: Rate
  public let combined: Money

  /// - Parameter calls: Of the forecast's period and grain, made by the day that counts.
  /// - Throws: `money.overflow`, `price.precision` for a share with too many decimals.
  public init(
    model: Money, scope: ForecastScope, share: Rate, calls: [ForecastCall], taking: Calls,
    rounding: Rounding
  ) throws {
    self.model = model
    self.share = share
    let last = Self.lastCalls(calls)
    if let own = last[scope] {
      (call, callers) = (own.amount, 1)
    } else {
      let within = last.values.filter { scope.holds($0.scope) && $0.rep != nil }
      let isUsed = taking == .sum && !within.isEmpty
      call = isUsed ? try within.reduce(Money.zero) { try $0.adding($1.amount) } : nil
      callers = isUsed ? within.count : 0
    }
    let moves = calls.filter { $0.kind == .adjustment && $0.scope == scope }
    adjustment = try moves.reduce(Money.zero) { try $0.adding($1.amount) }
    adjustments = moves.count
    guard let call else {
      combined = try model.adding(adjustment)
      return
    }
    var own = ExactAmount(model)
    try own.multiply(by: share)
    var other = ExactAmount(call)
    try other.multiply(by: share.complement())
    try own.add(other)
    combined = try own.rounded(rounding, to: .document).adding(adjustment)
  }

  /// The call that holds, by scope: the last made, of equal moments the last entered.
  private static func lastCalls(_ calls: [ForecastCall]) -> [ForecastScope: ForecastCall] {
    var last: [ForecastScope: ForecastCall] = [:]
    for call in calls where call.kind == .call {
      if let other = last[call.scope], (other.madeAt, other.id) > (call.madeAt, call.id) {
        continue
      }
      last[call.scope] = call
    }
    return last
  }

  /// How it is made, with the values.
  public var explanation: Explanation {
    var children = [Explanation("model", .input, value: .money(model))]
    if let call {
      children.append(
        Explanation(
          "call", .input, value: .money(call),
          reason: "\(callers.text("call")), weight \((try? share.complement())?.description ?? "")")
      )
    } else {
      children.append(Explanation("call", .notMatched, reason: "nobody has called this period"))
    }
    children.append(
      Explanation(
        "adjustment", .input, value: .money(adjustment), reason: adjustments.text("adjustment")))
    return Explanation(
      "combined", .step, value: .money(combined),
      reason: call == nil
        ? "model + adjustments" : "\(share) × model + rest × call + adjustments", source: "FC2",
      children: children)
  }
}
