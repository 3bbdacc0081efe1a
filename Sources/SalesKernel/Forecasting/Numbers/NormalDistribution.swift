/// The standard normal distribution, to about 14 digits, from series alone.
enum NormalDistribution {
  private static let rootOfTwoPi = 2.506_628_274_631_000_5

  /// The probability of at most `x`.
  ///
  /// Source: φ(x) Σ x^(2n+1) / (1·3·…·(2n+1)) + ½, all of whose terms have one sign.
  static func probability(atMost x: Double) -> Double {
    guard abs(x) < 9 else { return x < 0 ? 0 : 1 }
    var (term, sum, odd) = (x, x, 1.0)
    while abs(term) > abs(sum) * 1e-17, odd < 1000 {
      odd += 2
      term *= x * x / odd
      sum += term
    }
    return 0.5 + sum * exponential(-x * x / 2) / rootOfTwoPi
  }

  /// The value that is not exceeded with a probability strictly between 0 and 1.
  static func quantile(_ probability: Double) -> Double {
    Quantile.bisect(probability, below: 9) { self.probability(atMost: $0) }
  }

  /// e^x by its series after halving ten times; the standard library alone has none.
  private static func exponential(_ x: Double) -> Double {
    let small = x / 1024
    var (term, sum) = (1.0, 1.0)
    for n in 1...20 {
      term *= small / Double(n)
      sum += term
    }
    for _ in 0..<10 { sum *= sum }
    return sum
  }
}

/// The inverse of a distribution that is symmetric about 0.
enum Quantile {
  static func bisect(
    _ probability: Double, below limit: Double, _ distribution: (Double) -> Double
  ) -> Double {
    guard probability >= 0.5 else {
      return -bisect(1 - probability, below: limit, distribution)
    }
    var (low, high) = (0.0, limit)
    for _ in 0..<200 {
      let middle = (low + high) / 2
      if middle <= low || middle >= high { break }
      if distribution(middle) < probability { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }
}
