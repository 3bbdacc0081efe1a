/// Scores of 1 to 5 by fifths of all values, the greatest fifth 5.
///
/// A score counts how many are better, so that equal values have the same, the better one:
/// 5 − ⌊5 × better ÷ all⌋.
///
/// ```
///   value  9  9  7  4  4  1        all 6
///   score  5  5  4  3  3  1
/// ```
/// - Source: standards "Customer measures".
public enum Quintiles {
  public static let scores = 1...5

  /// - Complexity: O(n log n).
  public static func of(_ values: [Int64]) -> [UInt8] {
    let sorted = values.sorted(by: >)
    return values.map { value in
      // The first place that does not hold a better one.
      var (low, high) = (0, sorted.count)
      while low < high {
        let middle = (low + high) / 2
        if sorted[middle] > value { low = middle + 1 } else { high = middle }
      }
      return UInt8(truncatingIfNeeded: scores.upperBound - scores.upperBound * low / sorted.count)
    }
  }
}
