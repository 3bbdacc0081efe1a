import Values

/// How much of a sum a few of its parts make: top shares, Herfindahl–Hirschman index, Gini
/// coefficient.
///
/// Only positive amounts count as parts; zero and negative ones are left out and counted.
/// - Source: CU8; standards "Customer measures".
public struct Concentration: Hashable, Sendable {
  public let count: Int
  /// Parts left out because they are zero or negative.
  public let excluded: Int
  /// Sum of the parts, in 1/10,000 yuan; wider than Money so that it cannot overflow.
  public let total: Int128
  /// Share of the largest one, five and ten parts, 0–1.
  public let top1: Double
  public let top5: Double
  public let top10: Double
  /// Σ share², 0–10,000 points: 10,000 where one part is everything.
  public let hhi: Double
  /// 0 where all parts are equal, towards 1 where one has nearly everything.
  public let gini: Double

  /// - Complexity: O(n log n).
  public init(_ amounts: [Money]) {
    var units = amounts.map(\.units).filter { $0 > 0 }
    units.sort()
    let total = units.reduce(Int128(0)) { $0 + Int128($1) }
    self.count = units.count
    self.excluded = amounts.count - units.count
    self.total = total
    func top(_ k: Int) -> Double {
      guard total > 0 else { return 0 }
      return Double(units.suffix(k).reduce(Int128(0)) { $0 + Int128($1) }) / Double(total)
    }
    self.top1 = top(1)
    self.top5 = top(5)
    self.top10 = top(10)
    self.hhi =
      units.reduce(0.0) {
        let share = Double($1) / Double(total)
        return $0 + share * share
      } * 10_000
    self.gini = Self.gini(units, total)
  }

  /// 2 Σ i·xᵢ / (n Σ x) − (n + 1) / n over ascending x, i from 1.
  private static func gini(_ ascending: [Int64], _ total: Int128) -> Double {
    guard total > 0 else { return 0 }
    var weighted = 0.0
    for (index, units) in ascending.enumerated() { weighted += Double(index + 1) * Double(units) }
    let n = Double(ascending.count)
    return max(0, 2 * weighted / (n * Double(total)) - (n + 1) / n)
  }
}
