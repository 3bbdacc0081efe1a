import Values

/// How far a target is on a day, what the pace gives at the end, and what is needed a working day.
///
/// The day itself counts as gone. Working days are those of the calendar.
public struct RunRate: Hashable, Sendable {
  public enum State: String, Sendable {
    case notBegun = "not_begun"
    case running, ended
  }

  public let state: State
  public let target: TargetValue
  public let reached: TargetValue
  /// Working days of the period, and those up to the day; nil where the calendar does not reach.
  public let days: (whole: Int, gone: Int)?

  public init(
    _ target: TargetValue, reached: TargetValue, in period: Period, on day: Day,
    days: (whole: Int, gone: Int)?
  ) {
    self.target = target
    self.reached = reached
    self.days = days
    state = day < period.first ? .notBegun : day >= period.last ? .ended : .running
  }

  public static func == (one: RunRate, other: RunRate) -> Bool {
    one.state == other.state && one.target == other.target && one.reached == other.reached
      && one.days?.whole == other.days?.whole && one.days?.gone == other.days?.gone
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(state)
    hasher.combine(target)
    hasher.combine(reached)
  }

  public var left: Int? { days.map { $0.whole - $0.gone } }

  /// Of the target; nil for a target of nothing.
  public var share: Double? { ratio(Int128(reached.count), Int128(target.count)) }

  /// What would be reached by now at an even pace, as a share of the target.
  public var expected: Double? {
    days.flatMap { ratio(Int128($0.gone), Int128($0.whole)) }
  }

  /// Reached a working day so far; nil before the first.
  public func perDay() throws(ValidationError) -> TargetValue? {
    guard state != .notBegun, let days, days.gone > 0 else { return nil }
    return try quotient(Int128(reached.count), Int128(days.gone))
  }

  /// What the pace gives at the end; what was reached once it has ended.
  public func projection() throws(ValidationError) -> TargetValue? {
    switch state {
    case .ended: return reached
    case .notBegun: return nil
    case .running:
      guard let days, days.gone > 0 else { return nil }
      return try quotient(Int128(reached.count) * Int128(days.whole), Int128(days.gone))
    }
  }

  /// What is still to be reached; below zero where the target is passed.
  public func gap() throws(ValidationError) -> TargetValue {
    try value(Int128(target.count) - Int128(reached.count))
  }

  /// What each working day that is left must give; nil where none is left, zero where the target is passed.
  public func needed() throws(ValidationError) -> TargetValue? {
    guard state != .ended, let left, left > 0 else { return nil }
    return try quotient(max(0, Int128(target.count) - Int128(reached.count)), Int128(left), .up)
  }

  private func ratio(_ part: Int128, _ whole: Int128) -> Double? {
    whole == 0 ? nil : Double(part) / Double(whole)
  }

  /// To the fen or to whole pieces.
  private func quotient(
    _ number: Int128, _ divisor: Int128, _ rounding: Rounding = .halfUp
  ) throws(ValidationError) -> TargetValue {
    let step: Int128 = if case .money = target { Int128(Stage.document.quantum) } else { 1 }
    guard let steps = rounding.quotient(number, by: divisor * step) else { return target }
    return try value(steps * step)
  }

  private func value(_ count: Int128) throws(ValidationError) -> TargetValue {
    if case .money = target { return try TargetValue(count, .yuan) }
    return try TargetValue(count, .pieces)
  }
}
