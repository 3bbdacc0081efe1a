import Values

/// Which way a key figure is better.
public enum KPIDirection: String, FieldChoice, Sendable {
  case higher, lower
}

/// How a key figure stands: against its goal, the period before and the same period last year.
public struct KPIStanding: Sendable {
  public let value: FieldValue?
  public let goal: FieldValue?
  public let previous: FieldValue?
  public let lastYear: FieldValue?
  public let better: KPIDirection

  public init(
    value: FieldValue?, goal: FieldValue?, previous: FieldValue?, lastYear: FieldValue?,
    better: KPIDirection
  ) {
    self.value = value
    self.goal = goal
    self.previous = previous
    self.lastYear = lastYear
    self.better = better
  }

  /// What share of the goal is reached, 1 where it is; of a figure that is better low the goal's share of
  /// it. Nil without data or without a goal, and where it would be a share of nothing.
  public var attained: Double? {
    guard let value = value?.amount, let goal = goal?.amount else { return nil }
    let (part, whole) = better == .higher ? (value, goal) : (goal, value)
    return whole == 0 ? nil : part / whole
  }

  /// Whether the goal is met.
  public var isMet: Bool? {
    guard let value = value?.amount, let goal = goal?.amount else { return nil }
    return better == .higher ? value >= goal : value <= goal
  }

  /// The change against an earlier value as a share of that; nil where either is missing or the earlier is 0.
  public static func growth(_ value: FieldValue?, since before: FieldValue?) -> Double? {
    guard let value = value?.amount, let before = before?.amount, before != 0 else { return nil }
    return (value - before) / abs(before)
  }
}
