import Values

/// How well low health told who would be lost: alerts of past days against what happened after them.
///
/// Fed day by day, upward. Each customer who was with us on a day counts once for it.
public struct HealthBacktest: Sendable {
  public private(set) var total = WarningCounts()
  /// One a day.
  public private(set) var days: [(day: Day, counts: WarningCounts)] = []
  /// Customers without a score, who are not counted.
  public private(set) var unscored = 0
  public private(set) var leads = WarningLeads()
  /// By customer: the loss that was told last.
  private var losses: [Int32]
  private static let none = Int32.min

  public init(customers count: Int) {
    losses = Array(repeating: Self.none, count: count)
  }

  /// Begins the next day.
  public mutating func begin(_ day: Day) { days.append((day, WarningCounts())) }

  /// - Parameter score: Nil for a customer without one.
  public mutating func add(_ place: Int, score: Double?, below: Double, fate: OrderDays.Fate) {
    guard fate != .outside, let day = days.last?.day else { return }
    guard let score else {
      unscored += 1
      return
    }
    let isLow = score < below
    var isLost = false
    if case .lost(let loss) = fate {
      isLost = true
      if isLow, losses[place] != loss {
        losses[place] = loss
        leads.add(loss - day.number)
      }
    }
    days[days.count - 1].counts.add(isTold: isLow, isLost: isLost)
    total.add(isTold: isLow, isLost: isLost)
  }
}
