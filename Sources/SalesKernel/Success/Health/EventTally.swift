import Values

/// What dated events of many customers give for one measure, in flat arrays by the customer's place.
///
/// ```
///       earlier            start              asOf
///   ──────┤ window before    ├ window           ┤ not yet known
/// ```
/// A window begins after its first day's end: `start < day <= asOf`. Amounts are doubles, exact up to
/// 2⁵³ ten-thousandths of a yuan a customer.
public struct EventTally: Sendable {
  enum Form: Sendable {
    case count, sum, mean, share, growth, latest, change, daysSince
  }

  private let form: Form
  private let asOf: Int32
  private let start: Int32
  private let earlier: Int32
  /// Whether no event at all is a sum of 0, or nothing known.
  private let isZeroKnown: Bool
  private var numbers: [Int32] = []
  private var now: [Double] = []
  private var before: [Double] = []
  private var lasts: [Int32] = []
  private var priors: [Int32] = []
  private static let never = Int32.min

  /// - Throws: `day.range` at the end of the calendar.
  init(_ measure: HealthMeasure, asOf day: Day, count: Int) throws(ValueError) {
    form = Self.form(of: measure)
    asOf = day.number
    start = try day.adding(months: -measure.months).number
    earlier = try day.adding(months: -2 * measure.months).number
    isZeroKnown = measure.source != .readings
    switch form {
    case .count: numbers = Array(repeating: 0, count: count)
    case .sum, .mean:
      numbers = Array(repeating: 0, count: count)
      now = Array(repeating: 0, count: count)
    case .share, .growth:
      now = Array(repeating: 0, count: count)
      before = now
    case .latest, .daysSince:
      lasts = Array(repeating: Self.never, count: count)
      if form == .latest { now = Array(repeating: 0, count: count) }
    case .change:
      lasts = Array(repeating: Self.never, count: count)
      priors = lasts
      now = Array(repeating: 0, count: count)
      before = now
    }
  }

  private static func form(of measure: HealthMeasure) -> Form {
    switch measure.take {
    case .count: .count
    case .sum: .sum
    case .mean, .daysLate: .mean
    case .lateShare, .overdueShare: .share
    case .growth: measure.source == .readings ? .change : .growth
    case .countGrowth: .growth
    case .latest: .latest
    case .daysSince, .departments, .coverage, .penetration, .field: .daysSince
    }
  }

  /// Counts an event of a customer; one after the day asked about is not known yet.
  ///
  /// - Parameters:
  ///   - value: What it adds: an amount, an answer, 1 where it is only counted.
  ///   - base: For shares, what the value is a part of.
  @inline(__always)
  public mutating func add(_ place: Int, _ day: Int32, _ value: Double, of base: Double = 1) {
    guard day <= asOf, value.isFinite else { return }
    switch form {
    case .count: if day > start { numbers[place] &+= 1 }
    case .sum, .mean:
      guard day > start else { return }
      numbers[place] &+= 1
      now[place] += value
    case .share:
      guard day > start else { return }
      now[place] += value
      before[place] += base
    case .growth:
      if day > start { now[place] += value } else if day > earlier { before[place] += value }
    case .latest:
      guard day > start, day >= lasts[place] else { return }
      (lasts[place], now[place]) = (day, value)
    case .daysSince: lasts[place] = max(lasts[place], day)
    case .change:
      if day > start {
        if day >= lasts[place] { (lasts[place], now[place]) = (day, value) }
      } else if day > earlier, day >= priors[place] {
        (priors[place], before[place]) = (day, value)
      }
    }
  }

  /// What a customer's events give; nil where they say nothing.
  @inline(__always)
  public func value(_ place: Int) -> Double? {
    switch form {
    case .count: Double(numbers[place])
    case .sum: numbers[place] == 0 && !isZeroKnown ? nil : now[place]
    case .mean: numbers[place] == 0 ? nil : now[place] / Double(numbers[place])
    case .share: before[place] > 0 ? now[place] / before[place] : nil
    case .growth: before[place] > 0 ? now[place] / before[place] - 1 : nil
    case .latest: lasts[place] == Self.never ? nil : now[place]
    case .daysSince: lasts[place] == Self.never ? nil : Double(asOf) - Double(lasts[place])
    case .change:
      lasts[place] == Self.never || priors[place] == Self.never || before[place] == 0
        ? nil : (now[place] - before[place]) / abs(before[place])
    }
  }
}
