/// Where a true value lies with 95 % confidence, by what was counted.
public struct Confidence: Hashable, Sendable {
  public let low: Double
  public let high: Double

  /// The two-sided 95 % point of the normal distribution.
  public static let standard = 1.959_963_984_540_054

  /// Of a share, by Wilson's score; nil where nothing was counted.
  ///
  ///     middle = (p + z²/2n) / (1 + z²/n)
  ///     half   = z / (1 + z²/n) · √(p(1 − p)/n + z²/4n²)
  public init?(share count: Int, of all: Int, z: Double = Confidence.standard) {
    guard all > 0 else { return nil }
    let n = Double(all)
    let share = Double(count) / n
    let middle = (share + z * z / (2 * n)) / (1 + z * z / n)
    let half =
      z / (1 + z * z / n) * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
    (low, high) = (max(0, middle - half), min(1, middle + half))
  }

  /// Of a value with a standard error, within what it can be.
  init(_ value: Double, error: Double, within range: ClosedRange<Double>) {
    low = max(range.lowerBound, value - Self.standard * error)
    high = min(range.upperBound, value + Self.standard * error)
  }
}
