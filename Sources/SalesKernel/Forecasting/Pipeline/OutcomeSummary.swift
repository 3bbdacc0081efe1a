import Values

/// What amounts of many runs come to: mean, spread, percentiles, a histogram.
public struct OutcomeSummary: Sendable {
  public struct Bar: Hashable, Sendable {
    public let from: Money
    /// Not included, but for the last bar.
    public let upto: Money
    public let runs: Int
  }

  /// Least first.
  private let sorted: [Int64]

  public init(sorted: [Int64]) { self.sorted = sorted }

  /// To the fen.
  /// - Throws: `divide.zero` without runs.
  public func mean(_ rounding: Rounding) throws -> Money {
    var sum = ExactAmount(.zero)
    for units in sorted { try sum.add(ExactAmount(Money(units: units))) }
    return try sum.divided(
      by: .one, pieces: Int64(sorted.count), rounding: rounding, to: .document)
  }

  /// Of the runs about their mean, in yuan.
  public var deviation: Double {
    guard sorted.count > 1 else { return 0 }
    let mean = sorted.reduce(0.0) { $0 + Money(units: $1).yuan } / Double(sorted.count)
    let squares = sorted.reduce(0.0) {
      let off = Money(units: $1).yuan - mean
      return $0 + off * off
    }
    return (squares / Double(sorted.count - 1)).squareRoot()
  }

  /// The least amount that so large a share of the runs do not exceed.
  public func percentile(_ share: Double) -> Money {
    guard let last = sorted.indices.last else { return .zero }
    let rank = (share * Double(sorted.count)).rounded(.up) - 1
    return Money(units: sorted[min(max(Int(rank), 0), last)])
  }

  /// The share of the runs that reach an amount.
  public func share(reaching amount: Money) -> Double {
    guard !sorted.isEmpty else { return 0 }
    return Double(sorted.count { $0 >= amount.units }) / Double(sorted.count)
  }

  /// Bars of equal width from the least to the greatest amount; one bar where all are the same.
  public func histogram(_ bars: Int) -> [Bar] {
    guard let least = sorted.first, let most = sorted.last else { return [] }
    let span = Int128(most) - Int128(least)
    guard span >= Int128(bars), bars > 1 else {
      return [Bar(from: Money(units: least), upto: Money(units: most), runs: sorted.count)]
    }
    let edges = (0...bars).map { Int64(Int128(least) + span * Int128($0) / Int128(bars)) }
    var counts = [Int](repeating: 0, count: bars)
    var bar = 0
    for amount in sorted {
      while bar < bars - 1, amount >= edges[bar + 1] { bar += 1 }
      counts[bar] += 1
    }
    return counts.indices.map {
      Bar(from: Money(units: edges[$0]), upto: Money(units: edges[$0 + 1]), runs: counts[$0])
    }
  }
}
