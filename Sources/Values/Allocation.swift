/// Splits an amount into parts that add up to it exactly: largest remainder, ties by index.
///
///     100.00 in 3 = 33.34, 33.33, 33.33
///
/// A negative total splits as its positive mirror, with the sign put back.
/// Source: standards.md, Money and rounding.
public enum Allocation {
  /// The most parts ``split(_:parts:to:)`` gives.
  public static let largestParts = 1_000_000

  /// Parts in proportion to the weights, in steps of the stage. A weight of zero gets nothing.
  ///
  /// Complexity: O(n log n) for n weights.
  /// Throws: `allocation.weights` (a negative weight, or no weight above zero), `money.inexact`
  /// (the total is finer than the stage).
  public static func split(
    _ total: Money, by weights: [Int64], to stage: Stage
  ) throws(ValueError) -> [Money] {
    if let index = weights.firstIndex(where: { $0 < 0 }) {
      throw ValueError(
        "allocation.weights", "weight \(index + 1) is \(weights[index]), below zero",
        remedy: "give weights of zero or more")
    }
    let sum = weights.reduce(into: Int128(0)) { $0 += Int128($1) }
    guard sum > 0 else {
      throw ValueError(
        "allocation.weights", "none of \(weights.count) weights is above zero",
        remedy: "give at least one weight above zero")
    }
    let steps = try steps(of: total, stage)
    var shares: [Int128] = []
    var remainders: [(index: Int, rest: Int128)] = []
    var left = steps
    for (index, weight) in weights.enumerated() {
      let (share, rest) = (steps * Int128(weight)).quotientAndRemainder(dividingBy: sum)
      shares.append(share)
      left -= share
      if rest > 0 { remainders.append((index, rest)) }
    }
    if left > 0 {
      remainders.sort { $0.rest != $1.rest ? $0.rest > $1.rest : $0.index < $1.index }
      for (index, _) in remainders.prefix(Int(left)) { shares[index] += 1 }
    }
    return shares.map { amount(of: $0, stage, like: total) }
  }

  /// Equal parts, in steps of the stage; the first parts take what is left over.
  ///
  /// Complexity: O(parts).
  /// Throws: `allocation.parts` (not in 1...1,000,000), `money.inexact` (the total is finer than
  /// the stage).
  public static func split(
    _ total: Money, parts: Int, to stage: Stage
  ) throws(ValueError) -> [Money] {
    guard (1...largestParts).contains(parts) else {
      throw ValueError(
        "allocation.parts", "cannot split an amount in \(parts) parts",
        remedy: "give a number of parts from 1 to 1,000,000")
    }
    let (share, left) = try steps(of: total, stage).quotientAndRemainder(dividingBy: Int128(parts))
    return (0..<parts).map { index in
      amount(of: share + (Int128(index) < left ? 1 : 0), stage, like: total)
    }
  }

  /// The size of the total in steps of the stage.
  private static func steps(of total: Money, _ stage: Stage) throws(ValueError) -> Int128 {
    guard total.units % stage.quantum == 0 else {
      throw ValueError(
        "money.inexact", "\(total) has more than \(stage.decimals) decimals",
        remedy: "round it to the stage first")
    }
    return Int128(total.units.magnitude) / Int128(stage.quantum)
  }

  /// No share is larger than the total, so the conversion is exact.
  private static func amount(of steps: Int128, _ stage: Stage, like total: Money) -> Money {
    let units = steps * Int128(stage.quantum)
    return Money(units: Int64(truncatingIfNeeded: total.units < 0 ? -units : units))
  }
}
