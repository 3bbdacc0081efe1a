import Values

/// How well low health told who would be lost: alerts of past days against what happened after them.
///
/// Fed day by day, upward. Each customer who was with us on a day counts once for it.
public struct HealthBacktest: Sendable {
  /// Low and lost, low and stayed, not low and lost, not low and stayed.
  public struct Counts: Hashable, Sendable {
    public internal(set) var hits = 0
    public internal(set) var falseAlarms = 0
    public internal(set) var misses = 0
    public internal(set) var quiet = 0

    public var all: Int { hits + falseAlarms + misses + quiet }
    /// Lost, of those told as low; nil where none was.
    public var precision: Double? { share(hits, hits + falseAlarms) }
    /// Told as low, of those lost; nil where none was.
    public var recall: Double? { share(hits, hits + misses) }
    /// Lost, of all.
    public var baseRate: Double? { share(hits + misses, all) }
    /// How many times as often those told were lost as everybody is.
    public var lift: Double? {
      guard let precision, let baseRate, baseRate > 0 else { return nil }
      return precision / baseRate
    }

    private func share(_ part: Int, _ whole: Int) -> Double? {
      whole == 0 ? nil : Double(part) / Double(whole)
    }

    mutating func add(isLow: Bool, isLost: Bool) {
      switch (isLow, isLost) {
      case (true, true): hits += 1
      case (true, false): falseAlarms += 1
      case (false, true): misses += 1
      case (false, false): quiet += 1
      }
    }
  }

  public private(set) var total = Counts()
  /// One a day.
  public private(set) var days: [(day: Day, counts: Counts)] = []
  /// Customers without a score, who are not counted.
  public private(set) var unscored = 0
  /// Days from the first alert to the loss that it told.
  private var leads: [Int32] = []
  /// By customer: the loss that was told last.
  private var losses: [Int32]
  private static let none = Int32.min

  public init(customers count: Int) {
    losses = Array(repeating: Self.none, count: count)
  }

  /// Begins the next day.
  public mutating func begin(_ day: Day) { days.append((day, Counts())) }

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
        leads.append(loss - day.number)
      }
    }
    days[days.count - 1].counts.add(isLow: isLow, isLost: isLost)
    total.add(isLow: isLow, isLost: isLost)
  }

  /// Losses that were told in time.
  public var told: Int { leads.count }

  /// Of the days from the first alert to the loss; the mean of the middle two of an even number.
  public var medianLead: Double? {
    guard !leads.isEmpty else { return nil }
    let sorted = leads.sorted()
    let middle = sorted.count / 2
    if sorted.count % 2 == 1 { return Double(sorted[middle]) }
    return (Double(sorted[middle - 1]) + Double(sorted[middle])) / 2
  }
}
