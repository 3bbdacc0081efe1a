/// A method fitted to a series: what it would have said, and what it says.
public struct MethodFit: Sendable {
  /// Where the width of the interval comes from.
  public enum Spread: Hashable, Sendable {
    /// The variance of the state-space form with additive errors, step by step.
    case stateSpace
    /// The variance of a prediction by least squares; Student's t with so many degrees of freedom.
    case leastSquares(degrees: Int)
    /// The errors that the method made so many steps ahead within the series.
    case ownErrors
    /// A formula for the benchmark: the one-step variance times the steps, or the cycles.
    case benchmark
  }

  public let method: ForecastMethod
  public let parameters: [MethodParameter]
  /// One-step forecasts of the series' points; nil where the method had nothing to go by yet.
  public let fitted: [Double?]
  /// Sum of squares of the one-step errors.
  public let sse: Double
  /// The forecasts, step by step.
  public let points: [Double]
  /// The standard error of each.
  public let deviations: [Double]
  public let spread: Spread

  /// How many standard errors an interval of a level reaches to either side.
  /// - Parameter level: Strictly between 0 and 1.
  public func reach(level: Double) -> Double {
    let probability = (1 + level) / 2
    return switch spread {
    case .leastSquares(let degrees): StudentDistribution(degrees: degrees).quantile(probability)
    default: NormalDistribution.quantile(probability)
    }
  }
}

/// A number that a method goes by.
public struct MethodParameter: Hashable, Sendable {
  public enum Origin: String, Hashable, Sendable {
    case given, fitted, computed
  }
  public let name: String
  public let value: Double
  public let origin: Origin
}

extension MethodFit.Spread {
  /// As reports say it.
  public var text: String {
    switch self {
    case .stateSpace: "variance of the state-space form with additive errors, normal"
    case .leastSquares(let degrees):
      "variance of a least-squares prediction, Student's t with \(degrees.text("degree")) of freedom"
    case .ownErrors: "root mean square of the method's own errors so many steps ahead, normal"
    case .benchmark: "variance of the one-step errors, growing by steps or cycles, normal"
    }
  }
}
