/// How often a warning came true: told and lost, told and stayed, not told and lost, not told and stayed.
public struct WarningCounts: Hashable, Sendable {
  public private(set) var hits = 0
  public private(set) var falseAlarms = 0
  public private(set) var misses = 0
  public private(set) var quiet = 0

  public init() {}

  mutating func add(isTold: Bool, isLost: Bool) {
    switch (isTold, isLost) {
    case (true, true): hits += 1
    case (true, false): falseAlarms += 1
    case (false, true): misses += 1
    case (false, false): quiet += 1
    }
  }

  public var all: Int { told + misses + quiet }
  public var told: Int { hits + falseAlarms }
  public var lost: Int { hits + misses }
  /// Lost, of those told; nil where none was.
  public var precision: Double? { FunnelShare.of(hits, told) }
  /// Told, of those lost; nil where none was.
  public var recall: Double? { FunnelShare.of(hits, lost) }
  /// Lost, of all, which is the precision of telling by chance.
  public var baseRate: Double? { FunnelShare.of(lost, all) }
  /// How many times as often those told were lost as everybody is.
  public var lift: Double? {
    guard let precision, let baseRate, baseRate > 0 else { return nil }
    return precision / baseRate
  }
}

/// Days from the first warning to the loss that it told.
public struct WarningLeads: Hashable, Sendable {
  public private(set) var days: [Int32] = []

  mutating func add(_ lead: Int32) { days.append(lead) }

  /// Nil where nothing was told in time.
  public var mean: Double? {
    days.isEmpty ? nil : days.reduce(0.0) { $0 + Double($1) } / Double(days.count)
  }

  /// The middle one; the mean of the middle two of an even number.
  public var median: Double? {
    guard !days.isEmpty else { return nil }
    let sorted = days.sorted()
    let middle = sorted.count / 2
    if sorted.count % 2 == 1 { return Double(sorted[middle]) }
    return (Double(sorted[middle - 1]) + Double(sorted[middle])) / 2
  }
}
