/// Student's t distribution with whole degrees of freedom.
///
/// Source: Abramowitz and Stegun, Handbook of Mathematical Functions, 26.7.3 and 26.7.4.
struct StudentDistribution {
  /// From 1.
  let degrees: Int

  /// The probability of at most `t`.
  func probability(atMost t: Double) -> Double {
    let root = (Double(degrees) + t * t).squareRoot()
    let (sine, cosine) = (t / root, Double(degrees).squareRoot() / root)
    let isOdd = degrees % 2 == 1
    // The terms in between go up in steps of two powers of the cosine.
    var (term, sum) = (isOdd ? cosine : 1, 0.0)
    var power = isOdd ? 1 : 0
    while power <= degrees - 2 {
      sum += term
      term *= cosine * cosine * Double(power + 1) / Double(power + 2)
      power += 2
    }
    let inner =
      isOdd
      ? 2 / Double.pi * (Self.arcTangent(t / Double(degrees).squareRoot()) + sine * sum)
      : sine * sum
    return 0.5 + inner / 2
  }

  /// The value that is not exceeded with a probability strictly between 0 and 1.
  func quantile(_ probability: Double) -> Double {
    Quantile.bisect(probability, below: 1e9) { self.probability(atMost: $0) }
  }

  /// By its series after halving the angle four times.
  private static func arcTangent(_ x: Double) -> Double {
    var small = x
    for _ in 0..<4 { small /= 1 + (1 + small * small).squareRoot() }
    var (power, sum, odd) = (small, 0.0, 1.0)
    while abs(power / odd) > 1e-18, odd < 200 {
      sum += power / odd
      power *= -small * small
      odd += 2
    }
    return sum * 16
  }
}
